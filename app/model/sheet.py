"""A sheet of people from some other program: rows of cells, and which field of a partner each column is for.

Columns are known by their headings as Outlook, Google Contacts, contact cards (RFC 6350) and sign-in sheets write them, or, where
headings say nothing, by what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from app.model.finding import folded
from app.model.groups import Groups
from app.model.partner import Partner
from app.model.phrases import N_
from app.model.schema import FieldType, specs

# Where a column goes that is no field: into the notes with its heading, or nowhere.
KEEP, LEAVE = "+notes", ""
FIRST, MIDDLE, LAST = "+first", "+middle", "+last"
PARTS = (FIRST, MIDDLE, LAST)
# Each cell of the column is a telephone or an e-mail address: sign-in sheets have one column for both.
REACH = "+reach"
# Links to other partners mean nothing in another file.
FIELDS = tuple(name for name, spec in specs(Partner).items() if spec.type not in (FieldType.LINK, FieldType.LINKS))

TARGET_LABELS = {
    LEAVE: N_("Leave out"),
    KEEP: N_("Notes, with the column’s name"),
    FIRST: N_("First name"),
    MIDDLE: N_("Middle name"),
    LAST: N_("Last name"),
    REACH: N_("Phone or e-mail"),
}

_KNOWN = {
    "name": "name | names | display name | full name | fn | who | participant | attendee | contact | nom complet | your name",
    FIRST: "first name | given name | prenom | first",
    MIDDLE: "middle name | additional name",
    LAST: "last name | family name | surname | nom de famille | nom | last",
    "form": "kind | type | partner kind",
    "group": "group | groups | sector | category | categories | labels | group membership | groupe",
    "role": "role | job title | position | title | function | fonction | titre | organization title | organisation title",
    "organisation": "organisation | organization | company | agency | employer | org | organization name | affiliation | "
    "organisme | represents | society | nation | band | organisation name | company name | entreprise",
    "phone": "phone | tel | telephone | cell | mobile | mobile phone | business phone | home phone | primary phone | "
    "cell phone | phone value | phone number | telephone number | work phone | other phone | portable | cellulaire | "
    "company main phone | tel cell | tel work | tel home",
    "email": "email | e mail | mail | email address | e mail address | courriel | e mail value | email value | "
    "adresse courriel | adresse de messagerie",
    REACH: "phone or email | phone or e mail | contact information | contact info | how to reach you | phone email",
    "address": "address | adr | address formatted | mailing address | adresse | home address | business address",
    "languages": "language | languages | lang | langue | langues | languages spoken",
    "notes": "notes | note | comments | comment | remarks | remarques | commentaires",
}
_HEADINGS = {words.strip(): target for target, line in _KNOWN.items() for words in line.split("|")}
_PHONE = re.compile(r"^\+?[\d\s().\-/x]{7,}$", re.IGNORECASE)
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, and the line of the file that they begin at (counted from 1)."""

    line: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole row in one line, as it is shown where it could not be taken."""
        return " | ".join(" ".join(one.split()) for one in self.cells if one.strip())


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A part of the file that could not be taken: its line, its text, and why in a sentence."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Sheet:
    """`headings` are empty texts where the file has none. Every row has as many cells as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    spoilt: tuple[Spoilt, ...] = ()
    has_headings: bool = True

    def with_headings(self, wanted: bool) -> Sheet:
        """The first row as headings, or as a row like the others."""
        if wanted == self.has_headings:
            return self
        if not wanted:
            blank = ("",) * len(self.headings)
            return replace(self, headings=blank, rows=(Row(1, self.headings), *self.rows), has_headings=False)
        if not self.rows:
            return self
        return replace(self, headings=self.rows[0].cells, rows=self.rows[1:], has_headings=True)


def is_email(cell: str) -> bool:
    """Whether a cell looks like an e-mail address."""
    return "@" in cell and " " not in cell.strip()


