"""One card: what somebody said, its dots, and what came of it."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.model.reflection import Answer
from app.ui.reflect.ink import CardSize, Ink
from app.ui.reflect.words import marks_of

MIME = "application/x-groundwork-answer"
# More dots than this are a number beside one dot: nobody counts a long row.
MOST_DRAWN = 8
_WRAP = int(Qt.TextFlag.TextWrapAnywhere) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_WORDS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


def spoken(answer: Answer) -> str:
    """A card as a screen reader says it."""
    parts = [answer.words]
    if answer.pile:
        parts.append(_("in “{pile}”").format(pile=answer.pile))
    if answer.dots:
        parts.append(ngettext("{count} dot", "{count} dots", answer.dots).format(count=answer.dots))
    if marks := marks_of(answer):
        parts.append(_("became: {what}").format(what=marks))
    return ", ".join(parts)


class AnswerCard(QAbstractButton):
    """Signals: `pressed_key(str)` with a letter, "+", "-" or a key's name; `moved(int)` by an arrow with Alt, `walked(int)` by
    an arrow alone (a Qt.Key); `focused()`.
    """

    pressed_key = Signal(str)
    moved = Signal(int)
    walked = Signal(int)
    focused = Signal()

    def __init__(self, ink: Ink, size: CardSize, answer: Answer, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink, self._size = ink, size
        self._pressed_at: QPoint | None = None
        self.answer = answer
        self.chosen = False
        self.may_drag = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_answer(answer)

    def show_answer(self, answer: Answer) -> None:
        """Show how the card is now."""
        self.answer = answer
        self.setAccessibleName(spoken(answer))
        self.update()

    def set_size(self, size: CardSize) -> None:
        """Draw it larger or smaller."""
        self._size = size
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one that keys speak of."""
        self.chosen = chosen
        self.update()

    def height_at(self, width: int) -> int:
        """How high it is at that width."""
        size = self._size
        room = QRect(0, 0, max(10, width - 2 * size.pad), 100_000)
        high = QFontMetrics(self._ink.font(size.words)).boundingRect(room, self._flags(), self.answer.words).height()
        below = QFontMetrics(self._ink.font(size.small)).height() + size.pad // 2 if self._has_foot() else 0
        return high + below + 2 * size.pad - size.pad // 3

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and signs are wishes; arrows walk from card to card, and move one with Alt."""
        key, mods = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            if mods & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(-1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Up) else 1)
            else:
                self.walked.emit(key.value)
            return
        wish = _wish(event)
        if wish and not mods & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self.pressed_key.emit(wish)
            return
        event.ignore()

    def focusInEvent(self, event: object) -> None:
        """It is chosen."""
        super().focusInEvent(event)  # pyright: ignore[reportArgumentType]
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may be the beginning of a drag."""
        self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        far = QApplication.startDragDistance()
        begun = self._pressed_at
        if not self.may_drag or begun is None or (event.position().toPoint() - begun).manhattanLength() < far:
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(carried(self.answer.id))
        drag.setPixmap(self.grab())
        drag.setHotSpot(begun)
        drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        ink, size, painter = self._ink, self._size, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or self.chosen
        edge = 2.0 if strong else 1.0
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(ink.colour("primary" if strong else "line"), edge))
        painter.setBrush(ink.colour("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box, size.radius, size.radius)
        painter.setFont(ink.font(size.words))
        painter.setPen(ink.colour("ink"))
        pad = size.pad
        words = self.rect().adjusted(pad, pad - pad // 3, -pad, -pad // 2)
        painter.drawText(words, self._flags(), self.answer.words)
        if self._has_foot():
            self._paint_foot(painter)

    def _paint_foot(self, painter: QPainter) -> None:
        ink, size = self._ink, self._size
        painter.setFont(ink.font(size.small))
        metrics = painter.fontMetrics()
        middle = self.height() - size.pad + size.pad // 3 - metrics.height() / 2
        left = float(size.pad)
        dots = self.answer.dots or 0
        if dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour("gold"))
            for _dot in range(dots if dots <= MOST_DRAWN else 1):
                painter.drawEllipse(QPointF(left + size.dot / 2, middle), size.dot / 2, size.dot / 2)
                left += size.dot * 1.4
            painter.setPen(ink.colour("gold"))
            painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1), str(dots))
            left += metrics.horizontalAdvance(f"{dots}") + size.dot
        marks = marks_of(self.answer)
        if marks:
            painter.setPen(QPen(ink.colour("ok"), max(2.0, size.small / 8)))
            tick = size.small * 0.8
            painter.drawPolyline([
                QPointF(left, middle), QPointF(left + tick * 0.35, middle + tick * 0.32),
                QPointF(left + tick, middle - tick * 0.4),
            ])  # fmt: skip
            left += tick + size.dot * 0.6
            room = self.width() - size.pad - left
            cut = metrics.elidedText(marks, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1), cut)

    def _has_foot(self) -> bool:
        return bool(self.answer.dots or marks_of(self.answer))

    def _flags(self) -> int:
        # A word that is longer than the card (an address, say) must not run out of it.
        return _WRAP if any(len(one) > 24 for one in self.answer.words.split()) else _WORDS


def carried(answer_id: str) -> QMimeData:
    """A card as it is dragged."""
    data = QMimeData()
    data.setData(MIME, answer_id.encode("ascii"))
    return data


def _wish(event: QKeyEvent) -> str:
    match event.key():
        case Qt.Key.Key_Delete:
            return "delete"
        case Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return "change"
        case Qt.Key.Key_Escape:
            return ""
        case _:
            sign = event.text().upper()
            return {"=": "+", "_": "-"}.get(sign, sign) if sign.isprintable() and sign.strip() else ""
