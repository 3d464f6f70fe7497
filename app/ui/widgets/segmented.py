"""A choice of a few views side by side, such as Outline and Table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.buttons import Button


class Segment(Button):
    """One of the choices."""

    def __init__(self, look: Look, text: str, icon: str) -> None:
        super().__init__(look, text, icon, "segment")
        self._words = text
        self.setCheckable(True)
        self.toggled.connect(self.restyle)

    def sizeHint(self) -> QSize:
        """Room for the words in bold as well, so that choosing moves nothing."""
        bold = QFontMetrics(self._look.font(bold=True)).horizontalAdvance(self.text())
        usual = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(bold - usual, 0) + 2, 0)

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the words are still said to a screen reader, and when the mouse rests."""
        self.setAccessibleName(self._words)
        self.setToolTip(self._words if compact else "")
        self.set_text("" if compact else self._words)

    def _tint(self) -> str:
        return "primary" if self.isChecked() else "muted"


class Segmented(QFrame):
    """`choices` are (key, words, icon or "").

    `view_chosen(key)` when the person picks another; arrow keys move.
    """

    view_chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("segmented", "true")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        for key, words, icon in choices:
            segment = Segment(look, words, icon)
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        self._current, self._compact = choices[0][0], False
        self._segments[self._current].setChecked(True)
        self._group.buttonToggled.connect(self._tell)

    def current(self) -> str:
        """The key of the choice."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose from the program; nothing is announced."""
        self._current = key
        self._segments[key].setChecked(True)
        self._dress()

    def segments(self) -> Sequence[Segment]:
        """The buttons, from left to right."""
        return list(self._segments.values())

    def go_on(self, steps: int) -> None:
        """Choose the one so many steps on, or back; after the last comes the first. It is announced."""
        keys = list(self._segments)
        self._segments[keys[(keys.index(self._current) + steps) % len(keys)]].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room only the chosen one has words beside its icon."""
        self._compact = compact
        self._dress()

    def _dress(self) -> None:
        for key, segment in self._segments.items():
            segment.set_compact(self._compact and key != self._current)

    def _tell(self) -> None:
        for key, segment in self._segments.items():
            if segment.isChecked() and key != self._current:
                self._current = key
                self._dress()
                self.view_chosen.emit(key)
