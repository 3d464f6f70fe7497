"""What a toolkit is made of, and how one is laid over another: the program's own below, content packs above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.model.helplines import HelpLine
from app.model.page import Page, Section, Term


@dataclass(frozen=True, slots=True)
class Toolkit:
    """One layer: sections in their order and without pages, pages and glossary words."""

    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()
    terms: tuple[Term, ...] = ()

    def with_over(self, over: Toolkit) -> Toolkit:
        """This with `over` on top: of two pages the one that was checked later counts, of two of one day the upper.

        So a pack made before a newer program does not bring back what that has put right. Sections and words of the upper
        layer count always; new sections stand behind those that are there.
        """
        known = {one.id: one for one in self.pages}
        newer = [one for one in over.pages if one.id not in known or one.checked >= known[one.id].checked]
        return Toolkit(
            tuple({one.id: one for one in (*self.sections, *over.sections)}.values()),
            tuple({**known, **{one.id: one for one in newer}}.values()),
            tuple({one.id: one for one in (*self.terms, *over.terms)}.values()),
        )

    def filled(self) -> tuple[Section, ...]:
        """The sections with their pages in order."""
        ordered = sorted(self.pages, key=lambda page: (page.order, page.id))
        return tuple(
            replace(section, pages=tuple(page for page in ordered if page.section == section.id))
            for section in self.sections
        )


@dataclass(frozen=True, slots=True)
class Closed:
    """A help line that is no more, and the day when that was found."""

    id: str
    checked: date


@dataclass(frozen=True, slots=True)
class Lines:
    """One layer of help lines: those that are, and those that are no more."""

    lines: tuple[HelpLine, ...] = ()
    closed: tuple[Closed, ...] = ()

    def with_over(self, over: Lines) -> Lines:
        """This with `over` on top, by the same rule as for pages; the emergency line is the program's own."""
        known = {one.id: one for one in self.lines}
        for one in over.lines:
            below = known.get(one.id)
            if one.emergency or (below is not None and below.emergency):
                continue
            if below is None or _day(one) >= _day(below):
                known[one.id] = one
        for gone in over.closed:
            below = known.get(gone.id)
            if below is not None and not below.emergency and gone.checked >= _day(below):
                del known[gone.id]
        return Lines(in_order(known.values()))


def in_order(lines: Iterable[HelpLine]) -> tuple[HelpLine, ...]:
    """The lines as they are shown, emergency first."""
    return tuple(sorted(lines, key=lambda line: (not line.emergency, line.order, line.id)))


def _day(line: HelpLine) -> date:
    return line.checked or date.min
