"""How the list of contents is drawn: sections bold, pages below them on as many lines as they need."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
IS_PAGE = int(Qt.ItemDataRole.UserRole) + 1

_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class ContentsDelegate(QStyledItemDelegate):
    """Asks the model's IS_PAGE role whether a row is a page."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The words' height at the list's width."""
        width = self._view.viewport().width()
        box = self._words_box(QRect(0, 0, width, 10_000), index)
        metrics = QFontMetrics(self._look.font(bold=self._strong(index)))
        height = metrics.boundingRect(box, _FLAGS, str(index.data())).height()
        return QSize(width, height + self._look.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A soft ground under the page that is read."""
        look, asked = self._look, cast("Any", option)
        rect = QRect(asked.rect)
        chosen = bool(asked.state & QStyle.StateFlag.State_Selected)
        over = bool(asked.state & QStyle.StateFlag.State_MouseOver) and bool(index.data(IS_PAGE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary_soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(8, 1, -8, -1), 8, 8)
        painter.setFont(look.font(bold=self._strong(index)))
        painter.setPen(look.colour("primary" if chosen else "ink" if self._strong(index) else "muted"))
        painter.drawText(self._words_box(rect, index), _FLAGS, str(index.data()))
        painter.restore()

    def _words_box(self, rect: QRect, index: Index) -> QRect:
        left = self._look.px(34 if index.data(IS_PAGE) else 20)
        # As if the scroll bar were always there: its coming and going must not change the lines.
        width = max(80, self._view.width() - left - self._look.px(26))
        return QRect(rect.left() + left, rect.top(), width, rect.height())

    @staticmethod
    def _strong(index: Index) -> bool:
        return not index.data(IS_PAGE)
