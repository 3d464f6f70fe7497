"""Tables, outlines and lists in the look of the program, ready for a model."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QTreeView, QWidget

from app.ui.theme import Look
from app.ui.widgets.cells import CellDelegate


class TableView(QTableView):
    """A table of whole rows. `name` is what a screen reader says it holds."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        _dress(self, look, name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        _dress_header(self.horizontalHeader())
        self.horizontalHeader().setHighlightSections(False)
        look.look_changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.text.row)


class TreeView(QTreeView):
    """An outline with columns. Rows are drawn over their whole width; a chevron shows what can be opened."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        _dress(self, look, name)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        _dress_header(self.header())
        look.look_changed.connect(self._size)
        self._size()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the ground of the row as its cells have it, and the chevron."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        look = self.look
        chosen = self.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(rect, look.colour("primary_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), look.colour("primary"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if self.model().hasChildren(index):
            size = look.px(16)
            middle = rect.right() - self.indentation() / 2 + 2
            place = QRectF(middle - size / 2, rect.center().y() - size / 2 + 0.5, size, size)
            name = "chevron-down" if self.isExpanded(cast("QModelIndex", index)) else "chevron-right"
            look.paint_icon(painter, place, name, "muted")

    def _size(self) -> None:
        self.setIndentation(self.look.px(26))


class ListView(QListView):
    """A plain list of rows."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        _dress(self, look, name)


def _dress(view: QAbstractItemView, look: Look, name: str) -> None:
    view.setAccessibleName(name)
    view.setProperty("bare", "true")
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    view.setItemDelegate(CellDelegate(look, view))
    palette = view.palette()
    palette.setColor(palette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
    view.setPalette(palette)


def _dress_header(header: QHeaderView) -> None:
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionsClickable(True)
    header.setStretchLastSection(True)
    header.setMinimumSectionSize(60)
