"""The views of the plan, each one line in a table: outline, and whatever else there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.model.phrases import N_
from app.ui.plan.agenda.card import AgendaCard
from app.ui.plan.board.card import BoardCard
from app.ui.plan.outline_card import OutlineCard
from app.ui.plan.people.card import PeopleCard
from app.ui.plan.shown import Shown
from app.ui.plan.steps.card import StepsCard
from app.ui.plan.timeline.card import TimelineCard
from app.ui.theme import Look
from app.ui.widgets import Card, EmptyState

OUTLINE = "outline"


class ViewCard(Protocol):
    """What a view of the plan can do; its signals are those that `Views` forwards."""

    def show_plan(self, shown: Shown) -> None:
        """Show the plan as it is now."""
        ...

    def select(self, item_id: str) -> None:
        """Choose an item, "" for none; no echo for the one that is chosen already."""
        ...


@dataclass(frozen=True, slots=True)
class Sort:
    """`make(look, closed)` makes the view when somebody first looks at it."""

    key: str
    label: str
    icon: str
    make: Callable[[Look, bool], QWidget]


# Besides the outline, in the order of the buttons. A view is added here.
SORTS: tuple[Sort, ...] = (
    Sort("board", N_("Board"), "square-kanban", lambda look, closed: BoardCard(look, closed=closed)),
    Sort("timeline", N_("Timeline"), "chart-gantt", lambda look, closed: TimelineCard(look, closed=closed)),
    Sort("people", N_("By person"), "users", lambda look, closed: PeopleCard(look, closed=closed)),
    Sort("agenda", N_("Agenda"), "calendar-days", lambda look, closed: AgendaCard(look, closed=closed)),
)
OUTLINE_LABEL, OUTLINE_ICON = N_("Outline"), "list-tree"


class Views(QStackedWidget):
    """Shows one of them; what nobody looks at is neither made nor drawn until somebody does.

    Signals: `item_selected(str)`, `panel_requested(str)`, `change_requested(str, str, object)`,
    `changes_requested(str, object)`, `add_requested(object)`, `message_requested(str, str, object)`.
    """

    item_selected = Signal(str)
    panel_requested = Signal(str)
    change_requested = Signal(str, str, object)
    changes_requested = Signal(str, object)
    add_requested = Signal(object)
    message_requested = Signal(str, str, object)

    def __init__(self, look: Look, outline: OutlineCard, sorts: Sequence[Sort], *, closed: bool) -> None:
        super().__init__()
        self._look, self._closed = look, closed
        self._sorts = {one.key: one for one in sorts}
        self._made: dict[str, QWidget] = {OUTLINE: outline}
        self._shown: Shown | None = None
        self._late: set[str] = set()
        self._chosen = ""
        self.current = OUTLINE
        self.nothing = Card(look, bare=True)
        words = _("Take a chip away, or other words, to see more.")
        self.nothing.add(EmptyState(look, "list-filter", _("Nothing in the plan answers to this"), words))
        self.addWidget(outline)
        self.addWidget(self.nothing)

    @property
    def choices(self) -> list[tuple[str, str, str]]:
        """Key, words and icon of each."""
        sorts = ((one.key, _(one.label), one.icon) for one in self._sorts.values())
        return [(OUTLINE, _(OUTLINE_LABEL), OUTLINE_ICON), *sorts]

    def show_view(self, key: str) -> str:
        """Show a view; one that is not there is the outline. Answers with its key."""
        self.current = key if key in self._sorts else OUTLINE
        if self.current not in self._made:
            self._make(self._sorts[self.current])
        self._draw()
        return self.current

    def show_plan(self, shown: Shown) -> None:
        """Show the plan as it is now in whatever view is looked at; the others when they are. The outline is told apart."""
        self._shown = shown
        self._late = {*self._made} - {OUTLINE}
        self._draw()

    def select(self, item_id: str) -> None:
        """One choice for all of them."""
        self._chosen = item_id
        if self.current != OUTLINE:
            self.front.select(item_id)

    @property
    def front(self) -> ViewCard:
        """The view that is looked at."""
        return cast("ViewCard", self._made[self.current])

    def take_focus(self) -> None:
        """Put the keys into the view that is looked at."""
        card = self._made[self.current]
        if isinstance(card, OutlineCard):
            card.outline.setFocus()
        elif isinstance(card, StepsCard):
            card.take_focus()
        else:
            card.setFocus()

    def _make(self, sort: Sort) -> None:
        card = sort.make(self._look, self._closed)
        self._made[sort.key] = card
        self._late.add(sort.key)
        self.addWidget(card)
        for name in (
            "item_selected",
            "panel_requested",
            "change_requested",
            "changes_requested",
            "add_requested",
            "message_requested",
        ):
            signal: Any = getattr(card, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))

    def _draw(self) -> None:
        # The outline says it itself: lines above what was found, or a new one, may be there.
        bare = self.current != OUTLINE and self._shown is not None and self._shown.found == frozenset()
        self.setCurrentWidget(self.nothing if bare else self._made[self.current])
        if self.current in self._late and self._shown is not None:
            self._late.discard(self.current)
            self.front.show_plan(self._shown)
            self.front.select(self._chosen)
        elif self.current != OUTLINE:
            self.front.select(self._chosen)
