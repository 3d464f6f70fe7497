"""One calm sentence where people see it, with an action where there is one; instead of message boxes."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.words import Picture, Words

LOOKS = {"info": ("info", "primary"), "ok": ("circle-check", "ok"), "warn": ("triangle-alert", "warn")}
STAYS_MS = 10_000


class Banner(QFrame):
    """`say(sentence, kind)` shows it (kind: info, ok or warn).

    `closed` and `action_requested` are its signals.
    """

    action_requested = Signal()
    closed = Signal()
    shown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("part", "banner")
        self._picture = Picture(look, "info", "primary")
        self._words = Words("", wrap=True)
        self._action = Button(look, "", kind="plain")
        self._close = IconButton(look, "x", _("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(look.space.small_gap)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._clock = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._clock.timeout.connect(self.close_message)
        self._close.clicked.connect(self.close_message)
        self._action.clicked.connect(self.action_requested)
        self.hide()

    def say(self, sentence: str, kind: str = "info", action: str = "", *, closes: bool = True) -> None:
        """Show a sentence.

        Good news without an action goes away by itself after ten seconds; trouble stays.
        """
        icon, role = LOOKS[kind]
        self.setProperty("tone", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._picture.set_picture(icon, role)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closes)
        self.show()
        self.shown.emit()
        self._clock.stop()
        if kind != "warn" and not action and closes:
            self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def sentence(self) -> str:
        """What it says now; empty when it is not shown."""
        return "" if self.isHidden() else self._words.text()

    def will_go(self) -> bool:
        """True when it goes away by itself after a while."""
        return self._clock.isActive()

    def close_message(self) -> None:
        """Take it away."""
        self._clock.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()
