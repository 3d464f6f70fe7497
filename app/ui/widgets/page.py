"""The ground of a page: the margins, the widest content and, where wanted, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Look


class Page(QWidget):
    """A page that fills the window, for tables and outlines.

    `body` is its column with margins and gaps set.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        _set_margins(self.body, look)

    def set_low(self, low: bool) -> None:
        """Where the page is low, its content comes before the air around it."""
        margin, space = self.look.space.margin, self.look.space
        if low:
            self.body.setContentsMargins(margin, space.small_gap, margin, space.small_gap)
        else:
            _set_margins(self.body, self.look)
        self.body.setSpacing(space.small_gap if low else space.gap)

    def add(self, thing: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout below what is there."""
        _add(self.body, thing, stretch)


class Ground(QWidget):
    """What a scroll area holds: as high as what is on it needs at its width, where Qt would make it as high as that needs
    when it is narrowest.
    """

    def minimumSizeHint(self) -> QSize:
        """The least width; the height too where it does not follow from the width."""
        least, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0) if follows else least


class ScrollPage(QScrollArea):
    """A page that scrolls, its content no wider than `widest` pixels (look.space.content when not given)."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, widest: int | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = Ground()
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setProperty("ground", "page")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setMaximumWidth((widest or look.space.content) + 2 * look.space.margin)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(column)
        _set_margins(self._column, look)
        self.body.setSpacing(look.space.gap)
        self._column.addLayout(self.body)
        self._column.addStretch(1)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.setWidget(ground)

    def add(self, thing: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout below what is there; with a stretch it takes the height that is left."""
        _add(self.body, thing, stretch)
        if stretch:
            self._column.setStretch(0, 1)
            self._column.setStretch(1, 0)


def _set_margins(column: QVBoxLayout, look: Look) -> None:
    margin = look.space.margin
    column.setContentsMargins(margin, margin - 4, margin, margin)
    column.setSpacing(look.space.gap)


def _add(column: QVBoxLayout, thing: QWidget | QLayout, stretch: int) -> None:
    if isinstance(thing, QWidget):
        column.addWidget(thing, stretch)
    else:
        column.addLayout(thing, stretch)
