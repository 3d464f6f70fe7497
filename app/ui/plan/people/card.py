"""The plan by person in its card: what each has taken on, who has too much, and steps given from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.model.item import Item
from app.model.plan import FINISHED, days_late
from app.model.plan_load import Load, loads
from app.ui.plan.changing import NEWCOMER
from app.ui.plan.people.picker import LeadPicker
from app.ui.plan.steps.delegate import Part, RowDelegate
from app.ui.plan.steps.model import Head, Row
from app.ui.plan.steps.sections import Section, SectionsCard
from app.ui.plan.words import STATUS_ICONS, day_words, is_urgent, status_words, step_words
from app.ui.theme import Look
from app.ui.widgets import Cell

HELPS = "helps"
# With more steps than this everybody is folded at first: who has how much is seen at a glance.
MANY = 100


class PeopleCard(SectionsCard):
    """Everybody who leads or helps, those steps first that nobody leads."""

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        keys = _(
            "L: give to somebody else · N: new step for them · ←→: fold, with Shift all · Space: done · Enter: all about it"
        )
        super().__init__(look, _("Plan by person"), keys, _("No step to show."), closed=closed, parent=parent)
        self.view.setItemDelegate(PeopleDelegate(look, self))
        # Whoever has the same as before, after most edits all but one or two, is not gone through again.
        self._before: dict[str, tuple[object, Section]] = {}
        self._fewer = _("Hide the finished steps")

    def sections(self) -> Sequence[Section]:
        """One a person."""
        found = loads(self.shown.steps(), self.shown.today)
        most = max((one.open for one in found if one.person), default=0)
        folded = sum(one.open + len(one.helps) for one in found) > MANY
        after: dict[str, tuple[object, Section]] = {}
        for load in found:
            name = self.shown.names.get(load.person, "")
            same = (name, most, folded, load)
            before = self._before.get(load.person)
            if before is None or before[0] != same:
                before = (same, self._section(load, name, most, folded=folded))
            after[load.person] = before
        self._before = after
        return [section for _same, section in after.values()]

    def fields_of(self, row: Row | None) -> dict[str, object]:
        """A new step for the person of a row."""
        return {"lead": row.section} if row is not None else {}

    def press(self, event: QKeyEvent, row: Row) -> None:
        """L asks to whom a step is to be given."""
        if event.key() == Qt.Key.Key_L and not event.modifiers() and row.item is not None:
            event.accept()
            self.ask_lead(row.item)

    def take_drop(self, item_id: str, row: Row | None) -> None:
        """A step that is dropped on a person is theirs."""
        if row is not None:
            self.give(item_id, row.section)

    def ask_lead(self, item: Item) -> LeadPicker:
        """Open the list of everybody below the chosen row."""
        people = sorted(self.shown.names.items(), key=lambda pair: pair[1].casefold())
        title = _("Who takes on “{what}”?").format(what=step_words(item))
        picker = LeadPicker(
            self.look, title, [("", _("no one yet")), *people, (NEWCOMER, _("Somebody new…"))], item.lead, self
        )
        picker.chosen.connect(partial(self.give, item.id))
        picker.open_at(self.view.menu_place())
        return picker

    def give(self, item_id: str, person: str) -> None:
        """Ask that somebody leads a step; who helped with it and leads it now does not help any more."""
        item = self.shown.outline.get(item_id)
        if self.closed or item is None or item.lead == person:
            return
        if person in item.helpers:
            helpers = tuple(one for one in item.helpers if one != person)
            self.changes_requested.emit(item_id, {"lead": person, "helpers": helpers})
        else:
            self.change_requested.emit(item_id, "lead", person)

    def tell(self, row: Row) -> str:
        """Whoever helps with a step is said first."""
        said = super().tell(row)
        return _("Helps with: {step}").format(step=said) if row.mark == HELPS else said

    def _section(self, load: Load, name: str, most: int, *, folded: bool) -> Section:
        leads, led = _split(load.leads)
        helps, helped = _split(load.helps)
        steps = [*((one, "") for one in leads), *((one, HELPS) for one in helps)]
        hidden = [*((one, "") for one in led), *((one, HELPS) for one in helped)]
        count = len(hidden)
        more = ngettext("Show {count} finished step", "Show {count} finished steps", count).format(count=count)
        head = replace(_head(load, name, most, len(helps)), folded=folded)
        return Section(load.person, head, steps, hidden, more, self._fewer)


class PeopleDelegate(RowDelegate):
    """What, who leads where this person helps, when, and how it stands."""

    def __init__(self, look: Look, card: PeopleCard) -> None:
        super().__init__(look, card.view)
        self._card = card

    def parts(self, row: Row) -> Sequence[Part]:
        """A helper's row says so before everything else."""
        item, shown = row.item, self._card.shown
        if item is None:
            return ()
        what, lead = step_words(item), ""
        if row.mark == HELPS:
            what = _("Helps with: {what}").format(what=what)
            name = shown.names.get(item.lead, "")
            lead = _("led by {name}").format(name=name) if name else _("no one leads it yet")
        icon = "users" if row.mark == HELPS else STATUS_ICONS.get(item.status, "circle")
        words, pill = status_words(item, shown.today)
        tone = "warn" if days_late(item, shown.today) else "gold" if is_urgent(item, shown.today) else "muted"
        struck = item.status == "dropped"
        return (
            Part(what, Cell(icon=icon, icon_role="muted" if row.mark else "", struck=struck, two_lines=True)),
            Part(lead, Cell(tone="muted"), 220, 760),
            Part(day_words(item, shown.today), Cell(tone=tone), 110, 560),
            Part(words, pill, 140, 420),
        )


def _head(load: Load, name: str, most: int, helped: int) -> Head:
    counts = [ngettext("{count} open", "{count} open", load.open).format(count=load.open)]
    if load.late:
        counts.append(ngettext("{count} late", "{count} late", load.late).format(count=load.late))
    if load.soon:
        counts.append(ngettext("{count} due in 7 days", "{count} due in 7 days", load.soon).format(count=load.soon))
    if helped:
        counts.append(ngettext("helps with {count}", "helps with {count}", helped).format(count=helped))
    count = ", ".join(counts)
    if not load.person:
        return Head(_("No one yet"), count=count, tone="gold" if load.open else "", icon="user-plus")
    return Head(
        name or _("Somebody who is not in the circle"),
        count=count,
        beside=_("Has a lot to do") if load.too_much else "",
        tone="warn" if load.too_much else "",
        icon="user-round",
        part=load.open / most if most else 0.0,
    )


def _split(steps: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """Open steps by day, and finished ones in the order of the plan."""
    open_steps: list[Item] = []
    finished: list[Item] = []
    for one in steps:
        (finished if one.status in FINISHED else open_steps).append(one)
    return sorted(open_steps, key=lambda one: one.by or date.max), finished
