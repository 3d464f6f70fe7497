"""Taking partners out as a sheet or as contact cards, for those who may see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.data.groups import groups_in
from app.data.safe_file import write_safely
from app.model.audience import Shown, audience_named, shown_to
from app.model.community import COMMUNITY_ID, Community
from app.model.groups import Groups
from app.model.partner import SHOW_TO, Partner
from app.model.trouble import Trouble
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, FlowLayout, Segmented, Words

Write = Callable[[tuple[Partner, ...], Groups], bytes]


class TakeOutRoom(Room):
    """The readers are chosen first: a file goes further than anybody thinks."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Save partners as a file"), widest=760)
        self.header.set_line(_("For another program, a mailing, or an office that works with you."))
        card = Card(look)
        self.audience = Segmented(look, _("For whom"), [(one.key, _(one.label), "") for one in SHOW_TO])
        self.audience.set_current("office")
        self.audience.view_chosen.connect(self.refresh)
        self.who = Words("", wrap=True)
        self.sheet = Button(look, _("Save as a sheet (CSV)"), icon="table-2", kind="primary")
        self.cards = Button(look, _("Save as contact cards (VCF)"), icon="id-card")
        self.sheet.clicked.connect(lambda: self.ask(".csv", people_csv))
        self.cards.clicked.connect(lambda: self.ask(".vcf", people_vcards))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.sheet)
        flow.addWidget(self.cards)
        caution = Words(
            _("The file is not protected: whoever has it can read it. Keep it no longer than you need it."),
            "small",
            wrap=True,
        )
        card.add(Words(_("Who will read it?"), "label"), self.audience, self.who, buttons, caution)
        self.add(card)

    def refresh(self) -> None:
        """Say who goes out and who stays."""
        shown = self._shown()
        count = len(shown.partners)
        said = ngettext("{count} partner goes out.", "{count} partners go out.", count).format(count=count)
        if shown.left_out:
            left = ngettext(
                "{count} stays here: not agreed to be shown to these readers.",
                "{count} stay here: not agreed to be shown to these readers.",
                shown.left_out,
            )
            said = f"{said} {left.format(count=shown.left_out)}"
        fields = _(
            "Phone, e-mail, notes and what was asked about consent go to the office alone, unless a partner chose otherwise."
        )
        self.who.setText(said if self.audience.current() == "office" else f"{said} {fields}")
        for button in (self.sheet, self.cards):
            button.setEnabled(bool(count))

    def ask(self, suffix: str, write: Write) -> None:
        """Ask where to, offering a name."""
        community = self.session.workspace.get(Community, COMMUNITY_ID) or Community()
        name = _("{name} partners {day}").format(name=community.name, day=f"{date.today():%Y-%m-%d}")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = Path(documents) / (file_name(name).removesuffix(".groundwork") + suffix)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save partners"), str(offered), f"*{suffix}")
        if chosen:
            self.save(Path(chosen), write)

    def save(self, target: Path, write: Write) -> None:
        """Write the file."""
        try:
            write_safely(target, write(self._shown().partners, groups_in(self.session.workspace)))
        except Trouble as trouble:
            self.banner.say(str(trouble), "warn")
            return
        folder = (_("Show the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))))
        self.message_requested.emit(_("Saved as “{name}”.").format(name=target.name), "ok", folder)

    def _shown(self) -> Shown:
        return shown_to(audience_named(self.audience.current()), self.session.workspace.all(Partner), ())
