"""A page behind Who."""

from __future__ import annotations

from gettext import gettext as _

from app.ui.form.room import Room as AnyRoom
from app.ui.session import Session
from app.ui.theme import Look


class Room(AnyRoom):
    """A room whose way back leads to the circle."""

    def __init__(self, look: Look, session: Session, title: str, widest: int = 860) -> None:
        super().__init__(look, session, title, widest, back=_("Back to the circle"))
