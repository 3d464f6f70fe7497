"""A list of words, such as languages: each a small pill that can be taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme import Look
from app.ui.widgets.entries import LineEntry
from app.ui.widgets.field import Field
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.tag import Tag


class TagEntry(LineEntry):
    """Where the next word is typed. Enter or a comma adds it; Backspace when empty takes the last one out."""

    word_typed = Signal(str)
    last_removed = Signal()

    def sizeHint(self) -> QSize:
        """A short entry; it goes to the next line where there is no room."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, comma and Backspace for the list."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and self.text().strip():
            self.word_typed.emit(self.text())
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.last_removed.emit()
        elif key != Qt.Key.Key_Comma:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A word that is still in the entry counts when the person leaves."""
        if self.text().strip() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.word_typed.emit(self.text())
        super().focusOutEvent(event)


class TagField(Field[Sequence[str]]):
    """Its value is a tuple of words in the order they were given; each change is announced at once."""

    def __init__(
        self, look: Look, label: str, hint: str = "", parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        super().__init__(look, label, hint, parent)
        self._words: tuple[str, ...] = ()
        self._tags: list[Tag] = []
        self.box = QFrame()
        self.box.setProperty("field", "true")
        self._flow = FlowLayout(self.box, gap=6)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self.entry = TagEntry()
        self.entry.setProperty("bare", "true")
        self.entry.setPlaceholderText(placeholder or _("Add…"))
        self._flow.addWidget(self.entry)
        self.set_entry(self.entry, self.box)
        self.entry.word_typed.connect(self._add)
        self.entry.last_removed.connect(lambda: self._take(self._words[:-1]))
        self.entry.installEventFilter(self)
        self.set_value(())

    def set_value(self, value: Sequence[str]) -> None:
        """Show the words of a record."""
        super().set_value(tuple(value))

    def refresh(self, value: Sequence[str]) -> None:
        """Show words that changed elsewhere."""
        super().refresh(tuple(value))

    def value(self) -> tuple[str, ...]:
        """The words."""
        return self._words

    def tags(self) -> list[Tag]:
        """The pills, in order."""
        return list(self._tags)

    def set_read_only(self, closed: bool) -> None:
        """Close the field for looking only."""
        self.box.setEnabled(not closed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Outline the box while its entry has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.box.setProperty("active", event.type() == QEvent.Type.FocusIn)
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)
        return super().eventFilter(watched, event)

    def _add(self, typed: str) -> None:
        new = [word.strip() for word in typed.split(",") if word.strip()]
        known = {word.casefold() for word in self._words}
        self.entry.clear()
        self._take(self._words + tuple(word for word in new if word.casefold() not in known))

    def _take(self, words: Sequence[str]) -> None:
        self._show(words)
        self.commit()

    def _remove(self, word: str) -> None:
        self._take([kept for kept in self._words if kept != word])
        self.entry.setFocus()

    def _show(self, value: Sequence[str]) -> None:
        self._words = tuple(value)
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.deleteLater()
            tag.hide()
        self._tags = [Tag(self.look, word, self.box) for word in self._words]
        for place, tag in enumerate(self._tags):
            tag.remove_requested.connect(self._remove)
            self._flow.insert(place, tag)
            tag.show()
        self.updateGeometry()
