"""The steps that come next, each with who leads it and by when; a press on the ring marks it done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.plan import Progress
from app.model.reminders import reminders
from app.ui.home.words import when
from app.ui.theme import Look
from app.ui.widgets import (
    Button,
    Card,
    Chip,
    ElidedWords,
    FlowLayout,
    IconButton,
    PressRow,
    ProgressBar,
    Words,
    clear,
    rule,
)

SHOWN = 5


class NextSteps(Card):
    """Signals: `done_requested(str)`, `item_requested(str)`, `plan_requested()`."""

    done_requested = Signal(str)
    item_requested = Signal(str)
    plan_requested = Signal()

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Next steps"), parent=parent)
        self._closed = closed
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.none = Words("", "muted", wrap=True)
        self._calls = QWidget()
        self._chips = FlowLayout(self._calls)
        self._bar = ProgressBar(look)
        self._done = Words("", "small")
        show = Button(look, _("Open the plan"), kind="quiet")
        show.clicked.connect(self.plan_requested)
        self.add_to_head(show)
        foot = QHBoxLayout()
        foot.setSpacing(look.space.small_gap)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._done)
        self.add(self.none, self._calls, self._rows, foot)

    def show_steps(self, steps: Sequence[Item], names: Mapping[str, str], today: date, progress: Progress) -> None:
        """Show the first few of these steps; `names` are the partners' by id."""
        clear(self._rows)
        for item in steps[:SHOWN]:
            self._rows.addWidget(self._row(item, names.get(item.lead, ""), today))
            self._rows.addWidget(rule())
        more = len(steps) - SHOWN
        if more > 0:
            said = ngettext("{count} more step in the plan", "{count} more steps in the plan", more)
            row = PressRow(self.look, said.format(count=more), "list-checks")
            row.clicked.connect(self.plan_requested)
            self._rows.addWidget(row)
        self._call(steps, today)
        nothing = _("There are no steps yet. The first one can be small.")
        all_done = _("Every step is done. Look at what came of it, and plan what is next.")
        self.none.setText(nothing if not progress.total else all_done)
        self.none.setVisible(not steps)
        words = _("{done} of {all} done").format(done=progress.done, all=progress.total)
        self._bar.set_progress(progress.share, words)
        self._done.setText(words)
        for one in (self._bar, self._done):
            one.setVisible(bool(progress.total))

    def _call(self, steps: Sequence[Item], today: date) -> None:
        """How many are late or due in a week, also of those that find no room here."""
        clear(self._chips)
        found = reminders(steps, today)
        late, soon = found.late, found.soon
        if late:
            said = ngettext("{count} step is late", "{count} steps are late", late).format(count=late)
            self._chips.addWidget(Chip(self.look, said, "warn", "triangle-alert"))
        if soon:
            said = ngettext("{count} is due in the next 7 days", "{count} are due in the next 7 days", soon)
            self._chips.addWidget(Chip(self.look, said.format(count=soon), "gold", "calendar"))
        self._calls.setVisible(bool(late or soon))

    def _row(self, item: Item, lead: str, today: date) -> QWidget:
        look, box = self.look, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(look.space.small_gap)
        what = item.what or _("A step without words")
        done = IconButton(look, "circle", _("Mark as done: {what}").format(what=what))
        done.setEnabled(not self._closed)
        done.clicked.connect(lambda: self.done_requested.emit(item.id))
        name = Button(look, "", kind="quiet")
        words = ElidedWords(what)
        name.setAccessibleName(_("Open the step: {what}").format(what=what))
        name.set_icon("arrow-right")
        name.clicked.connect(lambda: self.item_requested.emit(item.id))
        row.addWidget(done)
        row.addWidget(words, 1)
        leads = ElidedWords(lead or _("No one leads this"), "small")
        leads.setFixedWidth(look.px(130))
        row.addWidget(leads)
        text, tone = when(item, today)
        day = QWidget()
        day.setFixedWidth(look.px(104))
        place = QHBoxLayout(day)
        place.setContentsMargins(0, 0, 0, 0)
        if text:
            place.addWidget(Chip(look, text, tone), 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(day)
        row.addWidget(name)
        return box
