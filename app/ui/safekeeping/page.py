"""Backups: what there is, where it lies, whether it works, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from app.data.backups import backups_in
from app.data.going_back import prove
from app.model.backups import Backup
from app.model.trouble import Trouble
from app.ui.form.room import Room
from app.ui.form.work import Worker
from app.ui.safekeeping.chosen import ChosenBackup
from app.ui.safekeeping.keeper import BackupKeeper, Outcome
from app.ui.safekeeping.looking import LookingCard
from app.ui.safekeeping.model import BackupsModel, Row, joined
from app.ui.safekeeping.other_passphrase import OtherPassphrase
from app.ui.safekeeping.place_card import PlaceCard
from app.ui.safekeeping.words import held, when
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, EmptyState, TableView, Words

SHOWN_ROWS = 9


def _now() -> datetime:
    return datetime.now().astimezone()


class BackupsPage(Room):
    """Signals: those of `Room`, `look_inside_requested(Backup)`, `unlock_requested(Backup, str)` to look inside with another
    passphrase, and `go_back_requested(Backup)`.
    """

    look_inside_requested = Signal(object)
    unlock_requested = Signal(object, str)
    go_back_requested = Signal(object)

    def __init__(self, look: Look, session: Session, keeper: BackupKeeper, now: Callable[[], datetime] = _now) -> None:
        super().__init__(look, session, _("Backups"), back=_("Back to Settings"))
        self._keeper, self._now = keeper, now
        self.make = Button(look, _("Back up now"), icon="download", kind="primary")
        self.header.add_action(self.make)
        self.rows = BackupsModel(self)
        self.table = TableView(look, _("Backups of this file"))
        self.none = EmptyState(look, "history", _("No backup yet"), "")
        self.chosen = ChosenBackup(look)
        self.other = OtherPassphrase(look)
        self.looking = LookingCard(look)
        self._looks_into: Backup | None = None
        self.place = PlaceCard(look, keeper, session.workspace.path, now)
        self.drill = Button(look, _("Test the newest backup"), icon="check")
        self.proof = Words("", wrap=True)
        self._reader, self._tester = Worker(self), Worker(self)
        self._lay()
        self._join()

    def refresh(self) -> None:
        """Read what lies in both places, beside the window."""
        self._tell()
        self.place.refresh()
        here, there = self._keeper.folder, self._keeper.folder_there()
        self._reader.start(lambda: joined(backups_in(here), backups_in(there) if there is not None else []))

    def set_looking(self, backup: Backup, words: str, leave: Callable[[], object]) -> None:
        """What is open is this backup; `leave` leads back to the file."""
        self._looks_into = backup
        self.looking.show_backup(backup, words, leave)

    def ask_passphrase(self, backup: Backup) -> None:
        """Ask for the passphrase that the backup had."""
        self.other.ask(backup)
        self.ensureWidgetVisible(self.other)

    def say_wrong(self, sentence: str) -> None:
        """Say why the passphrase did not open it."""
        self.other.show_error(sentence)

    def wait(self) -> None:
        """Wait for what is being read or tested, and want none of it any more."""
        self._reader.forget()
        self._tester.forget()

    def test_newest(self) -> None:
        """The drill: open a copy of the newest backup, change it, check it."""
        newest = self._newest()
        if newest is None or self._tester.busy:
            return
        passphrase, folder, now = self.session.workspace.passphrase, self._keeper.folder, self._now()
        self.proof.set_tone("")
        self.proof.setText(_("Opening a copy of the backup of {when}…").format(when=when(newest.made, now)))

        def do() -> tuple[Backup, tuple[int, int]]:
            return newest, prove(newest.path, passphrase, folder)

        self._tester.start(do)

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        card = Card(self.look, _("Backups of this file"), "layers")
        self.table.setModel(self.rows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.none.sentence.setText(
            _("The program makes one by itself when you close it, and every 30 minutes while you work.")
        )
        card.add(self.none, self.table)
        works = Card(self.look, _("Does it work?"), "circle-check")
        line = _("The test opens a copy of the newest backup, changes it, takes that back, and checks all of it.")
        works.add(Words(line, "muted", wrap=True), self.proof, self.drill)
        for one in (self.looking, card, self.chosen, self.other, self.place, works):
            self.add(one)
        self.proof.hide()
        self.drill.setEnabled(False)

    def _join(self) -> None:
        self.make.clicked.connect(self._keeper.back_up)
        self.drill.clicked.connect(self.test_newest)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.chosen.look_inside_requested.connect(self.look_inside_requested)
        self.chosen.go_back_requested.connect(self.go_back_requested)
        self.other.unlock_requested.connect(self.unlock_requested)
        self.looking.go_back_requested.connect(self.go_back_requested)
        self.place.place_chosen.connect(self._keeper.back_up)
        self._keeper.begun.connect(self._tell)
        self._keeper.ended.connect(self._ended)
        self._keeper.kept.connect(self._kept)
        self._keeper.failed.connect(self._warn)
        self._reader.done.connect(self._show)
        self._reader.failed.connect(self._warn)
        self._tester.done.connect(self._proved)
        self._tester.failed.connect(self._not_proved)
        self._tester.begun.connect(lambda: self.drill.setEnabled(False))
        self._tester.ended.connect(self._ended)

    def _tell(self) -> None:
        last, busy = self._keeper.last, self._keeper.busy
        self.make.setEnabled(self._keeper.can and not busy)
        if busy:
            self.header.set_line(_("Making a backup…"))
        elif self._keeper.can and not self._keeper.works_by_itself:
            self.header.set_line(_("The invented sample is not backed up by itself. Press the button to try it."))
        elif last is None:
            self.header.set_line("", _("This file was never backed up."))
        else:
            line = _("Backed up last: {when}. It happens by itself.")
            self.header.set_line(line.format(when=when(last, self._now())))

    def _ended(self) -> None:
        if self.session.is_open:
            self._tell()
            self.drill.setEnabled(self._newest() is not None)

    def _kept(self, outcome: Outcome) -> None:
        if outcome.trouble:
            self._warn(outcome.trouble)
        if self.isVisible():
            self.refresh()

    def _show(self, rows: list[Row]) -> None:
        self.rows.show_rows(rows, self._now())
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.drill.setEnabled(self._newest() is not None)
        self._fit_table(len(rows))
        self._choose(QModelIndex())
        if rows:
            self.table.setCurrentIndex(self.rows.index(0, 0))

    def _fit_table(self, count: int) -> None:
        row = self.look.text.row
        height = self.table.horizontalHeader().sizeHint().height() + row * min(count, SHOWN_ROWS) + 4
        self.table.setFixedHeight(height)

    def _choose(self, index: QModelIndex, _before: object = None) -> None:
        row = self.rows.row_at(index.row())
        backup = row.backup if row is not None else None
        since = 0
        if backup is not None:
            try:
                since = self.session.workspace.past.count_since(backup.made)
            except Trouble:
                since = 0
        self.other.forget()
        self.chosen.show_backup(backup, since, self._now(), closed=self.closed)

    def _newest(self) -> Backup | None:
        first = (self.rows.row_at(number) for number in range(self.rows.rowCount()))
        return next((one.backup for one in first if one is not None and not one.backup.before_going_back), None)

    def _proved(self, outcome: tuple[Backup, tuple[int, int]]) -> None:
        backup, found = outcome
        line = _("The backup of {when} works: it opens, nothing in it is damaged, and it holds {content}.")
        self._say_proof(line.format(when=when(backup.made, self._now()), content=held(*found)), "ok")

    def _not_proved(self, sentence: str) -> None:
        more = _("Make a new backup, then test again.")
        self._say_proof(f"{sentence} {more}", "warn")

    def _say_proof(self, sentence: str, tone: str) -> None:
        self.proof.set_tone(tone)
        self.proof.setText(sentence)
        self.proof.show()

    def _warn(self, sentence: str) -> None:
        self.banner.say(sentence, "warn")
