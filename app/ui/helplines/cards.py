"""Prints the help lines as a card for the wall and as small ones for the pocket."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.community import COMMUNITY_ID, Community
from app.model.helplines import HelpLine
from app.model.local_line import LocalLine, with_local
from app.reports.paper import LETTER
from app.reports.report import Report
from app.reports.watch import Watch
from app.ui.reports.making import Make
from app.ui.reports.saver import ReportSaver
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, Words


class PrintCards(Card):
    """Call `saver.wait()` before it goes. Signals: `message_requested(str, str, object)`, `bug_met(Exception)`."""

    message_requested = Signal(str, str, object)
    bug_met = Signal(object)

    def __init__(self, look: Look, session: Session, lines: tuple[HelpLine, ...], fonts: Path) -> None:
        super().__init__(look, _("Print them"), "printer")
        self._session, self._lines, self._fonts = session, lines, fonts
        self.saver = ReportSaver(self)
        what = _("A sheet to put up where people see it alone, such as a washroom door; and a sheet of eight cards to cut "
                 "out, the size of a bank card.")  # fmt: skip
        self.wall = Button(look, _("Wall card as PDF"), icon="file-text")
        self.pocket = Button(look, _("Pocket cards as PDF"), icon="id-card")
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(self.wall)
        flow.addWidget(self.pocket)
        self.add(Words(what, "small", wrap=True), holder)
        self.wall.clicked.connect(lambda: self.saver.ask(_("Help numbers for the wall"), self.wall_card()))
        self.pocket.clicked.connect(lambda: self.saver.ask(_("Useful numbers"), self.pocket_cards()))
        self.saver.message_requested.connect(self.message_requested)
        self.saver.bug_met.connect(self.bug_met)

    def wall_card(self) -> Make:
        """What makes the sheet for the wall, with the numbers of now."""
        lines, name = self._all(), self._name()

        def make(watch: Watch) -> Report:
            from app.reports.cards import wall_card

            return wall_card(lines, name, date.today(), LETTER, self._fonts, watch)

        return make

    def pocket_cards(self) -> Make:
        """What makes the sheet of small cards, with the numbers of now."""
        lines, name = self._all(), self._name()

        def make(watch: Watch) -> Report:
            from app.reports.cards import pocket_cards

            return pocket_cards(lines, name, date.today(), LETTER, self._fonts, watch)

        return make

    def _all(self) -> tuple[HelpLine, ...]:
        return with_local(self._lines, self._session.workspace.all(LocalLine))

    def _name(self) -> str:
        community = self._session.workspace.get(Community, COMMUNITY_ID)
        return community.name if community is not None else ""
