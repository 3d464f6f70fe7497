"""Erasing somebody for good: what goes, where the name stands elsewhere, what is out of reach, and the question asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.erasing import Target, mentions
from app.data.erasing_copies import ErasedBackups, erase_in_backups
from app.model.erasing import TELLING, is_sure, telling_words
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.schema import Record
from app.model.talk import Talk
from app.model.tie import Tie
from app.model.trouble import Trouble
from app.ui.form.work import Worker
from app.ui.safekeeping.keeper import BackupKeeper
from app.ui.safekeeping.sure import Sure
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.room import Room
from app.ui.widgets import Card, CheckBox, EmptyState, PressRow, Words, clear

MOST_ROWS = 12
# Where a mention can be gone to; others stand in the list without a way.
_WAYS = {"item", "partner", "answer", "meeting", "talk"}


class EraseRoom(Room):
    """Signals: those of `Room`, and `erase_requested(Target, ErasedBackups)` once the backups are done and the file is next."""

    erase_requested = Signal(object, object)
    _went_on = Signal(int, int)

    def __init__(self, look: Look, session: Session, keeper: BackupKeeper) -> None:
        super().__init__(look, session, _("Erase for good"))
        self._keeper = keeper
        self._partner: Partner | None = None
        self._boxes: dict[str, CheckBox] = {}
        self.who = Card(look, _("Who is erased"), "user-round")
        self.goes = Words("", wrap=True)
        self.sure = Sure(look, _("Erase for good"), _("Yes, erase for good"))
        self.elsewhere = Card(look, _("Where the name stands in other words"), "search")
        self._rows = QVBoxLayout()
        self.earlier = Card(look, _("Removed earlier, and still in the history"), "history")
        self._names = QVBoxLayout()
        self.none = EmptyState(look, "check", _("Nobody is chosen"), _("Choose somebody in Who, or below."))
        self._worker, self._reader = Worker(self), Worker(self)
        self._lay()
        self._join()

    def choose(self, partner: Partner | None) -> None:
        """Say what erasing this partner means."""
        self._partner = partner
        self.sure.withdraw()
        for one in (self.who, self.elsewhere, self.sure):
            one.setVisible(partner is not None)
        self.none.setVisible(partner is None)
        if partner is not None:
            self._tell(partner)

    def refresh(self) -> None:
        """Read who was removed and is still in the history."""
        if self._partner is not None:
            self.choose(self._partner)
        workspace = self.session.workspace

        def removed() -> list[Partner]:
            with workspace.outgoing.opened() as contents:
                return [one for one in contents.removed(Partner) if one.name]

        self._reader.start(removed)

    def wait(self) -> None:
        """Wait for what is being done."""
        self._reader.forget()
        self._worker.forget()

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        self.header.set_line(_("For when somebody asks that nothing about them is kept. It cannot be undone."))
        self.who.add(self.goes)
        self._rows.setSpacing(self.look.space.tiny_gap)
        self._names.setSpacing(0)
        self.elsewhere.add(self._rows)
        line = _(
            "Removing takes somebody out of the lists; the history keeps them, so that it can be undone. Press a name."
        )
        self.earlier.add(Words(line, "muted", wrap=True), self._names)
        beyond = Card(self.look, _("What this cannot reach"), "circle-slash")
        beyond.add(
            Words(
                _(
                    "Copies of the file on sticks that are not connected, with other offices or in e-mails; reports, sheets "
                    "and calendars that were saved or printed. A disk may keep traces of a file without a passphrase that "
                    "only an expert finds."
                ),
                wrap=True,
            )
        )
        for one in (self.none, self.who, self.elsewhere, beyond, self.sure, self.earlier):
            self.add(one)
        self.choose(None)
        self.earlier.hide()

    def _join(self) -> None:
        self.sure.confirmed.connect(self._erase)
        self._reader.done.connect(self._show_removed)
        self._reader.failed.connect(self._warn)
        self._worker.done.connect(self._backups_done)
        self._worker.failed.connect(self._stopped)
        self._went_on.connect(self._tell_progress)

    def _tell(self, partner: Partner) -> None:
        workspace = self.session.workspace
        ties = sum(partner.id in (one.from_partner, one.to_partner) for one in workspace.all(Tie))
        talks = sum(one.partner == partner.id for one in workspace.all(Talk))
        with_them = [
            ngettext("{count} tie", "{count} ties", ties).format(count=ties),
            ngettext("{count} talk", "{count} talks", talks).format(count=talks),
        ]
        line = _(
            "{name} goes out of the lists, the history, the search and the backups on this computer, with {ties} and {talks}. "
            "Nothing that was done before can be undone afterwards."
        )
        self.goes.setText(line.format(name=partner.name, ties=with_them[0], talks=with_them[1]))
        self.sure.setEnabled(not self.closed)
        try:
            past = workspace.past.texts_of(partner.id, TELLING)
        except Trouble as trouble:
            past = []
            self._warn(str(trouble))
        self._show_words(partner, telling_words([*(getattr(partner, one) for one in TELLING), *past]))

    def _show_words(self, partner: Partner, words: Sequence[str]) -> None:
        clear(self._rows)
        self._boxes.clear()
        records: list[Record] = [one for kind in KINDS for one in self.session.workspace.all(kind)]
        found: dict[str, Record] = {}
        for word in words:
            places = mentions(records, partner, [word])
            found |= {one.id: one for one in places}
            said = ngettext("Take out “{word}” ({count} place)", "Take out “{word}” ({count} places)", len(places))
            box = CheckBox(self.look, said.format(word=word, count=len(places)))
            box.setChecked(is_sure(word))
            self._boxes[word] = box
            self._rows.addWidget(box)
        hint = _(
            "Where a tick is set, a gap (…) takes the place of the word in everybody’s texts and in their past. Other ways to "
            "say who it is, such as a first name alone, you have to look for yourself."
        )
        self._rows.addWidget(Words(hint, "small", wrap=True))
        for one in list(found.values())[:MOST_ROWS]:
            self._rows.addWidget(self._row(one))
        more = len(found) - MOST_ROWS
        if more > 0:
            said = ngettext("And {count} more.", "And {count} more.", more).format(count=more)
            self._rows.addWidget(Words(said, "small"))

    def _row(self, record: Record) -> QWidget:
        said = _("{noun}: {title}").format(noun=_(type(record).noun).capitalize(), title=record.title)
        if record.kind not in _WAYS:
            return Words(said, wrap=True)
        row = PressRow(self.look, said, "arrow-right")
        row.clicked.connect(partial(self.open_requested.emit, record.kind, record.id))
        return row

    def _show_removed(self, removed: list[Partner]) -> None:
        clear(self._names)
        for one in removed:
            row = PressRow(self.look, one.name, "user-round")
            row.clicked.connect(partial(self.choose, one))
            self._names.addWidget(row)
        self.earlier.setVisible(bool(removed))

    def _target(self, partner: Partner) -> Target:
        return Target(Partner, partner.id, tuple(word for word, box in self._boxes.items() if box.isChecked()))

    def _erase(self) -> None:
        partner = self._partner
        if partner is None or self._worker.busy:
            return
        self._keeper.wait()  # no new backup with the name in it meanwhile
        target, passphrase = self._target(partner), self.session.workspace.passphrase
        there = self._keeper.folder_there()
        folders = [self._keeper.folder, *([there] if there is not None else [])]
        went_on, now = self._went_on.emit, datetime.now(UTC)

        def do() -> tuple[Target, ErasedBackups]:
            return target, erase_in_backups(target, passphrase, folders, now=now, went_on=went_on)

        self.setEnabled(False)
        self._worker.start(do)

    def _tell_progress(self, done: int, count: int) -> None:
        self.banner.say(_("Erasing in the backups: {done} of {count}…").format(done=done, count=count), closes=False)

    def _backups_done(self, outcome: tuple[Target, ErasedBackups]) -> None:
        self.setEnabled(True)
        self.erase_requested.emit(*outcome)

    def _stopped(self, sentence: str) -> None:
        self.setEnabled(True)
        self._warn(sentence)

    def _warn(self, sentence: str) -> None:
        self.banner.say(sentence, "warn")
