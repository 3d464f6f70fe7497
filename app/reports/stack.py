"""Lines of text under each other in one column, in one or several styles, that can be parted at a page's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from app.reports.document import Para
from app.reports.fonts import Fonts
from app.reports.lettering import Style
from app.reports.line import Line
from app.reports.lines import break_lines, spaced
from app.reports.links import says_of
from app.reports.pen import Pen
from app.reports.tags import Element, Role


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its style, the space above it (within a column, not at its top), the element that it belongs to, the space
    at its left in points, and what a press on it leads to.
    """

    line: Line
    style: Style
    above: float = 0.0
    tag: Element | None = None
    indent: float = 0.0
    link: str = ""


@dataclass(frozen=True)
class Stack:
    """A column of lines."""

    lines: tuple[SetLine, ...] = ()

    @cached_property
    def height(self) -> float:
        """In points."""
        return sum(one.style.leading + one.above for one in self.lines)

    def split(self, room: float) -> tuple[Stack, Stack]:
        """What fits into `room`, and the rest; no single line of several is left alone at either end."""
        height, fit = 0.0, 0
        for one in self.lines:
            height += one.style.leading + one.above
            if height > room:
                break
            fit += 1
        whole = len(self.lines)
        if whole - fit == 1:
            fit -= 1
        if fit == 1 and whole > 1:
            fit = 0
        rest = self.lines[fit:]
        if rest and rest[0].above:
            rest = (replace(rest[0], above=0.0), *rest[1:])
        return Stack(self.lines[:fit]), Stack(rest)

    def draw(self, pen: Pen, x: float, top: float, *, right: float | None = None) -> None:
        """Draw from the left edge `x`, or so that lines end at `right`."""
        for (style, _above, _tag, indent), group in groupby(self._placed(top), key=_likeness):
            placed = list(group)
            self._draw_group(pen, x + indent, right, style, placed)
            if placed[0][1].link:
                _link(pen, x + indent, right, placed)

    def _draw_group(
        self, pen: Pen, x: float, right: float | None, style: Style, group: list[tuple[float, SetLine]]
    ) -> None:
        if group[0][1].above:
            for top, one in group:
                pen.lines(x, top, [one.line], style, right=right, tag=one.tag)
            return
        pen.lines(x, group[0][0], [one.line for _top, one in group], style, right=right, tag=group[0][1].tag)

    def _placed(self, top: float) -> Iterator[tuple[float, SetLine]]:
        for number, one in enumerate(self.lines):
            if number:
                top += one.above
            yield top, one
            top += one.style.leading


def set_paras(
    paras: Iterable[Para], width: float, scale: float, fonts: Fonts, tags: Sequence[Element | None] = ()
) -> Stack:
    """Paragraphs broken into lines of a width in points; `tags` are the elements they belong to, one each."""
    found: list[SetLine] = []
    before: Element | None = None
    for at, para in enumerate(paras):
        style, tag = style_of(para, scale), tags[at] if tags else None
        link = para.link if tag is not None else ""
        if link and tag is not None:
            tag = tag.add(Role.LINK)
        if found and tag is not None and before is tag:
            # Two paragraphs of one element are read in one go: their words must stay apart.
            found[-1] = replace(found[-1], line=spaced(found[-1].line))
        before = tag
        said = fonts.readable(para.text)
        lines = break_lines(said, style, width, fonts)
        if any(one.turned for one in lines):
            found += _turned(lines, said, style, min(width, style.narrow or width), tag)
        else:
            found += [SetLine(line, style, tag=tag, link=link) for line in lines]
        if para.above and len(found) > len(lines):
            first = len(found) - len(lines)
            found[first] = replace(found[first], above=para.above * scale)
    return Stack(tuple(found))


def _turned(lines: Sequence[Line], said: str, style: Style, room: float, tag: Element | None) -> Iterator[SetLine]:
    """Lines with words from right to left. Their marks are not in the order of reading, so the tag says the words.

    A paragraph of several such lines ends at the right, so that the eye finds the next line; a single one stays at the
    left, under names that are written the other way.
    """
    if tag is not None:
        tag = tag.add(Role.SPAN)
        tag.said = said
    for line in lines:
        yield SetLine(line, style, tag=tag, indent=room - line.width if line.leftwards and len(lines) > 1 else 0.0)


def _likeness(placed: tuple[float, SetLine]) -> tuple[Style, float, Element | None, float]:
    return placed[1].style, placed[1].above, placed[1].tag, placed[1].indent


def _link(pen: Pen, x: float, right: float | None, placed: Sequence[tuple[float, SetLine]]) -> None:
    """Make the lines of one element lead where they say."""
    for top, one in placed:
        left = x if right is None else right - one.line.width
        if one.tag is not None:
            pen.link_out(
                one.tag, says_of(one.link), one.link, (left, top, left + one.line.width, top + one.style.leading)
            )


def style_of(para: Para, scale: float) -> Style:
    """The style a paragraph is set in."""
    style = para.look.value if para.tone is None else para.look.value.toned(para.tone)
    return style if scale == 1.0 else style.scaled(scale)
