"""Reads a pasted list of people: one a line, as it stands in an e-mail, a sign-in sheet or a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _

from app.model.finding import folded
from app.model.forms import form_of
from app.model.groups import Groups

# More than this is a whole address book, and was hardly meant.
MOST = 500
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_DIGITS = re.compile(r"\d")
_PHONE = re.compile(r"^[\d\s().+\-/x]{7,}$", re.IGNORECASE)
_TEXTS = ("name", "role", "organisation")


@dataclass(frozen=True, slots=True)
class Pasted:
    """`rows` are fields of partners by name; `left_over` is how many lines came after the most that are taken."""

    rows: tuple[Mapping[str, str], ...]
    left_over: int = 0


def read_pasted(text: str, groups: Groups) -> Pasted:
    """The people of a pasted text. Cells are parted by tabs, or else by semicolons, or else by commas.

    The first words of a line are the name; then role and organisation, in that order. An e-mail address, a telephone number and
    the name of a group are known wherever they stand. A line without a name is passed over; a name that is an
    office's or a committee's makes one.
    """
    keys = {folded(one.label): one.key for one in groups.all}
    lines = [line for line in text.splitlines() if line.strip()]
    sign = next((one for one in ("\t", ";", ",") if any(one in line for line in lines)), "\n")
    rows = [row for row in (_row(line.split(sign), keys) for line in lines) if row.get("name")]
    if rows and _is_heading(rows[0]):
        rows = rows[1:]
    return Pasted(tuple(rows[:MOST]), max(0, len(rows) - MOST))


def _row(cells: list[str], groups: Mapping[str, str]) -> dict[str, str]:
    row: dict[str, str] = {}
    texts = list(_TEXTS)
    for number, cell in enumerate(cells):
        words = " ".join(_BULLET.sub("", cell).split() if number == 0 else cell.split()).strip('"“”')
        if not words:
            continue
        if "@" in words and " " not in words and "email" not in row:
            row["email"] = words
        elif _PHONE.match(words) and len(_DIGITS.findall(words)) >= 7 and "phone" not in row:
            row["phone"] = words
        elif row.get("name") and "group" not in row and folded(words) in groups:
            row["group"] = groups[folded(words)]
        elif texts:
            row[texts.pop(0)] = words
        else:
            row["notes"] = "; ".join(one for one in (row.get("notes", ""), words) if one)
    if (form := form_of(row.get("name", ""))) != "person":
        row["form"] = form
    return row


def _is_heading(row: Mapping[str, str]) -> bool:
    """A sheet's first row, which names the columns."""
    known = {folded(one) for one in (_("Name"), _("Names"), "Name", "Names", "Full name")}
    return folded(row["name"]) in known