def is_phone(cell: str) -> bool:
    """Whether a cell looks like a telephone number: seven digits or more and little else."""
    return bool(_PHONE.match(cell.strip())) and sum(letter.isdigit() for letter in cell) >= 7


def make_sheet(rows: Sequence[Row], spoilt: Sequence[Spoilt] = ()) -> Sheet:
    """A sheet of rows of any length; whether the first one names the columns is found out."""
    width = max((len(one.cells) for one in rows), default=0)
    even = tuple(Row(one.line, one.cells + ("",) * (width - len(one.cells))) for one in rows)
    if even and is_headings(even[0].cells):
        return Sheet(even[0].cells, even[1:], tuple(spoilt))
    return Sheet(("",) * width, even, tuple(spoilt), has_headings=False)


def is_headings(cells: Sequence[str]) -> bool:
    """Whether a row names columns: some are known, and none is somebody's address or number."""
    filled = [one for one in cells if one.strip()]
    if any(is_email(one) or is_phone(one) for one in filled):
        return False
    known = sum(_by_heading(one) is not None for one in filled)
    return known >= 1 and known * 3 >= len(filled)


def guess_matching(sheet: Sheet, groups: Groups) -> tuple[str, ...]:
    """The field (or KEEP, LEAVE, or a part of the name) for each column. An empty column is left out."""
    names = {folded(one.label) for one in groups.all}
    taken: list[str] = []
    headings = [folded(_plain(one)) for one in sheet.headings]
    for column, heading in enumerate(sheet.headings):
        cells = [row.cells[column] for row in sheet.rows if row.cells[column].strip()]
        if not cells:
            taken.append(LEAVE)
            continue
        target = _by_heading(heading) if heading.strip() else _by_cells(cells[:_LOOKED_AT], names)
        if target == "role" and headings[column] == "title" and "job title" in headings:
            target = KEEP
        taken.append(target or (KEEP if heading.strip() else ""))
    return _with_texts(sheet, _whole_name(taken))


def _whole_name(taken: list[str]) -> list[str]:
    """Without a first name, the last one alone is a name."""
    if LAST in taken and FIRST not in taken and "name" not in taken:
        return ["name" if one == LAST else one for one in taken]
    return taken


def _with_texts(sheet: Sheet, taken: list[str]) -> tuple[str, ...]:
    """Columns that nothing is known of are, in a sheet without headings, name, role and organisation in that order."""
    has_name = "name" in taken or FIRST in taken
    texts = [one for one in ("name", "role", "organisation") if one not in taken]
    if has_name:
        texts = [one for one in texts if one != "name"]
    for column, target in enumerate(taken):
        heading = sheet.headings[column].strip()
        filled = any(row.cells[column].strip() for row in sheet.rows)
        if target or heading or not filled:
            continue
        taken[column] = texts.pop(0) if texts else KEEP
    if sheet.has_headings and not has_name and KEEP in taken and "organisation" not in taken:
        taken[taken.index(KEEP)] = "name"
    return tuple(taken)


def _plain(heading: str) -> str:
    return re.sub(r"\d+", " ", heading.replace("_", " ").replace("-", " "))


def _by_heading(heading: str) -> str | None:
    wanted = folded(_plain(heading))
    own = {folded(_plain(_(specs(Partner)[name].label))): name for name in FIELDS}
    if wanted in own:
        return own[wanted]
    code = heading.strip().casefold().removeprefix("x-groundwork-").replace("-", "_")
    if heading.strip().casefold().startswith("x-groundwork-") and code in FIELDS:
        return code
    return _HEADINGS.get(wanted)


def _by_cells(cells: Sequence[str], groups: set[str]) -> str | None:
    def most(test: Callable[[str], bool]) -> bool:
        return sum(test(one.strip()) for one in cells) * 2 > len(cells)

    if most(is_email):
        return "email"
    if most(is_phone):
        return "phone"
    if most(lambda one: is_email(one) or is_phone(one)):
        return REACH
    return "group" if most(lambda one: folded(one) in groups) else None
