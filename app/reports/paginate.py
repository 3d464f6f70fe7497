"""Dealing boxes out to pages, before anything is drawn: so the number of pages and the place of each chapter are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.reports.boxes import Box
from app.reports.closer import closer
from app.reports.list_boxes import RuledBox

# A box that would fit but for some of the space before it stands closer, rather than begin a page.
_CLOSER = 0.4
# Sums of lengths are not exact.
_HAIR = 0.001
# A last page with less than this part of it used is tried to be spared.
_SCANT = 0.3


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and how far below the page's text edge its top lies."""

    box: Box
    top: float


@dataclass(slots=True)
class Page:
    """The boxes of one page, from top to bottom, and the height they take."""

    boxes: list[Placed] = field(default_factory=list[Placed])
    used: float = 0.0

    def gap(self, box: Box) -> float:
        """The space before a box here: none at the top of a page."""
        return box.above if self.boxes else 0.0

    def gap_for(self, box: Box, room: float) -> float:
        """The space before it with which the whole box fits into `room`; its usual one where it does not fit at all."""
        usual, left = self.gap(box), room - self.used - box.height
        return left - _HAIR if usual * _CLOSER + _HAIR <= left < usual else usual

    def put(self, box: Box, gap: float) -> None:
        """Place a box below the others."""
        top = self.used + gap
        self.boxes.append(Placed(box, top))
        self.used = top + box.height


def paginate(boxes: Iterable[Box], room: float) -> list[Page]:
    """Pages of a height of `room` points; a heading goes with what it heads, what is too long is parted, and spare lines
    take the room that is left, if any.

    Where the last page before a new beginning would hold little, all since the last one stands closer, if that spares it.
    """
    pages: list[Page] = []
    for part in _beginnings(boxes, room):
        made = _dealt(part, room)
        if len(made) > 1 and _needed(made[-1]) < room * _SCANT:
            tried = _dealt([closer(one) for one in part], room)
            made = tried if len(tried) < len(made) else made
        pages += made
    for page in pages:
        _fill(page, room)
    return pages or [Page()]


def _beginnings(boxes: Iterable[Box], room: float) -> Iterator[list[Box]]:
    """The boxes, parted before each that wants a page of its own."""
    part: list[Box] = []
    for box in boxes:
        if part and box.leads and box.least >= room:
            yield part
            part = []
        part.append(box)
    if part:
        yield part


def _needed(page: Page) -> float:
    """The height that a page's boxes take without spare lines, which can go without their heading too."""
    boxes = list(page.boxes)
    if boxes and isinstance(boxes[-1].box, RuledBox) and boxes[-1].box.spare:
        boxes.pop()
        while boxes and boxes[-1].box.leads:
            boxes.pop()
    return boxes[-1].top + boxes[-1].box.height if boxes else 0.0


def _fill(page: Page, room: float) -> None:
    """Spare lines to write on go down to the end of the page."""
    last = page.boxes[-1] if page.boxes else None
    if last is not None and isinstance(last.box, RuledBox) and last.box.spare:
        count = max(last.box.count, int((room - last.top + _HAIR) // last.box.gap))
        page.boxes[-1] = Placed(replace(last.box, count=count), last.top)


def _dealt(boxes: Sequence[Box], room: float) -> list[Page]:
    pages = [Page()]
    for group in _groups(boxes):
        last = group[-1]
        spare = isinstance(last, RuledBox) and last.spare
        if pages[-1].boxes and not _may_begin(pages[-1], group, room):
            if spare:
                continue
            pages.append(Page())
        for box in group:
            _place(pages, box, room)
    return pages


def _groups(boxes: Iterable[Box]) -> Iterable[list[Box]]:
    """Headings together with the box that they lead to."""
    group: list[Box] = []
    for box in boxes:
        group.append(box)
        if not box.leads:
            yield group
            group = []
    if group:
        yield group


def _may_begin(page: Page, group: list[Box], room: float) -> bool:
    if len(group) == 1 and page.used + page.gap_for(group[0], room) + group[0].height <= room:
        return True
    used = page.used
    for box in group:
        need = used + box.above + (box.height if box.leads else min(box.least, box.height))
        if need > room or used + box.above + box.least > room:
            return False
        used = used + box.above + box.height
    return True


def _place(pages: list[Page], box: Box, room: float) -> None:
    rest = box
    while True:
        page = pages[-1]
        gap = page.gap_for(rest, room)
        left = room - page.used - gap
        if rest.height <= left:
            page.put(rest, gap)
            return
        parts = rest.split(left)
        if parts:
            page.put(parts[0], gap)
            if parts[1] is None:
                return
            rest = parts[1]
            pages.append(Page())
        elif page.boxes:
            pages.append(Page())
        else:
            page.put(rest, gap)
            return
