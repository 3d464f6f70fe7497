"""The rooms behind the plan and the menu that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from app.ui.form.rooms_button import RoomEntry, RoomsMenuButton
from app.ui.names import Names
from app.ui.plan.sheets.save import SaveSheetRoom
from app.ui.plan.sheets.take_back import TakeBackRoom
from app.ui.session import Session
from app.ui.theme import Look


class RoomsButton(RoomsMenuButton):
    """A menu of what else can be done with the plan; `more` are lines that other parts of the plan add below its own."""

    def __init__(
        self, look: Look, session: Session, names: Names, more: Sequence[RoomEntry] = (), parent: QWidget | None = None
    ) -> None:
        entries = (
            RoomEntry(
                "save-sheet", _("Save as a sheet…"), "file-output", lambda: SaveSheetRoom(look, session), naming=True
            ),
            RoomEntry(
                "take-back", _("Take a sheet back in…"), "file-input", lambda: TakeBackRoom(look, session), naming=True
            ),
            *more,
        )
        super().__init__(look, names, _("More to do with the plan"), entries, parent)
