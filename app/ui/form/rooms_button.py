"""A place's menu of what else can be done there: each leads to a room, made when it is gone to for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.ui.form.room import Room
from app.ui.names import Names
from app.ui.theme import Look
from app.ui.widgets import IconButton, Menu


@dataclass(frozen=True)
class RoomEntry:
    """One line of the menu. A `naming` room shows everything about people: it is shut while names are hidden."""

    key: str
    text: str
    icon: str
    make: Callable[[], Room]
    naming: bool = False


class RoomsMenuButton(IconButton):
    """Signals: `page_requested(QWidget)` with a room to show, `left()` when the person goes back,
    `message_requested(str, str, object)`, `open_requested(str, str)`.
    """

    page_requested = Signal(object)
    left = Signal()
    message_requested = Signal(str, str, object)
    open_requested = Signal(str, str)

    def __init__(
        self, look: Look, names: Names, title: str, entries: Sequence[RoomEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "ellipsis", title, parent=parent)
        self._rooms: dict[str, Room] = {}
        self._entries = {one.key: one for one in entries}
        self.menu_of_rooms = Menu(title, self)
        for one in entries:
            action = self.menu_of_rooms.addAction(look.icon(one.icon, "muted"), one.text)
            action.setData(one.key)
            action.triggered.connect(partial(self.go_to, one.key))
        self.clicked.connect(self._open)
        self._names = names
        names.names_hidden.connect(self._follow_names)

    def go_to(self, key: str, _checked: bool = False) -> Room | None:
        """Show a room as things stand now; one that is full of names is shut while names are hidden."""
        entry = self._entries[key]
        if self._names.hidden and entry.naming:
            self.message_requested.emit(_("Names are hidden. Show them first (Ctrl+Shift+H)."), "info", None)
            return None
        room = self._rooms.get(key)
        if room is None:
            room = self._rooms[key] = entry.make()
            room.left.connect(self.left)
            room.message_requested.connect(self.message_requested)
            room.open_requested.connect(self.open_requested)
        self.page_requested.emit(room)
        room.refresh()
        return room

    def wait(self) -> None:
        """Wait for what a room is doing beside the window; call it before the window goes."""
        for room in self._rooms.values():
            room.wait()

    def _follow_names(self, hidden: bool) -> None:
        for key, room in self._rooms.items():
            if room.isVisible() and hidden and self._entries[key].naming:
                self.left.emit()
            elif room.isVisible():
                room.names_changed()

    def _open(self) -> None:
        corner = self.mapToGlobal(QPoint(self.width(), self.height()))
        self.menu_of_rooms.popup(corner - QPoint(self.menu_of_rooms.sizeHint().width(), 0))
