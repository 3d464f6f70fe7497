"""What the views of the plan that list steps have in common: their wishes, and the line that names their keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.groups import groups_of
from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.shown import Shown
from app.ui.plan.steps.model import Row
from app.ui.plan.words import step_sentence
from app.ui.theme import Look
from app.ui.widgets import Card, Words

LOW = 420


def nothing_shown(today: date) -> Shown:
    """What a view shows before it is shown anything."""
    return Shown(Outline(()), {}, groups_of(), today)


class StepsCard(Card):
    """A view of the plan. `closed`: the file is open for looking only, so nothing is wished that would change it.

    Signals: `item_selected(str)`; `panel_requested(str)` with a field, "" for the first; `change_requested(str, str, object)`
    with item id, field and value; `changes_requested(str, object)` with a dict of fields and values; `add_requested(object)`
    with a dict of fields for a new step.
    """

    item_selected = Signal(str)
    panel_requested = Signal(str)
    change_requested = Signal(str, str, object)
    changes_requested = Signal(str, object)
    add_requested = Signal(object)

    def __init__(self, look: Look, keys: str, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent, bare=True, fills=True)
        self.closed = closed
        self.shown = nothing_shown(date.today())
        self.hint = Words(keys, "small", wrap=True)
        self.hint.setContentsMargins(16, 8, 16, 4)

    def show_plan(self, shown: Shown) -> None:
        """Bring the picture to it."""
        raise NotImplementedError

    def select(self, item_id: str) -> None:
        """Choose an item, without a word about it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Bring the keys here, to the chosen step."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the steps come first."""
        super().resizeEvent(event)
        self.hint.setVisible(not self.closed and self.height() > self.look.px(LOW))

    def tell(self, row: Row) -> str:
        """A row in a full sentence."""
        if row.item is not None:
            return step_sentence(row.item, self.shown)
        return row.head.sentence if row.head is not None else ""

    def mark_done(self, item: Item) -> None:
        """Done, or not done after all."""
        if not self.closed and item.level == "action":
            self.change_requested.emit(item.id, "status", "not-started" if item.status == "done" else "done")
