"""Sleep and the locked screen on Windows, which tells a window by messages. Written by its documentation, not yet tried there."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

# winuser.h and wtsapi32.h: the messages, and which of them mean sleep and lock.
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT = 0x02B1, 0x0007, 0x0002
_LEAVING = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
}
_THIS_SESSION = 0


class Message(ctypes.Structure):
    """Windows' MSG."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, owner: WindowsSession) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(self, event_type: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Called by Qt for every message of the system; the address of a MSG."""
        if QByteArray(event_type).data() == b"windows_generic_MSG":
            self._owner.hear(Message.from_address(int(message)))
        return False, 0


class WindowsSession(QObject):
    """Signal: `leaving()`."""

    leaving = Signal()

    def __init__(self, window: int, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION)

    def hear(self, message: Message) -> None:
        """One message of the system."""
        if (int(message.message), int(message.wParam)) in _LEAVING:
            self.leaving.emit()
