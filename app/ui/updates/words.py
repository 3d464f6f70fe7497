"""How the program says which one it is."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from app import __released__, __version__
from app.ui.home.words import long_day


def version_words() -> str:
    """Its version, and the day of it: what a newer one is told apart by."""
    day = date.fromisoformat(__released__)
    return _("Version {version}, of {day} {year}.").format(version=__version__, day=long_day(day), year=day.year)
