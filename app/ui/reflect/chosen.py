"""Beside the table: the chosen card, what it may become, and what came of it with the way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.reflection import BRINGS
from app.model.becoming import becomings
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Answer
from app.model.schema import specs
from app.model.search import SearchHit
from app.ui.form.record_form import RecordForm
from app.ui.names import Names
from app.ui.reflect.leading import Leading
from app.ui.reflect.words import outcomes
from app.ui.theme import Look
from app.ui.widgets import Button, Card, ChoiceField, FlowLayout, IconButton, PressRow, Words, clear

Find = Callable[[str], Sequence[SearchHit]]
MOST_PAGES = 5


class ChosenCard(Card):
    """Signals: `become_requested(str, str)` with a sort and the card, `open_requested(str, str)`."""

    become_requested = Signal(str, str)
    open_requested = Signal(str, str)

    def __init__(self, look: Look, leading: Leading, names: Names, find_pages: Find) -> None:
        super().__init__(look, _("The chosen card"), "sticky-note")
        self._leading, self._names, self._find = leading, names, find_pages
        self._id, self._drawn = "", ""
        self._closed = leading.session.workspace.read_only
        self.hint = Words(
            _("Choose a card: then you can group it, give it dots, and make a step or a partner of it."),
            "muted",
            wrap=True,
        )
        self.words = Words("", "strong", wrap=True)
        self._dots = QWidget()
        self._lay_dots()
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._choice = QVBoxLayout()
        self._outcome = QVBoxLayout()
        for layout in (self._choice, self._outcome):
            layout.setSpacing(look.space.tiny_gap)
        self.form = RecordForm(look, leading.session, Item, (("", ("lead", "by")),), _("Change step"), self._people)
        self.add(self.hint, self.words, self._dots, self._buttons, self._choice, self._outcome, self.form)
        self.show_card(None)

    def show_card(self, answer: Answer | None) -> None:
        """Show a card, or how to choose one."""
        chosen = answer is not None
        for one in (self.words, self._dots, self._buttons):
            one.setVisible(chosen)
        self._dots.setEnabled(not self._closed)
        self._buttons.setEnabled(not self._closed)
        self.hint.setVisible(not chosen)
        if answer is None or answer.id != self._id:
            clear(self._choice)
        self._id = answer.id if answer is not None else ""
        self._show_buttons()
        self._show_outcome(answer)
        if answer is not None:
            self.words.setText(answer.words)
            self._count.setText(str(answer.dots or 0))

    def ask_page(self, answer: Answer) -> None:
        """Offer the pages of the toolkit that speak of it."""
        clear(self._choice)
        found = [one for one in self._find(answer.words) if one.kind == "page"]
        if not found:  # all words together may be in no page, one of them is
            words = sorted(answer.words.split(), key=len, reverse=True)
            found = next((hits for word in words[:4] if (hits := list(self._find(word)))), list[SearchHit]())
        found = found[:MOST_PAGES]
        self._choice.addWidget(Words(_("Which page?") if found else _("No page speaks of it."), "label"))
        for hit in found:
            row = PressRow(self.look, hit.title, "book-open")
            row.clicked.connect(partial(self._take_page, hit.id))
            self._choice.addWidget(row)
        if found:
            first = self._choice.itemAt(1)
            widget = first.widget() if first is not None else None
            if widget is not None:
                widget.setFocus()

    def ask_bringer(self, answer: Answer) -> None:
        """Ask whose it is, and under what it is noted."""
        clear(self._choice)
        who = ChoiceField(self.look, _("Who brings it?"), [("", _("Choose a partner")), *self._people("partner")])
        fields = [(name, _(specs(Partner)[name].label)) for name in BRINGS]
        what = ChoiceField(self.look, _("What is it?"), fields)
        note = Button(self.look, _("Note it"), "check")
        note.clicked.connect(lambda: self._take_bringer(who.value(), what.value()))
        for one in (who, what, note):
            self._choice.addWidget(one)
        who.setFocus()

    # -- inside --------------------------------------------------------------------------------------------

    def _lay_dots(self) -> None:
        row = QHBoxLayout(self._dots)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space.tiny_gap)
        self._count = Words("0", "strong")
        less = IconButton(self.look, "minus", _("Take a dot back (−)"), kind="small")
        more = IconButton(self.look, "plus", _("Give a dot (+)"), kind="small")
        less.clicked.connect(lambda: self._leading.add_dots(self._id, -1))
        more.clicked.connect(lambda: self._leading.add_dots(self._id, 1))
        for one in (Words(_("Dots"), "small"), less, self._count, more):
            row.addWidget(one)
        row.addStretch(1)

    def _show_buttons(self) -> None:
        question = self._leading.question
        leads = question.leads if question is not None else ""
        if leads == self._drawn and self._flow.count():
            return
        self._drawn = leads
        clear(self._flow)
        for one in becomings(leads):
            button = Button(self.look, _("{what} ({key})").format(what=_(one.text), key=one.key), one.icon)
            button.clicked.connect(partial(self._become, one.sort))
            self._flow.addWidget(button)

    def _become(self, sort: str, _checked: bool = False) -> None:
        if self._id:
            self.become_requested.emit(sort, self._id)

    def _show_outcome(self, answer: Answer | None) -> None:
        clear(self._outcome)
        workspace = self._leading.session.workspace
        found = outcomes(workspace, self._names, answer) if answer is not None else []
        if answer is not None and answer.agreed:
            self._outcome.addWidget(Words(_("We agreed on it."), "small", wrap=True))
        if found:
            self._outcome.addWidget(Words(_("What came of it"), "label"))
        for kind, thing, words in found:
            row = PressRow(self.look, words, "arrow-right")
            row.clicked.connect(partial(self._open, kind, thing))
            self._outcome.addWidget(row)
        steps = [thing for kind, thing, _words in found if kind == "item"]
        item = workspace.get(Item, steps[-1]) if steps else None
        shown = item is not None and item.level == "action"
        self.form.show_record(item if shown else None)
        self.form.setVisible(shown)

    def _open(self, kind: str, thing: str, _checked: bool = False) -> None:
        self.open_requested.emit(kind, thing)

    def _people(self, kind: str) -> Sequence[tuple[str, str]]:
        people = self._leading.session.workspace.all(Partner)
        found = [(one.id, self._names.of(one)) for one in people]
        return sorted(found, key=lambda one: one[1].casefold())

    def _take_page(self, page: str, _checked: bool = False) -> None:
        clear(self._choice)
        self._leading.mark_page(self._id, page)

    def _take_bringer(self, partner_id: str, field: str) -> None:
        if partner_id:
            clear(self._choice)
            self._leading.bring(self._id, partner_id, field)
