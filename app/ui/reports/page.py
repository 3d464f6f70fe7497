"""Print & share: the community report, for whom it is, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.audience import Shown, audience_named, shown_to
from app.model.community import COMMUNITY_ID, Community
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.local_line import LocalLine, with_local
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.tie import Tie
from app.reports.content import CommunityContent
from app.reports.kinds import KINDS, PDF, SET, WEB, WORD, Kind
from app.reports.paper import PAPERS
from app.reports.report import Report
from app.ui.reports.making import Making
from app.ui.reports.saver import ReportSaver, ask_where
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, Card, ChoiceField, PageHeader, ScrollPage, Segmented, Words


class PrintPage(ScrollPage):
    """Signal: `bug_met(Exception)` when making a report failed through a fault of ours."""

    bug_met = Signal(object)

    def __init__(self, look: Look, session: Session, lines: tuple[HelpLine, ...], fonts: Path) -> None:
        super().__init__(look, _("Print & share"), widest=look.px(820))
        self._session, self._lines, self._fonts = session, lines, fonts
        self._making: Making | None = None
        self._made = Path()
        self._action: Callable[[], object] = self._open_made
        self.banner = Banner(look)
        self.banner.hide()
        audiences = [
            ("office", _("Office"), "lock"),
            ("committee", _("Committee"), "users"),
            ("public", _("Anyone"), "share-2"),
        ]
        self.audience = Segmented(look, _("Who will read it"), audiences)
        papers = [(key, _(paper.label)) for key, paper in PAPERS.items()]
        self.paper = ChoiceField(look, _("Paper"), papers)
        self.paper.set_value("letter")
        kinds = [(one.key, _(one.label), "") for one in SET]
        self.kind = Segmented(look, _("Kind of file"), kinds)
        self.left_out = Words("", wrap=True)
        self.circle_words = Words("", "muted", wrap=True)
        self.kind_words = Words("", "muted", wrap=True)
        self.make = Button(look, "", icon="download", kind="primary")
        self.saver = ReportSaver(self)
        self.circle = Button(look, _("Save the circle as PDF"), icon="chart-pie")
        self.grid_words = Words("", "muted", wrap=True)
        self.grid = Button(look, _("Save the grid as PDF"), icon="grid-2x2")
        self._lay()
        self.audience.view_chosen.connect(self.refresh)
        self.kind.view_chosen.connect(self._tell_kind)
        self.make.clicked.connect(self._ask_where)
        self.banner.action_requested.connect(lambda: self._action())
        self.circle.clicked.connect(self._save_circle)
        self.grid.clicked.connect(self._save_grid)
        self.saver.message_requested.connect(self._tell)
        self.saver.bug_met.connect(self.bug_met)
        session.changed.connect(self._follow)
        self._tell_kind()
        self.refresh()

    def refresh(self) -> None:
        """Say what will be in the report, and what is left out, before it is made."""
        shown = self._shown()
        partners = ngettext("{count} partner", "{count} partners", len(shown.partners)).format(
            count=len(shown.partners)
        )
        steps = sum(one.level == "action" for one in shown.items)
        plan = ngettext("{count} step", "{count} steps", steps).format(count=steps)
        line = _("In it: {partners}, {steps} and the help lines.").format(partners=partners, steps=plan)
        out = ngettext(
            "Left out: {count} partner who has not agreed to be shown to these readers, and every field meant for fewer eyes.",
            "Left out: {count} partners who have not agreed to be shown to these readers, and every field meant for fewer eyes.",
            shown.left_out,
        ).format(count=shown.left_out)
        all_in = _("Everybody is in it. Keep it where only the office can read it.")
        hidden = out if self._audience() is not Audience.OFFICE else all_in
        self.left_out.setText(f"{line}\n{hidden}")
        self.circle.setEnabled(self._audience() is not Audience.PUBLIC)
        usual = _("Who sits where, who is missing, and how involved each one is: for the wall of a meeting. On tabloid paper "
                  "most names fit.")  # fmt: skip
        public = _("The circle shows how involved each partner is. Choose the office or the committee to print it.")
        self.circle_words.setText(public if self._audience() is Audience.PUBLIC else usual)
        self._tell_grid()

    def save_to(self, target: Path) -> None:
        """Make the report and write it; the window goes on meanwhile."""
        content = self._content()
        # Not before a report is wanted: what draws PDF takes as long to load as the window itself.
        from app.reports.community import community_report

        paper, fonts, kind = PAPERS[str(self.paper.value())], self._fonts, self._kind()
        self._made = target
        self.make.setEnabled(False)
        self.banner.say(_("Making the report…"), "info", closes=False)
        self._start(lambda: community_report(content, paper, fonts, kind), target)

    def wait(self) -> None:
        """Wait for a report that is being made; the window must not go before it."""
        self.saver.wait()
        if self._making is not None:
            self._making.wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Things may have changed while another place was open."""
        super().showEvent(event)
        self.refresh()

    def _lay(self) -> None:
        header = PageHeader(self.look, _("Print & share"))
        header.set_line(_("Paper and files that you can hand out."))
        self.add(header)
        self.add(self.banner)
        card = Card(self.look, _("Community report"), "file-text")
        what = _(
            "Who is in the circle, who is missing, the plan and the help lines: for a meeting, Council or a funder."
        )
        card.add(Words(what, "muted", wrap=True), Words(_("Who will read it"), "label"), _row(self.audience))
        card.add(self.left_out, self.paper, Words(_("Kind of file"), "label"), _row(self.kind), self.kind_words)
        card.add(_row(self.make))
        self.add(card)
        circle = Card(self.look, _("The circle on one sheet"), "chart-pie")
        circle.add(self.circle_words, _row(self.circle))
        self.add(circle)
        grid = Card(self.look, _("Interest and influence on one sheet"), "grid-2x2")
        grid.add(self.grid_words, _row(self.grid))
        self.add(grid)

    def _kind(self) -> Kind:
        return KINDS[self.kind.current()]

    def _tell_kind(self) -> None:
        """What the kind of file is good for, and what the button does."""
        words = {
            PDF: _("Looks the same on every computer. Best for printing and for handing out."),
            WORD: _("Can be changed in Word, such as to add a letter or pictures of your own."),
            WEB: _("Opens on any phone or computer, without internet. Good for reading in large type."),
        }
        doing = {
            PDF: _("Save the report as PDF"),
            WORD: _("Save the report for Word"),
            WEB: _("Save the report as a web page"),
        }
        self.kind_words.setText(words[self._kind()])
        self.make.set_text(doing[self._kind()])

    def _tell_grid(self) -> None:
        office = self._audience() is Audience.OFFICE
        self.grid.setEnabled(office)
        usual = _(
            "Where each partner sits between interest and influence, as your group judged it. Keep it in the office."
        )
        other = _("The grid is what you think of others. Choose the office to print it.")
        self.grid_words.setText(usual if office else other)

    def circle_maker(self) -> Callable[[], Report]:
        """What makes the circle's sheet, for the readers and on the paper that are chosen now."""
        content, paper, fonts = self._content(), PAPERS[str(self.paper.value())], self._fonts

        def make() -> Report:
            from app.reports.circle import circle_report

            return circle_report(content, paper, fonts)

        return make

    def grid_maker(self) -> Callable[[], Report]:
        """What makes the grid's sheet, for the readers and on the paper that are chosen now."""
        content, paper, fonts = self._content(), PAPERS[str(self.paper.value())], self._fonts

        def make() -> Report:
            from app.reports.influence_grid import grid_report

            return grid_report(content, paper, fonts)

        return make

    def _save_grid(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        name = _("{name} interest and influence {day}").format(name=community.name, day=f"{date.today():%Y-%m-%d}")
        self.saver.ask(name, self.grid_maker())

    def _content(self) -> CommunityContent:
        return CommunityContent(
            community=self._session.workspace.get(Community, COMMUNITY_ID) or Community(),
            shown=self._shown(),
            audience=self._audience(),
            helplines=with_local(self._lines, self._session.workspace.all(LocalLine)),
            made_on=date.today(),
            groups=groups_in(self._session.workspace),
        )

    def _save_circle(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        name = _("{name} circle {day}").format(name=community.name, day=f"{date.today():%Y-%m-%d}")
        self.saver.ask(name, self.circle_maker())

    def _tell(self, sentence: str, kind: str, action: tuple[str, Callable[[], object]] | None) -> None:
        self._action = action[1] if action is not None else self._open_made
        self.banner.say(sentence, kind, action[0] if action is not None else "", closes=False)

    def _start(self, make: Callable[[], Report], target: Path) -> None:
        self._making = Making(make, target, self)
        self._making.made.connect(self._tell_made)
        self._making.failed.connect(self._tell_trouble)
        self._making.broke.connect(self._tell_bug)
        self._making.start()

    def _audience(self) -> Audience:
        return audience_named(self.audience.current())

    def _shown(self) -> Shown:
        workspace = self._session.workspace
        return shown_to(self._audience(), workspace.all(Partner), workspace.all(Item), workspace.all(Tie))

    def _follow(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _ask_where(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        name = f"{community.name} {date.today():%Y-%m-%d}"
        target = ask_where(self, _("Save the report"), name, self._kind())
        if target is not None:
            self.save_to(target)

    def _tell_made(self, report: Report) -> None:
        self.make.setEnabled(True)
        self._action = self._open_made
        sentence = _("The report is in “{name}”.").format(name=self._made.name)
        self.banner.say(" ".join([sentence, *report.warnings]), "ok", _("Open it"), closes=False)

    def _tell_trouble(self, sentence: str) -> None:
        self.make.setEnabled(True)
        self.banner.say(sentence, "warn", closes=False)

    def _tell_bug(self, bug: Exception) -> None:
        self._tell_trouble(_("The report could not be made. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)

    def _open_made(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
