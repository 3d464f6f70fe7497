"""Leading a meeting: where it stands, and what is done with the cards. Page and wall both show one of these."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, Signal

from app.data import reflection
from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.mark import Mark
from app.model.reflection import Answer, Asked, Meeting, Question, answers_to, asked_in
from app.model.trouble import Trouble
from app.ui.reflect.entry import HEAD, PILE, REWORD
from app.ui.session import Session

SAFETY, BREAK, CLOSE = "safety", "break", "close"
# Half-typed words are on the disk this long after they were typed, also while the typing goes on.
DRAFT_MS = 1_200


@dataclass(frozen=True)
class Other:
    """Other words, half typed: at which question, for what (see CardEntry), and for which card or pile."""

    at: str
    mode: str
    target: str
    words: str

    @classmethod
    def read(cls, text: str) -> Other | None:
        """As it was kept; None where nothing was, or something else."""
        try:
            values = json.loads(text)
        except ValueError:
            return None
        match values:
            case [str(at), str(mode), str(target), str(words)] if mode in (REWORD, PILE, HEAD):
                return cls(at, mode, target, words)
            case _:
                return None

    def kept(self) -> str:
        """As it is kept."""
        return json.dumps([self.at, self.mode, self.target, self.words])


class Leading(QObject):
    """Signals: `moved()` when it stands elsewhere, `changed()` when cards or questions are others now, `typed(str)` for each
    letter of the card that is being written, `said(str, str)` with a sentence and its tone.
    """

    moved = Signal()
    changed = Signal()
    typed = Signal(str)
    said = Signal(str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.meeting = Meeting()
        self.at = SAFETY
        self.asked: list[Asked] = []
        self.draft = ""
        self.other: Other | None = None
        self._before_break = SAFETY
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(DRAFT_MS)
        self._writing.timeout.connect(self.keep_draft)
        session.changed.connect(self._follow)

    # -- where it stands -----------------------------------------------------------------------------------

    def open(self, meeting_id: str, at: str = "") -> bool:
        """Lead this meeting, from where it stood last; False when it is gone."""
        self.keep_draft()
        found = self.session.workspace.get(Meeting, meeting_id)
        self.meeting = found or Meeting()
        self._read_questions()
        wanted = at or (self._kept("at") if found is not None else "")
        self.at = wanted if wanted in self.stops() else SAFETY
        self._take_draft()
        self._take_other()
        self.moved.emit()
        return found is not None

    def stops(self) -> list[str]:
        """Where it can stand: the safety words, each question, the close."""
        return [SAFETY, *(one.key for one in self.asked), CLOSE]

    @property
    def question(self) -> Asked | None:
        """The question that it stands at, or None."""
        return next((one for one in self.asked if one.key == self.at), None)

    def place_in_words(self) -> str:
        """ "Question 3 of 9"; empty elsewhere."""
        keys = [one.key for one in self.asked]
        if self.at not in keys:
            return ""
        return _("Question {number} of {all}").format(number=keys.index(self.at) + 1, all=len(keys))

    def go_to(self, at: str) -> None:
        """Stand elsewhere."""
        if at == self.at or at not in (*self.stops(), BREAK):
            return
        self.keep_draft()
        if at == BREAK:
            self._before_break = self.at
        else:
            self._keep("at", at)
        self.at = at
        self._take_draft()
        self.moved.emit()

    def step(self, by: int) -> None:
        """Go on, or back. A break ends where it began."""
        if self.at == BREAK:
            self.go_to(self._before_break)
            return
        stops = self.stops()
        target = stops.index(self.at) + by
        if 0 <= target < len(stops):
            self.go_to(stops[target])

    def turn_break(self) -> None:
        """Begin a break, or end it."""
        self.go_to(self._before_break if self.at == BREAK else BREAK)

    # -- the cards -----------------------------------------------------------------------------------------

    def cards(self) -> list[Answer]:
        """The cards of the question that it stands at, in their order."""
        return answers_to(self.session.workspace.all(Answer), self.meeting.id, self.at)

    def card(self, answer_id: str) -> Answer | None:
        """One of them, or None."""
        return next((one for one in self.cards() if one.id == answer_id), None)

    def add(self, words: str, pile: str = "") -> bool:
        """A new card, on the disk when this returns; False when it was refused, and then the words are still a draft."""
        cards = self.cards()

        def do(edit: Edit) -> None:
            reflection.add_answer(edit, self.meeting.id, self.at, words, cards, pile)

        done = self._do(_("Add answer"), do)
        if done:
            self.draft = ""
            self.keep_draft()
        return done

    def reword(self, answer_id: str, words: str) -> bool:
        """Other words on a card."""
        return self._do(_("Change answer"), lambda edit: edit.change(Answer, answer_id, words=words))

    def remove(self, answer_id: str) -> bool:
        """Take a card away; what came of it stays."""
        return self._do(_("Remove answer"), lambda edit: edit.remove(Answer, answer_id))

    def lay_in(self, answer_id: str, pile: str) -> bool:
        """Lay a card into a pile by its name, or on its own."""
        return self._do(_("Group answers"), lambda edit: reflection.lay_in(edit, answer_id, pile))

    def lay_on(self, answer_id: str, target_id: str) -> bool:
        """Lay a card on another."""
        cards = self.cards()
        if answer_id == target_id or not {answer_id, target_id} <= {one.id for one in cards}:
            return False
        return self._do(_("Group answers"), lambda edit: reflection.lay_on(edit, cards, answer_id, target_id))

    def rename_pile(self, pile: str, name: str) -> bool:
        """Call a pile otherwise."""
        cards = self.cards()
        return self._do(_("Rename pile"), lambda edit: reflection.rename_pile(edit, cards, pile, name))

    def move(self, answer_id: str, steps: int) -> bool:
        """Move a card among those of its pile."""
        cards = self.cards()
        return self._do(_("Move answer"), lambda edit: reflection.move_answer(edit, cards, answer_id, steps))

    def add_dots(self, answer_id: str, by: int) -> bool:
        """Give a card a dot, or take one back."""
        label = _("Give a dot") if by > 0 else _("Take a dot back")
        return self._do(label, lambda edit: reflection.add_dots(edit, answer_id, by))

    def become(self, sort: str, answer_id: str) -> bool:
        """Make of a card what `sort` says (see app.model.becoming); False when it was refused."""
        deeds: dict[str, tuple[str, Callable[[Edit], object]]] = {
            "step": (_("Make a step of an answer"), lambda edit: reflection.make_step(edit, answer_id)),
            "partner": (_("Make a partner of an answer"), lambda edit: reflection.make_partner(edit, answer_id)),
            "agreement": (_("Agree on an answer"), lambda edit: reflection.agree(edit, answer_id)),
            "number": (_("Make a number of an answer"), lambda edit: reflection.make_number(edit, answer_id)),
            "join": (_("Plan the steps"), lambda edit: reflection.ask_committee(edit, answer_id)),
            "start": (_("Plan the steps"), lambda edit: reflection.start_committee(edit, answer_id)),
        }
        label, do = deeds[sort]
        return self._do(label, do)

    def mark_page(self, answer_id: str, page: str) -> bool:
        """A page of the toolkit answers a card."""
        marks = self.session.workspace.all(Mark)
        return self._do(_("Mark a page to read"), lambda edit: reflection.mark_page(edit, answer_id, page, marks))

    def bring(self, answer_id: str, partner_id: str, field: str) -> bool:
        """A card is what a partner brings."""
        label = _("Note what somebody brings")
        return self._do(label, lambda edit: reflection.bring(edit, answer_id, partner_id, field))

    # -- half-typed words ----------------------------------------------------------------------------------

    def type(self, words: str) -> None:
        """Somebody types a card: each whole word is on the disk at once, half a one soon, and all of it on the wall."""
        if words == self.draft:
            return
        self.draft = words
        if words[-1:].isspace():
            self.keep_draft()  # a word is done: the power may go now
        elif not self._writing.isActive():
            self._writing.start()
        self.typed.emit(words)

    def type_other(self, words: str, mode: str, target: str) -> None:
        """Somebody types other words for a card or pile (see CardEntry); they are on the disk as soon as those of a new card."""
        self.other = Other(self.at, mode, target, words) if mode else None
        if self.other is None:
            self._forget_other()
        elif words[-1:].isspace():
            self.keep_draft()
        elif not self._writing.isActive():
            self._writing.start()

    def keep_draft(self) -> None:
        """Put the half-typed words on the disk now."""
        self._writing.stop()
        if self.meeting.id and self.session.is_open:
            self._keep(f"draft:{self.at}", self.draft)
            if self.other is not None:
                self._keep("other", self.other.kept())

    def _take_draft(self) -> None:
        self.draft = self._kept(f"draft:{self.at}") if self.meeting.id else ""
        cards = self.cards()
        # The power went between the card and the draft: it is on the table already.
        if cards and cards[-1].words == self.draft.strip():
            self.draft = ""

    def _take_other(self) -> None:
        kept = self._kept("other") if self.meeting.id else ""
        found = Other.read(kept)
        self.other = found if found is not None and self._is_there(found) else None
        if kept and self.other is None:
            self._forget_other()

    def _forget_other(self) -> None:
        if self.meeting.id and self.session.is_open:
            self._keep("other", "")

    def _is_there(self, other: Other) -> bool:
        answers = answers_to(self.session.workspace.all(Answer), self.meeting.id, other.at)
        return any(other.target in (one.id, one.pile) for one in answers)

    # -- inside --------------------------------------------------------------------------------------------

    def _do(self, label: str, do: Callable[[Edit], object]) -> bool:
        refused = self.session.edit(label, do, by=self)
        if refused is not None:
            self.said.emit(str(refused), "warn")
        return refused is None

    def _keep(self, what: str, text: str) -> None:
        try:
            self.session.workspace.unfinished.keep(f"{self.meeting.id}:{what}", text)
        except Trouble as trouble:
            self.said.emit(str(trouble), "warn")

    def _kept(self, what: str) -> str:
        return self.session.workspace.unfinished.read(f"{self.meeting.id}:{what}")

    def _read_questions(self) -> None:
        workspace = self.session.workspace
        answered = {one.question for one in workspace.all(Answer) if one.meeting == self.meeting.id}
        # What was answered is shown, even when the question was taken off the list since.
        known = dict.fromkeys((*self.meeting.asks, *sorted(answered)))
        self.asked = asked_in(replace(self.meeting, asks=tuple(known)), workspace.all(Question))

    def _follow(self, changes: Changes) -> None:
        if not self.meeting.id:
            return
        if changes.of(Meeting) or changes.of(Question):
            self.meeting = self.session.workspace.get(Meeting, self.meeting.id) or Meeting()
            self._read_questions()
            if self.at not in (*self.stops(), BREAK):
                self.at = SAFETY
                self.moved.emit()
        self.changed.emit()
