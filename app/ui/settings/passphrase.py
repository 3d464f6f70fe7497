"""The passphrase of the open file: set, changed, taken away, and its sheet for the office safe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from gettext import gettext as _
from gettext import ngettext
from math import ceil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.data.protecting import NewProtection
from app.data.tries import Tries
from app.model.community import COMMUNITY_ID, Community
from app.model.trouble import NotReopened, Trouble, WrongPassphrase
from app.ui.form.work import Worker
from app.ui.session import Session
from app.ui.settings.passphrase_form import CHANGE, PRINT, REMOVE, SET, PassphraseForm
from app.ui.settings.recovery import RecoveryOffer
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, Words


class PassphraseCard(Card):
    """Call `stop()` before the file is closed. Signals: `protection_changed()`; `lost(str)` when the file could not be opened
    again, with the sentence to show; `bug_met(Exception)`.
    """

    protection_changed = Signal()
    lost = Signal(str)
    bug_met = Signal(object)

    def __init__(
        self,
        look: Look,
        session: Session,
        tries: Tries,
        fonts: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(look, _("Passphrase"), "lock")
        self._session, self._tries, self._now = session, tries, now
        self._change: NewProtection | None = None
        self._new: str | None = None
        self._worker = Worker(self)
        self.words = Words("", wrap=True)
        self.set = Button(look, _("Set a passphrase"), icon="lock")
        self.change = Button(look, _("Change it"), icon="lock")
        self.remove = Button(look, _("Remove it"), icon="lock-open")
        self.sheet = Button(look, _("Recovery sheet"), icon="printer")
        self.form = PassphraseForm(look, self._known_words)
        self.recovery = RecoveryOffer(look, fonts)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for one in (self.set, self.change, self.remove, self.sheet):
            flow.addWidget(one)
        self.add(self.words, self._buttons, self.form, self.recovery)
        if session.workspace.read_only:
            self.hide()
        self._join()
        self.rest()

    def rest(self, sentence: str = "") -> None:
        """Show how the file stands, and what can be done; with what was just done before that."""
        self.form.forget()
        self.form.hide()
        self.recovery.forget()
        protected = self._session.workspace.protected
        stands = _protected() if protected else _unprotected()
        self.words.setText(sentence or stands)
        self.words.set_tone("" if protected or sentence else "warn")
        self.words.show()
        self._buttons.show()
        self.set.setHidden(protected)
        for one in (self.change, self.remove, self.sheet):
            one.setVisible(protected)

    def stop(self) -> None:
        """End what is being written; the file stays under the passphrase that it has."""
        if self._change is not None:
            self._change.stop()
            self._worker.forget()
            self._change.drop()
            self._change = None

    def wait(self) -> None:
        """Wait for a sheet that is on its way."""
        self.recovery.wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who went elsewhere left no passphrase lying here."""
        super().hideEvent(event)
        if self._change is None and self._session.is_open and not event.spontaneous():
            self.rest()

    # -- inside -------------------------------------------------------------------------------------------

    def _join(self) -> None:
        for button, purpose in ((self.set, SET), (self.change, CHANGE), (self.remove, REMOVE), (self.sheet, PRINT)):
            button.clicked.connect(partial(self._ask, purpose))
        self.form.entered.connect(self._enter)
        self.form.left.connect(self.rest)
        self.recovery.left.connect(self.rest)
        self.recovery.bug_met.connect(self.bug_met)
        self._worker.done.connect(self._put)
        self._worker.failed.connect(self._fail)

    def _ask(self, purpose: str, *_pressed: bool) -> None:
        self.words.hide()
        self._buttons.hide()
        self.form.ask(purpose)

    def _known_words(self) -> list[str]:
        found = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        return [one for one in (found.name, found.nations, found.place) if one]

    def _enter(self) -> None:
        if self._change is not None:
            return
        problem = self.form.problem() or self._must_wait()
        self.form.show_error(problem)
        if problem:
            return
        workspace, form = self._session.workspace, self.form
        try:
            if form.purpose == PRINT:
                if not workspace.protecting.is_passphrase(form.old()):
                    raise WrongPassphrase
                self._offer(form.now.text(), "")
                return
            self._new = form.choice.chosen() if form.purpose in (SET, CHANGE) else None
            self._change = workspace.protecting.begin(form.old(), self._new)
        except WrongPassphrase as wrong:
            self._tries.note_wrong(workspace.path, self._now())
            self._fail(" ".join(one for one in (str(wrong), self._must_wait()) if one))
            return
        except Trouble as trouble:
            self._fail(str(trouble))
            return
        self._tries.note_right(workspace.path)
        self._write()

    def _must_wait(self) -> str:
        seconds = ceil(self._tries.wait(self._session.workspace.path, self._now()))
        if not seconds:
            return ""
        return ngettext(
            "Wait {count} second, then try again.", "Wait {count} seconds, then try again.", seconds
        ).format(count=seconds)

    def _write(self) -> None:
        if self._change is not None:
            self.form.set_busy(_("The file is being written anew and compared. Please wait a moment."))
            self._worker.start(self._change.write)

    def _put(self, _outcome: object) -> None:
        change = self._change
        if change is None:
            return
        try:
            if not change.put():
                self._write()
                return
        except NotReopened as lost:
            self._change = None
            self.lost.emit(str(lost))
            return
        except Trouble as trouble:
            self._fail(str(trouble))
            return
        self._change = None
        self.form.set_busy("")
        self._tell_done()

    def _tell_done(self) -> None:
        done = {
            SET: _("The passphrase is set. Copies that you made before stay readable without it."),
            CHANGE: _("The passphrase is changed. Copies that you made before open with the old one."),
            REMOVE: _("The passphrase is removed."),
        }[self.form.purpose]
        new, self._new = self._new, None
        if new is None:
            self.rest(f"{done} {_unprotected()}")
            self.words.set_tone("warn")
        else:
            self._offer(new, done)
        self.protection_changed.emit()

    def _offer(self, passphrase: str, sentence: str) -> None:
        self.rest(sentence)
        self.words.setVisible(bool(sentence))
        self._buttons.hide()
        self.recovery.offer(passphrase, self._session.workspace.path)

    def _fail(self, sentence: str) -> None:
        self._change = None
        self.form.set_busy("")
        self.form.show_error(sentence)


def _protected() -> str:
    return _("A passphrase protects this file. Without it nobody can open the file, not even we.")


def _unprotected() -> str:
    return _("This file has no passphrase. Anyone who uses this computer, or finds a copy of it, can read it.")
