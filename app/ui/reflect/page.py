"""The place Reflect: meetings, what was asked and answered in them, and what came of it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from app.data.edit import Edit
from app.data.reflection import add_question, begin_meeting
from app.data.workspace import Changes
from app.model.helplines import HelpLine
from app.model.reflection import LONGEST_QUESTION, Answer, Meeting, Question, led_to, next_coming
from app.ui.form.origin_link import REFLECTING
from app.ui.names import Names
from app.ui.reflect.chosen import Find
from app.ui.reflect.leading import BREAK, Leading
from app.ui.reflect.meeting import ASK, PREPARE, MeetingView
from app.ui.reflect.meetings import Meetings
from app.ui.reflect.paper.button import PaperButton
from app.ui.reflect.wall.window import WallWindow
from app.ui.reflect.words import day_and_place
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Menu


class ReflectPage(QStackedWidget):
    """Signals: `open_requested(str, str)` with a kind ("page", "partner", "item", "helpline", "place", "circle", "committees")
    and a thing; `message_requested(str, str, object)`; `help_lines_requested()`; `hide_requested()` from the wall;
    `page_requested(QWidget)` with a room to be shown and `left()` when the person comes back from there; `print_requested(str,
    str)` with a report and a meeting's id.
    """

    open_requested = Signal(str, str)
    message_requested = Signal(str, str, object)
    help_lines_requested = Signal()
    hide_requested = Signal()
    page_requested = Signal(object)
    left = Signal()
    print_requested = Signal(str, str)

    def __init__(
        self,
        look: Look,
        session: Session,
        names: Names,
        find_pages: Find,
        lines: Sequence[HelpLine],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._session, self._today = look, session, today
        self._names, self._lines = names, lines
        self.wall: WallWindow | None = None
        self._names_were_hidden = False
        self.leading = Leading(session, self)
        self.meetings = Meetings(look, closed=session.workspace.read_only)
        self.view = MeetingView(look, self.leading, names, find_pages, lines)
        self.addWidget(self.meetings)
        self.addWidget(self.view)
        self.papers = [PaperButton(look, session, names, self._open_meeting_id) for _header in range(2)]
        self.meetings.header.add_action(self.papers[0])
        self.view.header.add_action(self.papers[1])
        self._join()
        self.refresh()

    def refresh(self) -> None:
        """List the meetings as they are now."""
        workspace = self._session.workspace
        self.meetings.show_meetings(workspace.all(Meeting), workspace.all(Answer), self._today())

    def show_list(self) -> None:
        """Back to all meetings."""
        self.leave_wall()
        self.leading.open("")
        self.refresh()
        self.setCurrentWidget(self.meetings)

    def open_meeting(self, meeting_id: str, view: str = "") -> None:
        """Open a meeting."""
        if self.view.open(meeting_id, view):
            self.setCurrentWidget(self.view)

    def show_answer(self, answer_id: str) -> None:
        """Go to a card."""
        answer = self._session.workspace.get(Answer, answer_id)
        if answer is not None:
            self.setCurrentWidget(self.view)
            self.view.show_answer(answer)

    def show_question(self, question_id: str) -> None:
        """Go to where a question of the community's own was asked last."""
        asking = [one for one in self._session.workspace.all(Meeting) if question_id in one.asks]
        if asking:
            self.open_meeting(asking[-1].id)

    def show_source(self, record_id: str) -> bool:
        """Go to the card that a step or a partner came of; False when there is none."""
        answer = led_to(self._session.workspace.all(Answer), record_id)
        if answer is not None:
            self.show_answer(answer.id)
        return answer is not None

    def new_meeting(self) -> None:
        """Make a meeting of today and prepare it."""
        made: list[Meeting] = []

        def do(edit: Edit) -> None:
            made.append(begin_meeting(edit, self._today()))

        if self._session.edit(_("New meeting"), do, by=self) is None:
            self.open_meeting(made[0].id, PREPARE)
            self.view.prepare.about.focus_on("name")
            self.view.prepare.about.fields["name"].entry.selectAll()

    def discuss(self, text: str, help: str, origin: str) -> None:
        """Ask this in the next meeting that is to come, or in a new one where none is planned, and go there."""
        found = next_coming(self._session.workspace.all(Meeting), self._today())
        made: list[Meeting] = []

        def do(edit: Edit) -> None:
            made.append(found if found is not None else begin_meeting(edit))
            add_question(edit, made[0].id, _short(text), _short(help), origin)

        if self._session.edit(_("Discuss a passage"), do) is None:
            self.open_meeting(made[0].id, PREPARE)
            name = " · ".join(one for one in (made[0].name, day_and_place(made[0])) if one)
            said = _("It is the last question of “{meeting}”.").format(meeting=name)
            self.message_requested.emit(said, "ok", (_("Undo"), self._session.undo))

    def show_wall(self, screen: QScreen | None = None) -> None:
        """Put the meeting on the wall: on that screen, else on one that the window is not on, else over the window.

        Names of people are hidden as long as it is up.
        """
        if self.wall is not None:
            self.wall.close()
        own = self.window().screen()
        others = [one for one in QGuiApplication.screens() if one is not own]
        chosen = screen or next(iter(others), own)
        self._names_were_hidden = self._names.hidden
        self._names.set_hidden(True)
        self.wall = WallWindow(self._look, self.leading, self._lines)
        self.wall.left.connect(self._take_wall_down)
        self.wall.hide_requested.connect(self.hide_requested)
        self.view.show_view(ASK)
        # With a screen for the room, the one who leads goes on typing here.
        self.wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, chosen is not own)
        self.wall.open_on(chosen)
        if chosen is own:
            self.wall.take_typing()
        else:
            self.window().activateWindow()
            self.view.asking.focus_entry()

    def leave_wall(self) -> None:
        """Take the wall down at once."""
        if self.wall is not None:
            self.wall.hide()
            self.wall.close()

    def keep(self) -> None:
        """Put the half-typed words on the disk; called before the window goes."""
        self.leading.keep_draft()

    def wait(self) -> None:
        """Wait for what is done beside the window; it must not go before."""
        for paper in self.papers:
            paper.wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Another day may have come since it was shown last."""
        super().showEvent(event)
        if self._session.is_open and self.currentWidget() is self.meetings:
            self.refresh()

    # -- inside --------------------------------------------------------------------------------------------

    def _join(self) -> None:
        self.meetings.new_requested.connect(self.new_meeting)
        self.meetings.meeting_requested.connect(self.open_meeting)
        self.meetings.questions_requested.connect(lambda: self.open_requested.emit("page", REFLECTING))
        self.view.left.connect(self.show_list)
        self.view.wall_requested.connect(self._ask_screen)
        self.view.open_requested.connect(self.open_requested)
        self.view.help_lines_requested.connect(self.help_lines_requested)
        self._session.changed.connect(self._follow)
        for paper in self.papers:
            for name in ("page_requested", "left", "message_requested", "open_requested", "print_requested"):
                getattr(paper, name).connect(getattr(self, name))

    def _open_meeting_id(self) -> str:
        meeting = self.leading.meeting
        return meeting.id if self.currentWidget() is self.view else ""

    def _ask_screen(self) -> None:
        """Where there are several screens, ask which one the room sees."""
        screens = QGuiApplication.screens()
        if len(screens) == 1:
            self.show_wall()
            return
        menu = Menu(_("Which screen does the room see?"), self)
        own = self.window().screen()
        for number, one in enumerate(screens, 1):
            words = _("Screen {number}: {name}, this one") if one is own else _("Screen {number}: {name}")
            action = menu.addAction(words.format(number=number, name=one.name()))
            action.triggered.connect(partial(self._show_wall_on, one))
        button = self.view.wall
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_wall_on(self, screen: QScreen, _checked: bool = False) -> None:
        self.show_wall(screen)

    def _take_wall_down(self) -> None:
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.deleteLater()
        if not self._session.is_open:
            return
        self._names.set_hidden(self._names_were_hidden)
        if self.leading.at == BREAK:
            self.leading.turn_break()
        if self.isVisible():
            self.view.asking.refresh()
            self.view.asking.focus_entry()

    def _follow(self, changes: Changes) -> None:
        if not (changes.of(Meeting) or changes.of(Answer) or changes.of(Question)):
            return
        gone = any(one.id == self.leading.meeting.id and one.after is None for one in changes.of(Meeting))
        if gone or (self.currentWidget() is self.view and not self.leading.meeting.id):
            self.show_list()
        elif self.currentWidget() is self.meetings:
            self.refresh()


def _short(text: str) -> str:
    """A passage may be longer than a question on a wall: it is cut behind a word."""
    return textwrap.shorten(text, LONGEST_QUESTION, placeholder=" …")
