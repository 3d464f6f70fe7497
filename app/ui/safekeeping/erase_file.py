"""A whole community file goes for good: only for whoever types its community's name."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from app.model.community import COMMUNITY_ID, Community
from app.ui.safekeeping.sure import Sure
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card, LineField, Words


class EraseFileCard(Card):
    """Signal: `erase_file_requested()`."""

    erase_file_requested = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, _("Erase this file for good"), "circle-slash")
        self._session = session
        line = _(
            "The file and its backups on this computer are written over and removed, and those on the stick when it is "
            "connected. Nobody can bring them back. Copies elsewhere and printed papers are not reached. A modern disk may keep "
            "traces; with a passphrase they cannot be read."
        )
        self.name = LineField(look, _("Type the name of the community to go on"))
        self.sure = Sure(look, _("Erase this file for good"), _("Yes, erase the file and its backups"))
        self.add(Words(line, "muted", wrap=True), self.name, self.sure)
        self.sure.setEnabled(False)
        self.name.edited.connect(self._judge)
        self.sure.confirmed.connect(self.erase_file_requested)
        self.setVisible(not session.workspace.read_only)

    def _judge(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        typed = str(self.name.value()).strip().casefold()
        self.sure.setEnabled(bool(typed) and typed == community.name.strip().casefold())
        self.sure.withdraw()
