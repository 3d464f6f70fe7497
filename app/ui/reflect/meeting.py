"""One meeting: prepare it, lead it question by question, and see it beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.data.workspace import Changes
from app.model.helplines import HelpLine
from app.model.reflection import Answer
from app.ui.names import Names
from app.ui.reflect.asking import Asking
from app.ui.reflect.chosen import Find
from app.ui.reflect.compare import Compare
from app.ui.reflect.leading import Leading
from app.ui.reflect.prepare import Prepare
from app.ui.reflect.words import called, came, day_and_place
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, IconButton, PageHeader, Segmented

PREPARE, ASK, COMPARE = "prepare", "ask", "compare"


class MeetingView(QWidget):
    """Signals: `left()` for back to the list, `wall_requested()`, `open_requested(str, str)`, `help_lines_requested()`."""

    left = Signal()
    wall_requested = Signal()
    open_requested = Signal(str, str)
    help_lines_requested = Signal()

    def __init__(self, look: Look, leading: Leading, names: Names, find: Find, lines: Sequence[HelpLine]) -> None:
        super().__init__()
        self._look, self._leading = look, leading
        self.header = PageHeader(look, "", stack_below=1.55, cut=True)
        self.back = IconButton(look, "chevron-left", _("All meetings"))
        choices = (
            (PREPARE, _("Prepare"), "calendar-days"),
            (ASK, _("Questions"), "circle-question-mark"),
            (COMPARE, _("Side by side"), "columns-3"),
        )
        self.views = Segmented(look, _("What to do with the meeting"), choices)
        self.wall = Button(look, _("On the wall"), "monitor", "primary")
        self.wall.setToolTip(_("On the wall (F5)"))
        for one in (self.views, self.wall):
            self.header.add_action(one)
        self.banner = Banner(look)
        self.prepare = Prepare(look, leading.session, names)
        self.asking = Asking(look, leading, names, find, lines)
        self.compare = Compare(look, leading.session)
        self.stack = QStackedWidget()
        for page in (self.prepare, self.asking, self.compare):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        margin = look.space.margin
        top.setContentsMargins(margin, margin - 4, margin, look.space.small_gap)
        top.setSpacing(look.space.small_gap)
        row = QHBoxLayout()
        row.setSpacing(look.space.tiny_gap)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.header, 1)
        top.addLayout(row)
        top.addWidget(self.banner)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self._join()

    def open(self, meeting_id: str, view: str = "", at: str = "") -> bool:
        """Show a meeting; one that nobody has spoken in yet is prepared first. False when it is gone."""
        if not self._leading.open(meeting_id, at):
            return False
        self.prepare.show_meeting(self._leading.meeting)
        self._tell()
        answered = any(one.meeting == meeting_id for one in self._leading.session.workspace.all(Answer))
        self.show_view(view or (ASK if answered else PREPARE))
        return True

    def show_view(self, view: str) -> None:
        """Prepare it, lead it, or compare."""
        self.views.set_current(view)
        self.prepare.settle()
        if view == ASK:
            self.asking.refresh()
            self.stack.setCurrentWidget(self.asking)
            self.asking.focus_entry()
        elif view == COMPARE:
            self.compare.refresh(self._leading.at)
            self.stack.setCurrentWidget(self.compare)
        else:
            self.prepare.refresh()
            self.stack.setCurrentWidget(self.prepare)

    def show_answer(self, answer: Answer) -> None:
        """Go to a card."""
        if self.open(answer.meeting, ASK, answer.question):
            self.asking.board.focus_on(answer.id)

    # -- inside --------------------------------------------------------------------------------------------

    def _join(self) -> None:
        self.back.clicked.connect(self.left)
        self.views.view_chosen.connect(self.show_view)
        self.wall.clicked.connect(self.wall_requested)
        self.prepare.begin_requested.connect(lambda: self.show_view(ASK))
        self.prepare.removed.connect(self.left)
        self.prepare.help_lines_requested.connect(self.help_lines_requested)
        self.asking.help_lines_requested.connect(self.help_lines_requested)
        self.asking.open_requested.connect(self.open_requested)
        self.compare.answer_requested.connect(self._go_to_answer)
        self._leading.said.connect(self.banner.say)
        self._leading.session.changed.connect(self._follow)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.wall_requested)

    def _go_to_answer(self, answer_id: str) -> None:
        answer = self._leading.session.workspace.get(Answer, answer_id)
        if answer is not None:
            self.show_answer(answer)

    def _follow(self, changes: Changes) -> None:
        if not self._leading.meeting.id:
            return
        self._tell()
        if self.stack.currentWidget() is self.compare and changes.by is not self._leading:
            self.compare.refresh()

    def _tell(self) -> None:
        meeting = self._leading.meeting
        self.header.set_title(called(meeting))
        parts = (day_and_place(meeting), came(meeting))
        self.header.set_line(" · ".join(one for one in parts if one))
