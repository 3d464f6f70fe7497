"""Everything about one line of the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.groups import groups_in
from app.model.item import Item
from app.model.phrases import N_
from app.model.schema import label_of, specs
from app.ui.form.origin_link import OriginLink
from app.ui.form.record_form import Names, RecordForm
from app.ui.form.side_panel import SidePanel
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Chip, Words

PARTS: tuple[tuple[str, Sequence[str]], ...] = (
    ("", ("what", "status", "lead", "by", "helpers")),
    (N_("With what"), ("needs", "has", "barriers")),
    (N_("With whom"), ("tell", "waits_for")),
    (N_("How we know"), ("sign", "review", "repeats", "starts")),
    (N_("Safety"), ("safety", "notes")),
)


class ItemPanel(SidePanel):
    """Signals: `open_requested(str, str)`, `help_lines_requested()`, and `closed()`."""

    open_requested = Signal(str, str)
    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, names: Names, title_of: Callable[[str], str]) -> None:
        super().__init__(look, _("About this step"))
        self._session = session
        self.level = Chip(look, "", "primary")
        self.origin = OriginLink(look, title_of)
        self.none = Words(_("Choose a line of the plan to see everything about it."), "muted", wrap=True)
        parts = tuple((_(heading) if heading else "", fields) for heading, fields in PARTS)
        self.form = RecordForm(look, session, Item, parts, _("Change step"), names)
        self._foot = self._make_foot()
        self.fill([self.level], [self.none, self.origin, self.form, self._foot])
        self.form.help_lines_requested.connect(self.help_lines_requested)
        self.origin.open_requested.connect(self.open_requested)
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show an item, or that none is chosen."""
        self.form.show_record(item)
        self.form.setVisible(item is not None)
        self._foot.setVisible(item is not None)
        self.level.setVisible(item is not None)
        self.none.setVisible(item is None)
        self.origin.show_origin(item.origin if item is not None else "", groups_in(self._session.workspace))
        if item is not None:
            self.level.set_chip(_(label_of(specs(Item)["level"], item.level)), "primary")

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        caution = _(
            "Plans only, please: no names or stories of people who were harmed. For them there are the help lines."
        )
        column.addWidget(Words(caution, "small", wrap=True))
        lines = Button(self.look, _("Help lines"), icon="phone", kind="quiet")
        lines.clicked.connect(self.help_lines_requested)
        column.addWidget(lines)
        return foot
