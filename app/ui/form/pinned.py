"""The first column stays in sight while the table is scrolled to the right: a row that nobody can name says nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from app.ui.theme import Look

# More than this part of the table is too much to keep.
MOST = 0.5


class PinnedColumn:
    """The first column of a table, painted over its left edge. Mouse and keys stay the table's own: it asks `holds` and
    `place` where the column is now.
    """

    def __init__(self, look: Look, table: QTableView) -> None:
        self._table = table
        self._cells, self._title = PinnedCells(look, table), PinnedTitle(look, table)

    @property
    def width(self) -> int:
        """How much of the table it covers; 0 while the column is in sight by itself."""
        table = self._table
        wide = table.columnWidth(0)
        scrolled = table.horizontalScrollBar().value() > 0
        return wide if scrolled and wide <= table.viewport().width() * MOST else 0

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the view is on it."""
        return at.x() < self.width

    def place(self, cell: QRect) -> QRect:
        """Where a cell of the first column is now, which the table thinks is at `cell`."""
        return QRect(0, cell.top(), cell.width(), cell.height()) if self.width else cell

    def lay(self) -> None:
        """Follow the table after it was scrolled or took another size."""
        view, header, wide = self._table.viewport(), self._table.horizontalHeader(), self.width
        self._cells.setGeometry(0, 0, wide, view.height())
        self._title.setGeometry(0, 0, wide, header.height())
        for one in (self._cells, self._title):
            one.setVisible(wide > 0)
            one.update()
        self._cells.lower()  # what is typed in a cell lies above


class PinnedCells(QWidget):
    """A picture of the cells; a press goes through to the table."""

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table.viewport())
        self._look, self._table = look, table
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are in sight, and a line at the right."""
        table, painter = self._table, QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        first, last = table.rowAt(0), table.rowAt(self.height() - 1)
        count = table.model().rowCount()
        for row in range(max(0, first), (last if last >= 0 else count - 1) + 1):
            self._paint_row(painter, row)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))

    def _paint_row(self, painter: QPainter, row: int) -> None:
        table, option = self._table, QStyleOptionViewItem()
        index = table.model().index(row, 0)
        option.initFrom(table)
        option.rect = QRect(0, table.rowViewportPosition(row), self.width(), table.rowHeight(row))
        state = QStyle.StateFlag.State_Enabled
        if table.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if table.hasFocus() and table.currentIndex() == index:
            state |= QStyle.StateFlag.State_HasFocus
        option.state = state
        option.widget = table
        table.itemDelegate().paint(painter, option, index)


class PinnedTitle(QWidget):
    """The title of the column; a press sorts by it."""

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table.horizontalHeader())
        self._look, self._table = look, table
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the header paints its own."""
        painter = QPainter(self)
        # Round at the top left as the card is, whose corner it lies on.
        ground, round_off = QPainterPath(), self._look.space.radius
        ground.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, round_off, round_off), round_off, round_off)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ground, self._look.colour("surface"))
        self._table.horizontalHeader().paintSection(painter, self.rect(), 0)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Sort by it, or the other way round."""
        if not self._table.isSortingEnabled():
            return
        header, orders = self._table.horizontalHeader(), Qt.SortOrder
        up = header.sortIndicatorSection() == 0 and header.sortIndicatorOrder() == orders.AscendingOrder
        self._table.sortByColumn(0, orders.DescendingOrder if up else orders.AscendingOrder)
