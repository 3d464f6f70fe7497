"""Small pictures of the pages beside the reader."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QWidget

from app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
WIDE = 92


class ThumbsModel(QAbstractListModel):
    """Signal: `wanted(page)` when a picture is to be seen for the first time."""

    wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._count = 0
        self._images: dict[int, QImage] = {}
        self._asked: set[int] = set()

    def set_count(self, count: int) -> None:
        """So many pages."""
        self.beginResetModel()
        self._count = count
        self._images.clear()
        self._asked.clear()
        self.endResetModel()

    def show_image(self, page: int, image: QImage) -> None:
        """A picture is there."""
        tall = image.height() > image.width() * 2
        self._images[page] = image.scaledToHeight(WIDE * 2) if tall else image
        self.dataChanged.emit(self.index(page), self.index(page))

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a page."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The page's number and picture."""
        page = index.row()
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {number}").format(number=page + 1)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(self._look.px(WIDE + 24), self._look.px(164))
        if role == Qt.ItemDataRole.DecorationRole:
            if page not in self._asked:
                self._asked.add(page)
                self.wanted.emit(page)
            return self._images.get(page)
        return None


class Thumbs(QListView):
    """Signal: `page_chosen(int)`."""

    page_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.pages = ThumbsModel(look, self)
        self.setModel(self.pages)
        self.setAccessibleName(_("Pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setProperty("bare", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.look_changed.connect(self._size)
        self._size()

    def show_current(self, page: int) -> None:
        """Mark the page that is read; that announces nothing."""
        if self.currentIndex().row() != page:
            self.blockSignals(True)
            self.setCurrentIndex(self.pages.index(page))
            self.blockSignals(False)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another page was chosen, with mouse or keys."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.page_chosen.emit(current.row())

    def _size(self) -> None:
        self.setIconSize(QSize(self._look.px(WIDE), self._look.px(118)))
        self.setFixedWidth(self._look.px(WIDE + 46))
