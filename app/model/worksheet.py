"""Worksheets: the questions of a meeting on paper or in a PDF, and the cards that filled ones bring back.

Each field of a sheet carries in its name which meeting and question it belongs to, so that a filled sheet finds its way home
whatever its file is called. Nobody's name is asked for, and nothing is kept that tells which cards came from one sheet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _

from app.model.clean import tidy_line, tidy_long
from app.model.finding import fold
from app.model.phrases import N_
from app.model.reflection import BY_KEY, Answer, Asked, Meeting, Question
from app.model.schema import specs

VERSION = 1
WORDS = "words"
_MARK = "groundwork"
_NAME = re.compile(rf"{_MARK}(\d{{1,4}}):([a-z]+):([^:]*):([^:]+):(words|tick\d{{1,2}})")
LONGEST = specs(Answer)["words"].limit
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦]+|\(?\d{1,2}[.)]|[☐☑✓])\s+")
# No letters that are taken for each other when a sheet is read aloud or copied by hand.
_CODE_LETTERS = "ABCDEFGHJKMNPRSTUVWXYZ23456789"
_CODE_LENGTH = 5
# Somebody who fills in more than this is not filling in a worksheet.
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sort of worksheet; `label` and `about` are to be translated where they are shown."""

    key: str
    label: str
    about: str


