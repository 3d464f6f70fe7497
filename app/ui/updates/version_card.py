"""Which version this is, and a newer one that lies on a stick or was copied to this computer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from app.data.releases import Lying, Releases
from app.model.pack_words import signer_words
from app.model.release import newest
from app.ui.form.work import Worker
from app.ui.home.words import long_day
from app.ui.theme import Look
from app.ui.updates.words import version_words
from app.ui.widgets import Button, Card, FlowLayout, Words

# Where Linux puts sticks, and macOS.
_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


def places_to_look() -> list[Path]:
    """The top folder of every stick and disk but the computer's own, and where people put what they were sent."""
    where = QStandardPaths.StandardLocation
    usual = (where.DownloadLocation, where.DesktopLocation, where.DocumentsLocation)
    folders = [Path(QStandardPaths.writableLocation(one)) for one in usual]
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        other = sys.platform == "win32" or f"{root}/".startswith(_STICKS)
        if volume.isValid() and volume.isReady() and not volume.isRoot() and other:
            folders.append(Path(root))
    return folders


class VersionCard(Card):
    """Signal: `install_requested(Lying)`."""

    install_requested = Signal(object)

    def __init__(self, look: Look, releases: Releases, places: Callable[[], Iterable[Path]] = places_to_look) -> None:
        super().__init__(look, _("This program"), "info")
        self._releases, self._places = releases, places
        self._best: Lying | None = None
        self.version = Words(version_words(), wrap=True)
        self.state, self.signer, self.what = Words("", wrap=True), Words("", "small", wrap=True), Words("", wrap=True)
        self.look_around = Button(look, _("Look for a newer version"), icon="search")
        self.look_there = Button(look, _("Look in a folder"), kind="quiet")
        self.install = Button(look, _("Install it"), icon="download", kind="primary")
        self._worker = Worker(self)
        flow = FlowLayout()
        for button in (self.install, self.look_around, self.look_there):
            flow.addWidget(button)
        self.add(self.version, self.state, self.signer, self.what, flow)
        self.look_around.clicked.connect(self.search)
        self.look_there.clicked.connect(self._choose)
        self.install.clicked.connect(self._install)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self.say)
        self._clear()

    def search(self) -> None:
        """Look on sticks and where downloads go, beside the window: a drive of a network may be slow."""
        self._look(self._places, _("Looking on sticks, and in Downloads, Desktop and Documents…"))

    def search_in(self, folder: Path) -> None:
        """Look in this folder alone."""
        self._look(lambda: [folder], _("Looking in {name}…").format(name=folder.name or str(folder)))

    def say(self, sentence: str, tone: str = "warn") -> None:
        """Say how it stands."""
        self.state.setText(sentence)
        self.state.set_tone(tone)
        self.state.show()

    def set_busy(self, busy: bool) -> None:
        """While something is copied nothing else is begun."""
        for button in (self.install, self.look_around, self.look_there):
            button.setEnabled(not busy)

    def wait(self) -> None:
        """Want nothing any more of what is being looked for."""
        self._worker.forget()

    # -- inside -------------------------------------------------------------------------------------------

    def _look(self, places: Callable[[], Iterable[Path]], sentence: str) -> None:
        self._clear()
        self.say(sentence, "")
        self._worker.start(lambda: self._releases.look_in(places()))

    def _show(self, lying: list[Lying]) -> None:
        best = newest(one.found for one in lying)
        self._best = next((one for one in lying if one.found is best), None)
        if best is None:
            self.say(
                _("No newer version was found. It comes as two files, of which one ends in “.release”: copy both to a "
                  "stick, or to Downloads, and look again."), "")  # fmt: skip
            return
        release = best.release
        line = _("Version {version}, of {day} {year}, was found.")
        said = line.format(version=release.version, day=long_day(release.released), year=release.released.year)
        self.say(f"{said} {best.why}".strip(), "warn" if best.why and not best.signer.is_known else "")
        if not best.why:
            self.signer.say(signer_words(best.signer))
            self.what.say(release.note)
            self.install.show()
            self.install.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._best = None
        for one in (self.state, self.signer, self.what, self.install):
            one.hide()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the newer version?"), str(Path.home()))
        if chosen:
            self.search_in(Path(chosen))

    def _install(self) -> None:
        if self._best is not None:
            self.install_requested.emit(self._best)
