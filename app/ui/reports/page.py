"""Print & share: what can be made, how it will look, for whom it is, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from app.data.groups import groups_in
from app.data.library import Library
from app.data.workspace import Changes
from app.model.audience import Shown, reflection_shown_to, shown_to
from app.model.community import COMMUNITY_ID, Community
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.local_line import LocalLine, with_local
from app.model.naming import for_paper
from app.model.partner import Partner
from app.model.pdf import PageSize
from app.model.reflection import Answer, Meeting, Question
from app.model.tie import Tie
from app.reports.catalogue import EVERYTHING, REPORTS
from app.reports.content import CommunityContent, Handed
from app.reports.kinds import PDF, Kind
from app.reports.paper import PAPERS
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.ui.names import Names
from app.ui.reports.drafting import Drafting
from app.ui.reports.going import Going
from app.ui.reports.kinds import KindsList
from app.ui.reports.making import Make, Maker
from app.ui.reports.options import Options
from app.ui.reports.preview import Preview
from app.ui.reports.printing import Printing
from app.ui.reports.saver import ReportSaver
from app.ui.reports.take_along import TakeAlong
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Card, Page, PageHeader

# Below these widths, at 100 %, the list becomes a choice, and the preview goes under the options.
LISTED, BESIDE = 980, 700
OPTIONS, UNBOUND = 404, 16_777_215


class PrintPage(Page):
    """Call `wait()` before it goes. Signal: `bug_met(Exception)` when making a report failed through a fault of ours."""

    bug_met = Signal(object)

    def __init__(
        self,
        look: Look,
        session: Session,
        lines: tuple[HelpLine, ...],
        fonts: Path,
        names: Names | None = None,
        *,
        library: Library,
    ) -> None:
        """While `names` are hidden, paper has none either, until the person here chooses otherwise."""
        super().__init__(look)
        self._session, self._lines, self._fonts, self._library = session, lines, fonts, library
        self._kind = REPORTS["community"]
        self._report: Report | None = None
        self._action: Callable[[], object] | None = None
        self._stale = True
        self.banner = Banner(look)
        self.banner.hide()
        self.kinds = KindsList(look)
        self.options = Options(look, library.sections)
        self.preview = Preview(look)
        self.take_along = TakeAlong(look, session)
        self.drafting = Drafting(self)
        self.saver = ReportSaver(self, tells_progress=True)
        self.going = Going(look)
        self.printing = Printing(self)
        self._lay()
        self._join()
        if names is not None:
            names.names_hidden.connect(self.options.hide_names)
        self.kinds.show_kind(self._kind.key)
        self._tell_kind()

    # -- what others ask ----------------------------------------------------------------------------------

    def show_kind(self, key: str) -> None:
        """Show a report of the catalogue."""
        if key in (*REPORTS, EVERYTHING.key) and key != self._kind.key:
            self._kind = REPORTS.get(key, EVERYTHING)
            self.kinds.show_kind(key)
            self.refresh()

    def show_meeting(self, key: str, meeting: str) -> None:
        """Show a report of the catalogue about one meeting."""
        self.show_kind(key)
        self._tell_kind()
        self.options.picks.show_meeting(meeting)
        self.refresh()

    def refresh(self) -> None:
        """Say what will be in the report, and make it anew for the preview when somebody looks."""
        self._stale = True
        self._report = None
        self._tell_kind()
        if self._kind is EVERYTHING:
            self.drafting.cancel()
            self.preview.clear()
            self.take_along.refresh()
            return
        workspace = self._session.workspace
        self.options.say_left_out(self._kind, self._shown(), workspace.all(Partner), workspace.all(Item))
        self.options.set_ready(False)
        if self.options.readers() not in self._kind.readers:
            self.drafting.cancel()
            self.preview.clear(_("There is nothing to show for these readers."))
        elif self._kind.pages and not self.options.pages.chosen():
            self.drafting.cancel()
            self.preview.clear(_("Tick at least one page of the toolkit."))
        elif self.isVisible():
            self._stale = False
            self.drafting.want(self.maker())

    def maker(self, file: Kind = PDF) -> Maker:
        """What makes the report, for the readers and on the paper that are chosen now; for any thread."""
        kind, content, fonts = self._kind, self._content(), self._fonts
        sheet = self.options.sheet()

        def make(watch: Watch = unwatched) -> Report:
            return kind.make(content, sheet, fonts, file, watch)

        return make

    def save_to(self, target: Path) -> None:
        """Write the report that is shown."""
        if self._report is not None:
            self.saver.save(target, self._finished())

    def wait(self) -> None:
        """Wait for what is under way; the window must not go before it."""
        self.drafting.wait()
        self.saver.wait()
        self.take_along.wait()
        self.printing.wait()
        self.preview.stop()

    # -- Qt -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Things may have changed while another place was open."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list becomes a choice, and in a narrower one the preview gives way."""
        super().resizeEvent(event)
        self._fit()

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        header = PageHeader(self.look, _("Print & share"))
        header.set_line(_("Paper and files that you can hand out. Look at it first, then save or print it."))
        self.add(header)
        self.add(self.banner)
        self.add(self.going)
        self._paper = Card(self.look, fills=True)
        self._paper.body.addWidget(self.preview, 1)
        ground = QWidget()
        ground.setProperty("ground", "page")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self.look.space.gap)
        self._box.addWidget(self.kinds)
        self._box.addWidget(self.options)
        self._box.addWidget(self._paper, 1)
        self._box.addWidget(self.take_along, 1)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(_("Print & share"))
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(ground)
        self.add(room, 1)
        self._fit()

    def _join(self) -> None:
        self.kinds.kind_chosen.connect(self.show_kind)
        self.options.kind_chosen.connect(self.show_kind)
        self.take_along.kind_chosen.connect(self.show_kind)
        self.take_along.message_requested.connect(self._tell)
        self.options.changed.connect(self.refresh)
        self.options.save_requested.connect(self._ask_where)
        self.options.print_requested.connect(self._print)
        self.drafting.begun.connect(self._tell_begun)
        self.drafting.went_on.connect(self.preview.show_progress)
        self.drafting.drafted.connect(self._show)
        self.drafting.failed.connect(self.preview.clear)
        self.drafting.broke.connect(self._tell_bug)
        self.preview.cancel_requested.connect(self._cancel)
        self.preview.again_requested.connect(self.refresh)
        self.preview.bug_met.connect(self.bug_met)
        self.banner.action_requested.connect(self._act)
        for one in (self.saver, self.printing):
            one.bug_met.connect(self.bug_met)
        self.saver.message_requested.connect(self._tell)
        self.saver.begun.connect(self.going.begin)
        self.saver.went_on.connect(self.going.go_on)
        self.saver.ended.connect(self._end_saving)
        self.going.cancel_requested.connect(self.saver.stop)
        self.printing.message_requested.connect(self._tell_printing)
        self._session.changed.connect(self._follow)
        self.look.look_changed.connect(self._fit)

    def _fit(self) -> None:
        room = self.width() / self.look.scale
        listed, beside = room >= LISTED, room >= BESIDE
        self.kinds.setVisible(listed)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self.options.setMaximumWidth(self.look.px(OPTIONS) if beside else UNBOUND)
        self.options.setMinimumWidth(self.look.px(OPTIONS) if beside else 0)
        self._paper.setMinimumHeight(self.look.px(360))
        self._tell_kind()

    def _tell_kind(self) -> None:
        listed, report = self.kinds.isVisibleTo(self), self._kind is not EVERYTHING
        self.options.setVisible(report)
        self._paper.setVisible(report)
        self.take_along.setVisible(not report)
        self.options.show_kind(self._kind, listed=listed)
        self.take_along.show_listed(listed)
        self.options.picks.show_for(self._kind, self._session.workspace.all(Meeting))

    def _show(self, report: Report) -> None:
        self._report = report
        self.options.set_ready(True)
        self.preview.show_pdf(report.pdf, self._name())
        if report.warnings:
            self._tell(" ".join(report.warnings), "warn", None)

    def _tell_begun(self) -> None:
        self.preview.say(_("Making the report…"), busy=True)

    def _tell_printing(self, sentence: str, kind: str) -> None:
        self._tell(sentence, kind, None)

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _cancel(self) -> None:
        self.drafting.cancel()
        self.preview.clear(_("Stopped."), stopped=True)

    def _tell_bug(self, bug: Exception) -> None:
        self.preview.clear(_("The report could not be made. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)

    def _tell(self, sentence: str, kind: str, action: tuple[str, Callable[[], object]] | None) -> None:
        self._action = action[1] if action is not None else None
        if sentence:
            self.banner.say(sentence, kind, action[0] if action is not None else "", closes=kind != "info")
        else:
            self.banner.hide()

    def _name(self) -> str:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        return _("{name} {report}").format(name=community.name, report=_(self._kind.title).lower())

    def _ask_where(self) -> None:
        if self._report is not None:
            file = self.options.kind_of_file()
            self.saver.ask(f"{self._name()} {date.today():%Y-%m-%d}", self._finished(), file)

    def _end_saving(self) -> None:
        if self.going.cancel.hasFocus():
            self.options.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self.going.end()

    def _finished(self) -> Make:
        """What was looked at is what is saved; as another kind of file, the same document is made anew."""
        made, file = self._report, self.options.kind_of_file()
        return self.maker(file) if made is None or file != PDF else lambda _watch: made

    def _print(self) -> None:
        paper = PAPERS[str(self.options.paper.value())]
        if self._report is not None:
            self.printing.print(self._report.pdf, self._name(), PageSize(paper.width, paper.height))

    def _content(self) -> CommunityContent:
        workspace = self._session.workspace
        shown = self._shown()
        on_paper = for_paper(shown, hidden=self.options.nameless.isChecked())
        return CommunityContent(
            community=workspace.get(Community, COMMUNITY_ID) or Community(),
            shown=on_paper,
            audience=self.options.readers(),
            helplines=with_local(self._lines, workspace.all(LocalLine)),
            made_on=date.today(),
            groups=groups_in(workspace),
            reflection=reflection_shown_to(
                self.options.readers(),
                shown,
                on_paper,
                workspace.all(Meeting),
                workspace.all(Question),
                workspace.all(Answer),
            ),
            picked=self.options.picks.picked(),
            handed=self._handed(),
        )

    def _handed(self) -> Handed:
        pages = self._library.chosen(self.options.pages.chosen()) if self._kind.pages else ()
        return Handed(self._library.title_over(pages), pages, self._library.terms) if pages else Handed()

    def _shown(self) -> Shown:
        workspace = self._session.workspace
        return shown_to(self.options.readers(), workspace.all(Partner), workspace.all(Item), workspace.all(Tie))

    def _follow(self, changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()
