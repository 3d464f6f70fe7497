"""Takes every window of the program off the screens at once, and what was copied out of the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

# One dialog may have been opened over another, and each hides what it opened.
_TIMES = 5


def hide_windows() -> None:
    """Hide whatever is open: menus and lists that dropped down, dialogs with the answer "no", then all other windows."""
    for _time in range(_TIMES):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    open_ones = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for one in sorted(open_ones, key=_order):
        if not isValid(one):
            continue
        if isinstance(one, QDialog):
            one.reject()
        one.hide()


def clear_clipboard() -> None:
    """Take out what was copied from the program; what comes from elsewhere stays."""
    clipboard = QGuiApplication.clipboard()
    owned = (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard),
        (QClipboard.Mode.Selection, clipboard.ownsSelection),
        (QClipboard.Mode.FindBuffer, clipboard.ownsFindBuffer),
    )
    for mode, is_ours in owned:
        if is_ours():
            clipboard.clear(mode)


def _order(window: QWidget) -> int:
    """A dialog is over its window: the window goes first, so that nothing of it is seen when the dialog has gone."""
    return 1 if isinstance(window, QDialog) else 0
