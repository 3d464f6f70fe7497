"""Updates: which version this is, which content packs are in, and what one from outside would change."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from app.data.contents import Contents, Offer
from app.data.releases import Releases
from app.model.packs import SUFFIX
from app.ui.form.room import Room
from app.ui.form.work import Worker
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.updates.offer_card import OfferCard
from app.ui.updates.taken_card import TakenCard
from app.ui.updates.version_card import VersionCard


class UpdatesRoom(Room):
    """Signals: those of `Room`; `take_in_requested(Offer, bool)` and `take_out_requested(str)`, after which the window is made
    anew, since most of it shows pages or help lines.
    """

    take_in_requested = Signal(object, bool)
    take_out_requested = Signal(str)

    def __init__(self, look: Look, session: Session, contents: Contents, releases: Releases) -> None:
        super().__init__(look, session, _("Updates"), back=_("Back to Settings"))
        self._contents = contents
        self.header.set_line(
            _("Groundwork never uses the internet: what is new comes as a file, on a stick for example.")
        )
        self.version, self.taken, self.offer = VersionCard(look, releases), TakenCard(look), OfferCard(look)
        self._reader = Worker(self)
        for card in (self.offer, self.version, self.taken):
            self.add(card)
        self.taken.choose_requested.connect(self.choose)
        self.taken.out_requested.connect(self.take_out_requested)
        self.offer.take_requested.connect(self.take_in_requested)
        self.offer.left.connect(self._left_offer)
        self._reader.done.connect(self._show)
        self._reader.failed.connect(self._refuse)
        self.take_drops(self.look_at)
        # A pack does not touch the community file, so one that is open to look only is no hindrance.
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Show what is in."""
        self.taken.show_taken(self._contents.taken())

    def choose(self) -> None:
        """Let a pack be chosen, and look at it."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        filters = _("Content packs") + f" (*{SUFFIX})"
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a content pack"), folder, filters)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Read a pack beside the window, and show what it would change."""
        self.banner.close_message()
        self.offer.forget()
        self._reader.start(partial(self._contents.look_at, path))

    def wait(self) -> None:
        """Want nothing any more of what is being read."""
        self._reader.forget()
        self.version.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _show(self, offer: Offer) -> None:
        self.offer.show_offer(offer)
        self.ensureWidgetVisible(self.offer)

    def _refuse(self, sentence: str) -> None:
        self.banner.say(sentence, "warn")
        self.taken.choose.setFocus()

    def _left_offer(self) -> None:
        self.taken.choose.setFocus()
