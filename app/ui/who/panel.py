"""Everything about one partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.audience import has_lapsed
from app.model.groups import Group
from app.model.naming import LIVED_EXPERIENCE
from app.model.partner import Partner
from app.model.phrases import N_
from app.model.schema import label_of, specs
from app.ui.form.origin_link import OriginLink
from app.ui.form.record_form import LATER_MS, RecordForm
from app.ui.form.side_panel import SidePanel
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.meetings import InMeetings
from app.ui.who.model import FORM_ICONS, STATE_ICONS, TONES
from app.ui.who.seeing import WhoSees
from app.ui.who.talks import Talks
from app.ui.who.ties import Ties
from app.ui.widgets import Button, Chip, Words

PARTS: tuple[tuple[str, Sequence[str]], ...] = (
    ("", ("name", "form", "group", "role", "organisation", "involvement", "takes_on")),
    (N_("What they bring"), ("skills", "abilities", "passions", "connections", "ideas")),
    (N_("How to reach them"), ("phone", "email", "address", "languages")),
    (N_("Interest and influence"), ("interest", "influence")),
    (
        N_("May we show them?"),
        ("consent_show", "consent_what", "consent_asked", "consent_asked_by", "consent_until"),
    ),
    (N_("Notes"), ("notes",)),
)


class PartnerPanel(SidePanel):
    """Signals: `open_requested(str, str)`, `erase_requested(str)`, `help_lines_requested()`, `closed()`."""

    open_requested = Signal(str, str)
    erase_requested = Signal(str)
    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, title_of: Callable[[str], str]) -> None:
        super().__init__(look, _("About this partner"))
        self._session = session
        self._id = ""
        self.kind, self.state = Chip(look, "", "primary"), Chip(look, "")
        self.none = Words(_("Choose somebody in the list to see everything about them."), "muted", wrap=True)
        self.lived = Words(
            _("Lived experience stays a role without a name, unless that person wants otherwise: in a small place a "
              "name on a list can put somebody at risk. In the circle, in the plan and on paper the role stands instead of the "
              "name, until “May be shown to” says more than the office."),
            "small",
            wrap=True,
        )  # fmt: skip
        self.lapsed = Words(
            _("The day to ask again is past. Until you have asked, they are shown to the office alone."),
            "small",
            wrap=True,
        )
        self.origin = OriginLink(look, title_of)
        parts = tuple((_(heading) if heading else "", fields) for heading, fields in PARTS)
        self.form = RecordForm(look, session, Partner, parts, _("Change partner"), self._offer)
        self.ties = Ties(look, session)
        self.meetings = InMeetings(look, session)
        self.talks = Talks(look, session)
        self.sees = WhoSees(look, session)
        self.erase = Button(look, _("Erase for good…"), icon="circle-slash", kind="quiet")
        self.erase.setVisible(not session.workspace.read_only)
        self.erase.clicked.connect(lambda: self.erase_requested.emit(self._id))
        self._all = self._make_all()
        self.fill([self.kind, self.state], [self.none, self._all])
        self.form.help_lines_requested.connect(self.help_lines_requested)
        self.talks.help_lines_requested.connect(self.help_lines_requested)
        self.ties.open_requested.connect(self.open_requested)
        self.meetings.open_requested.connect(self.open_requested)
        self.origin.open_requested.connect(self.open_requested)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_ties)
        session.changed.connect(self._follow)
        self.show_partner(None)

    def show_partner(self, partner: Partner | None) -> None:
        """Show a partner, or that none is chosen."""
        self._id = partner.id if partner is not None else ""
        self.form.show_record(partner)
        self._all.setVisible(partner is not None)
        self.none.setVisible(partner is None)
        for chip in (self.kind, self.state):
            chip.setVisible(partner is not None)
        if partner is not None:
            self._dress(partner)
            self.ties.show_partner(partner.id)
            self.meetings.show_partner(partner.id)
            self.talks.show_partner(partner.id)
            self.sees.show_partner(partner)

    def _dress(self, partner: Partner) -> None:
        declared = specs(Partner)
        self.kind.set_chip(_(label_of(declared["form"], partner.form)), "primary", FORM_ICONS.get(partner.form, ""))
        state = _(label_of(declared["involvement"], partner.involvement))
        self.state.set_chip(state, TONES.get(partner.involvement, "plain"), STATE_ICONS.get(partner.involvement, ""))
        self.form.fields["takes_on"].setVisible(partner.form == "committee")
        self.lived.setVisible(partner.group == LIVED_EXPERIENCE)
        self.lapsed.setVisible(has_lapsed(partner, date.today()))
        self.origin.show_origin(partner.origin, groups_in(self._session.workspace), partner.id)

    def _make_all(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space.small_gap)
        for one in (
            self.lived,
            self.lapsed,
            self.origin,
            self.form,
            *self._caution(),
            self.talks,
            self.ties,
            self.meetings,
            self.sees,
            self.erase,
        ):
            column.addWidget(one)
        return box

    def _offer(self, kind: str) -> list[tuple[str, str]]:
        groups = groups_in(self._session.workspace)
        return [(one.key, one.label) for one in (*groups.all, groups.no_group)] if kind == Group.kind else []

    def _caution(self) -> tuple[QWidget, ...]:
        words = _(
            "Please no stories or details of people who were harmed, and nobody you suspect. Bring those to a help line."
        )
        lines = Button(self.look, _("Help lines"), icon="phone", kind="quiet")
        lines.clicked.connect(self.help_lines_requested)
        return Words(words, "small", wrap=True), lines

    def _follow(self, changes: Changes) -> None:
        if self._id:
            partner = self._session.workspace.get(Partner, self._id)
            if partner is None:
                self.show_partner(None)
                return
            self._dress(partner)
            self.sees.show_partner(partner)
            self._later.start()

    def _show_ties(self) -> None:
        if self._id and self._session.is_open:
            self.ties.show_partner(self._id)
            self.meetings.show_partner(self._id)
