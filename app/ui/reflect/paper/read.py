"""Filled worksheets read back in: choose a file or a folder, see by question what people wrote, and take in what is ticked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.worksheet_cards import take_in_cards
from app.data.worksheet_file import read_worksheets, worksheet_files
from app.data.workspace import Changes
from app.model.reflection import Answer, Meeting, Question
from app.model.worksheet import CardProposal, FilledSheet, LeftSheet, SheetFindings, SheetsHere, read_sheets
from app.ui.form.room import Room
from app.ui.form.work import Worker
from app.ui.reflect.paper.cards_list import CardsList
from app.ui.reflect.paper.meetings import meeting_choices
from app.ui.reflect.paper.source_card import SourceCard
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, Words, clear

SHOWN_LEFT = 30


@dataclass(frozen=True)
class _Read:
    """What stands in the files, whatever the community's file holds."""

    sheets: list[FilledSheet]
    left: list[LeftSheet]


class ReadRoom(Room):
    """Nothing comes in before the last button is pressed, and all of it is one step of undo.

    Signals: `reading_ended()` when the sheets were read, or could not be; `_counted(int, int)` is its own.
    """

    reading_ended = Signal()
    _counted = Signal(int, int)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Read filled worksheets"), widest=980, back=_("Back to Reflect"))
        self.header.set_line(_("PDFs that people have filled in. Each line becomes a card without a name."))
        self._read: _Read | None = None
        self._findings = SheetFindings()
        self._here = SheetsHere((), (), ())
        self._stopped = threading.Event()
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._say_trouble)
        self._worker.ended.connect(self.reading_ended)
        self.source = SourceCard(look, closed=self.closed)
        self.source.source_chosen.connect(self.read)
        self.source.meeting_chosen.connect(self._choose_meeting)
        self.source.stop_requested.connect(self._put_away)
        self._counted.connect(self.source.show_progress)
        self._second = self._make_second()
        self.take_drops(self.read)
        self.add(self.source)
        self.add(self._second)
        session.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Compare once more with the meetings as they stand now."""
        self.source.show_meetings(meeting_choices(self.session.workspace.all(Meeting)))
        self._compare(keep=True)

    def read(self, source: Path) -> None:
        """Look at a file, or at all PDFs of a folder; nothing comes in yet."""
        self.banner.close_message()
        self._put_away()
        self.source.say(_("Reading “{name}”…").format(name=source.name))
        counted, stopped = self._counted.emit, threading.Event()
        self._stopped = stopped
        self._worker.start(lambda: _read_all(source, counted, stopped))

    def wait(self) -> None:
        """Wait for what is being read, which stops after the file it is at."""
        self._stopped.set()
        self._worker.wait()

    def take_in(self) -> None:
        """Take in the ticked cards, all in one step of undo."""
        self.cards.settle()
        wanted = self.cards.model.wanted()
        if not wanted or self.closed:
            self.banner.say(_("Nothing is ticked. Tick what shall come in."), "info")
            return
        there = self.session.workspace.all(Answer)
        added: list[int] = []

        def do(edit: Edit) -> None:
            added.append(take_in_cards(edit, wanted, there))

        if self.say_refused(self.session.edit(_("Take worksheets in"), do, by=self)):
            return
        self._read = None
        self._show_cards()
        said = ngettext("{count} card came in.", "{count} cards came in.", added[0]).format(count=added[0])
        self.say_done(said)
        self.left.emit()

    # -- inside -------------------------------------------------------------------------------------------

    def _make_second(self) -> Card:
        card = Card(self.look, _("2. What people wrote"), "list-checks")
        self.said = Words("", wrap=True)
        self.aside = Words("", "small", wrap=True)
        ticks: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Tick all"), lambda: self.cards.model.tick(self.cards.model.all())),
            (_("Tick none"), lambda: self.cards.model.tick(())),
        )
        self._ticks = QWidget()
        flow = FlowLayout(self._ticks)
        for words, do in ticks:
            button = Button(self.look, words, kind="quiet")
            button.clicked.connect(do)
            flow.addWidget(button)
        self.cards = CardsList(self.look)
        self.cards.choice_changed.connect(self._count)
        self.cards.words_entered.connect(self._bring_words)
        self.left_words = Words(_("What brings nothing:"), "label")
        self._left = QVBoxLayout()
        self._left.setSpacing(self.look.space.tiny_gap)
        self.take = Button(self.look, _("Take in what is ticked"), icon="check", kind="primary")
        self.take.clicked.connect(self.take_in)
        self.drop = Button(self.look, _("Put the sheets away"), icon="x")
        self.drop.clicked.connect(self._put_away)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.take)
        row.addWidget(self.drop)
        card.add(self.said, self.aside, self._ticks, self.cards, self.left_words, self._left, buttons)
        return card

    def _compare(self, *, keep: bool) -> None:
        workspace = self.session.workspace
        self._here = SheetsHere(
            workspace.all(Meeting), workspace.all(Question), workspace.all(Answer), self.source.meeting.value()
        )
        self._findings = read_sheets(self._read.sheets if self._read is not None else (), self._here)
        self._show_cards(keep=keep)

    def _choose_meeting(self, _meeting: str) -> None:
        self._compare(keep=False)

    def _follow(self, changes: Changes) -> None:
        if self._read is not None and any(changes.of(kind) for kind in (Meeting, Question, Answer)):
            self.refresh()

    def _show(self, outcome: object) -> None:
        self._read = cast("_Read", outcome)
        self._compare(keep=False)

    def _say_trouble(self, sentence: str) -> None:
        self._read = None
        self._show_cards()
        self.banner.say(sentence, "warn")

    def _show_cards(self, *, keep: bool = False) -> None:
        self._second.setVisible(self._read is not None)
        self.source.ask_for_meeting(asked=self._read is not None and self._findings.unbound > 0)
        if self._read is None:
            self.source.say("")
            return
        found = self._findings
        files = len(self._read.sheets) + len(self._read.left)
        read = ngettext("{count} file was read.", "{count} files were read.", files).format(count=files)
        self.source.say(read)
        self.cards.show_cards(found.cards, self._question, keep=keep)
        self._show_left([*self._read.left, *found.left])
        self.aside.setText(_asides(found))
        self.aside.setVisible(bool(self.aside.text()))
        self._count()

    def _bring_words(self) -> None:
        """In a low window the field lies below what is seen."""
        self.ensureWidgetVisible(self.cards.words, 0, self.look.space.gap)

    def _question(self, card: CardProposal) -> str:
        asked = self._here.asked(card.question)
        words = "" if asked is None else _(asked.text) if asked.number else asked.text
        meetings = {one.meeting for one in self._findings.cards}
        if len(meetings) < 2:
            return words
        return f"{self._here.meetings[card.meeting].name or _('A meeting without a name')} · {words}"

    def _show_left(self, left: list[LeftSheet]) -> None:
        clear(self._left)
        for one in left[:SHOWN_LEFT]:
            self._left.addWidget(Words(one.why, "small", wrap=True))
        more = len(left) - SHOWN_LEFT
        if more > 0:
            words = ngettext("And {count} more.", "And {count} more.", more).format(count=more)
            self._left.addWidget(Words(words, "small"))
        self.left_words.setVisible(bool(left))

    def _count(self) -> None:
        every, wanted = self.cards.model.all(), self.cards.model.wanted()
        if every:
            words = ngettext("{ticked} of {count} card is ticked.", "{ticked} of {count} cards are ticked.", len(every))
            self.said.setText(words.format(ticked=len(wanted), count=len(every)))
        elif self._findings.before:
            self.said.setText(_("There is nothing new: all that is written there has come in before."))
        else:
            self.said.setText(_("There is nothing to take in."))
        self._ticks.setVisible(bool(every))
        self.take.setVisible(bool(every))
        self.take.setEnabled(bool(wanted) and not self.closed)

    def _put_away(self) -> None:
        self._stopped.set()
        self._worker.forget()
        self._read = None
        self._show_cards()


def _read_all(source: Path, counted: Callable[[int, int], object], stopped: threading.Event) -> _Read:
    """For a thread of its own: it uses nothing of the window but a signal."""
    files = worksheet_files(source)

    def going(done: int) -> bool:
        counted(done, len(files))
        return not stopped.is_set()

    return _Read(*read_worksheets(files, going))


def _asides(found: SheetFindings) -> str:
    said: list[str] = []
    if found.before and found.cards:
        words = ngettext("{count} card has come in before.", "{count} cards have come in before.", found.before)
        said.append(words.format(count=found.before))
    if found.copies:
        words = ngettext("{count} file is an exact copy.", "{count} files are exact copies.", found.copies)
        said.append(words.format(count=found.copies))
    unsure = sum(bool(one.unsure) for one in found.cards)
    if unsure:
        words = ngettext(
            "{count} card should be looked at first: it is not ticked.",
            "{count} cards should be looked at first: they are not ticked.",
            unsure,
        )
        said.append(words.format(count=unsure))
    return " ".join(said)
