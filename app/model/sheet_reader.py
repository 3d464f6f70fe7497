"""Reads the fields of one row of a plan's sheet, knowing who and what is in the plan already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from typing import Any

from app.model.clean import tidy_line
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_sheet import KEY, NUMBER, SENT, ChoiceWords, numbers_of, plain, step_words
from app.model.schema import FieldType, Spec, specs
from app.model.sheet_cells import People, Unreadable, day_order, possible_days, read_choice, read_money, read_text
from app.model.sheet_lines import Line
from app.model.sheet_links import Links, SentLinks, Steps, Waits, read_links
from app.model.trouble import Refused

SPECS = specs(Item)
NO_FIELDS = (NUMBER, KEY, SENT)


class CellReader:
    """`order` is how the days of this file are written (see `day_order`)."""

    def __init__(self, lines: Sequence[Line], outline: Outline, partners: Sequence[Partner], today: date) -> None:
        self.people = People(partners)
        self.steps = Steps(lines, outline)
        self.waits = Waits(outline)
        self._outline, self._today = outline, today
        self._numbers = numbers_of(outline)
        self._choices = ChoiceWords()
        days = [name for name, spec in SPECS.items() if spec.type is FieldType.DATE]
        self.order = day_order(line.cells[name] for line in lines for name in days if name in line.cells)

    def readings(self, spec: Spec, cell: str) -> list[Any]:
        """What a cell may mean, empty for nothing; more than one for a day that can be read two ways. Raises Unreadable."""
        if not cell.strip():
            return []
        try:
            match spec.type:
                case FieldType.CHOICE:
                    return [read_choice(spec, cell)]
                case FieldType.SCALE:
                    return [read_money(spec, cell)]
                case FieldType.DATE:
                    return list(possible_days(cell, self.order, self._today))
                case _:
                    return [read_text(spec, cell)]
        except Refused as refused:
            raise Unreadable(str(refused)) from refused

    def only(self, spec: Spec, cell: str) -> Any:
        """The one thing that a cell means, None for nothing. Raises Unreadable."""
        found = self.readings(spec, cell)
        if len(found) > 1:
            raise two_ways(cell, found)
        return found[0] if found else None

    def links(self, line: Line, spec: Spec, here: Sequence[str]) -> Links:
        """The links of a cell, beside those that are here."""
        sent = SentLinks(line.id, spec.name, line.sent.get(spec.name, "")) if line.sent is not None else None
        parts: Callable[[str], list[str]] = self.people.parted
        find: Callable[[str], str] = self.people.find
        if spec.to == "item":
            parts, find = self.steps.parted, self._find_step
        return read_links(line.cells[spec.name], here, sent, parts, find)

    def words(self, spec: Spec, value: Any) -> str:
        """A value in words, as a sheet has it."""
        if spec.to:
            targets = value if spec.type is FieldType.LINKS else (value,)
            return "\n".join(self._link_words(spec, one) for one in targets if one)
        if spec.type is FieldType.CHOICE:
            return self._choices.words(spec, value)
        return plain(spec, value)

    def title(self, item: Item) -> str:
        """A step's number and words."""
        number = self._numbers.get(item.id, "")
        return f"{number} {item.what or _('A step without words')}".strip()

    def _link_words(self, spec: Spec, target: str) -> str:
        if spec.to == "partner":
            return self.people.labels.get(target, "")
        other = self._outline.get(target)
        return step_words(other, self._numbers) if other is not None else self.steps.words_of(target)

    def _find_step(self, words: str) -> str:
        return self.steps.find(words, _("There is no step “{what}” to wait for.").format(what=words[:60]))


def two_ways(cell: str, days: Sequence[date]) -> Unreadable:
    """For a day that may be either of two."""
    sentence = _("“{text}” may be {one} or {other}. Write it as {one}.")
    return Unreadable(sentence.format(text=tidy_line(cell), one=days[0].isoformat(), other=days[1].isoformat()))
