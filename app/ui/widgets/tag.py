"""One word of a list, with the small cross that takes it out."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring


class Tag(QAbstractButton):
    """A pill that is a button as a whole: pressing it (or Delete) asks to take the word out."""

    remove_requested = Signal(str)

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.word = look, word
        self.setAccessibleName(_("Take out {word}").format(word=word))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.remove_requested.emit(self.word))

    def sizeHint(self) -> QSize:
        """Room for the word and the cross."""
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self.word), self._look.px(240))
        return QSize(width + self._look.px(38), max(self._look.px(26), metrics.height() + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        look, painter, box = self._look, QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        size = look.px(14)
        cross = QRectF(box.right() - size - look.px(8), box.center().y() - size / 2, size, size)
        look.paint_icon(painter, cross, "x", "muted")
        words = box.adjusted(look.px(10), 0, -look.px(24), 0)
        painter.setPen(look.colour("ink"))
        shown = painter.fontMetrics().elidedText(self.word, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if keyboard_focus(self):
            paint_ring(painter, look, QRectF(self.rect()), "primary", box.height() / 2)
