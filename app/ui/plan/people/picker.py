"""A small list of everybody, to give a step to one of them: typed into, gone through by arrows, chosen with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import ListView, SearchField, Words
from app.ui.widgets.menu import make_round

WIDTH, HEIGHT = 320, 400


class LeadPicker(QWidget):
    """`people` are (id, name), in their order. Signal: `chosen(str)` with an id; Escape closes without a choice."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, title: str, people: Sequence[tuple[str, str]], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        make_round(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._people = list(people)
        self._folded = [name.casefold() for _id, name in people]
        self._shown: list[str] = []
        self.field = SearchField(look, _("Find a name…"))
        self.names = QStringListModel(self)
        self.list = ListView(look, title)
        self.list.setModel(self.names)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QFrame()
        ground.setProperty("part", "popup")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(look.space.tiny_gap)
        column.addWidget(Words(title, "strong", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.resize(look.px(WIDTH), look.px(HEIGHT))
        self.field.searched.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.chosen.connect(self._take)
        self.field.left.connect(self.close)
        self.list.clicked.connect(self._take_row)
        self._find("")
        self._go(next((row for row, one in enumerate(self._shown) if one == current), 0))

    def open_at(self, at: QPoint) -> None:
        """Show it near a point of the screen, inside of it."""
        screen = self.screen().availableGeometry()
        left = min(max(at.x(), screen.left()), screen.right() - self.width())
        top = min(max(at.y(), screen.top()), screen.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [
            person
            for person, folded in zip(self._people, self._folded, strict=True)
            if all(one in folded for one in words)
        ]
        self._shown = [person for person, _name in found]
        self.names.setStringList([name for _id, name in found])
        self._go(0)

    def _move(self, ways: int) -> None:
        self._go(min(max(self.list.currentIndex().row() + ways, 0), len(self._shown) - 1))

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            index = self.names.index(row, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._shown):
            person = self._shown[row]
            self.close()
            self.chosen.emit(person)

    def _take_row(self, index: QModelIndex) -> None:
        self._go(index.row())
        self._take()
