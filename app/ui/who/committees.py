"""Committees: what is there already, who sits on it, whether it would take this on, and the steps to join or start one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.committees import KNOWN, PAGE, SITS, Known, Steps, committees, joining, members, starting
from app.model.item import Item
from app.model.origin import Origin
from app.model.partner import TAKES_ON, Partner
from app.model.tie import Tie
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, ChoiceField, FlowLayout, IconButton, PressRow, Words, clear


class CommitteesRoom(Room):
    """Signal: `open_requested(str, str)`. `name_of` says what a partner is called here."""

    open_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session, name_of: Callable[[Partner], str]) -> None:
        super().__init__(look, session, _("Join or start a committee"))
        self.header.set_line(
            _(
                "The toolkit’s advice: look first whether a committee is there that would take this on. If none would, start one."
            )
        )
        self._name_of = name_of
        first = Card(look, _("1. What is there already?"), "search")
        first.add(Words(_("These are often found in BC. Say which of them are near you, and add others."), wrap=True))
        self._known = QVBoxLayout()
        self._known.setSpacing(look.space.small_gap)
        first.add(self._known)
        self.another = Button(look, _("Add another committee"), icon="plus")
        self.another.clicked.connect(lambda: self.add_committee(_("New committee"), ""))
        page = PressRow(look, _("What the toolkit says about committees"), "book-open")
        page.clicked.connect(lambda: self.open_requested.emit("page", PAGE))
        first.add(self.another, page)
        second = Card(look, _("2. Would one of them take this on?"), "users-round")
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space.gap)
        second.add(self._list)
        third = Card(look, _("3. If none would: start one"), "flag")
        third.add(Words(_("Five steps go into the plan. They can be changed there like any other."), wrap=True))
        self.start = Button(look, _("Plan to start a committee"), icon="list-plus")
        self.start.clicked.connect(lambda: self.plan_steps(starting()))
        third.add(self.start)
        for one in (self.another, self.start):
            one.setVisible(not self.closed)
        for card in (first, second, third):
            self.add(card)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show the committees as they stand."""
        workspace = self.session.workspace
        people = {one.id: one for one in workspace.all(Partner)}
        found = committees(people.values())
        ties = workspace.all(Tie)
        clear(self._known)
        for one in KNOWN:
            self._known.addWidget(self._known_row(one))
        clear(self._list)
        for committee in found:
            self._list.addWidget(self._committee(committee, members(committee.id, ties), people))
        if not found:
            self._list.addWidget(Words(_("No committee is in the circle yet."), "muted", wrap=True))

    def add_committee(self, name: str, group: str) -> None:
        """Put a committee into the circle."""
        made: list[Partner] = []
        origin = Origin("page", PAGE).kept()
        committee = Partner(name=name, form="committee", group=group, origin=origin)
        refused = self.session.edit(_("Add committee"), lambda edit: made.append(edit.add(committee)))
        if self.say_refused(refused):
            return
        self.message_requested.emit(
            _("“{name}” is in the circle. Its name can be changed there.").format(name=name),
            "ok",
            (_("Show it"), lambda: self.open_requested.emit("partner", made[0].id)),
        )

    def plan_steps(self, steps: Steps) -> None:
        """Put the steps into the plan, below a goal of their own, all in one step of undo."""
        origin = Origin("page", PAGE).kept()
        made: list[Item] = []

        def do(edit: Edit) -> None:
            made.append(edit.add(Item(what=steps.goal, level="goal", origin=origin)))
            for what in steps.steps:
                edit.add(Item(what=what, parent=made[0].id, origin=origin))

        if self.say_refused(self.session.edit(_("Plan the steps"), do)):
            return
        sentence = _("{count} steps are in the plan, without lead and day so far.").format(count=len(steps.steps))
        show = (_("Show them"), lambda: self.open_requested.emit("item", made[0].id))
        self.message_requested.emit(sentence, "ok", show)

    # -- inside -------------------------------------------------------------------------------------------

    def _known_row(self, known: Known) -> QWidget:
        name = _(known.name)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(name, "strong", wrap=True))
        words.addWidget(Words(_(known.about), "small", wrap=True))
        row.addLayout(words, 1)
        if not self.closed:
            here = Button(self.look, _("We have one"), icon="plus", kind="quiet")
            here.setAccessibleName(_("We have one: {name}").format(name=name))
            here.clicked.connect(lambda: self.add_committee(name, known.group))
            row.addWidget(here)
        return box

    def _committee(self, committee: Partner, sitting: dict[str, str], people: dict[str, Partner]) -> QWidget:
        box = Card(self.look, tone="raised")
        name = PressRow(self.look, committee.name, "hexagon")
        name.clicked.connect(lambda: self.open_requested.emit("partner", committee.id))
        takes = ChoiceField(self.look, _("Would it take this on?"), [(one.key, _(one.label)) for one in TAKES_ON])
        takes.set_value(committee.takes_on)
        takes.set_read_only(self.closed)
        takes.edited.connect(partial(self._say_takes, committee.id))
        box.add(name, takes, Words(_("Who sits on it"), "label"), self._members(committee, sitting, people))
        if not self.closed:
            box.add(self._seat(committee, sitting, people))
            join = Button(self.look, _("Plan to ask it"), icon="list-plus")
            join.setAccessibleName(_("Plan to ask: {name}").format(name=committee.name))
            join.clicked.connect(lambda: self.plan_steps(joining(committee.name)))
            box.add(join)
        return box

    def _members(self, committee: Partner, sitting: dict[str, str], people: dict[str, Partner]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for partner_id, tie_id in sitting.items():
            if partner_id not in people:
                continue
            name = self._name_of(people[partner_id])
            chip = QWidget()
            row = QHBoxLayout(chip)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            row.addWidget(Words(name))
            if not self.closed:
                gone = IconButton(self.look, "x", _("{name} does not sit on it").format(name=name), kind="small")
                gone.clicked.connect(partial(self._unseat, tie_id))
                row.addWidget(gone)
            flow.addWidget(chip)
        if not sitting:
            flow.addWidget(Words(_("Nobody of the circle, as far as we know."), "muted"))
        return box

    def _seat(self, committee: Partner, sitting: dict[str, str], people: dict[str, Partner]) -> QWidget:
        free = [one for one in people.values() if one.id not in sitting and one.id != committee.id]
        names = sorted(((one.id, self._name_of(one)) for one in free), key=lambda one: one[1].casefold())
        field = ChoiceField(self.look, _("Somebody else sits on it"), [("", _("Choose a partner")), *names])
        field.edited.connect(partial(self._take_seat, committee.id))
        return field

    def _say_takes(self, committee_id: str, value: object) -> None:
        self.say_refused(
            self.session.change(Partner, committee_id, _("Change committee"), {"takes_on": value}, by=self)
        )

    def _take_seat(self, committee_id: str, value: object) -> None:
        if value:
            tie = Tie(from_partner=str(value), to_partner=committee_id, sort=SITS)
            self.say_refused(self.session.edit(_("Add tie"), lambda edit: edit.add(tie)))

    def _unseat(self, tie_id: str, _checked: bool = False) -> None:
        self.say_refused(self.session.edit(_("Remove tie"), lambda edit: edit.remove(Tie, tie_id)))

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.by is not self and (changes.of(Partner) or changes.of(Tie)):
            self.refresh()
