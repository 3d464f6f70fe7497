"""The table of partners: found, sorted, edited in place, with the columns that people choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from app.model.partner import Partner
from app.model.schema import FieldType, specs
from app.ui.form.arranged import ArrangedTable
from app.ui.form.delegate import Choices, EditDelegate
from app.ui.theme import Look
from app.ui.who.arrangement import Arrangement
from app.ui.who.model import COLUMNS, ID_ROLE, PartnersModel

# More changes than this at once are shown as a new list: it takes one step where each would take its own.
MANY = 40
# Texts made ready for the search at a time, while nobody is waiting.
PREPARED, REST_MS = 100, 15
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
_Flag = QItemSelectionModel.SelectionFlag


class PartnersTable(ArrangedTable):
    """Signals: `partner_selected(str)`, `chosen_changed(tuple)` with the ids of all chosen, `remove_requested()`,
    `copy_requested()`, `panel_requested(str)` with a field and `menu_requested(QPoint)` with a point of the screen.

    Who is chosen stays chosen while the list changes. Those whom the filter hides are chosen again when they come back, and
    meanwhile nothing is done to them.
    """

    partner_selected = Signal(str)
    chosen_changed = Signal(object)
    remove_requested = Signal()
    copy_requested = Signal()
    panel_requested = Signal(str)
    menu_requested = Signal(object)

    def __init__(self, look: Look, name: str, source: PartnersModel, choices: Choices, nothing: str) -> None:
        super().__init__(look, name, Arrangement())
        self.source, self._nothing = source, nothing
        self._told, self._told_all = "", tuple[str, ...]()
        self._kept, self._restored = tuple[str, ...](), tuple[str, ...]()
        self._kept_current = ""
        self._keeping = False
        self._pressed = tuple[str, ...]()
        self.setModel(source)
        self._cells = EditDelegate(look, self, choices, _of(FieldType.DATE), _of(FieldType.LONG))
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.begin(sortable=True)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self._resting = QTimer(self)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._prepare)
        self._resting.start()

    # -- who is listed ------------------------------------------------------------------------------------

    def show_partners(self, partners: Iterable[Partner]) -> None:
        """List these; who is chosen stays chosen."""
        self.finish_editing()
        self._keep(lambda: self.source.show(partners))
        self._resting.start()

    def follow(self, changes: Sequence[tuple[str, Partner | None]]) -> None:
        """Show what changed: ids, with the partner as it is now or None."""
        if len(changes) > MANY:
            self._follow_many(dict(changes))
            return
        for key, partner in changes:
            if partner is not None:
                self.source.put(partner)
            else:
                self.source.take(key)

    def _follow_many(self, changes: Mapping[str, Partner | None]) -> None:
        there = [one for key, one in changes.items() if one is not None and self.source.row_of(key) >= 0]
        if len(there) == len(changes):
            self.source.put_all(there)
        else:
            after = {**{one.id: one for one in self.source.partners}, **changes}
            self.show_partners([one for one in after.values() if one is not None])

    def search(self, typed: str) -> frozenset[str] | None:
        """List those who hold the words, and answer with their ids; None for all."""
        self.finish_editing()
        self._keep(lambda: self.source.search(typed))
        return self.source.found

    # -- who is chosen ------------------------------------------------------------------------------------

    def selected_ids(self) -> list[str]:
        """The chosen partners, in the order of the table."""
        return [self.source.id_at(row) for row in self.selected_rows()]

    def select(self, partner_id: str, column: int = 0) -> QModelIndex:
        """Choose a partner and bring the row into view; answers with the cell. One whom the filter hides is told all the same."""
        row = self.source.row_of(partner_id)
        index = self.source.index(row, column) if row >= 0 else QModelIndex()
        if index.isValid():
            # Not Qt's own way: while Ctrl is held (Ctrl+N) that adds to what is chosen.
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)
        elif self.source.get(partner_id) is not None:
            self._kept, self._kept_current, self._restored = (partner_id,), partner_id, ()
            self._keep(self.selectionModel().clear, anew=False)
            self._announce(partner_id)
        return index

    @property
    def told(self) -> str:
        """Whose row was told last: who is shown beside the list."""
        return self._told

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw whole rows anew, and tell who is chosen now."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self._announce_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on a row, and it is chosen."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, _Flag.Select | _Flag.Rows)

    # -- keys and mouse -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Enter goes to the panel, the menu key opens the menu; the rest is Qt's."""
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel_requested.emit(self.field())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shift):
            self._ask_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse or pen; the keys for it have been handled as keys."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self._ask_menu(event.pos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember who was chosen: the first press of two leaves one."""
        chosen, at = self.selected_ids(), self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._pressed = tuple(chosen) if plain and len(chosen) > 1 and str(at.data(ID_ROLE)) in chosen else ()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell, for all who were chosen when the mouse was pressed."""
        if self._pressed:
            self._select(self._pressed)
            self._pressed = ()
        super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where nobody is found."""
        super().paintEvent(event)
        if self.source.rowCount() == 0 and self.source.partners:
            painter = QPainter(self.viewport())
            painter.setFont(self.look.font())
            painter.setPen(self.look.colour("muted"))
            edge = self.look.space.card
            room = self.viewport().rect().adjusted(edge, 2 * edge, -edge, -edge)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._nothing)

    # -- inside -------------------------------------------------------------------------------------------

    def _ask_menu(self, at: QPoint) -> None:
        if self.selectionModel().hasSelection():
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def _prepare(self) -> None:
        if not self.source.prepare(PREPARED):
            self._resting.stop()

    def _keep(self, change: Callable[[], object], *, anew: bool = True) -> None:
        """Change the list, and choose again whoever was chosen before and is there."""
        chosen, current = tuple(self.selected_ids()), self.currentIndex()
        column = max(0, current.column())
        if anew and chosen != self._restored:
            self._kept, self._kept_current = chosen, str(current.data(ID_ROLE) or "")
        self._keeping = True
        change()
        there = [one for one in self._kept if self.source.row_of(one) >= 0]
        if there:
            first = self._kept_current if self._kept_current in there else there[0]
            index = self.source.index(self.source.row_of(first), column)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self._select(there)
        self._keeping = False
        self._restored = tuple(self.selected_ids())
        self._announce_all()
        gone = bool(self._told) and self.source.get(self._told) is None
        self._announce(str(self.currentIndex().data(ID_ROLE) or "") or ("" if gone else self._told))

    def _select(self, ids: Iterable[str]) -> None:
        self.select_rows(self.source.row_of(one) for one in ids)

    def _tell(self, current: QModelIndex) -> None:
        if not self._keeping:
            self._announce(str(current.data(ID_ROLE) or ""))

    def _announce(self, partner_id: str) -> None:
        if partner_id != self._told:
            self._told = partner_id
            self.partner_selected.emit(partner_id)

    def _announce_all(self) -> None:
        chosen = tuple(self.selected_ids())
        if not self._keeping and chosen != self._told_all:
            self._told_all = chosen
            self.chosen_changed.emit(chosen)


def _of(sort: FieldType) -> frozenset[int]:
    """The columns of a type."""
    return frozenset(column for column, name in enumerate(COLUMNS) if specs(Partner)[name].type is sort)
