"""What all form fields share: label, hint, the sentence when something is wrong, and the moment an entry
counts.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.words import Words

Value = TypeVar("Value")


class Field(QWidget, Generic[Value]):
    """A labelled entry. It announces `edited(value)` when the focus leaves it or Enter is pressed, and only
    if changed.

    The page answers a refusal with `show_error(sentence)`: what was typed stays. `set_value` shows another
    record; `refresh` shows a change made elsewhere and leaves unfinished typing alone. Neither announces
    anything.
    """

    edited = Signal(object)

    def __init__(self, look: Look, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._kept: Value | None = None
        self._before: Value | None = None
        self._entry: QWidget | None = None
        self._outline: QWidget = self
        self.label = Words(label, "label", wrap=True)
        self.hint = Words(hint, "small", wrap=True)
        self.hint.setVisible(bool(hint))
        self.error = Words("", "error", wrap=True)
        self.error.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.space.tiny_gap - 1)
        self.column.addWidget(self.label)

    # What each kind of field says for itself -------------------------------

    def value(self) -> Value:
        """What is entered now. ValueError, with a sentence to show, when it cannot be read."""
        raise NotImplementedError

    def _show(self, value: Value) -> None:
        raise NotImplementedError

    # What all of them do -----------------------------------------------------

    def set_entry(self, entry: QWidget, outline: QWidget | None = None) -> None:
        """Build the field around `entry`, which takes the focus; `outline` is drawn around it when it is
        another.
        """
        self._entry = entry
        self._outline = outline or entry
        self.label.setBuddy(entry)
        self.setFocusProxy(entry)
        entry.setAccessibleName(self.label.text())
        entry.setAccessibleDescription(self.hint.text())
        self.column.addWidget(self._outline)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.error)

    def set_value(self, value: Value) -> None:
        """Show the value of a record; what stood there, and any error, goes."""
        self._kept = self._before = value
        self.clear_error()
        self._show(value)

    def refresh(self, value: Value) -> None:
        """Show a value that changed elsewhere, unless the person is in the middle of typing another."""
        unfinished = self.has_unfinished()
        self._kept = self._before = value
        if not unfinished:
            self._show(value)

    def has_unfinished(self) -> bool:
        """True when something is typed that nobody has accepted yet."""
        try:
            return self.value() != self._kept
        except ValueError:
            return True

    def commit(self) -> None:
        """Announce the entry now if it changed.

        Pages call it before they go away; leaving a field calls it too.
        """
        try:
            value = self.value()
        except ValueError as trouble:
            self._write_error(str(trouble))
            return
        if value == self._kept:
            self.clear_error()
            return
        self._before, self._kept = self._kept, value
        self.clear_error()
        self.edited.emit(value)

    def show_error(self, sentence: str) -> None:
        """The entry was refused: say why, and leave it as typed."""
        self._kept = self._before
        self._write_error(sentence)

    def clear_error(self) -> None:
        """Nothing is wrong any more."""
        if not self.error.isHidden():
            self._write_error("")

    def set_read_only(self, closed: bool) -> None:
        """Close the field for looking only."""
        if self._entry is not None:
            self._entry.setEnabled(not closed)

    def _write_error(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._outline.setProperty("wrong", bool(sentence))
        self._outline.style().unpolish(self._outline)
        self._outline.style().polish(self._outline)
        if self._entry is not None:
            self._entry.setAccessibleDescription(sentence or self.hint.text())
