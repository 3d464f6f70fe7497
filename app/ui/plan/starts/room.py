"""Ways to begin a plan: a list of ready ones, a look inside, and one key that puts one into the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.data.edit import Edit
from app.data.starts import take
from app.model.item import Item
from app.model.starts import Start, draft, fitting_day
from app.ui.form.room import Room
from app.ui.plan.starts.inside import LinesInside
from app.ui.plan.starts.words import day_label, late_words, size_words
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Columns, DateField, PressRow, Words, rule

WIDEST = 1080


class StartRow(PressRow):
    """One way to begin in the list; the chosen one has a filled ring, and says so to a screen reader."""

    def __init__(self, look: Look, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(look, start.title, "circle", parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(f"{size_words(start)}. {start.about}")
        self.toggled.connect(self._fill)

    def _fill(self, chosen: bool) -> None:
        self._icon = "circle-dot" if chosen else "circle"
        self.update()


class StartsRoom(Room):
    """Signals: those of a room; `started(str)` with the id of the first new line.

    `title_of` names a toolkit page by its id; `today` says what day it is.
    """

    started = Signal(str)

    def __init__(
        self,
        look: Look,
        session: Session,
        starts: Sequence[Start],
        title_of: Callable[[str], str],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(look, session, _("Ways to begin"), WIDEST, back=_("Back to the plan"))
        self._starts, self._title_of, self._today = tuple(starts), title_of, today
        self._chosen = self._starts[0]
        self.header.set_line(_("Take one as it is, and change it in the plan. What is in the plan already stays."))
        self.rows = {one.id: StartRow(look, one) for one in self._starts}
        self.day = DateField(look, _("Begin on"))
        self.day.edited.connect(self._take_day)
        self._own_day = False
        self.late = Words("", "warn", wrap=True)
        self.inside = LinesInside(look)
        self.take_button = Button(look, _("Put it into the plan"), icon="list-plus", kind="primary")
        self.take_button.clicked.connect(self.take)
        self.take_button.setVisible(not self.closed)
        self._lay()
        look.look_changed.connect(self._draw)
        self.refresh()

    def refresh(self) -> None:
        """Offer the first day that fits; called each time that the room is gone to."""
        self._own_day = False
        self.choose(self._chosen.id)

    def choose(self, start_id: str) -> None:
        """Look inside one of them."""
        self._chosen = next(one for one in self._starts if one.id == start_id)
        self.rows[start_id].setChecked(True)
        if not self._own_day:
            self.day.set_value(fitting_day(self._chosen, self._today()))
        self._draw()

    def take(self) -> None:
        """Put the chosen one into the plan, as one step of undo."""
        day = self._day()
        if day is None:
            self.day.show_error(_("Choose a day first."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        made: list[Item] = []

        def do(edit: Edit) -> None:
            made.extend(take(edit, self._chosen, day))

        label = _("Begin with: {title}").format(title=self._chosen.title)
        if self.say_refused(self.session.edit(label, do, by=self)):
            return
        count = self._chosen.steps
        sentence = ngettext(
            "{count} step is in the plan. Next: who leads it?",
            "{count} steps are in the plan. Next: who leads each?",
            count,
        )
        self.say_done(sentence.format(count=count))
        self.started.emit(made[0].id)

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        choices = Card(self.look, _("What fits you?"))
        for start_id, row in self.rows.items():
            row.clicked.connect(partial(self._pick, start_id))
            choices.add(row)
        self.card = Card(self.look, " ", "list-checks")
        self.about = Words("", wrap=True)
        self.size_line = Words("", "small")
        self.page_row = PressRow(self.look, "", "book-open")
        self.page_row.clicked.connect(lambda: self.open_requested.emit("page", self._chosen.page))
        self.day.setMaximumWidth(self.look.px(260))
        asking = QHBoxLayout()
        asking.setSpacing(self.look.space.gap)
        asking.addWidget(self.day, 1)
        # On the line of the entry, whatever sentence stands below that.
        asking.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignBottom)
        asking.addStretch(1)
        self.card.add(self.about, self.size_line, self.page_row, asking, self.late, rule(), self.inside)
        columns = Columns(self.look)
        columns.add(choices, 2)
        columns.add(self.card, 5)
        self.add(columns)

    def _pick(self, start_id: str, _checked: bool = False) -> None:
        self.choose(start_id)

    def _take_day(self, _day: object) -> None:
        self._own_day = True
        self._draw()

    def _day(self) -> date | None:
        try:
            return self.day.value()
        except ValueError:
            return None

    def _draw(self) -> None:
        start, day, today = self._chosen, self._day() or self._today(), self._today()
        if self.card.title is not None:
            self.card.title.setText(start.title)
        self.about.setText(start.about)
        self.size_line.setText(size_words(start))
        self.page_row.setText(_("From the toolkit: {title}").format(title=self._title_of(start.page)))
        self.page_row.setVisible(bool(start.page))
        self.day.label.setText(day_label(start))
        self.day.entry.setAccessibleName(day_label(start))
        items = draft(start, day)
        late = late_words(items, today)
        self.late.setText(late)
        self.late.setVisible(bool(late))
        self.inside.show_items(items, today)
