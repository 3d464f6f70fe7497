"""Beside the plan while several lines are chosen: how many, and what can be set for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.item import Item
from app.ui.form.side_panel import SidePanel
from app.ui.plan.columns import title
from app.ui.theme import Look
from app.ui.widgets import Button, ChoiceField, DateField, Words

FIELDS = ("status", "lead", "repeats")
# So many are named, so that nobody changes others than they meant.
NAMED = 8
# Stands in a list while the chosen differ; no choice has such a key.
DIFFERENT = "\0"


class ChosenPanel(SidePanel):
    """`choices` are the values of a field, with their words.

    Signals: `set_requested(str, object)` with a field and its value, `wished(str)`: copy, cut, remove, and `closed()`.
    """

    set_requested = Signal(str, object)
    wished = Signal(str)

    def __init__(self, look: Look, choices: Callable[[str], Sequence[tuple[object, str]]], *, closed: bool) -> None:
        super().__init__(look, _("About those that are chosen"))
        self._choices = choices
        self._offered: dict[str, list[tuple[str, str]]] = {}
        self.heading = Words("", "heading", wrap=True)
        self.which = Words("", "small", wrap=True)
        self.hint = Words(
            _("What you set here, or in a list or day of one of the chosen rows, counts for all of them."),
            "muted",
            wrap=True,
        )
        self.hint.setVisible(not closed)
        self.fields = {name: ChoiceField(look, title(name), ()) for name in FIELDS}
        self.by = DateField(look, title("by"))
        for name, field in (*self.fields.items(), ("by", self.by)):
            field.edited.connect(partial(self._set, name))
            field.set_read_only(closed)
        below: list[QWidget] = [self.which, self.hint, *self.fields.values(), self.by]
        for words, icon, wish in ((_("Copy them"), "copy", "copy"), (_("Remove them"), "x", "remove")):
            if wish == "copy" or not closed:
                button = Button(look, words, icon=icon, kind="quiet")
                button.clicked.connect(partial(self._wish, wish))
                below.append(button)
        self.fill([self.heading], below)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what several lines have alike."""
        count = len(items)
        self.heading.setText(ngettext("{count} line is chosen", "{count} lines are chosen", count).format(count=count))
        names = [one.what or _("A step without words") for one in items[:NAMED]]
        more = count - len(names)
        rest = [ngettext("and {count} more", "and {count} more", more).format(count=more)] if more else []
        self.which.setText("\n".join([*names, *rest]))
        for name, field in self.fields.items():
            # How a goal or an objective stands follows from its steps.
            asked = [one for one in items if name != "status" or one.level == "action"]
            field.setVisible(bool(asked))
            self._show(name, field, {str(getattr(one, name)) for one in asked})
        days = {one.by for one in items}
        self.by.set_value(next(iter(days)) if len(days) == 1 else None)

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field, or into the first."""
        (self.by if name == "by" else self.fields.get(name, self.fields[FIELDS[0]])).setFocus()

    def _show(self, name: str, field: ChoiceField, have: set[str]) -> None:
        choices = [(str(value), words) for value, words in self._choices(name)]
        offered = [(DIFFERENT, _("different")), *choices] if len(have) > 1 else choices
        # Filling a list anew with 5,000 names takes longer than a key press may.
        if self._offered.get(name) != offered:
            self._offered[name] = offered
            field.set_choices(offered)
        field.set_value(DIFFERENT if len(have) > 1 else next(iter(have), ""))

    def _set(self, name: str, value: object) -> None:
        if value != DIFFERENT:
            self.set_requested.emit(name, value)

    def _wish(self, wish: str, _checked: bool = False) -> None:
        self.wished.emit(wish)
