"""A box to look for something: icon, words, the key that brings people here, and a cross when there is
something in it.
"""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.words import Picture, Words

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchEntry(QLineEdit):
    """The typing part."""

    moved = Signal(int)
    left = Signal()
    focus_changed = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the results; Escape empties the box, and leaves it when it is empty."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.moved.emit(MOVES[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the outline."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)


class SearchField(QFrame):
    """`searched(words)` at each change, `chosen()` at Enter, `moved(steps)` for Up and Down, `left()` at
    Escape.
    """

    searched = Signal(str)
    chosen = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, look: Look, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self.entry = SearchEntry()
        self.entry.setProperty("bare", "true")
        self.entry.setPlaceholderText(words)
        self.entry.setAccessibleName(words.rstrip("…"))
        self.key = Words(key, "key")
        self._with_key = bool(key)
        self.key.setVisible(self._with_key)
        self.cross = IconButton(look, "x", _("Empty the search box"), kind="small")
        self.cross.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(look.space.small_gap)
        row.addWidget(Picture(look, "search", "muted"))
        row.addWidget(self.entry, 1)
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cross)
        self.setFocusProxy(self.entry)
        self._join()
        self._size()

    def text(self) -> str:
        """What is in the box."""
        return self.entry.text()

    def show_key(self, shown: bool) -> None:
        """Show the key that leads here, or not where there is little room."""
        self._with_key = shown
        self.key.setVisible(self._with_key and bool(self.key.text()) and not self.text())

    def clear(self) -> None:
        """Empty it; that is a change like any other."""
        self.entry.clear()

    def _join(self) -> None:
        self.entry.textChanged.connect(self._change)
        self.entry.returnPressed.connect(self.chosen)
        self.entry.moved.connect(self.moved)
        self.entry.left.connect(self._leave)
        self.entry.focus_changed.connect(self._outline)
        self.cross.clicked.connect(self._start_over)
        self._look.look_changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedHeight(self._look.text.control)

    def _change(self, words: str) -> None:
        self.cross.setVisible(bool(words))
        self.show_key(self._with_key)
        self.searched.emit(words)

    def _start_over(self) -> None:
        self.clear()
        self.entry.setFocus()

    def _leave(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    def _outline(self, active: bool) -> None:
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)
