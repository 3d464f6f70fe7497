"""How rows of steps under headings are drawn: cells beside each other, as many as have room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.plan.steps.model import Head, Row
from app.ui.plan.steps.view import StepsView
from app.ui.theme import Look
from app.ui.widgets import Cell, CellDelegate
from app.ui.widgets.cells import PAD
from app.ui.widgets.painting import bar_rect, chip_size, paint_bar, paint_chip

Index = QModelIndex | QPersistentModelIndex
BAR, BAR_LEAST, COUNT_LEAST = 90, 760, 440


class Part(NamedTuple):
    """A cell of a row: its words, its width in pixels at 100 % (0 for what is left), and the least room to be shown in."""

    words: str
    cell: Cell
    width: int = 0
    least: int = 0


class RowDelegate(CellDelegate):
    """Headings are its own; the cells of a step are what `parts` says."""

    def __init__(self, look: Look, view: StepsView) -> None:
        super().__init__(look, view)
        self._view = view

    def parts(self, row: Row) -> Sequence[Part]:
        """The cells of a step, from left to right."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as every row."""
        return QSize(self._look.px(200), self._look.text.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading, a sentence, or a step."""
        row = self._view.source.row(index)
        if row is None:
            return
        painter.save()
        rect = QRect(option.rect)
        over = self._view.over
        heading = row.head is not None and row.head.kind == "head"
        painter.fillRect(rect, self._look.colour("raised" if heading else "surface"))
        self._paint_ground(painter, option, rect, index)
        if over is not None and over.section == row.section:
            painter.fillRect(rect, self._look.colour("primary_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._look.colour("primary"))
        room = rect.adjusted(PAD, 0, -PAD, -1)
        if row.item is not None:
            self._paint_parts(painter, room.adjusted(self._look.px(14), 0, 0, 0), self.parts(row), index)
        elif row.head is not None and heading:
            self._paint_head(painter, room, row.head, index)
        elif row.head is not None:
            tone = "primary" if row.head.kind == "more" else "muted"
            self._paint_words(
                painter, room.adjusted(self._look.px(41), 0, 0, 0), row.head.words, Cell(tone=tone), index
            )
        painter.restore()

    def _paint_parts(self, painter: QPainter, room: QRect, parts: Sequence[Part], index: Index) -> None:
        look = self._look
        width = room.width() / look.scale
        shown = [one for one in parts if width >= one.least]
        left_over = room.width() - sum(look.px(one.width) for one in shown)
        left = room.left()
        for one in shown:
            taken = look.px(one.width) if one.width else left_over
            place = QRect(left, room.top(), max(taken - look.px(10), 0), room.height())
            if one.cell.chip and one.words:
                self._paint_pill(painter, place, one.words, one.cell)
            elif one.words:
                self._paint_words(painter, place, one.words, one.cell, index)
            left += taken

    def _paint_head(self, painter: QPainter, room: QRect, head: Head, index: Index) -> None:
        look = self._look
        size = look.px(16)
        chevron = QRectF(room.left(), room.center().y() - size / 2 + 0.5, size, size)
        look.paint_icon(painter, chevron, "chevron-right" if head.folded else "chevron-down", "muted")
        room = room.adjusted(look.px(24), 0, 0, 0)
        width = room.width() / look.scale
        room.setRight(room.right() - self._paint_beside(painter, room, head))
        if head.part is not None and width >= BAR_LEAST:
            taken = look.px(BAR)
            bar = QRect(room.right() - taken, room.top(), taken, room.height())
            paint_bar(
                painter, look, bar_rect(look, bar, taken), head.part, "warn" if head.tone == "warn" else "primary"
            )
            room.setRight(bar.left() - look.px(14))
        counted = head.count if width >= COUNT_LEAST or not head.icon else ""
        name = Cell(icon=head.icon, icon_role=head.tone or "muted", bold=True)
        font = self._font(name)
        painter.setFont(font)
        needed = painter.fontMetrics().horizontalAdvance(head.words) + look.px(27 if head.icon else 0)
        words = QRect(room.left(), room.top(), min(needed + 2, room.width()), room.height())
        self._paint_words(painter, words, head.words, name, index)
        rest = QRect(words.right() + look.px(14), room.top(), room.right() - words.right() - look.px(14), room.height())
        if counted and rest.width() > look.px(30):
            painter.setFont(look.font(look.text.small))
            painter.setPen(look.colour("muted"))
            shown = painter.fontMetrics().elidedText(counted, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest.adjusted(0, 1, 0, 1), int(_LEFT), shown)

    def _paint_beside(self, painter: QPainter, room: QRect, head: Head) -> int:
        """What stands at the right, as a pill where it has a tone; answers with the width it took."""
        look = self._look
        if not head.beside:
            return 0
        if head.tone == "warn":
            size = chip_size(look, head.beside, "triangle-alert")
            pill = QRectF(
                room.right() - size.width(), room.center().y() - size.height() / 2 + 1, size.width(), size.height()
            )
            paint_chip(painter, look, pill, head.beside, "warn", "triangle-alert")
            return size.width() + look.px(14)
        painter.setFont(look.font(look.text.small))
        painter.setPen(look.colour("muted"))
        painter.drawText(room, int(_RIGHT), head.beside)
        return painter.fontMetrics().horizontalAdvance(head.beside) + look.px(14)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
