"""Meetings as choices: what each is called in a list."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _

from app.model.days import write_day
from app.model.reflection import Meeting, newest_first
from app.model.worksheet import sheet_code


def meeting_choices(meetings: Iterable[Meeting]) -> list[tuple[str, str]]:
    """Id and words of each, the newest first; with the code that stands on its sheets."""
    return [(one.id, _words(one)) for one in newest_first(meetings)]


def _words(one: Meeting) -> str:
    name = one.name or _("A meeting without a name")
    day = write_day(one.on) if one.on is not None else ""
    return " · ".join(part for part in (name, day, sheet_code(one.id)) if part)
