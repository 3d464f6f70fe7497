"""Form fields for words and choices: one line, several lines, a choice from a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets.entries import ChoiceEntry, LineEntry, LongEntry
from app.ui.widgets.field import Field


class LineField(Field[str]):
    """One line of text; its value is a `str`."""

    def __init__(
        self, look: Look, label: str, hint: str = "", parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = LineEntry()
        self.entry.setPlaceholderText(placeholder)
        self.set_entry(self.entry)
        self.entry.left.connect(self.commit)
        self.entry.returnPressed.connect(self.commit)
        self.edited.connect(self.entry.settle)
        self.set_value("")

    def value(self) -> str:
        """The text."""
        return self.entry.text()

    def _show(self, value: str) -> None:
        if self.entry.text() != value:
            self.entry.setText(value)
            self.entry.setCursorPosition(0)


class LongField(Field[str]):
    """Several lines of plain text, `lines` high at first and growing; its value is a `str`.

    Ctrl+Enter commits.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 3,
        most: int = 14,
        placeholder: str = "",
    ) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = LongEntry(look, lines, most)
        self.entry.setPlaceholderText(placeholder)
        self.set_entry(self.entry)
        self.entry.left.connect(self.commit)
        self.entry.done.connect(self.commit)
        self.edited.connect(self.entry.settle)
        self.set_value("")

    def value(self) -> str:
        """The text with its line breaks."""
        return self.entry.toPlainText()

    def _show(self, value: str) -> None:
        if self.entry.toPlainText() != value:
            self.entry.setPlainText(value)


class ChoiceField(Field[str]):
    """One of some choices, given as (key, words); its value is the key (`str`).

    It announces as soon as one is chosen.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = ChoiceEntry(look)
        self.set_entry(self.entry)
        self.set_choices(choices)
        self.entry.activated.connect(self.commit)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices and keep the chosen one where it is still among them."""
        kept = self.value()
        self.entry.clear()
        for key, words in choices:
            self.entry.addItem(words, key)
        keys = [key for key, _words in choices]
        self.set_value(kept if kept in keys else next(iter(keys), ""))

    def value(self) -> str:
        """The key of the choice; empty when there is none."""
        return str(self.entry.currentData() or "")

    def _show(self, value: str) -> None:
        self.entry.setCurrentIndex(self.entry.findData(value))
