"""Several records of one kind, each with a cross, and a list to add another from."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import ChoiceField, FlowLayout, Words, clear
from app.ui.widgets.tag import Tag


class LinksField(QWidget):
    """Its value is a tuple of ids. Signal: `edited(object)`."""

    edited = Signal(object)

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ids: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._left: list[tuple[str, str]] = []
        self._closed, self._stale = False, True
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags)
        self.add = ChoiceField(look, label, [("", _("Add…"))])
        self.error = Words("", "error", wrap=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.tiny_gap)
        for one in (self.add, self._tags, self.error):
            column.addWidget(one)
        self.add.edited.connect(self._take)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be added, as (id, name)."""
        self._names, self._stale = dict(choices), True
        self.refresh(self._ids)

    def refresh(self, value: Sequence[str]) -> None:
        """Show these; nothing is announced."""
        if self._ids == tuple(value) and not self._stale:
            return
        self._ids, self._stale = tuple(value), False
        clear(self._flow)
        for one in self._ids:
            tag = Tag(self._look, self._names.get(one, "…"))
            tag.remove_requested.connect(lambda _word="", gone=one: self._drop(gone))
            tag.setEnabled(not self._closed)
            self._flow.addWidget(tag)
        self._tags.setVisible(bool(self._ids))
        left = [(key, name) for key, name in self._names.items() if key not in self._ids]
        # Filling a list anew with 5,000 names takes longer than a key press may.
        if left != self._left:
            self._left = left
            self.add.set_choices([("", _("Add…")), *left])
        self.add.set_value("")

    def set_value(self, value: Sequence[str]) -> None:
        """Show another record's."""
        self.show_error("")
        self.refresh(value)

    def commit(self) -> None:
        """Nothing waits here: a choice counts at once."""

    def show_error(self, sentence: str) -> None:
        """Say why it was refused."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def set_read_only(self, closed: bool) -> None:
        """Close it for looking only."""
        self._closed, self._stale = closed, True
        self.add.set_read_only(closed)
        self.refresh(self._ids)

    def _take(self, chosen: object) -> None:
        if chosen:
            self.edited.emit((*self._ids, str(chosen)))

    def _drop(self, gone: str) -> None:
        self.edited.emit(tuple(one for one in self._ids if one != gone))
