"""Backups in words."""

from __future__ import annotations

from datetime import datetime
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale

from app.model.backups import Backup
from app.ui.home.words import short_day


def when(made: datetime, now: datetime) -> str:
    """ "Today 14:10", "Yesterday 09:00", "Tuesday 14:10" or "3 Nov 14:10"."""
    here = made.astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    if days == 0:
        day = _("Today")
    elif days == 1:
        day = _("Yesterday")
    elif 1 < days < 7:
        day = QLocale().toString(QDate(here.year, here.month, here.day), "dddd")
    else:
        day = short_day(here.date(), now.date())
    return _("{day} {time}").format(day=day, time=f"{here:%H:%M}")


def holds(backup: Backup) -> str:
    """ "12 partners, 30 steps"."""
    if backup.partners is None or backup.steps is None:
        return _("not looked into")
    partners = ngettext("{count} partner", "{count} partners", backup.partners).format(count=backup.partners)
    steps = ngettext("{count} step", "{count} steps", backup.steps).format(count=backup.steps)
    return _("{partners}, {steps}").format(partners=partners, steps=steps)


def held(partners: int, steps: int) -> str:
    """The same from the numbers."""
    first = ngettext("{count} partner", "{count} partners", partners).format(count=partners)
    second = ngettext("{count} step", "{count} steps", steps).format(count=steps)
    return _("{partners} and {steps}").format(partners=first, steps=second)


def size(count: int) -> str:
    """ "360 KB", "1.2 MB"."""
    return QLocale().formattedDataSize(
        count, 0 if count < 1_000_000 else 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
