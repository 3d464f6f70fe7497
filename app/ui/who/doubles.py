"""Partners who are likely the same, two at a time beside each other: made one field by field, or kept as two."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.data.doubles import merge_partners
from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.doubles import BOTH, LEFT, RIGHT, RULED, Pair, differing, joinable, likely_pairs, merged, usual_choice
from app.model.partner import Partner
from app.model.schema import specs
from app.model.tie import Tie
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.model import words
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, FlowLayout, Segmented, Words, clear


class DoublesRoom(Room):
    """Nothing is made one without being looked at, and each can be undone."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Is that the same partner?"), widest=980)
        self._pairs: list[Pair] = []
        self._put_off: set[tuple[str, str]] = set()
        self._chosen: dict[str, str] = {}
        self.card = Card(look)
        self.why = Words("", "muted", wrap=True)
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space.gap)
        self._grid.setVerticalSpacing(look.space.small_gap)
        for column, stretch in ((0, 2), (1, 4), (2, 4), (3, 0)):
            self._grid.setColumnStretch(column, stretch)
        self.same = Button(look, _("They are the same: make them one"), icon="git-merge", kind="primary")
        self.apart = Button(look, _("They are two partners"), icon="users")
        self.later = Button(look, _("Later"), icon="arrow-right")
        buttons = QWidget()
        row = FlowLayout(buttons)
        for one in (self.same, self.apart, self.later):
            row.addWidget(one)
        self.card.add(self.why, self._grid_box, buttons)
        self.none = Words(
            _("Nobody looks as if they were there twice. This looks at names, e-mail addresses and telephones."),
            "muted",
            wrap=True,
        )
        self.add(self.card)
        self.add(self.none)
        self.same.clicked.connect(self.make_one)
        self.apart.clicked.connect(self.keep_two)
        self.later.clicked.connect(self.put_off)
        for button in (self.same, self.apart):
            button.setEnabled(not self.closed)
        session.changed.connect(self._follow)

    @property
    def pair(self) -> Pair | None:
        """The two that are looked at."""
        return self._pairs[0] if self._pairs else None

    def refresh(self) -> None:
        """Look for them anew."""
        found = likely_pairs(self.session.workspace.all(Partner))
        self._pairs = [one for one in found if (one.one.id, one.other.id) not in self._put_off]
        self._chosen = {}
        pair = self.pair
        self.card.setVisible(pair is not None)
        self.none.setVisible(pair is None)
        self.header.set_line(_("{count} to look at.").format(count=len(self._pairs)) if self._pairs else "")
        clear(self._grid)
        if pair is not None:
            self.why.setText(" ".join(pair.why))
            self._fill(pair)

    def make_one(self) -> None:
        """Keep the first with what was chosen, and lead ties, steps and talks of the second to it."""
        pair = self.pair
        if pair is None or self.closed:
            return
        values = merged(pair.one, pair.other, self._chosen)
        ties = self.session.workspace.all(Tie)

        def do(edit: Edit) -> None:
            merge_partners(edit, ties, pair.one.id, pair.other.id, values)

        if not self.say_refused(self.session.edit(_("Make two partners one"), do, by=self)):
            self.say_done(
                _("“{name}” is one partner now, with the ties, steps and talks of both.").format(name=values["name"])
            )
            self.refresh()

    def keep_two(self) -> None:
        """Remember that they are two, and never ask again."""
        pair = self.pair
        if pair is None or self.closed:
            return
        apart = (*pair.one.apart, pair.other.id)
        refused = self.session.edit(
            _("Keep two partners"), lambda edit: edit.change(Partner, pair.one.id, apart=apart), by=self
        )
        if not self.say_refused(refused):
            self.refresh()

    def put_off(self) -> None:
        """Ask about these two another time."""
        pair = self.pair
        if pair is not None:
            self._put_off.add((pair.one.id, pair.other.id))
            self.refresh()

    # -- inside -------------------------------------------------------------------------------------------

    def _fill(self, pair: Pair) -> None:
        differ = set(differing(pair.one, pair.other))
        empty = Partner()
        line = 0
        self._head()
        for name, spec in specs(Partner).items():
            mine, theirs = getattr(pair.one, name), getattr(pair.other, name)
            blank = getattr(empty, name)
            if name in RULED or (mine == theirs == blank) or (mine == theirs and name not in ("name", "group")):
                continue
            line += 1
            groups = groups_in(self.session.workspace)
            label = _(spec.label)
            cells = [Words(label, "label", wrap=True)]
            cells += [Words(words(one, name, groups) or "–", wrap=True) for one in (pair.one, pair.other)]
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
            if name in differ:
                self._grid.addWidget(self._choice(pair, name, label), line, 3, Qt.AlignmentFlag.AlignTop)

    def _head(self) -> None:
        for column, text in ((1, _("Added first")), (2, _("Added later")), (3, _("Keep"))):
            self._grid.addWidget(Words(text, "strong"), 0, column)

    def _choice(self, pair: Pair, name: str, label: str) -> QWidget:
        choices = [(LEFT, _("First"), ""), (RIGHT, _("Later one"), "")]
        if joinable(name):
            choices.append((BOTH, _("Both"), ""))
        made = Segmented(self.look, _("Keep for {field}").format(field=label), choices)
        made.set_current(usual_choice(name, pair.one, pair.other))
        made.view_chosen.connect(partial(self._choose, name))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(made)
        return box

    def _choose(self, name: str, choice: str) -> None:
        self._chosen[name] = choice

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.by is not self and changes.of(Partner):
            self.refresh()
