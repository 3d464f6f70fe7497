"""Reads the cells of a plan's sheet: days in several writings, whole dollars, words of choices, and who is meant by a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from gettext import gettext as _

from app.model.clean import clean, tidy_line
from app.model.days import read_day
from app.model.finding import folded
from app.model.partner import Partner
from app.model.plan_sheet import people_labels
from app.model.schema import Spec

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?Z?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"^(.*[^\W\d]\D*\s)(\d{2})$")
# Spreadsheets count days from here (ECMA-376, 18.17.4.1); a bare number in a column of days is one of theirs.
_DAY_NONE = date(1899, 12, 30)
_SERIAL = range(20_000, 80_000)
_NOBODY = {"", "no one yet", "no one", "nobody", "none", "tbd", "na", "n a", "unknown", "to be decided"}
_SAME = {
    "status": {
        "not-started": "todo | to do | open | new | pending | planned | not begun | no | 0",
        "in-progress": "started | ongoing | on track | underway | under way | doing | active | begun | in process",
        "waiting": "on hold | blocked | stuck | paused | hold | delayed",
        "done": "complete | completed | finished | closed | yes | x | 100 | 1 | true",
        "dropped": "cancelled | canceled | abandoned | stopped | deferred",
    },
    "repeats": {
        "none": "no | never | one time | does not repeat",
        "weekly": "week | every week | each week",
        "monthly": "month | every month | each month",
        "quarterly": "quarter | every quarter | every 3 months",
        "yearly": "year | annually | annual | every year | each year",
    },
    "level": {
        "goal": "goals | aim | vision",
        "objective": "objectives | milestone | summary",
        "action": "action | actions | task | activity | sub task | subtask | to do",
    },
}


class Unreadable(ValueError):
    """A cell that cannot be taken; `str()` is the sentence to show."""


def day_order(cells: Iterable[str]) -> str:
    """“dmy” or “mdy”, where the days of a file show which it is (one of the two numbers is above twelve), else empty."""
    found = [one for one in (_NUMBERS.fullmatch(_without_clock(cell)) for cell in cells) if one]
    first = any(int(one[1]) > 12 for one in found)
    second = any(int(one[2]) > 12 for one in found)
    return "" if first == second else "dmy" if first else "mdy"


def possible_days(cell: str, order: str, today: date) -> tuple[date, ...]:
    """The day of a cell, or both that it may be; none for an empty cell. Raises Unreadable."""
    text = _without_clock(cell)
    if not text:
        return ()
    if text.isdecimal() and int(text) in _SERIAL:
        return (_DAY_NONE + timedelta(days=int(text)),)
    if numbers := _NUMBERS.fullmatch(text):
        first, second, year = int(numbers[1]), int(numbers[2]), int(numbers[3])
        year += 2000 if year < 100 else 0
        days = [_made(year, second, first)] if order != "mdy" else []
        days += [_made(year, first, second)] if order != "dmy" else []
        possible = tuple(dict.fromkeys(one for one in days if one is not None))
        if possible:
            return possible
    words = " ".join(re.sub(r"[-/,]", " ", text).split()) if re.search(r"[^\W\d]", text) else text
    words = _SHORT_YEAR.sub(r"\g<1>20\2", words)
    try:
        day = read_day(words, today) if words.casefold() not in (_("today"), _("tomorrow")) else None
    except ValueError:
        day = None
    if day is None:
        raise Unreadable(_("“{text}” is not a day we can read. Write it as 2027-03-15.").format(text=text[:40]))
    return (day,)


def read_money(spec: Spec, cell: str) -> int | None:
    """Whole dollars: “1,200”, “$1200.00”. Raises Unreadable."""
    text = re.sub(r"(?i)cad|[$\s\u00a0,’']", "", cell)
    text = re.sub(r"\.0*$", "", text)
    if not text:
        return None
    if not (text.isdecimal() and len(text) < 12 and 1 <= int(text) <= spec.limit):
        sentence = _("“{text}” is no whole number of dollars. Write it as 1200.")
        raise Unreadable(sentence.format(text=tidy_line(cell)[:40]))
    return int(text)


def read_choice(spec: Spec, cell: str) -> str:
    """The key of a choice, by its label, its key or what others call it. Raises Unreadable."""
    wanted = folded(cell.replace("-", " "))
    for one in spec.choices:
        if wanted in (folded(_(one.label)), folded(one.label), folded(one.key.replace("-", " "))):
            return one.key
    for key, line in _SAME.get(spec.name, {}).items():
        if wanted in {folded(word) for word in line.split("|")}:
            return key
    choices = ", ".join(_(one.label) for one in spec.choices)
    raise Unreadable(_("“{text}” is none of: {choices}.").format(text=tidy_line(cell)[:40], choices=choices))


def read_text(spec: Spec, cell: str) -> str:
    """A text as the field takes it. Raises Refused for one that is too long."""
    return str(clean(spec, cell))


class People:
    """Who is meant by a name in a sheet: exactly, else without marks and case, where only one can be meant."""

    def __init__(self, partners: Sequence[Partner]) -> None:
        self.labels = people_labels(partners)
        self._exact: dict[str, set[str]] = {}
        self._folded: dict[str, set[str]] = {}
        for one in partners:
            for words in (self.labels[one.id], one.name):
                self._exact.setdefault(tidy_line(words), set()).add(one.id)
                self._folded.setdefault(folded(words), set()).add(one.id)
        self._ids = {label: key for key, label in self.labels.items()}

    def find(self, name: str) -> str:
        """The id of a partner. Raises Unreadable for nobody, and for a name that several have."""
        words = tidy_line(name)
        if words in self._ids:
            return self._ids[words]
        found = self._exact.get(words) or self._folded.get(folded(words), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise Unreadable(_("Several partners are called “{name}”.").format(name=words[:60]))
        raise Unreadable(_("Nobody in Who is called “{name}”.").format(name=words[:60]))

    def knows(self, name: str) -> bool:
        """Whether exactly one can be meant."""
        try:
            return bool(self.find(name))
        except Unreadable:
            return False

    def parted(self, cell: str) -> list[str]:
        """The single names of a cell: one a line, else parted by a sign where the whole is nobody's name."""
        names: list[str] = []
        for line in cell.split("\n"):
            names += [line] if self.knows(line) else _split(line, self)
        tidy = [tidy_line(name) for name in names]
        return [one for one in tidy if one and (self.knows(one) or not is_nobody(one))]


def is_nobody(name: str) -> bool:
    """Whether a cell says in words that there is no one yet."""
    return folded(name) in _NOBODY


def _split(line: str, people: People) -> list[str]:
    if ";" in line:
        return line.split(";")
    parts = re.split(r",|&|/|\band\b|\bet\b", line)
    return parts if len(parts) > 1 and any(people.knows(one) for one in parts) else [line]


def _without_clock(cell: str) -> str:
    text = tidy_line(cell)
    return _WEEKDAY.sub("", _CLOCK.sub("", text)).strip()


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
