"""Everything about one line of the plan: what is used most stands open, the rest below headings that fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.item import Item
from app.model.phrases import N_
from app.model.plan import Outline
from app.model.schema import label_of, specs
from app.ui.form.fold import Fold
from app.ui.form.origin_link import OriginLink
from app.ui.form.record_form import LATER_MS, Change, Names, RecordForm
from app.ui.form.side_panel import SidePanel
from app.ui.plan.notes import Notes
from app.ui.plan.waits import Waits
from app.ui.plan.words import LEVEL_ICONS
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Chip, Words

PARTS: tuple[tuple[str, Sequence[str]], ...] = (
    ("", ("what", "status", "lead", "by", "helpers")),
    (N_("How we know"), ("sign", "review")),
    (N_("When"), ("starts", "repeats")),
    (N_("With what"), ("needs", "has", "barriers", "cost")),
    (N_("With whom, and safely"), ("tell", "safety")),
    (N_("Notes without a day"), ("notes",)),
)
FOLDED = tuple(heading for heading, _fields in PARTS if heading)


class ItemPanel(SidePanel):
    """`change` makes the changes. Signals: `open_requested(str, str)`, `item_requested(str)`, `help_lines_requested()`, and
    `closed()`.
    """

    open_requested = Signal(str, str)
    item_requested = Signal(str)
    help_lines_requested = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        names: Names,
        title_of: Callable[[str], str],
        outline: Callable[[], Outline],
        change: Change,
    ) -> None:
        super().__init__(look, _("About this step"))
        self._session = session
        self._item: Item | None = None
        self._outline = outline
        self.level = Chip(look, "", "primary")
        self.origin = OriginLink(look, title_of)
        self.none = Words(_("Choose a line of the plan to see everything about it."), "muted", wrap=True)
        parts = tuple((_(heading) if heading else "", fields) for heading, fields in PARTS)
        folded = [_(one) for one in FOLDED]
        self.form = RecordForm(look, session, Item, parts, _("Change step"), names, folded=folded, change=change)
        closed = session.workspace.read_only
        self.waits = Waits(look, outline, lambda item, ids: change(item, "waits_for", ids), closed=closed)
        self.notes = Notes(look, session)
        self.waits_fold, self.notes_fold = Fold(look, _("Waits for")), Fold(look, _("Notes with dates"))
        self.waits_fold.body.addWidget(self.waits)
        self.notes_fold.body.addWidget(self.notes)
        self._all = self._make_all()
        self.fill([self.level], [self.none, self._all])
        self.form.help_lines_requested.connect(self.help_lines_requested)
        self.notes.help_lines_requested.connect(self.help_lines_requested)
        self.notes.counted.connect(self._tell_notes)
        self.waits.item_requested.connect(self.item_requested)
        self.origin.open_requested.connect(self.open_requested)
        # While somebody walks through the plan by keys, only the line where they stop is read whole.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_rest)
        session.changed.connect(self._follow)
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show an item, or that none is chosen."""
        self._item = item
        self.form.show_record(item)
        self._all.setVisible(item is not None)
        self.level.setVisible(item is not None)
        self.none.setVisible(item is None)
        if item is not None:
            self._dress(item)
            self._show_rest()

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field; "" is the first."""
        if name == "waits_for":
            self.waits_fold.open()
            self.waits.finder.setFocus()
        else:
            self.form.focus_on(name if name in self.form.fields else "what")

    def _dress(self, item: Item) -> None:
        self.level.set_chip(_(label_of(specs(Item)["level"], item.level)), "primary", LEVEL_ICONS.get(item.level, ""))
        self.origin.show_origin(item.origin, groups_in(self._session.workspace), item.id)
        is_step = item.level == "action"
        self.form.fields["status"].setVisible(is_step)
        self.waits_fold.setVisible(is_step)
        awaited = len(item.waits_for)
        self.waits_fold.tell(str(awaited) if awaited else "")

    def _tell_notes(self, count: int) -> None:
        self.notes_fold.tell(str(count) if count else "")

    def _show_rest(self) -> None:
        if self._item is not None and self._session.is_open:
            self.notes.show_item(self._item.id)
            self.waits.show_item(self._item)

    def _make_all(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space.small_gap)
        caution = _(
            "Plans only, please: no names or stories of people who were harmed. For them there are the help lines."
        )
        lines = Button(self.look, _("Help lines"), icon="phone", kind="quiet")
        lines.clicked.connect(self.help_lines_requested)
        for one in (
            self.origin,
            self.form,
            self.waits_fold,
            self.notes_fold,
            Words(caution, "small", wrap=True),
            lines,
        ):
            column.addWidget(one)
        return box

    def _follow(self, changes: Changes) -> None:
        """The form follows by itself; the rest is told by the page's outline, which is there before it is read again."""
        if self._item is None or not changes.of(Item):
            return
        mine = next((one for one in changes.of(Item) if one.id == self._item.id), None)
        if mine is not None and isinstance(mine.after, Item):
            self._item = mine.after
            self._dress(mine.after)
        elif mine is not None:
            self.show_item(None)
            return
        self._later.start()
