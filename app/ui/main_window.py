"""Puts the places into the frame for one open community file, and joins what they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from app.data.library import Library
from app.data.opening import SUFFIX
from app.data.settings import Settings
from app.data.starts import load_starts
from app.data.workspace import Changes
from app.model.community import COMMUNITY_ID, Community
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.mark import Mark
from app.model.partner import Partner
from app.model.phrases import N_
from app.model.search import SearchHit
from app.model.talk import Talk
from app.ui.form.origin_link import REFLECTING
from app.ui.frame.commands import FILE, GO, Command
from app.ui.frame.window import Frame
from app.ui.helplines.cards import PrintCards
from app.ui.helplines.own import OwnLines
from app.ui.helplines.page import HelpLinesPage
from app.ui.home.page import HomePage
from app.ui.learn.page import LearnPage
from app.ui.locking.vanishing import hide_windows
from app.ui.names import Names
from app.ui.plan.changed import ChangedRoom
from app.ui.plan.handing.room import HandingRoom
from app.ui.plan.more import HANDING
from app.ui.plan.page import PlanPage
from app.ui.reflect.page import ReflectPage
from app.ui.reflect.ways import follow
from app.ui.remembered import Remembered, number
from app.ui.reports.page import PrintPage
from app.ui.safekeeping.joined import BACKUPS, Safekeeping
from app.ui.search.finder import Finder
from app.ui.search.results import Results
from app.ui.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.theme import Look
from app.ui.who.page import WhoPage

NEW = Command("start", N_("New, or another community"), "Ctrl+Shift+N", "house", FILE)
OPEN = Command("open", N_("Open a file"), "Ctrl+O", "folder-open", FILE)
NAMES = Command("names", N_("Hide names, or show them"), "Ctrl+Shift+H", "eye-off", GO)
HAND_OVER = Command("hand-over", N_("Hand over steps"), "", "share-2", FILE)
CHANGED = Command("changed", N_("What changed in the plan"), "", "history", FILE)
CLOSE = Command("close", N_("Close"), "Ctrl+Q", "x", FILE)


class MainWindow(QObject):
    """The window of one open file.

    Signals: `welcome_requested()`, `hide_requested()`, `file_requested(Path)`, `closed()`, `bug_met(Exception)`,
    `file_lost(str)` when it cannot be reached any more.
    """

    welcome_requested = Signal()
    hide_requested = Signal()
    file_requested = Signal(object)
    closed = Signal()
    bug_met = Signal(object)
    file_lost = Signal(str)

    def __init__(
        self,
        look: Look,
        session: Session,
        library: Library,
        lines: tuple[HelpLine, ...],
        settings: Settings,
        resources: Path,
        backups: Path,
    ) -> None:
        super().__init__()
        self.session, self._settings, self._title_of = session, settings, library.title_of
        self._leaving = False
        self.frame = Frame(look)
        self.names = Names(self)
        last = settings.visited(session.workspace.path, datetime.now().astimezone())
        settings.save()
        self.home = HomePage(look, session, self.names, last=last)
        self.learn = LearnPage(
            look,
            session,
            library,
            resources / "fonts",
            self.names,
            factor=number(settings.window.get("words", ""), 1.0),
        )
        self.who = WhoPage(look, session, library.title_of, self.names)
        self.reflect = ReflectPage(look, session, self.names, library.find, lines)
        starts = load_starts(resources / "starts" / "en")
        self.plan = PlanPage(look, session, library.title_of, self.names, starts=starts)
        self.handing = HandingRoom(look, session, self.names, lines, resources / "fonts")
        self.changed = ChangedRoom(look, session, self.names, last)
        self.print = PrintPage(look, session, lines, resources / "fonts", self.names, library=library)
        self.settings_page = SettingsPage(look, settings, session, resources / "fonts")
        self.cards = PrintCards(look, session, lines, resources / "fonts")
        self.own_lines = OwnLines(look, session)
        self.help_lines = HelpLinesPage(look, lines, session, (self.own_lines, self.cards))
        self.safe = Safekeeping(look, session, settings, backups, self.frame)
        self._add_places()
        count = len(library.pages)
        self.home.set_reading(ngettext("{count} page to read", "{count} pages to read", count).format(count=count))
        results = Results(look, self.frame)
        self.finder = Finder(self.frame.search, results, (library.find, self._find))
        self._join_frame()
        self._join_pages()
        self._tell()
        self._remembered = Remembered(settings, self.frame, self.learn, self.who, self.plan)
        self._remembered.restore()

    @property
    def read_only(self) -> bool:
        """Whether the file is open for looking only."""
        return self.session.workspace.read_only

    def leave(self, *, at_once: bool = False, backed_up: bool = True) -> Path:
        """Commit what is being typed, back up, close window and file; answers with the file's path.

        Normally what runs beside the window ends first. `at_once` nothing is waited for but a word on its way to the disk.
        """
        self._leaving = True
        path = self.session.workspace.path
        if at_once:
            hide_windows()
        self.reflect.leave_wall()
        self.frame.settle()
        self._remembered.keep()
        self.learn.keep()
        self.reflect.keep()
        if not at_once:
            self.safe.finish(backed_up=backed_up)
        self.frame.hide()
        self.settings_page.passphrase.stop()
        if at_once:
            self.print.take_along.stop()
            self.session.close(tidy=False)
        self.learn.stop()
        for page in (
            self.print,
            self.handing,
            self.who,
            self.plan,
            self.reflect,
            self.cards.saver,
            self.settings_page.passphrase,
            self.safe,
        ):
            page.wait()
        self.session.close()
        self.frame.close()
        self.frame.deleteLater()
        return path

    def open_thing(self, kind: str, thing: str) -> None:
        """Go to a toolkit page, a partner, a step, an answer, or whatever else `kind` names."""
        if kind == "page":
            self.frame.go_to("learn")
            self.learn.show_page(thing)
        elif kind == "mark" and (mark := self.session.workspace.get(Mark, thing)) is not None:
            self.frame.go_to("learn")
            self.learn.show_mark(mark)
        elif kind == "helpline":
            self.frame.show_page(self.help_lines)
        elif kind == "copy":
            self.frame.go_to("learn")
            self.learn.show_copy(thing)
        elif kind == "talk" and (talk := self.session.workspace.get(Talk, thing)) is not None:
            self.open_thing("partner", talk.partner)
        elif kind == "partner":
            self.frame.go_to("who")
            self.who.select(thing)
        elif kind == "group":
            self.frame.go_to("who")
            self.who.show_group(thing)
        elif kind == "item":
            self.frame.go_to("plan")
            self.plan.select(thing)
        elif not follow(self.frame, self.reflect, self.who, kind, thing) and kind == "came-of":
            self.open_thing("page", REFLECTING)

    def hand_over(self) -> None:
        """Go to where pages and calendars are handed over."""
        self.frame.show_page(self.handing)
        self.handing.refresh()

    def show_changed(self) -> None:
        """Go to what changed in the plan."""
        self.frame.show_page(self.changed)
        self.changed.refresh()

    def add_step(self, what: str, origin: str) -> None:
        """Make a step that remembers where it came from, and begin its words."""
        self.frame.go_to("plan")
        self.plan.add_step(what, origin)

    def add_partner(self, group: str, origin: str) -> None:
        """Add a partner to a group, and begin the name."""
        self.frame.go_to("who")
        self.who.add_partner(group, origin)

    # -- inside -------------------------------------------------------------------------------------------

    def _add_places(self) -> None:
        workspace, frame = self.session.workspace, self.frame
        frame.add_place("home", _("Home"), "house", self.home)
        frame.add_place("learn", _("Learn"), "book-open", self.learn)
        frame.add_place("who", _("Who"), "users", self.who, lambda: len(workspace.all(Partner)))
        frame.add_place("reflect", _("Reflect"), "circle-question-mark", self.reflect)
        frame.add_place("plan", _("Plan"), "list-checks", self.plan, lambda: _steps(workspace.all(Item)))
        frame.add_place("print", _("Print & share"), "printer", self.print)
        # So that these go with the window too, whether they were shown or not.
        for page in (self.settings_page, self.settings_page.licences, self.help_lines, self.handing, self.changed):
            frame.stack.addWidget(page)
        self._add_recent()
        frame.commands.add(NAMES, self._turn_names)
        frame.commands.add(HAND_OVER, self.hand_over)
        frame.commands.add(CHANGED, self.show_changed)
        frame.commands.add(BACKUPS, self.safe.show)
        self.names.names_hidden.connect(self._tell_names)
        for command, do in ((NEW, self.welcome_requested.emit), (OPEN, self._choose_file), (CLOSE, frame.close)):
            frame.commands.add(command, do)

    def _add_recent(self) -> None:
        here = str(self.session.workspace.path)
        files = [Path(one) for one in self._settings.recent if one != here and Path(one).exists()]
        if not files:
            return
        menu = self.frame.commands.add_menu(_("Opened lately"), "history")
        for file in files:
            # a letter after & would become a key: a file's name is not ours to change
            action = QAction(file.stem.replace("&", "&&"), self.frame)
            action.triggered.connect(partial(self.file_requested.emit, file))
            menu.addAction(action)

    def _join_frame(self) -> None:
        frame, session = self.frame, self.session
        frame.undo_requested.connect(self._undo)
        frame.redo_requested.connect(self._redo)
        frame.help_lines_requested.connect(lambda: frame.show_page(self.help_lines))
        frame.settings_requested.connect(lambda: frame.show_page(self.settings_page))
        frame.hide_requested.connect(self.hide_requested)
        frame.closing.connect(self._closing)
        session.changed.connect(self._follow)
        session.troubled.connect(self.safe.warn)
        self.finder.hit_chosen.connect(self._open_hit)

    def _join_pages(self) -> None:
        for page in (self.home, self.learn, self.who, self.reflect, self.plan, self.changed):
            page.open_requested.connect(self.open_thing)
        for page in (self.learn, self.who, self.reflect, self.plan, self.cards, self.handing):
            page.message_requested.connect(self.frame.show_message)
        for page in (self.who, self.reflect, self.plan):
            page.help_lines_requested.connect(lambda: self.frame.show_page(self.help_lines))
        self.home.place_requested.connect(self.frame.go_to)
        self.home.step_requested.connect(self.add_step)
        self.home.partner_requested.connect(self._fill_gap)
        self.who.page_requested.connect(self.frame.show_page)
        self.who.left.connect(lambda: self.frame.go_to("who"))
        self.who.sheet_requested.connect(self._show_sheet)
        self.plan.page_requested.connect(self.frame.show_page)
        self.plan.left.connect(lambda: self.frame.go_to("plan"))
        self.plan.place_requested.connect(self._go_behind_plan)
        self.learn.step_requested.connect(self.add_step)
        self.learn.discuss_requested.connect(self._discuss)
        self.who.step_requested.connect(self.add_step)
        self.learn.partner_requested.connect(self._add_partner_from)
        self.learn.bug_met.connect(self.bug_met)
        self.cards.bug_met.connect(self.bug_met)
        self.handing.bug_met.connect(self.bug_met)
        self.settings_page.backups_requested.connect(self.safe.show)
        self.settings_page.page_requested.connect(self.frame.show_page)
        self.safe.erasing.left.connect(lambda: self.frame.go_to("who"))
        self.safe.erasing.open_requested.connect(self.open_thing)
        self.who.panel.erase_requested.connect(self.safe.show_erasing)
        self.safe.saved_elsewhere.connect(self.file_requested)
        self.safe.page.left.connect(lambda: self.frame.show_page(self.settings_page))
        for room in (self.handing, self.changed):
            room.left.connect(lambda: self.frame.go_to("plan"))
        self.home.changes_requested.connect(self.show_changed)
        self.print.bug_met.connect(self.bug_met)
        self.settings_page.passphrase.bug_met.connect(self.bug_met)
        self.settings_page.passphrase.lost.connect(self.file_lost)
        self.settings_page.passphrase.protection_changed.connect(self._tell)
        self.settings_page.passphrase.protection_changed.connect(self.safe.keeper.protect)
        self.reflect.hide_requested.connect(self.hide_requested)
        self.reflect.page_requested.connect(self.frame.show_page)
        self.reflect.left.connect(lambda: self.frame.go_to("reflect"))
        self.reflect.print_requested.connect(self._print_meeting)

    def _go_behind_plan(self, place: str) -> None:
        if place == HANDING:
            self.hand_over()
        else:
            self.show_changed()

    def _discuss(self, text: str, help: str, origin: str) -> None:
        self.frame.go_to("reflect")
        self.reflect.discuss(text, help, origin)

    def _print_meeting(self, report: str, meeting: str) -> None:
        self.frame.go_to("print")
        self.print.show_meeting(report, meeting)

    def _show_sheet(self, sheet: str) -> None:
        self.frame.go_to("print")
        self.print.show_kind(sheet)

    def _fill_gap(self, group: str) -> None:
        self.add_partner(group, f"gap:{group}")

    def _add_partner_from(self, origin: str) -> None:
        self.add_partner("", origin)

    def _undo(self) -> None:
        with self.frame.settled():
            self.session.undo()

    def _redo(self) -> None:
        with self.frame.settled():
            self.session.redo()

    def _follow(self, changes: Changes) -> None:
        self.frame.forget_action(self.session.undo)
        self._tell()

    def _tell(self) -> None:
        workspace, frame = self.session.workspace, self.frame
        community = workspace.get(Community, COMMUNITY_ID)
        frame.set_community(community.name if community is not None else "")
        frame.set_undo(workspace.undo_label)
        frame.set_redo(workspace.redo_label)
        frame.set_saved(workspace.saved_at)
        frame.set_protected(workspace.protected)
        frame.set_read_only(workspace.read_only)
        frame.refresh_counts()

    def _open_hit(self, hit: SearchHit, words: str) -> None:
        self.open_thing(hit.kind, hit.id)
        if hit.kind == "page":
            self.learn.show_page(hit.id, words)
        elif hit.kind == "copy":
            self.learn.show_copy(hit.id, words)

    def _find(self, words: str) -> list[SearchHit]:
        hits = [self._named(one) for one in self.session.workspace.find(words)]
        # A snippet says more about somebody than a name: while names are hidden nobody is found.
        return [one for one in hits if one.kind not in ("partner", "tie", "talk")] if self.names.hidden else hits

    def _named(self, hit: SearchHit) -> SearchHit:
        """A mark is called by its page, a talk by its partner: they have no title of their own that says where they are."""
        workspace = self.session.workspace
        if hit.kind == "mark" and (mark := workspace.get(Mark, hit.id)) is not None:
            return replace(hit, title=self._title_of(mark.page))
        if hit.kind == "talk" and (talk := workspace.get(Talk, hit.id)) is not None:
            partner = workspace.get(Partner, talk.partner)
            return replace(hit, title=self.names.of(partner) if partner is not None else hit.title)
        return hit

    def _tell_names(self, hidden: bool) -> None:
        if hidden:
            sentence = _("Names of people are hidden: roles or initials stand there instead. Ctrl+Shift+H shows them.")
            self.frame.show_message(sentence, "info", (_("Show names"), self._turn_names))
        else:
            self.frame.clear_message()

    def _turn_names(self) -> None:
        self.names.set_hidden(not self.names.hidden)

    def _choose_file(self) -> None:
        folder = str(self.session.workspace.path.parent)
        filters = _("Community files") + f" (*{SUFFIX})"
        chosen, _filter = QFileDialog.getOpenFileName(self.frame, _("Open a community file"), folder, filters)
        if chosen:
            self.file_requested.emit(Path(chosen))

    def _closing(self) -> None:
        if not self._leaving:
            self.closed.emit()


def _steps(items: list[Item]) -> int:
    return sum(one.level == "action" and one.status != "dropped" for one in items)
