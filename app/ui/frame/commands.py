"""Commands as data: what each is called, its keys and icon.

Shortcuts, the menus and the menu bar follow from it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from app.model.phrases import N_
from app.ui.theme import Look
from app.ui.widgets import Menu

FILE, EDIT, GO, HELP = "file", "edit", "go", "help"
MENUS = ((FILE, N_("File")), (EDIT, N_("Edit")), (GO, N_("Go to")), (HELP, N_("Help")))

ALWAYS = ("settings",)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window can do.

    `text` is marked with N_; `keys` as in "Ctrl+K"; `menu` is FILE, EDIT, GO or HELP.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    menu: str = FILE


class Commands(QObject):
    """All commands of one window.

    On macOS they fill the menu bar; elsewhere the menu behind the community's name.
    """

    def __init__(self, look: Look, window: QMainWindow) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._actions: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        self._menus = {key: Menu(_(title), window) for key, title in MENUS}
        self.short_menu = Menu(_("Menu"), window)
        self.short_menu.aboutToShow.connect(self._fill_short_menu)
        if sys.platform == "darwin":
            bar = QMenuBar()
            for menu in self._menus.values():
                bar.addMenu(menu)
            window.setMenuBar(bar)
        look.look_changed.connect(self._tint)

    def add(self, command: Command, do: Callable[[], object], *, before: str = "") -> QAction:
        """Make the command known under its keys and in its menu: at the end of it, or before another command."""
        action = QAction(_(command.text), self._window)
        action.setShortcut(QKeySequence(command.keys))
        action.setIconVisibleInMenu(sys.platform != "darwin")
        action.triggered.connect(lambda: do())
        self._actions[command.id] = action
        self._icons[command.id] = command.icon
        self._window.addAction(action)
        if before:
            self._menus[command.menu].insertAction(self._actions[before], action)
        else:
            self._menus[command.menu].addAction(action)
        self._tint()
        return action

    def add_menu(self, text: str, icon: str = "", menu: str = FILE) -> QMenu:
        """A menu inside a menu, such as recent files; the caller fills it."""
        inner = self._menus[menu].add_menu(text)
        inner.menuAction().setData(icon)
        if icon:
            inner.setIcon(self._look.icon(icon, "muted"))
        return inner

    def separate(self, menu: str = FILE) -> None:
        """Draw a line under what the menu holds so far."""
        self._menus[menu].addSeparator()

    def action(self, id: str) -> QAction:
        """The command's action, to enable, disable or rename it. KeyError when there is none."""
        return self._actions[id]

    def _fill_short_menu(self) -> None:
        self.short_menu.clear()
        self.short_menu.addActions(self._menus[FILE].actions())
        self.short_menu.addSeparator()
        self.short_menu.addActions([self._actions[id] for id in ALWAYS if id in self._actions])
        self.short_menu.addSeparator()
        self.short_menu.addActions(self._menus[HELP].actions())

    def _tint(self) -> None:
        for id, action in self._actions.items():
            if self._icons[id]:
                action.setIcon(self._look.icon(self._icons[id], "muted"))
