"""Compares a plan's sheet that came back with what was sent and with what is here now: three ways, field by field.

Only what somebody else has changed counts. Where the field was changed here as well, both are shown and neither is lost; where a
sheet does not say what was sent (another program's, or the last two columns are gone), an empty cell takes nothing away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from app.model.arrivals import unmarked
from app.model.clean import tidy_line, tidy_long
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline, levels_below
from app.model.plan_sheet import DATED, FIELDS, NUMBER, SENT, Scope, mark, plain
from app.model.schema import FieldType, Spec
from app.model.sheet import Row, Spoilt
from app.model.sheet_cells import Unreadable
from app.model.sheet_found import FieldChange, Findings, MissingStep
from app.model.sheet_headings import Headings
from app.model.sheet_lines import Line, lines_of, match_lines
from app.model.sheet_new import NewSteps
from app.model.sheet_reader import SPECS, CellReader, two_ways

_SENT = re.compile(r"1 (\S+) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2})Z")


@dataclass(frozen=True)
class Here:
    """The plan as it stands: every line of it, and everybody who can lead or help."""

    outline: Outline
    partners: Sequence[Partner]
    today: date


def compare(rows: Sequence[Row], headings: Headings, here: Here, spoilt: Sequence[Spoilt] = ()) -> Findings:
    """What the rows below the headings propose."""
    lines = lines_of(rows, headings)
    match_lines(lines, here.outline)
    reader = CellReader(lines, here.outline, here.partners, here.today)
    comparison = _Comparison(reader, here.outline)
    for line in lines:
        if line.item is not None:
            comparison.take(line, line.item)
    ours = SENT in headings.columns
    new = NewSteps(reader, here.outline, ours=ours and any(line.item is not None for line in lines))
    new.take(lines)
    unread = [*spoilt, *comparison.unread, *new.unread]
    return Findings(
        changes=tuple(comparison.changes),
        new=tuple(new.found),
        missing=tuple(_missing(lines, headings.sent, here.outline, reader)) if ours else (),
        unread=(*sorted(unread, key=lambda one: one.line), *comparison.renumbered()),
        unknown=headings.unknown,
        rows=len(lines),
        ours=ours,
    )


class _Comparison:
    """Gathers changes and what cannot be taken, over the rows that are steps already."""

    def __init__(self, reader: CellReader, outline: Outline) -> None:
        self._reader, self._outline = reader, outline
        self.changes: list[FieldChange] = []
        self.unread: list[Spoilt] = []
        self._renumbered: list[Line] = []

    def take(self, line: Line, item: Item) -> None:
        """Compare one row with its step."""
        for name in FIELDS:
            if name not in line.cells:
                continue
            spec = SPECS[name]
            try:
                if spec.to:
                    self._links(line, item, spec)
                else:
                    self._field(line, item, spec)
            except Unreadable as trouble:
                self._cannot(line, spec, str(trouble))
        self._extras(line, item)

    def renumbered(self) -> list[Spoilt]:
        """One sentence for all rows with another number."""
        if not self._renumbered:
            return []
        count = len(self._renumbered)
        why = ngettext(
            "{count} row has another number. Steps are moved in the plan itself, so it stays where it is.",
            "{count} rows have other numbers. Steps are moved in the plan itself, so they stay where they are.",
            count,
        )
        first = self._renumbered[0]
        return [Spoilt(first.row.line, f"{first.number} {first.what}", why.format(count=count))]

    # -- one field ----------------------------------------------------------------------------------------

    def _field(self, line: Line, item: Item, spec: Spec) -> None:
        cell, now = line.cells[spec.name], getattr(item, spec.name)
        here, words = plain(spec, now), self._reader.words(spec, now)
        if cell == words or plain(spec, cell) in (words, here):
            return
        options = self._options(spec, cell)
        sent = None if line.sent is None else line.sent.get(spec.name, "")
        for value in options:
            text = plain(spec, value)
            if text == here or (sent is not None and mark(item.id, spec.name, text) == sent):
                return
        value, text = options[0], plain(spec, options[0])
        if not text and (sent is None or spec.type is FieldType.CHOICE):
            return
        changed_here = sent is not None and mark(item.id, spec.name, here) != sent
        if not changed_here and _without_letters(here) == text:
            return
        if spec.type is FieldType.DATE and len(options) > 1:
            raise two_ways(cell, options)
        if spec.name == "level":
            self._must_fit(item, str(value))
        self._propose(line, item, spec, value, self._unsure(sent is None, changed_here, item, spec))

    def _options(self, spec: Spec, cell: str) -> list[Any]:
        found = self._reader.readings(spec, cell)
        if spec.type in (FieldType.LINE, FieldType.LONG) and unmarked(cell) != cell:
            found += self._reader.readings(spec, unmarked(cell))
        return found or [None if spec.type in (FieldType.DATE, FieldType.SCALE) else ""]

    def _links(self, line: Line, item: Item, spec: Spec) -> None:
        now = getattr(item, spec.name)
        here: tuple[str, ...] = now if spec.type is FieldType.LINKS else (now,) if now else ()
        found = self._reader.links(line, spec, here)
        for sentence in found.troubles:
            self._cannot(line, spec, sentence)
        if spec.type is FieldType.LINK:
            self._lead(line, item, spec, found.added, found.kept, bool(found.removed))
            return
        wanted = (*(one for one in here if one not in found.removed), *found.added)
        if wanted == here:
            return
        if spec.name == "waits_for":
            if self._reader.waits.closes_circle(item, item.id, wanted):
                raise Unreadable(_("The step would in the end wait for itself."))
            self._reader.waits.accept(item.id, wanted)
        self._propose(line, item, spec, wanted, "")

    def _lead(
        self, line: Line, item: Item, spec: Spec, added: Sequence[str], kept: Sequence[str], cleared: bool
    ) -> None:
        if len(added) + len(kept) > 1:
            raise Unreadable(_("Only one can lead; the others can help."))
        if not added and not (cleared and not kept):
            return
        value = added[0] if added else ""
        here = mark(item.id, spec.name, item.lead)
        changed_here = line.sent is not None and here != line.sent.get(spec.name, "").partition(".")[0]
        self._propose(line, item, spec, value, self._unsure(line.sent is None, changed_here, item, spec))

    def _must_fit(self, item: Item, level: str) -> None:
        above = self._outline.get(item.parent)
        fits = level in levels_below(above.level if above is not None else "")
        if not fits or any(one.level not in levels_below(level) for one in self._outline.children(item.id)):
            raise Unreadable(_("A line of this level cannot stand there. Change it in the plan itself."))

    def _unsure(self, unknown: bool, changed_here: bool, item: Item, spec: Spec) -> str:
        if changed_here:
            return _("Changed here as well since the sheet was sent.")
        if unknown and getattr(item, spec.name) != getattr(Item(), spec.name):
            return _("The sheet does not say what was sent, so nobody can tell which is newer.")
        return ""

    # -- what was found -----------------------------------------------------------------------------------

    def _propose(self, line: Line, item: Item, spec: Spec, value: Any, unsure: str) -> None:
        words = self._reader.words
        old, new = words(spec, getattr(item, spec.name)), words(spec, value)
        title = self._reader.title(item)
        self.changes.append(FieldChange(item.id, title, line.row.line, spec.name, value, old, new, unsure))

    def _cannot(self, line: Line, spec: Spec, why: str) -> None:
        label = _(spec.label)
        text = _("{step}, {field}: {text}").format(
            step=line.what or line.number, field=label, text=tidy_line(line.cells[spec.name])
        )
        self.unread.append(Spoilt(line.row.line, text, why))

    def _extras(self, line: Line, item: Item) -> None:
        sent = line.sent
        if sent is None:
            return
        if line.number and NUMBER in sent and mark(item.id, NUMBER, line.number) != sent[NUMBER]:
            self._renumbered.append(line)
        dated = tidy_long(line.cells.get(DATED, ""))
        if DATED in sent and dated and not _same_mark(item.id, DATED, dated, sent[DATED]):
            why = _("Dated notes are written in the plan itself. Copy what is new from here.")
            self.unread.append(Spoilt(line.row.line, f"{line.what}: {dated}", why))


def _same_mark(item_id: str, name: str, text: str, sent: str) -> bool:
    return sent in (mark(item_id, name, text), mark(item_id, name, unmarked(text)))


def _without_letters(text: str) -> str:
    """As a spreadsheet writes it that keeps a sheet in the letters of an older Windows: others become question marks."""
    return text.encode("cp1252", "replace").decode("cp1252")


# -- what is not there any more --------------------------------------------------------------------------------


def _missing(lines: Sequence[Line], sent: str, outline: Outline, reader: CellReader) -> list[MissingStep]:
    """Steps of the part that was sent that have no row. Those made later were never in the sheet."""
    found = _SENT.search(sent)
    if found is None or not any(line.item is not None for line in lines):
        return []
    hour = datetime.fromisoformat(found[2]).replace(tzinfo=UTC)
    there = {line.id for line in lines}
    wanted = Scope.read(found[1]).ids(outline)
    items = [item for item, _depth in outline.walk() if item.id in wanted and item.id not in there]
    return [MissingStep(item.id, reader.title(item)) for item in items if not _made_after(item.id, hour)]


def _made_after(item_id: str, hour: datetime) -> bool:
    """By the time that an id begins with (see `app.model.schema.new_id`); other ids say nothing."""
    if not re.fullmatch(r"[0-9a-f]{12}7[0-9a-f]{19}", item_id):
        return False
    return int(item_id[:12], 16) / 1000 > hour.timestamp()
