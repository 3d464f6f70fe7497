"""The rooms behind Who and the menu that leads to them; each is made when it is gone to for the first time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.bring_in import BringInRoom
from app.ui.who.committees import CommitteesRoom
from app.ui.who.doubles import DoublesRoom
from app.ui.who.groups import GroupsRoom
from app.ui.who.room import Room
from app.ui.who.scoring import ScoringRoom
from app.ui.who.take_out import TakeOutRoom
from app.ui.widgets import IconButton, Menu

# These show everything about people.
NAMING = ("doubles", "bring-in", "take-out")


class RoomsButton(IconButton):
    """A menu of what else can be done in Who.

    Signals: `page_requested(QWidget)` with a room to show, `left()` when the person goes back,
    `message_requested(str, str, object)`, `open_requested(str, str)`, `sheet_requested(str)` to print the "circle" or the "grid".
    """

    page_requested = Signal(object)
    left = Signal()
    message_requested = Signal(str, str, object)
    open_requested = Signal(str, str)
    sheet_requested = Signal(str)

    def __init__(self, look: Look, session: Session, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(look, "ellipsis", _("More to do with partners"), parent=parent)
        self._rooms: dict[str, Room] = {}
        self._make: dict[str, Callable[[], Room]] = {
            "groups": lambda: GroupsRoom(look, session),
            "committees": lambda: CommitteesRoom(look, session, names.of),
            "scoring": lambda: ScoringRoom(look, session, names.of),
            "doubles": lambda: DoublesRoom(look, session),
            "bring-in": lambda: BringInRoom(look, session),
            "take-out": lambda: TakeOutRoom(look, session),
        }
        self.menu_of_rooms = Menu(_("More to do with partners"), self)
        for key, text, icon in (
            ("bring-in", _("Bring people in from a file…"), "file-input"),
            ("take-out", _("Save partners as a file…"), "file-output"),
            ("groups", _("Groups of the circle…"), "layers"),
            ("committees", _("Join or start a committee…"), "gavel"),
            ("scoring", _("Judge interest and influence together…"), "hand"),
            ("doubles", _("Find partners who are there twice…"), "git-merge"),
        ):
            action = self.menu_of_rooms.addAction(look.icon(icon, "muted"), text)
            action.setData(key)
            action.triggered.connect(partial(self.go_to, key))
        self.menu_of_rooms.addSeparator()
        for key, text in (("circle", _("Print the circle…")), ("grid", _("Print the grid…"))):
            action = self.menu_of_rooms.addAction(look.icon("printer", "muted"), text)
            action.setData(key)
            action.triggered.connect(partial(self._print, key))
        self.clicked.connect(self._open)
        self._names = names
        names.names_hidden.connect(self._follow_names)

    def go_to(self, key: str, _checked: bool = False) -> Room | None:
        """Show a room as things stand now; one that is full of names is shut while names are hidden."""
        if self._names.hidden and key in NAMING:
            self.message_requested.emit(_("Names are hidden. Show them first (Ctrl+Shift+H)."), "info", None)
            return None
        room = self._rooms.get(key)
        if room is None:
            room = self._rooms[key] = self._make[key]()
            room.left.connect(self.left)
            room.message_requested.connect(self.message_requested)
            if isinstance(room, CommitteesRoom):
                room.open_requested.connect(self.open_requested)
        self.page_requested.emit(room)
        room.refresh()
        return room

    def _print(self, sheet: str, _checked: bool = False) -> None:
        self.sheet_requested.emit(sheet)

    def _follow_names(self, hidden: bool) -> None:
        for key, room in self._rooms.items():
            if room.isVisible() and hidden and key in NAMING:
                self.left.emit()
            elif room.isVisible():
                room.names_changed()

    def _open(self) -> None:
        corner = self.mapToGlobal(QPoint(self.width(), self.height()))
        self.menu_of_rooms.popup(corner - QPoint(self.menu_of_rooms.sizeHint().width(), 0))
