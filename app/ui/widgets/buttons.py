"""Buttons: one primary action a page, plain ones beside it, quiet in cards, icon-only ones with a name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring

TINTS = {
    "primary": "on_primary",
    "quiet": "primary",
    "warn": "warn",
    "danger": "warn",
    "icon": "muted",
    "small": "muted",
}


class Button(QPushButton):
    """A button with words.

    `kind`: plain, primary, quiet, warn (outlined) or danger. The signal is Qt's `clicked`.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        kind: str = "plain",
        parent: QWidget | None = None,
        *,
        icon_after: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._icon_name, self._kind, self._after = look, icon, kind, icon_after
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        look.look_changed.connect(self.restyle)
        self.restyle()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.restyle()

    def set_text(self, text: str) -> None:
        """Show other words, or none where the icon alone must do (then give it an accessible name)."""
        self.setText(text)
        self.restyle()

    def restyle(self) -> None:
        """Tint the icon anew after the look or the state changed."""
        if not self._icon_name:
            return
        pad = 0 if not self.text() else -6 if self._after else 6
        icon = self._look.icon(self._icon_name, self._tint(), pad=pad)
        self.setIcon(icon)
        self.setIconSize(icon.availableSizes()[0])
        self.updateGeometry()

    def _tint(self) -> str:
        return TINTS.get(self._kind, "ink")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the focus ring for those who move by keyboard."""
        super().paintEvent(event)
        if keyboard_focus(self):
            inset = 3 if self._kind == "primary" else 0
            role = "on_primary" if self._kind == "primary" else "primary"
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            paint_ring(QPainter(self), self._look, box, role, 9 - inset)


class IconButton(Button):
    """A square button that shows an icon alone.

    `name` is what it does, in words: tooltip and screen reader say it.
    """

    def __init__(self, look: Look, icon: str, name: str, parent: QWidget | None = None, *, kind: str = "icon") -> None:
        super().__init__(look, "", icon, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)
