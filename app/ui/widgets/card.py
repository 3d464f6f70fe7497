"""A card: the rounded surface that things which belong together stand on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.words import Picture, Words


class Card(QFrame):
    """`body` is its column. `tone`: plain, raised, warn, gold or primary.

    `bare=True` is for a table that reaches its edges; `fills=True` for content that takes all the height
    there is.
    """

    def __init__(
        self,
        look: Look,
        title: str = "",
        icon: str = "",
        tone: str = "plain",
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        fills: bool = False,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setProperty("card", tone)
        edge = look.space.card
        self.body = QVBoxLayout()
        self.body.setSpacing(0 if bare else look.space.small_gap)
        column = QVBoxLayout(self)
        top = edge - 6 if title else edge
        column.setContentsMargins(*((1, 4, 1, 8) if bare else (edge, top, edge, edge)))
        column.setSpacing(0)
        column.addLayout(self.body)
        if not (bare or fills):
            column.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum))
            column.setStretch(1, 1)
        self.title: Words | None = None
        self.head: QHBoxLayout | None = None
        if title:
            self.body.addLayout(self._make_head(title, icon, tone))

    def add(self, *things: QWidget | QLayout) -> None:
        """Put widgets or layouts below each other."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.body.addWidget(thing)
            else:
                self.body.addLayout(thing)

    def add_to_head(self, *widgets: QWidget) -> None:
        """Put actions or a count at the right of the title. The card must have a title."""
        assert self.head is not None
        for widget in widgets:
            self.head.addWidget(widget)

    def _size_head(self) -> None:
        """Titles stand at one height, with and without a button beside them."""
        if self.title is not None:
            self.title.setMinimumHeight(self.look.text.control)

    def _make_head(self, title: str, icon: str, tone: str) -> QHBoxLayout:
        role = tone if tone in ("warn", "gold", "primary") else "ink"
        self.head = QHBoxLayout()
        self.head.setSpacing(self.look.space.small_gap)
        if icon:
            self.head.addWidget(Picture(self.look, icon, role))
        self.title = Words(title, "heading", wrap=True)
        self.title.setProperty("tone", tone if role != "ink" else "")
        self.head.addWidget(self.title, 1)
        self.look.look_changed.connect(self._size_head)
        self._size_head()
        return self.head
