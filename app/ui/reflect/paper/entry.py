"""Typing in handwritten worksheets as fast as one can type: sheet after sheet, without a hand leaving the keyboard.

Enter keeps a card, Tab goes to the next question, Ctrl+Enter to the next sheet, the up arrow takes the last card back to
change it, and a number alone is the box that was ticked. Each card is on the disk at once.
"""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.reflection import Answer, Asked, Meeting, Question, asked_in
from app.model.worksheet import next_order
from app.ui.form.room import Room
from app.ui.reflect.paper.card_entry import CardEntry
from app.ui.reflect.paper.meetings import meeting_choices
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card, ChoiceField, Words, clear

SHOWN = 12


class EntryRoom(Room):
    """The sheets of one meeting after the other; which card came from which sheet is not kept."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Type in handwritten sheets"), back=_("Back to Reflect"))
        self.header.set_line(
            _("Enter keeps a card. Tab: next question. Ctrl+Enter: next sheet. Up: change the last card. Escape: back.")
        )
        self._asked: list[Asked] = []
        self._at, self.sheet, self.count = 0, 1, 0
        # The cards of this question on this sheet, and the one that was taken back to be changed.
        self._here: list[str] = []
        self._changing = ""
        self.meeting = ChoiceField(look, _("Meeting"), ())
        self.meeting.edited.connect(self._begin)
        self.where = Words("", "muted", wrap=True)
        self.question = Words("", "heading", wrap=True)
        self.hint = Words("", "small", wrap=True)
        self.entry = CardEntry()
        self.entry.setEnabled(not self.closed)
        self.tally = Words("", "small", wrap=True)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(look.space.tiny_gap)
        card = Card(look)
        card.add(self.meeting, self.where, self.question, self.hint, self.entry, self._kept, self.tally)
        self.add(card)
        self.entry.kept.connect(self.keep)
        self.entry.next_question_requested.connect(lambda: self.turn(1))
        self.entry.question_before_requested.connect(lambda: self.turn(-1))
        self.entry.next_sheet_requested.connect(self.next_sheet)
        self.entry.last_requested.connect(self._take_back)
        # Whoever leaves with a card half typed has typed it.
        self.left.connect(self.keep)
        session.changed.connect(self._follow)
        self.refresh()

    # -- what others ask ----------------------------------------------------------------------------------

    def show_meeting(self, meeting: str) -> None:
        """Type in the sheets of this meeting."""
        self.meeting.set_value(meeting)
        self._begin()

    def refresh(self) -> None:
        """Read meetings and questions anew, and stay where it was."""
        workspace = self.session.workspace
        self.meeting.set_choices(meeting_choices(workspace.all(Meeting)))
        found = workspace.get(Meeting, self.meeting.value())
        self._asked = asked_in(found, workspace.all(Question)) if found is not None else []
        self._at = max(0, min(self._at, len(self._asked) - 1))
        self._show()

    def keep(self) -> bool:
        """Keep what is typed as a card; whether nothing stood in the way."""
        words, asked = self.entry.text().strip(), self._current()
        if not words or asked is None or self.closed:
            return True
        words = _ticked(words, asked)
        kept: list[str] = []

        def do(edit: Edit) -> None:
            if self._changing and edit.get(Answer, self._changing) is not None:
                edit.change(Answer, self._changing, words=words)
                return
            meeting = self.meeting.value()
            order = next_order(self.session.workspace.all(Answer), meeting, asked.key)
            kept.append(edit.add(Answer(meeting=meeting, question=asked.key, words=words, order=order)).id)

        label = _("Change a card") if self._changing else _("Type in a card")
        if self.say_refused(self.session.edit(label, do, by=self)):
            return False
        self.banner.close_message()
        self._changing = ""
        self._here += kept
        self.count += len(kept)
        self.entry.empty()
        self._show()
        return True

    def turn(self, step: int) -> None:
        """Go to the next question of this sheet, or the one before; what is typed is kept first."""
        if not self.keep():
            return
        to = self._at + step
        if to < 0:
            self.entry.leave_backwards()
        elif to >= len(self._asked):
            self.banner.say(_("That was the last question. Ctrl+Enter begins the next sheet."), "info")
        else:
            self._go_to(to)

    def next_sheet(self) -> None:
        """Begin the next sheet at its first question."""
        if self.keep():
            self.sheet += 1
            self._go_to(0)

    # -- Qt -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the line at once."""
        super().showEvent(event)
        self.entry.setFocus()

    # -- inside -------------------------------------------------------------------------------------------

    def _begin(self, _meeting: object = None) -> None:
        self.sheet, self.count = 1, 0
        self._go_to(0)
        self.entry.setFocus()

    def _go_to(self, at: int) -> None:
        self.banner.close_message()
        self._at, self._here, self._changing = at, [], ""
        self.refresh()

    def _current(self) -> Asked | None:
        return self._asked[self._at] if self._asked else None

    def _take_back(self) -> None:
        """Put the last card of this question on this sheet into the line."""
        for card_id in reversed(self._here):
            found = self.session.workspace.get(Answer, card_id)
            if found is not None:
                self._changing = card_id
                self.entry.begin_with(found.words)
                return

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.by is not self:
            self.refresh()

    def _show(self) -> None:
        asked = self._current()
        self.entry.setVisible(asked is not None)
        self.meeting.setVisible(bool(self.meeting.value()))
        if asked is None:
            self.where.setText("")
            self.question.setText(_("There is nothing to type in yet."))
            self.hint.setText(_("Begin a meeting in Reflect and choose its questions first."))
            self.tally.setText("")
            clear(self._kept)
            return
        place = _("Sheet {sheet} · question {number} of {count}")
        self.where.setText(place.format(sheet=self.sheet, number=self._at + 1, count=len(self._asked)))
        words = _(asked.text) if asked.number else asked.text
        self.question.setText(words)
        self.hint.setText(_boxes(asked))
        self.hint.setVisible(bool(self.hint.text()))
        self.entry.setAccessibleName(words)
        self.entry.setAccessibleDescription(self.hint.text())
        self._show_kept()

    def _show_kept(self) -> None:
        clear(self._kept)
        found = [self.session.workspace.get(Answer, one) for one in self._here]
        cards = [one for one in found if one is not None]
        for one in cards[-SHOWN:]:
            self._kept.addWidget(Words(f"• {one.words}", wrap=True))
        said = ngettext("{count} card typed in so far.", "{count} cards typed in so far.", self.count)
        self.tally.setText(said.format(count=self.count))


def _boxes(asked: Asked) -> str:
    boxes = [_("{number} {words}").format(number=number, words=_(one)) for number, one in enumerate(asked.examples, 1)]
    return _("Ticked boxes, by their number: {boxes}").format(boxes=" · ".join(boxes)) if boxes else ""


def _ticked(words: str, asked: Asked) -> str:
    """A number alone stands for the box that was ticked."""
    number = int(words) if words.isascii() and words.isdecimal() and len(words) == 1 else 0
    return _(asked.examples[number - 1]) if 1 <= number <= len(asked.examples) else words
