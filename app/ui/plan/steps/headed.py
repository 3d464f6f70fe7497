"""A list of steps whose heading stays in sight while its steps are scrolled through: in a long list one sees whose they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from app.ui.plan.steps.model import Row
from app.ui.plan.steps.view import StepsView
from app.ui.theme import Look

HEAD = "head:"
Hint = QAbstractItemView.ScrollHint


class HeadedView(StepsView):
    """Its headings are the rows with the key `head:` and the section's key."""

    # Qt asks where things are while the view is still being made.
    _pinned: PinnedHead | None = None

    def __init__(
        self,
        look: Look,
        name: str,
        tell: Callable[[Row], str],
        row_height: Callable[[], int],
        nothing: str = "",
        *,
        closed: bool,
    ) -> None:
        super().__init__(look, name, tell, row_height, nothing, closed=closed)
        self._pinned = PinnedHead(self)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, under the heading they are under."""
        super().show_rows(rows)
        self._pin()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another heading may be the one now."""
        super().scrollContentsBy(dx, dy)
        self._pin()

    def updateGeometries(self) -> None:
        """The same when there is more or less room."""
        super().updateGeometries()
        self._pin()

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view, and out from under the heading."""
        super().scrollTo(cast("QModelIndex", index), hint)
        row = self.source.row(index) if self._pinned is not None else None
        if row is not None and not row.key.startswith(HEAD):
            covered = self.rowHeight(index.row()) - self.visualRect(cast("QModelIndex", index)).top()
            if covered > 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() - covered)

    def pinned_row(self) -> int:
        """The heading of the row at the top, unless it stands there itself; -1 for none."""
        top = self.rowAt(0)
        row = self.source.rows[top] if 0 <= top < len(self.source.rows) else None
        if row is None or (row.key.startswith(HEAD) and self.rowViewportPosition(top) == 0):
            return -1
        return self.source.row_of(HEAD + row.section)

    def _pin(self) -> None:
        if self._pinned is not None:
            self._pinned.follow()


class PinnedHead(QWidget):
    """The heading, drawn over the first row as its delegate draws it. A press on it goes there; keys and readers have the row."""

    def __init__(self, view: HeadedView) -> None:
        super().__init__(view)
        self._view = view
        self.row = -1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def follow(self) -> None:
        """Show the heading of now, or nothing where it is in its place."""
        view = self._view
        self.row = view.pinned_row()
        self.setVisible(self.row >= 0)
        if self.row >= 0:
            room = view.viewport().geometry()
            self.setGeometry(room.left(), room.top(), room.width(), view.rowHeight(self.row))
            self.raise_()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies under it is not pressed."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the heading."""
        if 0 <= self.row < len(self._view.source.rows):
            self._view.go_to_key(self._view.source.rows[self.row].key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As in its row, without focus."""
        option = QStyleOptionViewItem()
        option.initFrom(self._view)
        option.rect = self.rect()
        option.widget = self._view
        option.state = QStyle.StateFlag.State_None
        self._view.itemDelegate().paint(QPainter(self), option, self._view.source.index(self.row, 0))
