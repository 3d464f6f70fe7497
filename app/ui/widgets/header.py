"""The head of a page: what the page answers, how things stand, what is missing, and the page's actions."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.words import ElidedWords, Words

STACK_BELOW = 1.6


class PageHeader(QWidget):
    """Title, one line under it (with what is missing in the warning colour), actions at the right or, if
    narrow, below: where the page is not `stack_below` times as wide as they are. A title that people type is `cut` to
    one line, so that what stands below stays in its place meanwhile.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        parent: QWidget | None = None,
        *,
        stack_below: float = STACK_BELOW,
        cut: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look, self._stack_below = look, stack_below
        self._plain, self._missing, self._line_shown = "", "", True
        self.title = ElidedWords(title, "title") if cut else Words(title, "title", wrap=True)
        self.line = QLabel()
        self.line.setTextFormat(Qt.TextFormat.RichText)
        self.line.setProperty("role", "muted")
        self.line.setWordWrap(True)
        self.line.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._row.addLayout(words, 1)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(look.space.small_gap)
        self._row.addLayout(self.action_row)
        look.look_changed.connect(self._write)

    def set_title(self, title: str) -> None:
        """Say another title."""
        self.title.setText(title)

    def set_line(self, plain: str, missing: str = "") -> None:
        """Say how things stand, and after it what is missing (in the warning colour). Both are plain text."""
        self._plain, self._missing = plain, missing
        self._write()

    def set_line_shown(self, shown: bool) -> None:
        """Leave the line away where the page needs the room; a screen reader finds it in the title's description."""
        self._line_shown = shown
        self._write()

    def add_action(self, widget: QWidget) -> None:
        """Put a button or segmented control at the right."""
        self.action_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the actions under the words where both do not fit beside each other."""
        needed = self.action_row.sizeHint().width()
        narrow = needed > 0 and self.width() < needed * self._stack_below
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
            self._row.setAlignment(self.action_row, side)
        super().resizeEvent(event)

    def _write(self) -> None:
        warn = self._look.colours.warn
        missing = f' <span style="color:{warn}">{escape(self._missing)}</span>' if self._missing else ""
        self.line.setText(escape(self._plain) + missing)
        self.line.setAccessibleName(f"{self._plain} {self._missing}".strip())
        self.title.setAccessibleDescription("" if self._line_shown else self.line.accessibleName())
        self.line.setVisible(self._line_shown and bool(self._plain or self._missing))
