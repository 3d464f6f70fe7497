"""The people of a file before they come in: each with a tick, what is known of them, and what went to the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.model.arrivals import Arrival
from app.model.groups import Groups
from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE, Cell, ListView

Index = QModelIndex | QPersistentModelIndex
LINES = 9


class ArrivalsModel(QAbstractListModel):
    """Signal: `choice_changed()` when a tick was set or taken."""

    choice_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[Arrival] = ()
        self._words: list[str] = []
        self.ticked: set[int] = set()

    def show(self, rows: Sequence[Arrival], words: list[str], ticked: set[int]) -> None:
        """Show these; `ticked` are places."""
        self.beginResetModel()
        self._rows, self._words, self.ticked = rows, words, ticked
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Arrival]:
        """All of them."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """One a person."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        kinds = Qt.ItemFlag
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words and the tick."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self.ticked else Qt.CheckState.Unchecked
        if role == CELL_ROLE:
            ticked = index.row() in self.ticked
            return Cell(icon="circle-check" if ticked else "circle", icon_role="primary" if ticked else "muted",
                        tone="" if ticked else "muted")  # fmt: skip
        return None

    def turn(self, index: Index) -> None:
        """Set or take a tick."""
        if index.isValid():
            self.ticked ^= {index.row()}
            self.dataChanged.emit(index, index)
            self.choice_changed.emit()


class ArrivalsList(ListView):
    """Space sets or takes a tick. Signal: `choice_changed()`."""

    choice_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Who comes in"))
        self._model = ArrivalsModel(self)
        self.setModel(self._model)
        self._model.choice_changed.connect(self.choice_changed)
        self.clicked.connect(self._model.turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick of the row."""
        if event.key() == Qt.Key.Key_Space:
            self._model.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def show_people(self, rows: Sequence[Arrival], groups: Groups, there: Mapping[int, bool], *, leave: bool) -> None:
        """Show them; `there` says by line who is in the circle already, and `leave` that those stay unticked."""
        words = [_said(one, groups, there.get(one.line, False)) for one in rows]
        ticked = {place for place, one in enumerate(rows) if not (leave and there.get(one.line, False))}
        self._model.show(rows, words, ticked)
        height = max(self.sizeHintForRow(0), self.look.px(30)) if rows else 0
        self.setFixedHeight(min(len(rows), LINES) * height + 8)
        self.setVisible(bool(rows))

    def wanted(self) -> list[Arrival]:
        """Those who are ticked."""
        return [one for place, one in enumerate(self._model.rows) if place in self._model.ticked]


def _said(one: Arrival, groups: Groups, there: bool) -> str:
    values = one.values
    parts = [one.name, groups.label(values["group"]) if values.get("group") else ""]
    parts += [str(values.get(name, "")) for name in ("role", "organisation", "phone", "email")]
    if there:
        parts.append(_("there already"))
    return " · ".join(part for part in parts if part) + "".join(f" ({remark})" for remark in one.remarks)
