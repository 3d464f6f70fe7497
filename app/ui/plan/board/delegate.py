"""How a step's card on the board is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.model.item import Item
from app.model.plan import FINISHED
from app.ui.plan.shown import Shown
from app.ui.plan.steps.lettering import TwoLines
from app.ui.plan.steps.view import StepsView
from app.ui.plan.words import above_words, day_words, is_urgent, late_words, lead_words, step_words
from app.ui.theme import Look

PAD, BETWEEN, RADIUS = 10, 4, 10
# Below this width, in pixels at 100 %, who and when have a line each.
NARROW = 236
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Above, small, what the step is part of; its words on two lines; below who leads and when, in words when it is late."""

    def __init__(self, look: Look, view: StepsView, shown: Shown) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.shown = shown
        self._narrow = True
        self._words = TwoLines(look.font())
        self._small, self._tiny = TwoLines(look.font(look.text.small)), TwoLines(look.font(look.text.tiny))
        look.look_changed.connect(self._size)

    def height(self) -> int:
        """Every card's, with the space below it."""
        lines = (
            self._tiny.metrics.height() + 2 * self._words.metrics.height() + self._foot() * (2 if self._narrow else 1)
        )
        return lines + 2 * PAD + 2 * BETWEEN + 2 * BETWEEN

    def fit(self, width: int) -> None:
        """Lay who and when below or beside each other, as a column of this width has room."""
        narrow = width < self._look.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._view.size_rows()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card, or the way to see more."""
        row = self._view.source.row(index)
        if row is None:
            return
        painter.save()
        painter.fillRect(option.rect, self._look.colour("primary_soft" if self._view.dragged_over else "raised"))
        card = QRect(option.rect).adjusted(2, BETWEEN, -2, -BETWEEN)
        self._paint_ground(painter, QRectF(card), option.state, is_card=row.item is not None)
        inside = card.adjusted(PAD, PAD, -PAD, -PAD)
        if row.item is not None:
            self._paint_step(painter, inside, row.item)
        elif row.head is not None:
            painter.setFont(self._small.font)
            painter.setPen(self._look.colour("primary"))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), row.head.words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag, *, is_card: bool) -> None:
        look = self._look
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if focused or chosen else 1
        edge = "primary" if focused or chosen else "edge" if over else "line"
        painter.setPen(QPen(look.colour(edge), width) if is_card or focused else Qt.PenStyle.NoPen)
        ground = "primary_soft" if chosen else "surface"
        painter.setBrush(look.colour(ground) if is_card or chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("primary"), 1))
            painter.drawRoundedRect(card.adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)

    def _paint_step(self, painter: QPainter, room: QRect, item: Item) -> None:
        look = self._look
        line = QRect(room.left(), room.top(), room.width(), self._tiny.metrics.height())
        above = " ".join(above_words(item, self.shown.outline).split())
        painter.setFont(self._tiny.font)
        painter.setPen(look.colour("muted"))
        painter.drawText(line, LEFT, self._tiny.metrics.elidedText(above, Qt.TextElideMode.ElideRight, line.width()))
        font = self._words.font
        font.setStrikeOut(item.status == "dropped")
        painter.setFont(font)
        painter.setPen(look.colour("ink" if item.what else "muted"))
        line = QRect(room.left(), line.bottom() + 1 + BETWEEN, room.width(), self._words.metrics.height())
        for words in self._words.broken(step_words(item), room.width()):
            painter.drawText(line, LEFT, words)
            line.translate(0, line.height())
        foot = self._foot()
        last = QRect(room.left(), room.bottom() + 1 - foot, room.width(), foot)
        taken = self._paint_day(painter, last, item)
        self._paint_lead(painter, last.translated(0, -foot) if self._narrow else last.adjusted(0, 0, -taken, 0), item)

    def _paint_day(self, painter: QPainter, room: QRect, item: Item) -> int:
        """When, with its icon: at the left of its own line, or at the right; answers with the width it took there."""
        look, today = self._look, self.shown.today
        late = late_words(item, today)
        words, tone = late or day_words(item, today), "warn" if late else "gold" if is_urgent(item, today) else "muted"
        if not words:
            return 0
        side, gap = look.px(14), look.px(6)
        needed = self._small.metrics.horizontalAdvance(words) + side + gap
        left = room.left() if self._narrow else max(room.left(), room.right() + 1 - needed)
        look.paint_icon(
            painter,
            QRectF(left, room.center().y() + 0.5 - side / 2, side, side),
            "triangle-alert" if late else "calendar",
            tone,
        )
        painter.setFont(self._small.font)
        painter.setPen(look.colour(tone))
        painter.drawText(room.adjusted(left - room.left() + side + gap, 0, 0, 0), LEFT, words)
        return needed + 2 * gap

    def _paint_lead(self, painter: QPainter, room: QRect, item: Item) -> None:
        wanted = not item.lead and item.status not in FINISHED
        painter.setFont(self._small.font)
        painter.setPen(self._look.colour("warn" if wanted else "muted"))
        name = lead_words(item, self.shown.names)
        painter.drawText(room, LEFT, self._small.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width()))

    def _foot(self) -> int:
        return max(self._small.metrics.height(), self._look.px(16))

    def _size(self) -> None:
        look = self._look
        self._words = TwoLines(look.font())
        self._small, self._tiny = TwoLines(look.font(look.text.small)), TwoLines(look.font(look.text.tiny))
        self._view.size_rows()
