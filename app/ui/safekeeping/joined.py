"""Joins the backups with the window: the command, the line at the foot, and what is said when something is wrong."""

from __future__ import annotations

from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from app.data.settings import Settings
from app.model.backups import SUFFIX
from app.model.partner import Partner
from app.model.phrases import N_
from app.model.trouble import Trouble
from app.ui.frame.commands import FILE, Command
from app.ui.frame.window import Frame
from app.ui.safekeeping.erase_room import EraseRoom
from app.ui.safekeeping.homing import Homing
from app.ui.safekeeping.keeper import BackupKeeper, Outcome
from app.ui.safekeeping.page import BackupsPage
from app.ui.safekeeping.watch import DamageWatch
from app.ui.safekeeping.words import when
from app.ui.session import Session
from app.ui.theme import Look

BACKUPS = Command("backups", N_("Backups"), "", "layers", FILE)


class Safekeeping(QObject):
    """The backups of the open file. Signals: those of its page about backups."""

    look_inside_requested = Signal(object)
    unlock_requested = Signal(object, str)
    saved_elsewhere = Signal(object)
    go_back_requested = Signal(object)

    def __init__(self, look: Look, session: Session, settings: Settings, above: Path, frame: Frame) -> None:
        super().__init__(frame)
        self._session, self._frame = session, frame
        self.keeper = BackupKeeper(session, settings, above, self)
        self.watch = DamageWatch(session, self)
        self.page = BackupsPage(look, session, self.keeper)
        self.erasing = EraseRoom(look, session, self.keeper)
        for page in (self.page, self.erasing):
            frame.stack.addWidget(page)  # so that they go with the window, whether they were shown or not
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._warn)
        self.keeper.protected.connect(self._tell_protected)
        self.page.look_inside_requested.connect(self.look_inside_requested)
        self.page.unlock_requested.connect(self.unlock_requested)
        self.page.go_back_requested.connect(self.go_back_requested)
        copy = session.workspace.work_copy
        self.homing = Homing(session, copy, self) if copy is not None else None
        if self.homing is not None:
            self._join_homing(self.homing)
        self.tell()
        if copy is not None and copy.left is not None:
            self._tell_left(copy.left)
        if session.workspace.set_aside is not None:
            self._tell_set_aside(session.workspace.set_aside)
        if self.keeper.works_by_itself and self.keeper.place_missed:
            self._remind()

    def show(self) -> None:
        """Go to the backups."""
        self._frame.show_page(self.page)
        self.page.refresh()

    def show_erasing(self, partner_id: str = "") -> None:
        """Go to where somebody is erased for good."""
        self._frame.show_page(self.erasing)
        self.erasing.choose(self._session.workspace.get(Partner, partner_id))
        self.erasing.refresh()

    def warn(self, sentence: str) -> None:
        """Say what stood in an edit's way, with the way on where there is one."""
        workspace = self._session.workspace
        if workspace.damaged:
            self.watch.meet()
        elif not workspace.path.exists():
            self._frame.show_message(sentence, "warn", (_("Save a copy of it"), self._ask_where))
        else:
            self._frame.show_message(sentence, "warn")

    def save_elsewhere(self, target: Path) -> None:
        """Save everything of a file that is gone from its place, and open that instead."""
        try:
            self._session.workspace.backups.save_elsewhere(target)
        except Trouble as trouble:
            self._frame.show_message(str(trouble), "warn", (_("Save a copy of it"), self._ask_where))
        else:
            self.saved_elsewhere.emit(target)

    def _ask_where(self) -> None:
        path = self._session.workspace.path
        filters = _("Community files") + f" (*{SUFFIX})"
        start = str(documents_folder() / path.name)
        chosen, _filter = QFileDialog.getSaveFileName(self._frame, _("Save a copy of it"), start, filters)
        if chosen:
            target = Path(chosen)
            self.save_elsewhere(target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX))

    def tell(self) -> None:
        """Say at the foot when the file was backed up."""
        try:
            last = self.keeper.last
        except Trouble:
            return
        said = _("Backed up: {when}").format(when=when(last, datetime.now().astimezone())) if last is not None else ""
        self._frame.status.set_backed_up(said)

    def finish(self, *, backed_up: bool = True) -> None:
        """Before the file is closed: a backup where one is wanted, and what is not on its stick yet."""
        if backed_up:
            self._back_up_last()
        if self.homing is not None and self.homing.behind:
            line = _("Writing everything to “{drive}” before closing. Please leave it in.")
            self._frame.show_message(line.format(drive=self.homing.drive), "info")
            self.homing.finish()

    def _back_up_last(self) -> None:
        if self.keeper.works_by_itself and self.keeper.folder_there() is not None:
            self._frame.show_message(_("Making a backup before closing. Please leave the stick in."), "info")
        else:
            self._frame.hide()
        self.keeper.finish()

    def wait(self) -> None:
        """Wait for what is being made, and make nothing more."""
        self.watch.wait()
        self.keeper.wait()
        if self.homing is not None:
            self.homing.wait()
        self.page.wait()
        self.erasing.wait()

    def _join_homing(self, homing: Homing) -> None:
        homing.carried.connect(self._tell_carried)
        homing.fell_behind.connect(self._tell_behind)
        homing.failed.connect(self._tell_not_carried)
        if homing.behind:
            self._tell_behind()
        else:
            self._tell_carried(again=False)

    def _tell_carried(self, again: bool) -> None:
        assert self.homing is not None
        line = _("On “{drive}”: {time}")
        self._frame.status.set_away(line.format(drive=self.homing.drive, time=f"{datetime.now():%H:%M}"))
        if again:
            done = _("Everything is on “{drive}” again.")
            self._frame.show_message(done.format(drive=self.homing.drive), "ok")

    def _tell_behind(self) -> None:
        assert self.homing is not None
        self._frame.status.set_away(_("Not yet on “{drive}”").format(drive=self.homing.drive), "warn")

    def _tell_not_carried(self, sentence: str) -> None:
        assert self.homing is not None
        self._tell_behind()
        if not self._session.workspace.path.exists():
            sentence = _(
                "“{drive}” is out, or your file there was moved. Your work goes on and is kept on this computer. Put it in "
                "again, and the file there follows by itself."
            ).format(drive=self.homing.drive)
        self._frame.show_message(sentence, "warn")

    def _tell_left(self, left: Path) -> None:
        line = _(
            "On this computer lies a copy of “{name}” with changes that were never written back. The start page lists it: "
            "look into both, since each may hold what the other lacks."
        )
        self._frame.show_message(line.format(name=left.stem), "warn")

    def _kept(self, outcome: Outcome) -> None:
        self.tell()
        if outcome.trouble and not self.page.isVisible():
            self._warn(outcome.trouble)

    def _tell_set_aside(self, kept: Path) -> None:
        line = _(
            "This file was put here while another was not closed properly. What was left of that one is kept in “{name}” and "
            "was not mixed in."
        )
        self._frame.show_message(line.format(name=kept.name), "warn")

    def _tell_protected(self, left: int) -> None:
        if not left:
            self._frame.show_message(
                _("The backups here open with the new passphrase too, or without one as the file does."), "ok"
            )
            return
        line = ngettext(
            "{count} backup keeps its earlier passphrase.", "{count} backups keep their earlier passphrase.", left
        )
        self._warn(line.format(count=left))

    def _warn(self, sentence: str) -> None:
        self._frame.show_message(sentence, "warn", (_("Backups"), self.show))

    def _remind(self) -> None:
        place = self.keeper.place
        assert place is not None
        line = _(
            "No backup was put into “{place}” for a week. Put the stick in, and the next one goes there by itself."
        )
        self._warn(line.format(place=place.name or str(place)))


def documents_folder() -> Path:
    """Where people keep their papers on this computer."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
