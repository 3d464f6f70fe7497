"""Beside the list while several partners are chosen: how many, and what can be set for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.partner import Partner
from app.model.schema import specs
from app.ui.form.side_panel import SidePanel
from app.ui.names import Names
from app.ui.theme import Look
from app.ui.widgets import Button, ChoiceField, Words

FIELDS = ("group", "involvement", "consent_show")
# So many are named, so that nobody changes others than they meant.
NAMED = 8
# Stands in a list while the chosen differ; no choice has such a key.
DIFFERENT = "\0"


class ChosenPanel(SidePanel):
    """`choices` are the values of a field, with their words.

    Signals: `set_requested(str, object)` with a field and its value, `copy_requested()`, `remove_requested()`, `closed()`.
    """

    set_requested = Signal(str, object)
    copy_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self, look: Look, names: Names, choices: Callable[[str], Sequence[tuple[object, str]]], *, closed: bool
    ) -> None:
        super().__init__(look, _("About those who are chosen"))
        self._names, self._choices = names, choices
        self.heading = Words("", "heading", wrap=True)
        self.who = Words("", "small", wrap=True)
        self.hint = Words(
            _("What you set here, or in a list or date of one of the chosen rows, counts for all of them."),
            "muted",
            wrap=True,
        )
        self.hint.setVisible(not closed)
        self.fields = {name: ChoiceField(look, _(specs(Partner)[name].label), ()) for name in FIELDS}
        for name, field in self.fields.items():
            field.edited.connect(partial(self._set, name))
            field.set_read_only(closed)
        copy = Button(look, _("Copy their rows"), icon="copy", kind="quiet")
        copy.clicked.connect(self.copy_requested)
        self.remove = Button(look, _("Remove them"), icon="x", kind="quiet")
        self.remove.clicked.connect(self.remove_requested)
        self.remove.setVisible(not closed)
        below: list[QWidget] = [self.who, self.hint, *self.fields.values(), copy, self.remove]
        self.fill([self.heading], below)

    def show_partners(self, partners: Sequence[Partner]) -> None:
        """Show what several partners have alike."""
        count = len(partners)
        heading = ngettext("{count} partner is chosen", "{count} partners are chosen", count).format(count=count)
        self.heading.setText(heading)
        self.who.setText(self._named(partners))
        for name, field in self.fields.items():
            have = {str(getattr(one, name)) for one in partners}
            choices = [(str(value), words) for value, words in self._choices(name)]
            mixed = [(DIFFERENT, _("different"))] if len(have) > 1 else []
            field.set_choices([*mixed, *choices])
            field.set_value(DIFFERENT if mixed else next(iter(have), ""))

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field, or into the first."""
        self.fields.get(name, self.fields[FIELDS[0]]).setFocus()

    def _named(self, partners: Sequence[Partner]) -> str:
        names = [self._names.of(one) for one in partners[:NAMED]]
        more = len(partners) - len(names)
        rest = [ngettext("and {count} more", "and {count} more", more).format(count=more)] if more else []
        return "\n".join([*names, *rest])

    def _set(self, name: str, value: object) -> None:
        if value != DIFFERENT:
            self.set_requested.emit(name, value)
