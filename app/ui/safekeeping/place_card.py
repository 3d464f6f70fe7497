"""The second place for backups: a stick, another disk, or a folder that somebody else keeps safe."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.ui.safekeeping.keeper import BackupKeeper
from app.ui.safekeeping.words import when
from app.ui.theme import Look
from app.ui.widgets import Button, Card, ElidedWords, FlowLayout, Words


class PlaceCard(Card):
    """Signal: `place_chosen()`."""

    place_chosen = Signal()

    def __init__(self, look: Look, keeper: BackupKeeper, file: Path, now: Callable[[], datetime]) -> None:
        super().__init__(look, _("A second place"), "download")
        self._keeper, self._file, self._now = keeper, file, now
        why = _(
            "If this computer breaks or is stolen, the backups here are gone with it. Choose a stick or a folder "
            "elsewhere, and each backup is put there too."
        )
        self.why = Words(why, "muted", wrap=True)
        self.where = ElidedWords("")
        self.state = Words("", wrap=True)
        self.choose = Button(look, _("Choose a stick or folder"), icon="folder-open")
        self.none = Button(look, _("No second place any more"), kind="quiet")
        self.add(self.why, self.where, self.state)
        flow = FlowLayout()
        flow.addWidget(self.choose)
        flow.addWidget(self.none)
        self.add(flow)
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self.set_place(None))

    def refresh(self) -> None:
        """Say what is so."""
        place = self._keeper.place
        self.where.setVisible(place is not None)
        self.state.setVisible(place is not None)
        self.none.setVisible(place is not None)
        self.choose.setEnabled(self._keeper.can)
        self.none.setEnabled(self._keeper.can)
        if place is not None:
            self.where.setText(str(place))
            self._say_state(place)

    def set_place(self, place: Path | None) -> None:
        """Choose this folder, or none."""
        self._keeper.set_place(place)
        self.refresh()
        self.place_chosen.emit()

    def _say_state(self, place: Path) -> None:
        seen = self._keeper.place_seen
        words = _("Nothing has been put there yet.")
        if seen is not None:
            words = _("Put there last: {when}.").format(when=when(seen, self._now()))
        if self._keeper.folder_there() is None:
            words += " " + _("It is not connected now. Put the stick in, and the next backup goes there.")
        elif _same_disk(place, self._file):
            words += " " + _("It is on the same disk as your file, so it does not help when that disk breaks.")
        self.state.setText(words)
        self.state.set_tone("warn" if self._keeper.place_missed else "")

    def _choose(self) -> None:
        start = str(self._keeper.place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, _("Where should backups go as well?"), start)
        if chosen:
            self.set_place(Path(chosen))


def _same_disk(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.stat().st_dev == other.parent.stat().st_dev
    return False
