"""How cells of tables and outlines are drawn: pills, icons beside words, thin progress, chosen rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import bar_rect, chip_size, paint_bar, paint_chip

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 100
PAD = 12
CHEVRON = 20
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """How to draw a cell whose words are its DisplayRole. A model gives it for CELL_ROLE; without it words
    are plain.

    `chip`: as a pill in `tone`. `progress`: a thin bar (0 to 1) before the words. `icon`: a Lucide name
    before them. `indent`: so many pixels at 100 % further in. `chevron`: the icon of what opens and folds a row, before all
    else, or "none" for the room that it would take; empty where no row of the table folds.
    `two_lines`: words that are too long for the column go on in a second line of the same row.
    """

    tone: str = ""
    icon: str = ""
    icon_role: str = ""
    chip: bool = False
    progress: float | None = None
    bold: bool = False
    struck: bool = False
    indent: int = 0
    chevron: str = ""
    two_lines: bool = False


class CellDelegate(QStyledItemDelegate):
    """Draws every cell in the look of the program. Editing stays as the model and its delegates say."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are as high as the theme says; columns as wide as their words need."""
        cell, words = _cell(index), _words(index)
        if cell.chip and words:
            return QSize(chip_size(self._look, words, cell.icon).width() + 2 * PAD, self._look.text.row)
        metrics = QFontMetrics(self._font(cell))
        width = metrics.horizontalAdvance(words) + 2 * PAD + 4
        width += self._look.px(28) if cell.icon else 0
        width += self._look.px(80) if cell.progress is not None else 0
        width += self._look.px(cell.indent) + (self._look.px(CHEVRON) if cell.chevron else 0)
        return QSize(width, self._look.text.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, rule under the row, and what the cell holds."""
        painter.save()
        rect = QRect(option.rect)
        self._paint_ground(painter, option, rect, index)
        cell, words = _cell(index), _words(index)
        room = rect.adjusted(PAD, 0, -PAD, -1)
        if cell.chevron:
            self._paint_chevron(painter, room, cell)
        if cell.chip and words:
            self._paint_pill(painter, room, words, cell)
        else:
            self._paint_words(painter, room, words, cell, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> None:
        look = self._look
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("primary_soft"))
            if index.column() == 0:
                start = rect.left() if _in_table(option) else 0
                painter.fillRect(QRect(start, rect.top(), 3, rect.height()), look.colour("primary"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 6, 6)

    def _paint_chevron(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        look = self._look
        room.setLeft(room.left() + look.px(cell.indent))
        size = look.px(16)
        if cell.chevron != "none":
            place = QRectF(room.left() - 2, room.center().y() - size / 2 + 0.5, size, size)
            look.paint_icon(painter, place, cell.chevron, "muted")
        room.setLeft(room.left() + look.px(CHEVRON))

    def _paint_pill(self, painter: QPainter, room: QRect, words: str, cell: Cell) -> None:
        size = chip_size(self._look, words, cell.icon)
        top = room.center().y() - size.height() / 2 + 1
        pill = QRectF(room.left(), top, min(size.width(), room.width()), size.height())
        paint_chip(painter, self._look, pill, words, cell.tone or "plain", cell.icon)

    def _paint_words(self, painter: QPainter, room: QRect, words: str, cell: Cell, index: Index) -> None:
        look = self._look
        if cell.progress is not None:
            paint_bar(painter, look, bar_rect(look, room, look.px(70)), cell.progress)
            room.setLeft(room.left() + look.px(80))
        if cell.icon:
            size = look.px(17)
            place = QRectF(room.left(), room.center().y() - size / 2 + 0.5, size, size)
            look.paint_icon(painter, place, cell.icon, cell.icon_role or cell.tone or "ink")
            room.setLeft(room.left() + look.px(27))
        painter.setFont(self._font(cell))
        painter.setPen(look.colour(cell.tone or "ink"))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        flags = Qt.AlignmentFlag(side) if side else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        first, rest = _broken(words, metrics, room.width()) if cell.two_lines else (words, "")
        if rest:
            half = min(metrics.height(), (room.height() - 4) // 2)
            top = room.center().y() - half + 1
            for line, words_of_it in enumerate((first, rest)):
                _draw_line(painter, QRect(room.left(), top + line * half, room.width(), half), flags, words_of_it)
        else:
            _draw_line(painter, room, flags, first)

    def _font(self, cell: Cell) -> QFont:
        look = self._look
        font = look.font(look.text.small if cell.progress is not None else None, bold=cell.bold)
        font.setStrikeOut(cell.struck)
        return font


def _draw_line(painter: QPainter, room: QRect, flags: Qt.AlignmentFlag, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, shown)


def _broken(words: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """The words that fit in a line, and the rest; all of them in the first where they fit, or nothing can be broken."""
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    kept, rest = "", words
    while " " in rest:
        word, _space, after = rest.partition(" ")
        longer = f"{kept} {word}".lstrip()
        if metrics.horizontalAdvance(longer) > width:
            break
        kept, rest = longer, after
    return (kept, rest) if kept else (words, "")


def _cell(index: Index) -> Cell:
    cell = index.data(CELL_ROLE)
    return cell if isinstance(cell, Cell) else Cell()


def _words(index: Index) -> str:
    words = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if words is None else " ".join(str(words).split())


def _in_table(option: QStyleOptionViewItem) -> bool:
    return isinstance(option.widget, QTableView)
