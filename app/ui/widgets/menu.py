"""A menu with round corners, for buttons and right clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


class Menu(QMenu):
    """Qt's menu; its corners are cut out, so that what lies behind shows through."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        make_round(self)

    def add_menu(self, title: str) -> Menu:
        """A menu inside this one."""
        inner = Menu(title, self)
        self.addMenu(inner)
        return inner


def make_round(popup: QWidget) -> None:
    """Let a popup have round corners: what lies outside of its ground shows through."""
    popup.setProperty("round", "true")
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
