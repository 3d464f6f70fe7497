"""Notices keys and mouse in every window of the program, and the one key that hides it all.

It watches the system's windows below Qt's widgets: whatever is open (a dialog, a menu, a list that dropped down), the keys
come through the window that has them, and few events come there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

HIDE_KEY = Qt.Key.Key_F9
_HANDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class HandsWatch(QObject):
    """Signals: `used()` at every key and move of the mouse, `hide_pressed()`."""

    used = Signal()
    hide_pressed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Watch this window too, as every one that ever gets the keys."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt before the window hears of it."""
        if event.type() not in _HANDS:
            return False
        self.used.emit()
        if isinstance(event, QKeyEvent) and event.key() == HIDE_KEY and _alone(event):
            self.hide_pressed.emit()
            return True
        return False


def _alone(event: QKeyEvent) -> bool:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
