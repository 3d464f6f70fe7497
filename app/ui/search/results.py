"""The list under the search box: what was found, best first, grouped, with the hit in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.model.search import HIT_END, HIT_START, SearchHit
from app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex

ICONS = {
    "page": "book-open",
    "partner": "users",
    "item": "list-checks",
    "community": "flag",
    "tie": "link",
    "copy": "file-text",
    "mark": "bookmark",
    "helpline": "phone",
    "talk": "message-square-plus",
    "meeting": "calendar-days",
    "question": "circle-question-mark",
    "answer": "sticky-note",
}


def plain(snippet: str) -> str:
    """The snippet without its marks."""
    return snippet.replace(HIT_START, "").replace(HIT_END, "")


class ResultsModel(QAbstractListModel):
    """The hits of one search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: list[SearchHit] = []

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show other hits: a new search is a new list."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a hit."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, place and snippet as one sentence for the screen reader."""
        if not index.isValid() or index.row() >= len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.title} ({hit.where}). {plain(hit.snippet)}"
        return None


class HitDelegate(QStyledItemDelegate):
    """Draws a hit on two lines; found words stand bold."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and their margins."""
        return QSize(100, self._look.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, title and where it is; below it the words around the hit."""
        model = index.model()
        if not isinstance(model, ResultsModel):
            return
        hit, look = model.hits[index.row()], self._look
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary_soft"))
            painter.drawRoundedRect(box.adjusted(4, 2, -4, -2), 9, 9)
        size = look.px(18)
        icon = QRectF(box.left() + look.px(16), box.top() + look.px(12), size, size)
        look.paint_icon(painter, icon, ICONS.get(hit.kind, "search"), "primary")
        left, width = box.left() + look.px(46), box.width() - look.px(60)
        self._write(painter, QPoint(int(left), int(box.top() + look.px(6))), width, self._title(hit), look.text.body)
        self._write(
            painter, QPoint(int(left), int(box.top() + look.px(30))), width, self._snippet(hit), look.text.small
        )
        painter.restore()

    def _title(self, hit: SearchHit) -> str:
        muted = self._look.colours.muted
        return f"<b>{escape(hit.title)}</b> <span style='color:{muted}'>&nbsp;{escape(hit.where)}</span>"

    def _snippet(self, hit: SearchHit) -> str:
        marked = (
            escape(hit.snippet)
            .replace(HIT_START, f"<b style='color:{self._look.colours.ink}'>")
            .replace(HIT_END, "</b>")
        )
        return f"<span style='color:{self._look.colours.muted}'>{marked}</span>"

    def _write(self, painter: QPainter, at: QPoint, width: float, html: str, pixels: int) -> None:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._look.font(pixels))
        option = document.defaultTextOption()
        option.setWrapMode(option.WrapMode.NoWrap)
        document.setDefaultTextOption(option)
        document.setHtml(f"<div style='color:{self._look.colours.ink}'>{html}</div>")
        painter.save()
        painter.translate(at)
        document.drawContents(painter, QRectF(0, 0, width, self._look.px(26)))
        painter.restore()


class Results(QFrame):
    """A sheet under the search box. Signal: `hit_chosen(SearchHit)`."""

    hit_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._window = look, parent
        self.setProperty("card", "plain")
        self.model = ResultsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(_("What was found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(HitDelegate(look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel()
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 6)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.list.clicked.connect(self._choose)
        self.hide()

    def show_hits(self, hits: Sequence[SearchHit], words: str, under: QWidget) -> None:
        """Show what was found for `words` below a widget; with no words, hide."""
        self.model.show_hits(hits)
        self.list.setVisible(bool(hits))
        sentence = _("Nothing was found for “{words}”. Try fewer or other words.")
        self.nothing.setText(sentence.format(words=words.strip()[:60]))
        self.nothing.setVisible(not hits)
        if hits:
            self.list.setCurrentIndex(self.model.index(0))
        self._place(under, len(hits))
        self.setVisible(bool(words.strip()))
        self.raise_()

    def move_by(self, steps: int) -> None:
        """Move the choice up or down."""
        if self.model.hits:
            row = self.list.currentIndex().row() + steps
            self.list.setCurrentIndex(self.model.index(max(0, min(len(self.model.hits) - 1, row))))

    def choose_current(self) -> None:
        """Open the chosen hit."""
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self.model.hits[index.row()]
            self.hide()
            self.hit_chosen.emit(hit)

    def _place(self, under: QWidget, count: int) -> None:
        parent = self._window
        top_left = under.mapTo(parent, QPoint(0, under.height() + 6))
        width = max(under.width(), min(self._look.px(700), parent.width() - top_left.x() - 12))
        rows = min(count, 8) * self._look.px(58) + 16 if count else self._look.px(84)
        height = min(rows, parent.height() - top_left.y() - 12)
        self.setGeometry(top_left.x(), top_left.y(), width, height)
