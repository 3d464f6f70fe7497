"""A page behind Who that is gone to for one piece of work, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, PageHeader, ScrollPage


class Room(ScrollPage):
    """Signals: `left()` when the person goes back to the circle; `message_requested(str, str, object)`."""

    left = Signal()
    message_requested = Signal(str, str, object)

    def __init__(self, look: Look, session: Session, title: str, widest: int = 860) -> None:
        super().__init__(look, title, widest=look.px(widest))
        self.session = session
        self.closed = session.workspace.read_only
        self.header = PageHeader(look, title)
        self.back = Button(look, _("Back to the circle"), icon="chevron-left")
        self.back.clicked.connect(self.left)
        self.header.add_action(self.back)
        self.banner = Banner(look)
        self.add(self.header)
        self.add(self.banner)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.left)

    def refresh(self) -> None:
        """Read everything anew; called each time that the room is gone to."""

    def names_changed(self) -> None:
        """People are called otherwise now."""
        self.refresh()

    def say_refused(self, refused: Exception | None) -> bool:
        """Say why something could not be done; whether there was anything to say."""
        if refused is not None:
            self.banner.say(str(refused), "warn")
        return refused is not None

    def say_done(self, sentence: str) -> None:
        """Say what was done, with the way to take it back."""
        undo: tuple[str, Callable[[], object]] = (_("Undo"), self.session.undo)
        self.message_requested.emit(sentence, "ok", undo)