SHEETS: tuple[Sheet, ...] = (
    Sheet("person", N_("One person"), N_("Three questions or so on a page, with boxes to tick.")),
    Sheet("large", N_("One person, large print"), N_("The same in letters that are half as large again and more.")),
    Sheet("group", N_("A small group"), N_("A page for each question, with much room to write.")),
    Sheet("room", N_("The whole room"), N_("A poster for each question. Tabloid paper is best for a wall.")),
)
SHEET_KEYS = tuple(one.key for one in SHEETS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field belongs. `meeting` is empty on a sheet that was made for any meeting. `part` is WORDS or "tick1", …"""

    version: int
    sheet: str
    meeting: str
    question: str
    part: str

    @property
    def tick(self) -> int:
        """Which box it is, counted from 1, or 0 for a field of words."""
        return 0 if self.part == WORDS else int(self.part.removeprefix("tick"))


def field_name(sheet: str, meeting: str, question: str, part: str) -> str:
    """The hidden key of one field: never shown, and kept by every PDF reader."""
    return f"{_MARK}{VERSION}:{sheet}:{meeting}:{question}:{part}"


def place_of(name: str) -> Place | None:
    """What a field's name says, or None for a field of somebody else's."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    version, sheet, meeting, question, part = found.groups()
    return Place(int(version), sheet, meeting, question, part)


def sheet_code(meeting: str) -> str:
    """The short code that stands on a meeting's sheets, so that a pile of paper can be sorted."""
    number = int.from_bytes(hashlib.sha256(meeting.encode()).digest()[:8], "big")
    letters: list[str] = []
    for _place in range(_CODE_LENGTH):
        number, rest = divmod(number, len(_CODE_LETTERS))
        letters.append(_CODE_LETTERS[rest])
    return "".join(letters)


# -- filled sheets --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A PDF as it was read: the `name` of its file, the `digest` of its bytes, and each field's name with what stands in it.

    A box that is ticked holds a word, one that is not holds nothing.
    """

    name: str
    digest: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LeftSheet:
    """A file that brings nothing, and one sentence why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class CardProposal:
    """A card that could come in. `unsure` says why it should be looked at first, else it is empty."""

    id: str
    meeting: str
    question: str
    words: str
    sheet: str
    unsure: str = ""

    def answer(self, order: int | None) -> Answer:
        """The card as it is kept. `source` says only on which sort of sheet it stood: nothing joins the cards of one person."""
        return Answer(
            id=self.id,
            meeting=self.meeting,
            question=self.question,
            words=self.words,
            order=order,
            source=f"worksheet:{self.sheet}",
        )


@dataclass
class SheetFindings:
    """What some sheets bring. `before` counts cards that came in earlier, `copies` files that are another's exact copy, and
    `unbound` sheets that were made for any meeting.
    """

    cards: list[CardProposal] = field(default_factory=list[CardProposal])
    left: list[LeftSheet] = field(default_factory=list[LeftSheet])
    sheets: int = 0
    before: int = 0
    copies: int = 0
    unbound: int = 0


class SheetsHere:
    """What the community's file holds: what sheets are matched with. `chosen` is the meeting of sheets made for any."""

    def __init__(
        self, meetings: Iterable[Meeting], own: Iterable[Question], answers: Iterable[Answer], chosen: str = ""
    ) -> None:
        self.meetings: Mapping[str, Meeting] = {one.id: one for one in meetings}
        self._own = {one.id: one for one in own}
        self.ids: set[str] = set()
        self.said: set[tuple[str, str, str]] = set()
        for one in answers:
            self.ids.add(one.id)
            self.said.add((one.meeting, one.question, fold(one.words)))
        self.chosen = chosen if chosen in self.meetings else ""

    def asked(self, key: str) -> Asked | None:
        """The question with this key, the toolkit's or the community's own; the toolkit's is yet to be translated."""
        own = self._own.get(key)
        return BY_KEY.get(key) or (own.asked() if own is not None else None)


def read_sheets(sheets: Iterable[FilledSheet], here: SheetsHere) -> SheetFindings:
    """The cards that filled sheets bring, by question; a sheet that is read twice brings nothing twice.

    A card's id is computed from all that its sheet says and from where it stands on it (issue: nothing doubled).
    Cards of one question come in an order that does not follow the sheets.
    """
    return _Reading(here).read(sheets)


class _Reading:
    def __init__(self, here: SheetsHere) -> None:
        self._here = here
        self._found = SheetFindings()
        self._files: set[str] = set()
        self._contents: dict[str, int] = {}

    def read(self, sheets: Iterable[FilledSheet]) -> SheetFindings:
        for one in sheets:
            if one.digest in self._files:
                self._found.copies += 1
                continue
            self._files.add(one.digest)
            why = self._sheet(one)
            if why:
                self._found.left.append(LeftSheet(one.name, why.format(name=one.name)))
        self._found.cards.sort(key=lambda card: (card.meeting, _rank(card.question), card.id))
        return self._found

    def _sheet(self, sheet: FilledSheet) -> str:
        """Read one; answers with a sentence when it brings nothing."""
        placed = [(place, value) for name, value in sheet.fields if (place := place_of(name)) is not None]
        self._found.unbound += any(not place.meeting for place, _value in placed)
        why = self._refusal([place for place, _value in placed])
        if why:
            return why
        filled = [(place, value) for place, value in placed if value.strip()]
        if not filled:
            return _("“{name}” is empty: nothing is written in it.")
        self._found.sheets += 1
        content = _content(filled)
        twin = self._contents[content] = self._contents.get(content, -1) + 1
        lost = sum(not self._field(place, value, f"{content}:{twin}" if twin else content) for place, value in filled)
        return _("“{name}” also answers a question that is no longer here. Those words were left.") if lost else ""

    def _refusal(self, places: Sequence[Place]) -> str:
        if not places:
            return _(
                "“{name}” is not a worksheet that can be read. If it was printed to a PDF or scanned, type it in by hand."
            )
        if any(one.version > VERSION for one in places):
            return _("“{name}” was made by a newer Groundwork. Read it on that computer.")
        meeting = places[0].meeting
        if meeting and meeting not in self._here.meetings:
            return _("“{name}” belongs to a meeting that is not in this file.")
        if not meeting and not self._here.chosen:
            return _("“{name}” was made for any meeting. Choose first which one it belongs to.")
        return ""

    def _field(self, place: Place, value: str, content: str) -> bool:
        """Propose the cards of one field; False when its question is gone."""
        asked = self._here.asked(place.question)
        if asked is None:
            return False
        for number, words in enumerate(_cards(place, value, asked)):
            self._propose(place, words, f"{content}:{place.question}:{place.part}:{number}", ":" in content)
        return True

    def _propose(self, place: Place, words: str, where: str, twin: bool) -> None:
        meeting = place.meeting or self._here.chosen
        card_id = hashlib.sha256(f"{_MARK}:{meeting}:{where}".encode()).hexdigest()[:32]
        if card_id in self._here.ids:
            self._found.before += 1
            return
        unsure = ""
        if twin:
            unsure = _("Another sheet says just the same. Is it a copy?")
        elif (meeting, place.question, fold(words)) in self._here.said:
            unsure = _("There is a card with these words already.")
        self._found.cards.append(CardProposal(card_id, meeting, place.question, words, place.sheet, unsure))


def _cards(place: Place, value: str, asked: Asked) -> Iterator[str]:
    if place.tick:
        if place.tick <= len(asked.examples):
            yield _(asked.examples[place.tick - 1])
        return
    yield from cards_in(value)


def cards_in(text: str) -> list[str]:
    """The cards of what somebody wrote: one a line, without its bullet; a line too long for a card goes on on the next."""
    found: dict[str, None] = {}
    for one in tidy_long(text).split("\n")[:MOST_LINES]:
        line = tidy_line(_BULLET.sub("", one))
        while len(line) > LONGEST:
            cut = line.rfind(" ", 0, LONGEST)
            cut = cut if cut > 0 else LONGEST
            found[line[:cut]] = None
            line = line[cut:].strip()
        if any(letter.isalnum() for letter in line):
            found[line] = None
    return list(found)


def _content(filled: Iterable[tuple[Place, str]]) -> str:
    """The sum of what a sheet says, the same whichever program saved it."""
    said = sorted(f"{one.meeting}\0{one.question}\0{one.part}\0{tidy_long(value)}" for one, value in filled)
    return hashlib.sha256("\1".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _rank(question: str) -> tuple[bool, str]:
    return question not in BY_KEY, question


def next_order(answers: Iterable[Answer], meeting: str, question: str) -> int:
    """The place behind the last card of a question."""
    return 1 + max((one.order or 0 for one in answers if (one.meeting, one.question) == (meeting, question)), default=0)
