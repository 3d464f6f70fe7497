"""Theme, text size, and what this program is and promises."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.data.settings import Settings
from app.data.tries import Tries
from app.ui.safekeeping.erase_file import EraseFileCard
from app.ui.session import Session
from app.ui.settings.community import CommunityCard
from app.ui.settings.licences import LicencesRoom
from app.ui.settings.locking import LockingCard, hide_card
from app.ui.settings.passphrase import PassphraseCard
from app.ui.theme import Look
from app.ui.updates.words import version_words
from app.ui.widgets import Button, Card, PageHeader, ScrollPage, Segmented, Words

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class SettingsPage(ScrollPage):
    """Changes count at once and are kept for the next start. Signals: `changed()`, `backups_requested()`,
    `updates_requested()`, and `page_requested(QWidget)` for a room behind this page, or for the way back.
    """

    changed = Signal()
    backups_requested = Signal()
    updates_requested = Signal()
    page_requested = Signal(object)

    def __init__(self, look: Look, settings: Settings, session: Session, fonts: Path) -> None:
        super().__init__(look, _("Settings"), widest=look.px(760))
        self._settings, self._session = settings, session
        self.community = CommunityCard(look, session)
        self.passphrase = PassphraseCard(look, session, Tries(settings), fonts)
        self.locking = LockingCard(look, settings)
        self.licences = LicencesRoom(look, session, fonts.parent / "licences.txt")
        # Methods, not lambdas: a room outside the window's tree would keep what those hold after the file was closed.
        self.licences.left.connect(self._come_back)
        themes = [
            ("system", _("As the computer"), "monitor"),
            ("light", _("Light"), "sun"),
            ("dark", _("Dark"), "moon"),
            ("high-contrast", _("High contrast"), "contrast"),
        ]
        self.theme = Segmented(look, _("Colours"), themes)
        sizes = [(str(one), f"{one:.0%}", "") for one in SCALES]
        nearest = min(SCALES, key=lambda one: abs(one - settings.text_scale))
        self.text_size = Segmented(look, _("Text size"), sizes)
        if settings.theme in dict.fromkeys(one[0] for one in themes):
            self.theme.set_current(settings.theme)
        self.text_size.set_current(str(nearest))
        self.theme.view_chosen.connect(self._choose_theme)
        self.text_size.view_chosen.connect(self._choose_size)
        self._lay()

    def _lay(self) -> None:
        header = PageHeader(self.look, _("Settings"))
        header.set_line(_("Colours, text size and locking by itself are for this computer only."))
        self.add(header)
        colours = Card(self.look, _("Colours"), "sun")
        colours.add(_row(self.theme))
        size = Card(self.look, _("Text size"), "a-large-small")
        size.add(_row(self.text_size))
        self.add(self.community)
        self.add(self.passphrase)
        self.add(self.locking)
        self.add(hide_card(self.look))
        self.add(colours)
        self.add(size)
        self.add(self._make_backups())
        self.add(self._about())
        self.erasing = EraseFileCard(self.look, self._session)
        self.add(self.erasing)

    def _make_backups(self) -> Card:
        card = Card(self.look, _("Backups"), "layers")
        line = _(
            "They are made by themselves. See what there is, choose a stick for them, or go back to an earlier one."
        )
        card.add(Words(line, wrap=True))
        self.backups = Button(self.look, _("Backups"), icon="layers")
        self.backups.clicked.connect(self.backups_requested)
        card.add(_row(self.backups))
        return card

    def _about(self) -> Card:
        card = Card(self.look, _("About Groundwork"), "info")
        lines = (
            version_words(),
            _("It never uses the internet. What you write stays in your community file, and leaves this computer "
              "only when you copy or print it."),
            _("It is for plans and partners. Please do not write down names or stories of people who were harmed, "
              "or of people you suspect: bring those to the help lines or the police."),
            _("The recent list and the log keep no words of yours: only names of files, and where in the program "
              "something failed."),
            _("It is free software under the Apache License 2.0, and made with the work of others."),
        )  # fmt: skip
        for text in lines:
            card.add(Words(text, wrap=True))
        self.made_of = Button(self.look, _("Licences"), icon="file-text")
        self.made_of.clicked.connect(self._show_licences)
        self.updates = Button(self.look, _("Updates"), icon="download")
        self.updates.clicked.connect(self.updates_requested)
        card.add(_row(self.updates, self.made_of))
        return card

    def _show_licences(self) -> None:
        self.page_requested.emit(self.licences)

    def _come_back(self) -> None:
        self.page_requested.emit(self)

    def _choose_theme(self, theme: str) -> None:
        self._settings.theme = theme
        self._keep()

    def _choose_size(self, size: str) -> None:
        self._settings.text_scale = float(size)
        self._keep()

    def _keep(self) -> None:
        self.look.apply(self._settings.theme, self._settings.text_scale)
        self._settings.save()
        self.changed.emit()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
