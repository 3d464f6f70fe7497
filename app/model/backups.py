"""Backups of a community file: what their names tell, and which of them are kept as they grow old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

SUFFIX = ".groundwork"

# Everything of a day, then one an hour, a day, a week, and a month for good. A week is counted within its month, so that
# the newest of a month is the newest of its last week as well, and no age loses what the one before has kept.
_ALL, _HOURS, _DAYS, _WEEKS = timedelta(hours=3), timedelta(days=1), timedelta(days=14), timedelta(days=60)
# What stood there before somebody went back to an older copy is kept at least so long: long enough to miss something.
_SET_ASIDE = timedelta(days=60)
_STEM = 60
_NAME = re.compile(
    r" (\d{4}-\d{2}-\d{2} \d{6}[+-]\d{4}) \((?:(\d+) partners, (\d+) steps|not looked into)(, before going back)?\)"
    r"(?: \d+)?$"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `partners` and `steps` are None where nobody could look into it; `size` in bytes.

    `before_going_back`: not made for safety's sake, but what stood there when an older copy was taken in its place.
    """

    path: Path
    made: datetime
    partners: int | None
    steps: int | None
    size: int = 0
    before_going_back: bool = False


def backup_name(
    stem: str, made: datetime, held: tuple[int, int] | None, *, before_going_back: bool = False, number: int = 1
) -> str:
    """The file's name. It says what the file holds, so that people find the right one without this program too.

    The same words in every language: they are read back. `made` with its zone; `held` are partners and steps.
    """
    content = f"{held[0]} partners, {held[1]} steps" if held is not None else "not looked into"
    aside = ", before going back" if before_going_back else ""
    another = f" {number}" if number > 1 else ""
    return f"{stem[:_STEM].strip()} {made:%Y-%m-%d %H%M%S%z} ({content}{aside}){another}{SUFFIX}"


def read_backup(path: Path, size: int = 0) -> Backup | None:
    """What a file's name tells, or None for a file that is no backup."""
    found = _NAME.search(path.stem) if path.suffix == SUFFIX else None
    if found is None:
        return None
    try:
        made = datetime.strptime(found[1], "%Y-%m-%d %H%M%S%z")
        held = [int(one) if one is not None else None for one in found.group(2, 3)]
    except ValueError:
        return None
    return Backup(path, made, held[0], held[1], size, bool(found[4]))


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """In the order that people look for them."""
    # Two of the same second: the longer name has the number of the later one.
    return sorted(backups, key=lambda one: (one.made.astimezone(UTC), len(one.path.name), one.path.name), reverse=True)


def superfluous(backups: Iterable[Backup], now: datetime, most_bytes: int | None = None) -> list[Backup]:
    """Those that may go: all but the last of each hour, day, week or month, by age.

    Where the rest is larger than `most_bytes`, those go that stand closest to a newer one. The newest stays whatever
    happens, and so do those from a clock that stood in the future.
    """
    kept: dict[tuple[object, ...], Backup] = {}
    spare: list[Backup] = []
    for one in newest_first(backups):
        if kept.setdefault(_drawer(one, now), one) is not one:
            spare.append(one)
    left = newest_first(kept.values())
    return spare + (_too_large(left, now, most_bytes) if most_bytes is not None else [])


def _drawer(one: Backup, now: datetime) -> tuple[object, ...]:
    """Of the backups in one drawer the last is kept."""
    age, made = now - one.made, one.made
    alone: tuple[object, ...] = ("alone", one.path)
    if one.before_going_back:
        return alone if age < _SET_ASIDE else ("month, aside", made.year, made.month)
    if age < _ALL:
        return alone
    if age < _HOURS:
        return ("hour", made.utcoffset(), made.date(), made.hour)
    if age < _DAYS:
        return ("day", made.date())
    if age < _WEEKS:
        return ("week", made.year, made.month, (made.day - 1) // 7)
    return ("month", made.year, made.month)


def _too_large(kept: Sequence[Backup], now: datetime, most_bytes: int) -> list[Backup]:
    left, gone = list(kept), list[Backup]()
    while sum(one.size for one in left) > most_bytes:
        # Neither the newest, nor the oldest, nor what was set aside lately.
        between = [
            (left[n - 1].made - left[n].made, n)
            for n in range(1, len(left) - 1)
            if not (left[n].before_going_back and now - left[n].made < _SET_ASIDE)
        ]
        if not between:
            break
        gone.append(left.pop(min(between)[1]))
    return gone
