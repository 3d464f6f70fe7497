"""A paragraph, heading or list entry that is read: it can be chosen whole, or some words of it, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Look

_FLAGS = Qt.TextInteractionFlag
BY_HAND = _FLAGS.TextSelectableByMouse | _FLAGS.TextSelectableByKeyboard
LINKS = _FLAGS.LinksAccessibleByMouse | _FLAGS.LinksAccessibleByKeyboard


class Passage(QLabel):
    """`start` is where its text begins in the page's. Signal: `chosen(Passage)`, also when other words of it are chosen."""

    chosen = Signal(object)

    def __init__(self, html: str, text: str, start: int, parent: QWidget | None = None) -> None:
        super().__init__(html, parent)
        self.start, self.plain = start, text
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(BY_HAND | LINKS if "<a " in html else BY_HAND)

    @property
    def span(self) -> tuple[int, int]:
        """The letters of the page's text that are chosen: those selected here, or else the whole passage."""
        at, words = self.selectionStart(), self.selectedText()
        if at < 0 or not words.strip():
            return self.start, self.start + len(self.plain)
        return self.start + at, self.start + min(at + len(words), len(self.plain))

    @property
    def words(self) -> str:
        """The chosen words."""
        start, end = self.span
        return self.plain[start - self.start : end - self.start]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses the passage."""
        super().focusInEvent(event)
        self.chosen.emit(self)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keys may have chosen other words."""
        super().keyReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.chosen.emit(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed or drawn over; last, a link may lead to another page."""
        self.chosen.emit(self)
        super().mouseReleaseEvent(event)


class Ground(QWidget):
    """What the passages stand on. It draws a bar beside the one that is chosen, and a sign beside those with a note."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen: Passage | None = None
        self._noted: list[Passage] = []
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_chosen(self, passage: Passage | None) -> None:
        """Draw the bar beside a passage, or beside none."""
        self._chosen = passage
        self.update()

    def show_noted(self, passages: list[Passage]) -> None:
        """Draw the sign of a note beside these."""
        self._noted = passages
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the margin, so that no word moves."""
        super().paintEvent(event)
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen is not None:
            box = self._box(self._chosen)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(QRectF(look.px(22), box.top(), look.px(3), box.height()), 1.5, 1.5)
        size = look.px(14)
        for one in self._noted:
            top = self._box(one).top() + look.px(5)
            look.paint_icon(painter, QRectF(look.px(4), top, size, size), "sticky-note", "gold")

    def _box(self, passage: Passage) -> QRectF:
        return QRectF(passage.mapTo(self, passage.rect().topLeft()), passage.size())
