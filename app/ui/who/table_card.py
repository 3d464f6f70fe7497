"""The table in its card, with what stands around it: the choice of columns, the menu of rows, and the panel of several."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.community import Community
from app.model.groups import Group
from app.model.partner import Partner
from app.ui.form.delegate import Choices
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.chosen import ChosenPanel
from app.ui.who.columns import ColumnsButton
from app.ui.who.copying import as_cells
from app.ui.who.model import COLUMNS, PartnersModel
from app.ui.who.rows_menu import RowsMenu
from app.ui.who.table import PartnersTable
from app.ui.who.together import Together
from app.ui.widgets import Card, EmptyState


class TableCard(Card):
    """`columns` and `several` are made here and stand elsewhere: in the header, and beside the list.

    Signals: `message_requested(str, str, object)`, `panel_requested(str)` with a field, `partner_requested()`,
    `help_lines_requested()`.
    """

    message_requested = Signal(str, str, object)
    panel_requested = Signal(str)
    partner_requested = Signal()
    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, names: Names, choices: Choices) -> None:
        super().__init__(look, bare=True)
        self._session = session
        self._choices, self._closed = choices, session.workspace.read_only
        self.together = Together(session, names, lambda: self.table.selected_ids(), self)
        self.model = PartnersModel(self, names, self.together.put, closed=self._closed)
        self.model.set_groups(groups_in(session.workspace))
        self.model.show(session.workspace.all(Partner))
        self.table = PartnersTable(look, _("Partners"), self.model, choices, _("Nobody is found by these words."))
        self.columns = ColumnsButton(look, lambda: self.table.arrangement, lambda: self.table.field())
        self.several = ChosenPanel(look, names, self._choices_of, closed=self._closed)
        sentence = _(
            "Begin with the people you would ask first: a band manager, a nurse, a youth worker. "
            "A list of names can be pasted (Ctrl+V)."
        )
        action = "" if self._closed else _("Add somebody")
        self.empty = EmptyState(look, "users", _("Nobody is listed yet"), sentence, action)
        self.add(self.table, self.empty)
        self._join()
        self.show_state()

    def show_state(self) -> None:
        """The table, or how to begin where nobody is listed."""
        self.table.setVisible(bool(self.model.partners))
        self.empty.setVisible(not self.model.partners)

    def follow(self, changes: Changes) -> bool:
        """Show what changed; whether partners or groups did."""
        regrouped = bool(changes.of(Group) or changes.of(Community))
        if regrouped:
            self.model.set_groups(groups_in(self._session.workspace))
            self.table.show_partners(list(self.model.partners))
        changed = changes.of(Partner)
        self.table.follow([(one.id, one.after if isinstance(one.after, Partner) else None) for one in changed])
        if changed:
            self.show_state()
            self._fill()
        return bool(changed) or regrouped

    def chosen(self) -> list[Partner]:
        """The chosen partners, in the order of the table."""
        found = (self.model.get(one) for one in self.table.selected_ids())
        return [one for one in found if one is not None]

    def make_menu(self) -> RowsMenu:
        """What can be done to the chosen rows."""
        menu = RowsMenu(self.chosen(), self._choices_of, self.table, closed=self._closed)
        menu.set_requested.connect(self._set)
        menu.panel_requested.connect(lambda: self.panel_requested.emit(self.table.field()))
        menu.copy_requested.connect(self._copy)
        menu.remove_requested.connect(self._remove)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # -- inside -------------------------------------------------------------------------------------------

    def _join(self) -> None:
        table, several = self.table, self.several
        self.columns.arranged.connect(table.arrange)
        self.empty.action_requested.connect(self.partner_requested)
        self.together.message_requested.connect(self.message_requested)
        self.together.help_lines_requested.connect(self.help_lines_requested)
        table.columns_requested.connect(self.columns.open_at)
        table.menu_requested.connect(self._open_menu)
        table.panel_requested.connect(self.panel_requested)
        table.chosen_changed.connect(self._fill)
        several.set_requested.connect(self._set)
        for one in (table, several):
            one.copy_requested.connect(self._copy)
            one.remove_requested.connect(self._remove)

    def _choices_of(self, field: str) -> Sequence[tuple[object, str]]:
        return self._choices(COLUMNS.index(field)) or ()

    def _fill(self) -> None:
        if len(chosen := self.chosen()) > 1:
            self.several.show_partners(chosen)

    def _open_menu(self, at: QPoint) -> None:
        self.make_menu().popup(at)

    def _set(self, field: str, value: object) -> None:
        if not self.together.put_all(self.table.selected_ids(), field, value):
            self._fill()

    def _copy(self) -> None:
        chosen, seen = self.chosen(), self.table.arrangement.seen
        if not chosen:
            return
        QGuiApplication.clipboard().setText(as_cells((self.model.words(one, name) for name in seen) for one in chosen))
        told = ngettext("{count} partner is copied.", "{count} partners are copied.", len(chosen))
        self.message_requested.emit(told.format(count=len(chosen)), "info", None)

    def _remove(self) -> None:
        self.together.remove(self.chosen())
