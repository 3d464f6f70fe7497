"""The pages below each other, drawn when they are seen."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.model.pdf import Box, PageSize
from app.ui.theme import Look

GAP = 14
HELD = 12
# What a page that cannot be drawn is shown as: a letter sheet.
LETTER = PageSize(612, 792)


class Sheet(QWidget):
    """Signal: `wanted(page, dots)` for a page that is seen and not drawn yet."""

    wanted = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sizes: list[PageSize] = []
        self._tops: list[int] = []
        self._width = 600
        self._held: OrderedDict[int, QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._troubles: dict[int, str] = {}
        self._hits: dict[int, list[list[Box]]] = {}
        self._current: tuple[int, int] | None = None

    def set_pages(self, sizes: list[PageSize]) -> None:
        """Show other pages."""
        self._sizes = [one if one.shown else LETTER for one in sizes]
        self._held.clear()
        self._asked.clear()
        self._troubles.clear()
        self.set_width(self._width)

    def set_width(self, width: int) -> None:
        """Make every page so many pixels wide."""
        self._width = max(40, width)
        self._tops, top = [], GAP
        for size in self._sizes:
            self._tops.append(top)
            top += self._height(size) + GAP
        self._asked.clear()
        wide = self._width + 2 * GAP if self._sizes else 0
        self.setMinimumSize(wide, top)
        self.resize(max(self.width(), wide), top)
        self.update()

    def show_image(self, page: int, image: QImage) -> None:
        """A page was drawn."""
        self._held[page] = image
        self._held.move_to_end(page)
        while len(self._held) > HELD:
            self._held.popitem(last=False)
            self._asked.clear()
        self.update(self.page_box(page))

    def show_trouble(self, page: int, sentence: str) -> None:
        """A page cannot be drawn: say why in its place."""
        self._troubles[page] = sentence
        self.update(self.page_box(page))

    def show_hits(self, hits: dict[int, list[list[Box]]], current: tuple[int, int] | None) -> None:
        """Mark found words; `current` is the page and number of the one that is looked at."""
        self._hits, self._current = hits, current
        self.update()

    def page_box(self, page: int) -> QRect:
        """Where a page stands."""
        left = max(GAP, (self.width() - self._width) // 2)
        return QRect(left, self._tops[page], self._width, self._height(self._sizes[page]))

    def page_at(self, top: int) -> int:
        """The page at this height."""
        return max(0, bisect_right(self._tops, top) - 1)

    def hit_box(self, page: int, boxes: list[Box]) -> QRectF:
        """The place of found words, all their boxes together."""
        whole = QRectF()
        for box in boxes:
            whole = whole.united(self._placed(page, box))
        return whole

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen; ask for what is not there yet."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.colour("raised"))
        if not self._sizes:
            return
        seen = self.visibleRegion().boundingRect().united(event.rect())
        for page in range(self.page_at(seen.top()), self.page_at(seen.bottom()) + 1):
            self._paint_page(painter, page)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box, look = self.page_box(page), self._look
        painter.fillRect(box, Qt.GlobalColor.white if page not in self._troubles else look.colour("surface"))
        image = self._held.get(page)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)
        if page in self._troubles:
            painter.setPen(look.colour("ink"))
            painter.setFont(look.font())
            edge = look.px(24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(box.adjusted(edge, edge, -edge, -edge)), int(flags), self._troubles[page])
        else:
            self._ask_for(page, image)
        self._paint_hits(painter, page)
        painter.setPen(look.colour("edge"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _ask_for(self, page: int, image: QImage | None) -> None:
        dots = round(self._width * self.devicePixelRatioF())
        if (image is None or image.width() != dots) and (page, dots) not in self._asked:
            self._asked.add((page, dots))
            self.wanted.emit(page, dots)

    def _paint_hits(self, painter: QPainter, page: int) -> None:
        # The page keeps its own colours in every look, so the marks on it do too.
        for number, boxes in enumerate(self._hits.get(page, ())):
            for box in boxes:
                place = self._placed(page, box).adjusted(-1, -1, 1, 1)
                painter.setOpacity(0.35)
                painter.fillRect(place, Qt.GlobalColor.yellow)
                painter.setOpacity(1.0)
                if self._current == (page, number):
                    painter.setPen(Qt.GlobalColor.darkRed)
                    painter.drawRect(place)

    def _placed(self, page: int, box: Box) -> QRectF:
        where = self.page_box(page)
        left, top, right, bottom = box
        wide, high = where.width(), where.height()
        return QRectF(
            where.left() + left * wide, where.top() + top * high, (right - left) * wide, (bottom - top) * high
        )

    def _height(self, size: PageSize) -> int:
        return max(1, round(self._width * size.height / size.width))
