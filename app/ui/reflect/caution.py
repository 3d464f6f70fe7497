"""A gentle word below the entry when a card reads like somebody's story. On the page alone: the room need not see it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from app.model.caution import Caution, caution
from app.ui.form.caution_notice import REST_MS, CautionNotice
from app.ui.reflect.entry import CardEntry
from app.ui.theme import Look


class EntryWatch(QObject):
    """`notice` is to be put below the entry. Signal: `help_lines_requested()`."""

    help_lines_requested = Signal()

    def __init__(self, look: Look, entry: CardEntry) -> None:
        super().__init__(entry)
        self._entry = entry
        self._found: Caution | None = None
        self._kept = ""
        self.notice = CautionNotice(look)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look_now)
        entry.textChanged.connect(self._rest.start)
        self.notice.help_lines_requested.connect(self.help_lines_requested)
        self.notice.words_requested.connect(self._choose)
        self.notice.kept.connect(self._keep)

    def look_now(self) -> None:
        """Look at what is written now."""
        text = self._entry.words()
        self._found = caution(text) if text != self._kept else None
        if self._found is None:
            self.notice.hide()
        else:
            self.notice.say(self._found)

    def _choose(self) -> None:
        found = self._found
        if found is None:
            return
        text, cursor = self._entry.words(), self._entry.textCursor()
        # Qt counts UTF-16, Python letters.
        before, inside = text[: found.start], text[found.start : found.end]
        start, length = (len(part.encode("utf-16-le")) // 2 for part in (before, inside))
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self._entry.setTextCursor(cursor)
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._kept = self._entry.words()
        self.look_now()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
