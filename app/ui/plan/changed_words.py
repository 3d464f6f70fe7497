"""What changed in the plan, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.model.item import Item
from app.model.schema import specs
from app.model.since import Happening, counted, moved_by
from app.ui.home.words import short_day
from app.ui.plan.words import STATUS_NAMES

ICONS = {
    "done": "circle-check",
    "added": "plus",
    "given": "users-round",
    "moved": "calendar",
    "begun": "circle-dot",
    "dropped": "circle-slash",
    "removed": "x",
    "renamed": "file-text",
    "written": "sticky-note",
}


def sentence(one: Happening, names: Mapping[str, str], today: date) -> str:
    """One happening as somebody would tell it."""
    what = _what(one.item)
    if one.sort == "given":
        return _given(one, names)
    if one.sort == "moved":
        return _moved(one, today)
    if one.sort == "renamed":
        return _("“{old}” is called “{new}” now.").format(old=_what(one.before or one.item), new=what)
    if one.sort == "begun":
        status = _(STATUS_NAMES.get(one.item.status, one.item.status))
        return _("“{what}” is “{status}” now.").format(what=what, status=status)
    if one.sort == "written":
        fields = _(", ").join(_(specs(Item)[name].label) for name in one.fields)
        return _("“{what}” was changed: {fields}.").format(what=what, fields=fields)
    if one.sort == "added" and one.item.lead in names:
        return _("“{what}” was added; {name} leads it.").format(what=what, name=names[one.item.lead])
    said = {
        "done": _("“{what}” is done."),
        "added": _("“{what}” was added."),
        "dropped": _("“{what}” was dropped."),
        "removed": _("“{what}” was taken out of the plan.")
        if one.item.what
        else _("A step was taken out of the plan."),
    }
    return said[one.sort].format(what=what)


def in_short(found: Sequence[Happening]) -> str:
    """Such as "2 done, 1 added, 3 moved"."""
    said: dict[str, Callable[[int], str]] = {
        "done": lambda n: ngettext("{count} done", "{count} done", n),
        "added": lambda n: ngettext("{count} added", "{count} added", n),
        "given": lambda n: ngettext("{count} given to somebody else", "{count} given to somebody else", n),
        "moved": lambda n: ngettext("{count} moved to another day", "{count} moved to another day", n),
        "begun": lambda n: ngettext("{count} stands differently", "{count} stand differently", n),
        "dropped": lambda n: ngettext("{count} dropped", "{count} dropped", n),
        "removed": lambda n: ngettext("{count} taken out", "{count} taken out", n),
        "renamed": lambda n: ngettext("{count} worded anew", "{count} worded anew", n),
        "written": lambda n: ngettext("{count} changed otherwise", "{count} changed otherwise", n),
    }
    return ", ".join(said[sort](count).format(count=count) for sort, count in counted(found))


def _given(one: Happening, names: Mapping[str, str]) -> str:
    what, gone = _what(one.item), _("somebody who is no longer in Who")
    old = one.before.lead if one.before is not None else ""
    words = {"what": what, "old": names.get(old, gone), "new": names.get(one.item.lead, gone)}
    if not one.item.lead:
        return _("Nobody leads “{what}” any more; it was {old}.").format(**words)
    return (_("“{what}” went from {old} to {new}.") if old else _("{new} leads “{what}” now.")).format(**words)


def _moved(one: Happening, today: date) -> str:
    what, days = _what(one.item), moved_by(one)
    if one.item.by is None:
        return _("“{what}” has no day any more.").format(what=what)
    day = short_day(one.item.by, today)
    if days is None:
        return _("“{what}” is to be done by {day}.").format(what=what, day=day)
    if days > 0:
        said = ngettext("“{what}” is due {day} now, {count} day later.", "“{what}” is due {day} now, {count} days later.",
                        days)  # fmt: skip
    else:
        said = ngettext("“{what}” is due {day} now, {count} day earlier.",
                        "“{what}” is due {day} now, {count} days earlier.", -days)  # fmt: skip
    return said.format(what=what, day=day, count=abs(days))


def _what(item: Item) -> str:
    return item.what or _("A step without words")
