"""A page behind a place that is gone to for one piece of work, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut

from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, PageHeader, ScrollPage


class Room(ScrollPage):
    """`back` are the words of the way back.

    Signals: `left()` when the person goes back; `message_requested(str, str, object)`; `open_requested(str, str)`.
    """

    left = Signal()
    message_requested = Signal(str, str, object)
    open_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session, title: str, widest: int = 860, *, back: str) -> None:
        super().__init__(look, title, widest=look.px(widest))
        self.session = session
        self.closed = session.workspace.read_only
        self._take_file: Callable[[Path], object] | None = None
        self.header = PageHeader(look, title)
        self.back = Button(look, back, icon="chevron-left")
        self.back.clicked.connect(self.left)
        self.header.add_action(self.back)
        self.banner = Banner(look)
        self.add(self.header)
        self.add(self.banner)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.left)

    def refresh(self) -> None:
        """Read everything anew; called each time that the room is gone to."""

    def take_focus(self) -> None:
        """Put the keys at the room's begin."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self) -> None:
        """Wait for what is being done beside the window; called before it goes."""

    def names_changed(self) -> None:
        """People are called otherwise now."""
        self.refresh()

    def take_drops(self, take: Callable[[Path], object]) -> None:
        """Let one file be dropped anywhere on the room, unless the community file is open for looking only."""
        self._take_file = take
        self.setAcceptDrops(not self.closed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file."""
        event.acceptProposedAction()
        if self._take_file is not None:
            self._take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def say_refused(self, refused: Exception | None) -> bool:
        """Say why something could not be done; whether there was anything to say."""
        if refused is not None:
            self.banner.say(str(refused), "warn")
        return refused is not None

    def say_done(self, sentence: str) -> None:
        """Say what was done, with the way to take it back."""
        undo: tuple[str, Callable[[], object]] = (_("Undo"), self.session.undo)
        self.message_requested.emit(sentence, "ok", undo)
