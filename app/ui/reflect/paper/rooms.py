"""The two rooms behind Reflect for what comes back on paper, as lines of its menu."""

from __future__ import annotations

from gettext import gettext as _

from app.ui.form.rooms_button import RoomEntry
from app.ui.reflect.paper.entry import EntryRoom
from app.ui.reflect.paper.read import ReadRoom
from app.ui.session import Session
from app.ui.theme import Look

READ, ENTRY = "read-worksheets", "type-worksheets"


def paper_entries(look: Look, session: Session) -> tuple[RoomEntry, ...]:
    """The lines; answers have no authors, so both rooms stay open while names are hidden."""
    return (
        RoomEntry(READ, _("Read filled worksheets…"), "file-input", lambda: ReadRoom(look, session)),
        RoomEntry(ENTRY, _("Type in handwritten sheets…"), "list-plus", lambda: EntryRoom(look, session)),
    )
