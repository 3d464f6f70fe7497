"""The plan as a sheet to send out: its columns, a row for each line of the plan, and what the sheet remembers of itself.

Two columns at the end are for this program: a row's key, so that a row that comes back finds its step, and short marks of
what was sent, so that only what somebody else has changed counts when it does (see `app.model.sheet_changes`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from gettext import gettext as _
from typing import Any

from app.model.clean import tidy_line, tidy_long
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.phrases import N_
from app.model.plan import Outline
from app.model.schema import Audience, FieldType, Spec, label_of, specs

# Columns that are no fields: the outline number, the dated notes, and the two for this program.
NUMBER, DATED, KEY, SENT = "+number", "+dated", "+key", "+sent"
ORDER = (
    NUMBER, "level", "what", "lead", "helpers", "starts", "by", "status", "waits_for", "needs", "cost", "sign", "has",
    "barriers", "tell", "safety", "repeats", "review", "notes", DATED, KEY, SENT,
)  # fmt: skip
FIELDS = tuple(name for name in ORDER if not name.startswith("+"))
HEADINGS = {NUMBER: N_("Number"), DATED: N_("Dated notes")}
# These two tell a file of ours in any language, so they are not translated.
KEY_HEADING, SENT_HEADING = "Groundwork key", "Groundwork sent"
# A cell of a spreadsheet holds this many letters (ECMA-376 leaves it open; Excel's own limit).
CELL_LIMIT = 32_000
LONGEST_WORDS = 80

SheetCell = str | int | date | None
_SPECS = specs(Item)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the plan a sheet holds: all of it, one branch (an item's id), or what one partner leads or helps with."""

    branch: str = ""
    partner: str = ""

    def ids(self, outline: Outline) -> set[str]:
        """The items in this part; with one person's steps the lines that they stand below."""
        if self.partner:
            theirs = [one for one, _d in outline.walk() if self.partner in (one.lead, *one.helpers)]
            return {one.id for mine in theirs for one in (mine, *outline.path(mine.id))}
        if self.branch:
            return {self.branch, *(one.id for one in outline.below(self.branch))}
        return {one.id for one, _d in outline.walk()}

    def words(self) -> str:
        """As the sheet carries it; `read` gives it back."""
        return f"person:{self.partner}" if self.partner else f"branch:{self.branch}" if self.branch else "all"

    @classmethod
    def read(cls, words: str) -> Scope:
        """Out of a sheet; anything unknown is all of the plan."""
        sort, _sign, key = words.partition(":")
        return cls(partner=key) if sort == "person" else cls(branch=key) if sort == "branch" else cls()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`cells` in the order of the columns; `depth` is 0 at the top of the plan."""

    level: str
    depth: int
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True)
class PlanSheet:
    """`names` are whom the lead can be chosen from; empty where these readers may not see leads."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    names: tuple[str, ...]
    community: str
    made_at: datetime


@dataclass(frozen=True)
class PlanContent:
    """What a sheet is made of: the plan as its readers may see it (`app.model.audience.shown_to`)."""

    community: str
    outline: Outline
    partners: Sequence[Partner]
    notes: Sequence[Note]
    audience: Audience
    scope: Scope
    made_at: datetime


def columns_for(audience: Audience) -> tuple[str, ...]:
    """The columns that these readers may have; dated notes are for the office."""
    return tuple(name for name in ORDER if audience >= column_audience(name))


def column_audience(name: str) -> Audience:
    """How wide a column may be shown at most."""
    if name == DATED:
        return Audience.OFFICE
    return _SPECS[name].audience if name in _SPECS else Audience.PUBLIC


def heading(name: str) -> str:
    """What a column is called."""
    return _(_SPECS[name].label) if name in _SPECS else _(HEADINGS[name])


def plan_sheet(content: PlanContent) -> PlanSheet:
    """The sheet: a row for each line of the plan in reading order."""
    columns = columns_for(content.audience)
    wanted = content.scope.ids(content.outline)
    writer = _Writer(content)
    rows = [
        SheetRow(item.level, depth, tuple(writer.cell(item, name, columns) for name in columns))
        for item, depth in content.outline.walk()
        if item.id in wanted
    ]
    labels = people_labels(content.partners)
    names = sorted(labels.values(), key=str.casefold) if "lead" in columns else []
    made = content.made_at.astimezone(UTC)
    marked = f"{SENT_HEADING} 1 {content.scope.words()} {made:%Y-%m-%dT%H:%MZ}"
    last = {KEY: KEY_HEADING, SENT: marked}
    headings = tuple(last.get(name) or heading(name) for name in columns)
    return PlanSheet(columns, headings, tuple(rows), tuple(names), content.community, content.made_at)


def numbers_of(outline: Outline) -> dict[str, str]:
    """The outline number of every line by id, such as “2.1.3”."""
    found: dict[str, str] = {}
    counts: list[int] = []
    for item, depth in outline.walk():
        counts = [*counts[: depth + 1], *[0] * (depth + 1 - len(counts))]
        counts[depth] += 1
        found[item.id] = ".".join(map(str, counts))
    return found


