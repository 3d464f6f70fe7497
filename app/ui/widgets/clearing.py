"""Taking everything out of a layout, so that it can be filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Remove the widgets of a layout; they are hidden at once and deleted when Qt is idle."""
    while (taken := layout.takeAt(0)) is not None:
        old = taken.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
