"""A button that shows its key beside its words, such as Hide with F9."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets import Button


class KeyButton(Button):
    """Words, icon and the key that does the same. `set_level` shows less of it where there is less room."""

    def __init__(self, look: Look, text: str, icon: str, key: str, parent: QWidget | None = None) -> None:
        self._words, self._key, self._with_key = text, key, True
        super().__init__(look, text, icon, "keyed", parent)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")

    def set_level(self, words: bool, key: bool) -> None:
        """Show the words or not, and the key or not; the name stays."""
        self._with_key = key and words
        self.set_text(self._words if words else "")

    def sizeHint(self) -> QSize:
        """Room for the key as well."""
        return super().sizeHint() + QSize(self._key_width() + 10 if self._with_key else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key in its frame at the right."""
        super().paintEvent(event)
        if not self._with_key:
            return
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(look.text.tiny))
        high = painter.fontMetrics().height() + 4
        wide = self._key_width()
        box = QRectF(self.width() - wide - 13.5, (self.height() - high) / 2 + 0.5, wide, high - 1)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(look.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self) -> int:
        return QFontMetrics(self._look.font(self._look.text.tiny)).horizontalAdvance(self._key) + 14
