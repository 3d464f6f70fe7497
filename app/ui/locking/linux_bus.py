"""Sleep and locked screens on Linux: logind and the screen savers say so on D-Bus, over sockets in the file system.

An address that leads elsewhere is left alone: nothing here may open a network connection.
"""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SYSTEM, _SESSION = "DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"
_LOGIN = "org.freedesktop.login1"
# Path, interface, signal; https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
_ON_SYSTEM = (
    ("/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep", "told(bool)"),
    ("", f"{_LOGIN}.Session", "Lock", "locked()"),
)
_ON_SESSION = (
    ("", "org.freedesktop.ScreenSaver", "ActiveChanged", "told(bool)"),
    ("", "org.gnome.ScreenSaver", "ActiveChanged", "told(bool)"),
    ("", "org.cinnamon.ScreenSaver", "ActiveChanged", "told(bool)"),
)


class LinuxBus(QObject):
    """Signal: `leaving()`. Where there is no D-Bus it stays silent."""

    leaving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a system without its library
            return
        if is_local(os.environ.get(_SYSTEM, "")):
            self._listen(QDBusConnection.systemBus(), _ON_SYSTEM)
        session = os.environ.get(_SESSION, "")
        # Without an address Qt would start a bus of its own.
        if session and is_local(session):
            self._listen(QDBusConnection.sessionBus(), _ON_SESSION)

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """It begins, or it is over."""
        if begins:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The screen is locked."""
        self.leaving.emit()

    def _listen(self, bus: Any, signals: tuple[tuple[str, str, str, str], ...]) -> None:
        if not bus.isConnected():
            return
        # From whomever: to name a service would have Qt wait until that answers. A false signal locks, and no more.
        for path, interface, name, slot in signals:
            bus.connect("", path, interface, name, self, SLOT(slot))


def is_local(address: str) -> bool:
    """Whether every place that a bus's address names is in the file system (empty: the usual one)."""
    return all(one.startswith("unix:") for one in address.split(";") if one)
