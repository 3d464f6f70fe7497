"""The rooms behind Who and the menu that leads to them."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.form.rooms_button import RoomEntry, RoomsMenuButton
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.bring_in import BringInRoom
from app.ui.who.committees import CommitteesRoom
from app.ui.who.doubles import DoublesRoom
from app.ui.who.groups import GroupsRoom
from app.ui.who.scoring import ScoringRoom
from app.ui.who.take_out import TakeOutRoom


class RoomsButton(RoomsMenuButton):
    """A menu of what else can be done in Who. Signal: `sheet_requested(str)` to print the "circle" or the "grid"."""

    sheet_requested = Signal(str)

    def __init__(self, look: Look, session: Session, names: Names, parent: QWidget | None = None) -> None:
        entries = (
            RoomEntry(
                "bring-in", _("Bring people in from a file…"), "file-input", lambda: BringInRoom(look, session), True
            ),
            RoomEntry(
                "take-out", _("Save partners as a file…"), "file-output", lambda: TakeOutRoom(look, session), True
            ),
            RoomEntry("groups", _("Groups of the circle…"), "layers", lambda: GroupsRoom(look, session)),
            RoomEntry(
                "committees",
                _("Join or start a committee…"),
                "gavel",
                lambda: CommitteesRoom(look, session, names.of),
            ),
            RoomEntry(
                "scoring",
                _("Judge interest and influence together…"),
                "hand",
                lambda: ScoringRoom(look, session, names.of),
            ),
            RoomEntry(
                "doubles",
                _("Find partners who are there twice…"),
                "git-merge",
                lambda: DoublesRoom(look, session),
                True,
            ),
        )
        super().__init__(look, names, _("More to do with partners"), entries, parent)
        self.menu_of_rooms.addSeparator()
        for key, text in (("circle", _("Print the circle…")), ("grid", _("Print the grid…"))):
            action = self.menu_of_rooms.addAction(look.icon("printer", "muted"), text)
            action.setData(key)
            action.triggered.connect(partial(self._print, key))

    def _print(self, sheet: str, _checked: bool = False) -> None:
        self.sheet_requested.emit(sheet)
