"""What else can be done with the plan: one menu, whose lines add, or lead to a room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.model.starts import Start
from app.ui.form.rooms_button import RoomEntry
from app.ui.names import Names
from app.ui.plan.check_room import CheckRoom
from app.ui.plan.rooms import RoomsButton
from app.ui.plan.starts.room import StartsRoom
from app.ui.session import Session
from app.ui.theme import Look

HANDING, CHANGED = "handing", "changed"


class MoreButton(RoomsButton):
    """Signals: `add_requested(str)` with "goal" or "objective"; `started(str)` with the first line that a way to begin has
    put in; `item_requested(str, str)` with a line's id and a field to go to; `place_requested(str)` with HANDING or CHANGED,
    rooms that other places lead to as well.
    """

    add_requested = Signal(str)
    started = Signal(str)
    item_requested = Signal(str, str)
    place_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        session: Session,
        names: Names,
        title_of: Callable[[str], str],
        starts: Sequence[Start],
        parent: QWidget | None = None,
    ) -> None:
        def make_check() -> CheckRoom:
            room = CheckRoom(look, session, names)
            room.finding_requested.connect(self.item_requested)
            return room

        check = RoomEntry("check", _("Test the plan…"), "sparkles", make_check)
        super().__init__(look, session, names, (check,), parent)
        self._look, self._session, self._title_of, self._starts = look, session, title_of, starts
        self._starts_room: StartsRoom | None = None
        first = self.menu_of_rooms.actions()[0]
        if not session.workspace.read_only:
            for words, icon, level in (
                (_("Add a goal"), "flag", "goal"),
                (_("Add an objective"), "target", "objective"),
            ):
                self._put(first, words, icon, partial(self._add, level))
            if starts:
                self._put(first, _("Ways to begin…"), "list-plus", self.show_starts)
            self.menu_of_rooms.insertSeparator(first)
        self.menu_of_rooms.addSeparator()
        for words, icon, place in (
            (_("Hand over steps…"), "share-2", HANDING),
            (_("What changed…"), "history", CHANGED),
        ):
            self._put(None, words, icon, partial(self._go, place))

    def show_check(self, _checked: bool = False) -> None:
        """Show the test of the plan."""
        self.go_to("check")

    def show_starts(self, _checked: bool = False) -> None:
        """Show the ways to begin."""
        room = self._starts_room
        if room is None:
            room = self._starts_room = StartsRoom(self._look, self._session, self._starts, self._title_of)
            room.left.connect(self.left)
            room.message_requested.connect(self.message_requested)
            room.open_requested.connect(self.open_requested)
            room.started.connect(self.started)
        self.page_requested.emit(room)
        room.refresh()

    def _put(self, before: QAction | None, words: str, icon: str, do: Callable[..., object]) -> None:
        action = QAction(self._look.icon(icon, "muted"), words, self.menu_of_rooms)
        action.triggered.connect(do)
        if before is None:
            self.menu_of_rooms.addAction(action)
        else:
            self.menu_of_rooms.insertAction(before, action)

    def _add(self, level: str, _checked: bool = False) -> None:
        self.add_requested.emit(level)

    def _go(self, place: str, _checked: bool = False) -> None:
        self.place_requested.emit(place)
