"""Everything about one line of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.phrases import N_
from app.model.schema import label_of, specs
from app.ui.form.record_form import Names, RecordForm
from app.ui.plan.words import origin_words
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Chip, IconButton, Words

PARTS: tuple[tuple[str, Sequence[str]], ...] = (
    ("", ("what", "status", "lead", "by", "helpers")),
    (N_("With what"), ("needs", "has", "barriers")),
    (N_("With whom"), ("tell", "waits_for")),
    (N_("How we know"), ("sign", "review", "repeats", "starts")),
    (N_("Safety"), ("safety", "notes")),
)


class ItemPanel(Card):
    """Signals: `open_requested(str, str)`, `help_lines_requested()`, `closed()`."""

    open_requested = Signal(str, str)
    help_lines_requested = Signal()
    closed = Signal()

    def __init__(self, look: Look, session: Session, names: Names) -> None:
        super().__init__(look, bare=True)
        self._item: Item | None = None
        self.level = Chip(look, "", "primary")
        self.origin = Button(look, "", icon="link", kind="quiet")
        self.none = Words(_("Choose a line of the plan to see everything about it."), "muted", wrap=True)
        parts = tuple((_(heading) if heading else "", fields) for heading, fields in PARTS)
        self.form = RecordForm(look, session, Item, parts, _("Change step"), names)
        self.body.addWidget(self._scrolling())
        self.origin.clicked.connect(self._open_origin)
        look.look_changed.connect(self._size)
        self._size()
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show an item, or that none is chosen."""
        self._item = item
        self.form.show_record(item)
        self.form.setVisible(item is not None)
        self._foot.setVisible(item is not None)
        self.level.setVisible(item is not None)
        self.none.setVisible(item is None)
        self.origin.setVisible(item is not None and bool(item.origin))
        if item is not None:
            self.level.set_chip(_(label_of(specs(Item)["level"], item.level)), "primary")
            self.origin.set_text(origin_words(item.origin))

    def _scrolling(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(_("About this step"))
        ground = QWidget()
        ground.setProperty("ground", "surface")
        column = QVBoxLayout(ground)
        edge = self.look.space.card
        column.setContentsMargins(edge, edge - 4, edge, edge)
        column.setSpacing(self.look.space.small_gap)
        head = QHBoxLayout()
        head.addWidget(self.level)
        head.addStretch(1)
        close = IconButton(self.look, "x", _("Close this panel"))
        close.clicked.connect(self.closed)
        head.addWidget(close)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.origin)
        column.addWidget(self.form)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        caution = _(
            "Plans only, please: no names or stories of people who were harmed. For them there are the help lines."
        )
        foot.addWidget(Words(caution, "small", wrap=True))
        lines = Button(self.look, _("Help lines"), icon="phone", kind="quiet")
        lines.clicked.connect(self.help_lines_requested)
        foot.addWidget(lines)
        column.addWidget(self._foot)
        column.addStretch(1)
        area.setWidget(ground)
        return area

    def _open_origin(self) -> None:
        if self._item is not None:
            sort, _sign, thing = self._item.origin.partition(":")
            if sort == "page":
                self.open_requested.emit("page", thing)
            elif sort == "question":
                self.open_requested.emit("page", "get-organized/reflecting")
            elif sort == "gap":
                self.open_requested.emit("group", thing)

    def _size(self) -> None:
        self.setFixedWidth(self.look.px(330))
