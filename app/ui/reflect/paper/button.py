"""What meetings have to do with paper: one menu that reads sheets, has them typed in, and leads to what can be printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui.form.room import Room
from app.ui.form.rooms_button import RoomsMenuButton
from app.ui.names import Names
from app.ui.reflect.paper.entry import EntryRoom
from app.ui.reflect.paper.rooms import paper_entries
from app.ui.session import Session
from app.ui.theme import Look


class PaperButton(RoomsMenuButton):
    """`meeting` answers with the id of the one that is open, or an empty text. Signal: `print_requested(str, str)` with a report
    ("worksheet", "minutes", "reflection") and that id.
    """

    print_requested = Signal(str, str)

    def __init__(
        self, look: Look, session: Session, names: Names, meeting: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        entries = paper_entries(look, session)
        # Nothing comes into a file that is open for looking only.
        super().__init__(look, names, _("Meetings on paper"), () if session.workspace.read_only else entries, parent)
        self._meeting = meeting
        self.menu_of_rooms.addSeparator()
        for words, report in (
            (_("Print worksheets…"), "worksheet"),
            (_("Print the minutes…"), "minutes"),
            (_("Print what was said over time…"), "reflection"),
        ):
            action = QAction(look.icon("printer", "muted"), words, self.menu_of_rooms)
            action.triggered.connect(partial(self._print, report))
            self.menu_of_rooms.addAction(action)

    def go_to(self, key: str, _checked: bool = False) -> Room | None:
        """Show a room; sheets are typed in for the meeting that is open."""
        room = super().go_to(key)
        if isinstance(room, EntryRoom) and self._meeting():
            room.show_meeting(self._meeting())
        return room

    def _print(self, report: str, _checked: bool = False) -> None:
        self.print_requested.emit(report, self._meeting())