def people_labels(partners: Iterable[Partner]) -> dict[str, str]:
    """What each partner is called in a sheet, by id: where names are equal, with where they are from, or counted."""
    people = list(partners)
    often = Counter(one.name.casefold() for one in people)
    longer = {
        one.id: f"{one.name} ({one.organisation or one.role})" if one.organisation or one.role else one.name
        for one in people
        if often[one.name.casefold()] > 1
    }
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for one in people:
        label = longer.get(one.id, one.name)
        seen[label.casefold()] += 1
        count = seen[label.casefold()]
        found[one.id] = label if count == 1 else f"{label} ({count})"
    return found


def step_words(item: Item, numbers: Mapping[str, str]) -> str:
    """A step as others wait for it: its number and its words, which end in “…” where they are long."""
    what = item.what if len(item.what) <= LONGEST_WORDS else f"{item.what[:LONGEST_WORDS].strip()}…"
    return f"{numbers[item.id]} {what}".strip()


# -- what was sent ---------------------------------------------------------------------------------------------


def mark(item_id: str, field: str, text: str) -> str:
    """Six letters that stand for a text in one field of one step: equal texts elsewhere have other marks."""
    seed = f"{item_id}\0{field}\0{text}".encode("utf-8", "replace")
    return hashlib.blake2b(seed, digest_size=3).hexdigest() if text else ""


def link_mark(item_id: str, field: str, target: str, words: str) -> str:
    """For one link: whom it names, and the words for them in the sheet."""
    return f"{mark(item_id, field, target)}.{mark(item_id, field, tidy_line(words))}"


def plain(spec: Spec, value: Any) -> str:
    """A field that is no link, as it is marked and compared."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return writable(tidy_long(str(value)) if spec.type is FieldType.LONG else tidy_line(str(value)))


def writable(text: str) -> str:
    """A text without the two signs that no sheet can hold (XML 1.0, 2.2)."""
    return text.replace("\ufffe", "").replace("\uffff", "")


class ChoiceWords:
    """What choices are called; each is looked up once, for thousands of cells."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}

    def words(self, spec: Spec, key: str) -> str:
        """The label of a choice, translated; empty for none."""
        if (spec.name, key) not in self._found:
            self._found[(spec.name, key)] = _(label_of(spec, key)) if key else ""
        return self._found[(spec.name, key)]


class _Writer:
    """Knows what the cells of a row need."""

    def __init__(self, content: PlanContent) -> None:
        self._outline = content.outline
        self._numbers = numbers_of(content.outline)
        self._labels = people_labels(content.partners)
        self._choices = ChoiceWords()
        self._notes: dict[str, list[Note]] = {}
        for one in sorted(content.notes, key=lambda note: (note.on or date.min, note.id), reverse=True):
            self._notes.setdefault(one.item, []).append(one)

    def cell(self, item: Item, name: str, columns: Collection[str]) -> SheetCell:
        match name:
            case "+number":
                return self._numbers[item.id]
            case "+dated":
                lines = [f"{one.on.isoformat() if one.on else ''} {one.words}".strip() for one in self._notes_on(item)]
                return writable("\n".join(lines))[:CELL_LIMIT]
            case "+key":
                return f"k{item.id}"
            case "+sent":
                return self._sent(item, columns)
            case _:
                return self._field(item, _SPECS[name])

    def _notes_on(self, item: Item) -> Sequence[Note]:
        return self._notes.get(item.id, ())

    def _field(self, item: Item, spec: Spec) -> SheetCell:
        value = getattr(item, spec.name)
        if spec.type in (FieldType.LINK, FieldType.LINKS):
            return "\n".join(words for _target, words in self._links(item, spec))
        if spec.type is FieldType.CHOICE:
            return self._choices.words(spec, value)
        return value if isinstance(value, date | int) else plain(spec, value)

    def _links(self, item: Item, spec: Spec) -> list[tuple[str, str]]:
        value = getattr(item, spec.name)
        targets = value if spec.type is FieldType.LINKS else (value,)
        words = ((one, self._words(spec, one)) for one in targets if one)
        return [(one, writable(said)) for one, said in words if said]

    def _words(self, spec: Spec, target: str) -> str:
        if spec.to == "partner":
            return self._labels.get(target, "")
        other = self._outline.get(target)
        return step_words(other, self._numbers) if other is not None and target in self._numbers else ""

    def _sent(self, item: Item, columns: Collection[str]) -> str:
        parts = [f"number={mark(item.id, NUMBER, self._numbers[item.id])}"]
        if DATED in columns:
            parts.append(f"dated={mark(item.id, DATED, tidy_long(str(self.cell(item, DATED, columns))))}")
        for name in FIELDS:
            if name not in columns:
                continue
            spec = _SPECS[name]
            if spec.to:
                marks = "+".join(link_mark(item.id, name, *one) for one in self._links(item, spec))
            else:
                marks = mark(item.id, name, plain(spec, getattr(item, name)))
            if marks:
                parts.append(f"{name}={marks}")
        return " ".join(parts)
