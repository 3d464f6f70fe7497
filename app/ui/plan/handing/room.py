"""Handing over: who gets what, and the files to give them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.data.safe_file import make_folder
from app.model.handing import Share
from app.model.helplines import HelpLine
from app.model.partner import SHOW_TO, Partner
from app.model.trouble import Trouble
from app.reports.calendar import BEFORE, calendar_bytes
from app.reports.paper import PAPERS
from app.reports.report import Report
from app.reports.watch import Watch
from app.ui.names import Names
from app.ui.plan.handing.content import NO_REMINDER, HandOver, gather
from app.ui.plan.handing.gift import Gift
from app.ui.plan.handing.making import FileMaking, FolderMaking, Made, Wanted
from app.ui.plan.handing.people import PeopleList
from app.ui.reports.making import Make
from app.ui.reports.saver import ReportSaver
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, ChoiceField, Columns, EmptyState, FlowLayout, Segmented, Words

CALENDAR = ".ics"


class HandingRoom(Room):
    """Call `refresh()` when it is gone to, and `wait()` before the window goes. Signal: `bug_met(Exception)`."""

    bug_met = Signal(object)

    def __init__(self, look: Look, session: Session, names: Names, lines: tuple[HelpLine, ...], fonts: Path) -> None:
        super().__init__(look, session, _("Hand over"), widest=1_060)
        self._names, self._lines, self._fonts = names, lines, fonts
        self._making: FolderMaking | None = None
        self._writing: FileMaking | None = None
        self._stop: Callable[[], object] = lambda: None
        self.back.set_text(_("Back to the plan"))
        self.saver = ReportSaver(self)
        readers = [(one.key, _(one.label), "") for one in SHOW_TO if one.key != "public"]
        self.audience = Segmented(look, _("For whom"), readers)
        self.paper = ChoiceField(look, _("Paper"), [(key, _(one.label)) for key, one in PAPERS.items()])
        self.paper.set_value("letter")
        self.before = ChoiceField(look, _("Calendars remind"), _reminders())
        self.before.set_value(str(BEFORE))
        self.people = PeopleList(look)
        self.gift = Gift(look)
        self.left_out = Words("", "small", wrap=True)
        self.folder = Button(look, _("Save all into a folder"), icon="folder-open", kind="primary")
        self.pages = Button(look, _("One PDF for all"), icon="file-text")
        self.calendar = Button(look, _("The whole plan as a calendar file"), icon="calendar")
        self.none = EmptyState(look, "users", "", "")
        self.columns = Columns(look, least=760)
        self._lay()
        self._join()

    def refresh(self) -> None:
        """Read everything anew."""
        hidden = self._names.hidden
        over = self._gather()
        self.people.show_shares([] if hidden else over.shares)
        some = bool(over.shares) and not hidden
        self.columns.setVisible(some)
        self.none.setVisible(not some)
        if hidden:
            self.none.heading.setText(_("Names are hidden"))
            self.none.sentence.setText(_("Show them first (Ctrl+Shift+H). These pages say who leads what."))
        elif not some:
            self.none.heading.setText(_("Nobody has taken on a step yet"))
            self.none.sentence.setText(_("Choose who leads a step in Plan. Then there is a page for them here."))
        self.header.set_line(_("A page and a calendar for each person who has taken something on."))
        out = over.content.shown.left_out
        said = ngettext(
            "{count} partner has not agreed to be shown to the committee, and is on no page.",
            "{count} partners have not agreed to be shown to the committee, and are on no page.",
            out,
        )
        self.left_out.setText(said.format(count=out))
        self.left_out.setVisible(bool(out))
        self._show_person()

    def select(self, partner_id: str) -> None:
        """Choose a person."""
        self.people.select(partner_id)

    def wait(self) -> None:
        """Wait for what is being made: a folder stops after the person at hand."""
        self.saver.wait()
        if self._writing is not None:
            self._writing.wait()
        if self._making is not None:
            self._making.stop()
            self._making.wait()

    # -- making and joining ---------------------------------------------------------------------------------

    def _lay(self) -> None:
        everybody = Card(self.look, _("Who gets something"), "users")
        self.none_ticked = Button(self.look, _("Choose none"), kind="quiet")
        everybody.add_to_head(self.none_ticked)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for one in (self.folder, self.pages, self.calendar):
            flow.addWidget(one)
        caution = Words(
            _("These files are not protected: whoever has one can read it. Keep them no longer than you need them."),
            "small",
            wrap=True,
        )
        everybody.add(self.people, buttons, caution)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space.gap)
        column.addWidget(self.gift)
        column.addWidget(self._make_options())
        column.addStretch(1)
        self.columns.add(everybody, 1)
        self.columns.add(beside, 1)
        self.add(self.columns)
        self.add(self.none)

    def _make_options(self) -> Card:
        card = Card(self.look, _("How"), "settings")
        fields = QHBoxLayout()
        fields.setSpacing(self.look.space.gap)
        fields.addWidget(self.paper, 1)
        fields.addWidget(self.before, 1)
        card.add(Words(_("Who else may see the pages?"), "label"), self.audience, self.left_out, fields)
        return card

    def _join(self) -> None:
        self.audience.view_chosen.connect(self.refresh)
        self.people.person_selected.connect(self._show_person)
        self.people.people.ticks_changed.connect(self._tell_ticks)
        self.none_ticked.clicked.connect(lambda: self.people.people.tick_all(not self.people.people.ticked()))
        self.folder.clicked.connect(self._ask_folder)
        self.pages.clicked.connect(self._ask_pages)
        self.calendar.clicked.connect(lambda: self._ask_calendar(None, ""))
        self.gift.page_requested.connect(self._ask_page)
        self.gift.calendar_requested.connect(self._ask_persons_calendar)
        self.gift.email_copied.connect(self._tell_copied)
        self.banner.action_requested.connect(lambda: self._stop())
        self.saver.message_requested.connect(self.message_requested)
        self.saver.bug_met.connect(self.bug_met)
        self._names.names_hidden.connect(self._follow)
        self.session.changed.connect(self._follow)

    def _follow(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def _gather(self) -> HandOver:
        return gather(self.session.workspace, self._lines, self.audience.current(), str(self.before.value()))

    def _show_person(self) -> None:
        share = self.people.chosen()
        self.gift.setVisible(share is not None)
        if share is not None:
            # The office itself looks at its own list here: the address is not handed on to anybody.
            partner = self.session.workspace.get(Partner, share.partner.id) or share.partner
            self.gift.show_share(share, partner.email, date.today())

    def _tell_ticks(self) -> None:
        count = len(self.people.people.ticked())
        said = ngettext("Save for {count} person into a folder", "Save for {count} people into a folder", count)
        self.folder.set_text(said.format(count=count))
        self.none_ticked.set_text(_("Choose none") if count else _("Choose all"))
        self.folder.setEnabled(bool(count) and not self._is_making())
        self.pages.setEnabled(bool(count))

    def _tell_copied(self, email: str) -> None:
        self._tell(_("Copied: {words}").format(words=email))

    def _tell(self, sentence: str, kind: str = "ok", folder: Path | None = None) -> None:
        show = (_("Show the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.message_requested.emit(sentence, kind, show if folder is not None else None)

    # -- one file -----------------------------------------------------------------------------------------

    def page_maker(self, only: list[str]) -> Make:
        """What makes the pages of these partners, for the readers and on the paper that are chosen now."""
        content, paper, fonts = self._gather().content, PAPERS[str(self.paper.value())], self._fonts

        def make(watch: Watch) -> Report:
            from app.reports.person_page import person_report

            return person_report(content, paper, fonts, only, watch)

        return make

    def save_calendar(self, target: Path, share: Share | None = None, item_id: str = "") -> None:
        """Write one person's calendar (one step of it), or the whole plan's; the window goes on meanwhile, one at a time."""
        if self._writing is not None and self._writing.isRunning():
            return
        partner = share.partner if share is not None else None
        try:
            file = self._gather().calendar(partner)
        except Trouble as trouble:
            self._tell_trouble(str(trouble))
            return
        whose = partner.id if partner is not None else ""
        self._writing = FileMaking(lambda: calendar_bytes(file, whose, item_id), target, self)
        self._writing.made.connect(self._tell_saved)
        self._writing.failed.connect(self._tell_trouble)
        self._writing.broke.connect(self._tell_bug)
        self._writing.start()

    def _tell_saved(self, target: Path) -> None:
        self._tell(_("Saved as “{name}”.").format(name=target.name), folder=target.parent)

    def _ask_page(self) -> None:
        share = self.people.chosen()
        if share is not None:
            name = _("{name} steps {day}").format(name=share.partner.name, day=f"{date.today():%Y-%m-%d}")
            self.saver.ask(name, self.page_maker([share.partner.id]))

    def _ask_pages(self) -> None:
        name = _("Steps of each person {day}").format(day=f"{date.today():%Y-%m-%d}")
        self.saver.ask(name, self.page_maker([one.partner.id for one in self.people.people.ticked()]))

    def _ask_persons_calendar(self, item_id: str) -> None:
        share = self.people.chosen()
        if share is not None:
            self._ask_calendar(share, item_id)

    def _ask_calendar(self, share: Share | None, item_id: str) -> None:
        whose = share.partner.name if share is not None else self._gather().content.community.name
        name = _("{name} steps {day}").format(name=whose, day=f"{date.today():%Y-%m-%d}")
        offered = _documents() / (file_name(name).removesuffix(".groundwork") + CALENDAR)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save the calendar"), str(offered), f"*{CALENDAR}")
        if chosen:
            self.save_calendar(Path(chosen), share, item_id)

    # -- everybody's, into a folder ----------------------------------------------------------------------

    def save_folder(self, parent: Path) -> None:
        """Make everybody's page and calendar in a new folder there; the window goes on meanwhile."""
        if self._is_making():
            return
        try:
            over = self._gather()
            calendar = over.calendar()
            name = _("{name} steps {day}").format(name=over.content.community.name, day=f"{date.today():%Y-%m-%d}")
            folder = make_folder(parent, file_name(name).removesuffix(".groundwork"))
        except Trouble as trouble:
            self.banner.say(str(trouble), "warn")
            return
        ticked = self.people.people.ticked()
        wanted = Wanted(over.content, calendar, ticked, PAPERS[str(self.paper.value())], self._fonts, folder)
        self._making = FolderMaking(wanted, self)
        self._stop = self._making.stop
        self._making.went_on.connect(self._tell_progress)
        self._making.made.connect(self._tell_made)
        self._making.failed.connect(self._tell_trouble)
        self._making.broke.connect(self._tell_bug)
        self._making.finished.connect(self._tell_ticks)
        self._tell_progress(0)
        self._making.start()
        self.folder.setEnabled(False)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where should the new folder go?"), str(_documents()))
        if chosen:
            self.save_folder(Path(chosen))

    def _is_making(self) -> bool:
        return self._making is not None and self._making.isRunning()

    def _tell_progress(self, done: int) -> None:
        if self._making is not None:
            count = len(self._making.wanted.shares)
            said = _("Making pages and calendars: {done} of {count} people…").format(done=done, count=count)
            self.banner.say(said, "info", _("Stop"), closes=False)

    def _tell_made(self, made: Made) -> None:
        assert self._making is not None
        # It has said its last word, but may still be on its way out: who saves again at once must not be passed over.
        self._making.wait()
        folder = self._making.wanted.folder
        self.banner.close_message()
        said = _("{pages} pages and {calendars} calendars are in “{folder}”.")
        words = [said.format(pages=made.pages, calendars=made.calendars, folder=folder.name), *made.warnings]
        if made.stopped:
            words.insert(0, _("Stopped."))
        self._tell(" ".join(words), folder=folder)

    def _tell_trouble(self, sentence: str) -> None:
        self.banner.say(sentence, "warn")

    def _tell_bug(self, bug: Exception) -> None:
        self._tell_trouble(_("The files could not be made. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)


def _reminders() -> list[tuple[str, str]]:
    days = [(str(count), ngettext("{count} day before", "{count} days before", count).format(count=count))
            for count in (1, BEFORE, 7, 14)]  # fmt: skip
    return [("0", _("on the day")), *days, (NO_REMINDER, _("not at all"))]


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
