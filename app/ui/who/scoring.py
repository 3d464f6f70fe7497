"""Judging interest and influence together in a meeting: one partner at a time in large type, hands counted, nobody named."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.partner import INVOLVED, Partner
from app.model.scoring import MARKS, Hands
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, FlowLayout, Words

CLOSER = ("lived-experience", "youth")


class ScoringRoom(Room):
    """The outcome alone is kept. `name_of` says what a partner is called here."""

    def __init__(self, look: Look, session: Session, name_of: Callable[[Partner], str]) -> None:
        super().__init__(look, session, _("Judge together"))
        self.header.set_line(
            _("Ask the room, count hands for each mark, and go on. Only the middle is kept, never who said what.")
        )
        self._name_of = name_of
        self._queue: list[str] = []
        self._at = 0
        self.card = Card(look)
        self.place = Words("", "small")
        self.name = Words("", "title", wrap=True)
        self.role = Words("", "muted", wrap=True)
        self.closer = Words(
            _("Much interest and little influence is a reason to bring them closer, never to watch over them."),
            "small",
            wrap=True,
        )
        little, much = _("1 is very little, 5 is very much."), _("1 is hardly any, 5 is very much.")
        self.interest = HandsRow(look, _("How much does this matter to them?"), little)
        self.influence = HandsRow(look, _("How much can they move here?"), much)
        self.card.add(self.place, self.name, self.role, self.closer, self.interest, self.influence)
        self.keep = Button(look, _("Keep and go on"), icon="check", kind="primary")
        self.skip = Button(look, _("Next without keeping"), icon="arrow-right")
        self.before = Button(look, _("Back one"), icon="arrow-left")
        buttons = QWidget()
        row = FlowLayout(buttons)
        for one in (self.keep, self.skip, self.before):
            row.addWidget(one)
        self.card.add(buttons)
        keys = _(
            "Keys: 1 to 5 raise a hand · Backspace takes the last one back · Tab: next question · Ctrl+Enter: keep"
        )
        self.card.add(Words(keys, "small", wrap=True))
        self.none = Words(_("There is nobody to judge yet. Add partners first."), "muted", wrap=True)
        self.add(self.card)
        self.add(self.none)
        self.keep.setEnabled(not self.closed)
        self.keep.clicked.connect(self.keep_marks)
        self.skip.clicked.connect(lambda: self._go(1))
        self.before.clicked.connect(lambda: self._go(-1))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.keep_marks)

    def refresh(self) -> None:
        """Begin with those whom nobody has judged, in the order in which they came."""
        people = [one for one in self.session.workspace.all(Partner) if one.involvement in INVOLVED]
        people.sort(key=lambda one: (one.interest is not None and one.influence is not None, one.id))
        self._queue = [one.id for one in people]
        self._at = 0
        self._show()

    def names_changed(self) -> None:
        """Stay with the one who is judged."""
        self._show()

    def keep_marks(self) -> None:
        """Keep the middle of the hands, and go on; a question without hands keeps what was there."""
        partner = self._partner()
        if partner is None or self.closed:
            return
        marks = {"interest": self.interest.hands.middle, "influence": self.influence.hands.middle}
        values = {name: mark for name, mark in marks.items() if mark is not None}
        if not values:
            self.banner.say(_("Nobody has raised a hand yet. Press a mark for each hand."), "info")
            return
        refused = self.session.edit(
            _("Judge together"), lambda edit: edit.change(Partner, partner.id, **values), by=self
        )
        if not self.say_refused(refused):
            self.banner.close_message()
            self._go(1)

    # -- inside -------------------------------------------------------------------------------------------

    def _partner(self) -> Partner | None:
        return self.session.workspace.get(Partner, self._queue[self._at]) if self._at < len(self._queue) else None

    def _go(self, by: int) -> None:
        self._at = max(0, min(len(self._queue), self._at + by))
        self._show()

    def _show(self) -> None:
        partner = self._partner()
        self.card.setVisible(partner is not None)
        self.none.setVisible(partner is None)
        if partner is None:
            done = _("That was the last one. Go back to the grid to see where everybody is.")
            self.none.setText(done if self._queue else _("There is nobody to judge yet. Add partners first."))
            return
        self.place.setText(_("{number} of {all}").format(number=self._at + 1, all=len(self._queue)))
        self.name.setText(self._name_of(partner))
        said = (partner.role, partner.organisation)
        self.role.setText(" · ".join(one for one in said if one and one != self.name.text()))
        self.role.setVisible(bool(self.role.text()))
        self.closer.setVisible(partner.group in CLOSER)
        self.interest.start(partner.interest)
        self.influence.start(partner.influence)
        self.before.setEnabled(self._at > 0)
        self.interest.setFocus(Qt.FocusReason.OtherFocusReason)


class HandsRow(QWidget):
    """One question with five marks; each press is one hand. Signal: `hands_changed()`."""

    hands_changed = Signal()

    def __init__(self, look: Look, question: str, hint: str) -> None:
        super().__init__()
        self._question = question
        self.hands = Hands()
        self._raised: list[int] = []
        self._before: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(question)
        self.marks = [Button(look, "") for _mark in range(MARKS)]
        self.less = Button(look, _("One hand less"), icon="undo-2", kind="quiet")
        self.outcome = Words("", "strong", wrap=True)
        box = QWidget()
        row = FlowLayout(box)
        for mark, button in enumerate(self.marks, start=1):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumWidth(look.px(96))
            button.clicked.connect(partial(self.raise_hand, mark))
            row.addWidget(button)
        row.addWidget(self.less)
        self.less.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.less.clicked.connect(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        column.setSpacing(look.space.tiny_gap)
        column.addWidget(Words(question, "heading", wrap=True))
        column.addWidget(Words(hint, "small", wrap=True))
        column.addWidget(box)
        column.addWidget(self.outcome)
        self.start(None)

    def start(self, before: int | None) -> None:
        """Begin anew; `before` is the mark that is kept now."""
        self.hands, self._before = Hands(), before
        self._raised.clear()
        self._tell()

    def raise_hand(self, mark: int, _checked: bool = False) -> None:
        """Count one hand for a mark."""
        self.hands = self.hands.raised(mark)
        self._raised.append(mark)
        self._tell()

    def take_back(self) -> None:
        """Take the last hand back."""
        if self._raised:
            self.hands = self.hands.lowered(self._raised.pop())
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digits raise a hand."""
        if event.text() in tuple("12345"):
            self.raise_hand(int(event.text()))
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        for mark, (button, count) in enumerate(zip(self.marks, self.hands.counts, strict=True), start=1):
            hands = ngettext("{count} hand", "{count} hands", count).format(count=count)
            button.set_text(f"{mark}  ·  {hands}" if count else str(mark))
            button.setAccessibleName(_("Mark {mark}: {hands}").format(mark=mark, hands=hands))
        self.less.setEnabled(bool(self._raised))
        middle = self.hands.middle
        if middle is None:
            kept = _("Kept now: {mark}. ").format(mark=self._before) if self._before is not None else ""
            self.outcome.setText(kept + _("No hands yet."))
        elif self.hands.far_apart:
            self.outcome.setText(
                _("The middle is {mark}, but people see it very differently. Ask one of each side why.").format(
                    mark=middle
                )
            )
        else:
            self.outcome.setText(_("The middle is {mark}.").format(mark=middle))
        self.setAccessibleDescription(self.outcome.text())
        self.hands_changed.emit()
