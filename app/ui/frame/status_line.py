"""The line at the foot: saved when, backed up when, protected or not, for looking only, and that no internet is needed."""

from __future__ import annotations

from datetime import date, datetime
from gettext import gettext as _

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import ElidedWords, Picture, write_day

ROOM_FOR_ALL = 700


class StatusItem(QWidget):
    """A small icon and a few words."""

    def __init__(self, look: Look, icon: str, words: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._picture = Picture(look, icon, "muted", size=14)
        self.words = ElidedWords(words)
        row.addWidget(self._picture)
        row.addWidget(self.words)

    def say(self, words: str, icon: str, tone: str = "") -> None:
        """Show other words and another icon."""
        self._picture.set_picture(icon, tone or "muted")
        self.words.setText(words)
        self.words.set_tone(tone)
        self.show()


class StatusLine(QFrame):
    """What is true of the open file."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("part", "status")
        self.setAccessibleName(_("How the file stands"))
        self.saved = StatusItem(look, "check")
        self.backed_up = StatusItem(look, "layers")
        self.away = StatusItem(look, "hard-drive")
        self.protected = StatusItem(look, "lock")
        self.read_only = StatusItem(look, "eye", "")
        self.offline = StatusItem(look, "wifi-off", _("Works without internet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(22)
        for item in (self.read_only, self.saved, self.away, self.backed_up, self.protected):
            row.addWidget(item)
            item.hide()
        row.addStretch(1)
        row.addWidget(self.offline)
        look.look_changed.connect(self._size)
        self._size()

    def set_saved(self, when: datetime | None) -> None:
        """Say when the last change was on the disk; None when nothing was changed yet."""
        if when is None:
            self.saved.hide()
            return
        time = f"{when:%H:%M}"
        today = when.date() == date.today()
        words = _("Saved {time}") if today else _("Saved {day}, {time}")
        self.saved.say(words.format(time=time, day=write_day(when.date())), "check")

    def set_backed_up(self, words: str, tone: str = "") -> None:
        """Say when the file was backed up last; nothing for empty words."""
        if words:
            self.backed_up.say(words, "layers", tone)
        else:
            self.backed_up.hide()

    def set_away(self, words: str, tone: str = "") -> None:
        """Say how far the file on a stick or a shared drive has what is saved here."""
        self.away.say(words, "hard-drive", tone)

    def set_protected(self, protected: bool) -> None:
        """Say whether a passphrase protects the file."""
        if protected:
            self.protected.say(_("Protected by a passphrase"), "lock")
        else:
            self.protected.say(_("No passphrase"), "lock-open")

    def set_read_only(self, closed: bool) -> None:
        """Say that the file is open for looking only."""
        if closed:
            self.read_only.say(_("Read only"), "eye", "warn")
        else:
            self.read_only.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _size(self) -> None:
        self.setFixedHeight(self._look.text.status_line)
        self._fit()

    def _fit(self) -> None:
        self.offline.setVisible(self.width() / self._look.scale >= ROOM_FOR_ALL)
