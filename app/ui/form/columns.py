"""Which columns the table shows, and everything that can be done to one of them, for keys and mouse alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.form.arrangement import STEP, Arrangement
from app.ui.theme import Look
from app.ui.widgets import IconButton, Menu

# Headings with the columns below each; a heading with one column, or none at all, opens no menu of its own.
Parts = Sequence[tuple[str, Sequence[str]]]
Labels = Callable[[str], str]


class TickMenu(Menu):
    """Stays open while things are ticked in it, so that several can be chosen in one go."""

    def add_tick_menu(self, title: str) -> TickMenu:
        """A menu of ticks inside this one."""
        inner = TickMenu(title, self)
        self.addMenu(inner)
        return inner

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tick is set or taken away; what else there is closes the menu."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same by Space and Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class ColumnsMenu(TickMenu):
    """A tick for each column in the order of `parts`, and what can be done to the column `about`; `labels` says what a column
    is called. Rows that stand as people have put them are not `sortable`.

    Signal: `arranged(Arrangement)` at each wish.
    """

    arranged = Signal(object)

    def __init__(
        self,
        arrangement: Arrangement,
        about: str,
        parts: Parts,
        labels: Labels,
        parent: QWidget,
        *,
        sortable: bool = True,
    ) -> None:
        super().__init__(_("Columns"), parent)
        self._arrangement, self._labels, self._sortable = arrangement, labels, sortable
        self.ticks: dict[str, QAction] = {}
        if about in arrangement.seen:
            self._add_about(about)
            self.addSeparator()
        for heading, fields in parts:
            inside = self.add_tick_menu(heading) if heading and len(fields) > 1 else self
            for name in fields:
                if name != arrangement.FIRST:
                    self._add_tick(inside, name)
        self.addSeparator()
        self.addAction(_("As at the start")).triggered.connect(lambda: self._put(type(arrangement)()))

    def _add_tick(self, menu: Menu, name: str) -> None:
        action = menu.addAction(self._labels(name).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name in self._arrangement.shown)
        action.toggled.connect(partial(self._show, name))
        self.ticks[name] = action

    def _add_about(self, name: str) -> None:
        now = self._arrangement
        title = _("Column “{name}”").format(name=self._labels(name).replace("&", "&&"))
        menu = self.add_menu(title)
        wide = now.width(name)
        sorting = [
            (_("Sort from first to last"), now.sorted(name, descending=False)),
            (_("Sort from last to first"), now.sorted(name, descending=True)),
        ]
        wishes = [
            *(sorting if self._sortable else ()),
            (_("Move to the left"), now.moved(name, -1)),
            (_("Move to the right"), now.moved(name, 1)),
            (_("Wider"), now.with_width(name, wide + STEP)),
            (_("Narrower"), now.with_width(name, wide - STEP)),
            (_("Hide this column"), now.with_shown(name, False)),
        ]
        for words, wish in wishes:
            action = menu.addAction(words)
            action.setEnabled(wish != now)
            action.triggered.connect(partial(self._put, wish))

    def _show(self, name: str, shown: bool) -> None:
        self._put(self._arrangement.with_shown(name, shown))

    def _put(self, arrangement: Arrangement, _checked: bool = False) -> None:
        self._arrangement = arrangement
        self.arranged.emit(arrangement)


class ColumnsButton(IconButton):
    """Opens the menu of columns (see ColumnsMenu). `arrangement` says how they are now, `about` which column keys are at.

    Signal: `arranged(Arrangement)`.
    """

    arranged = Signal(object)

    def __init__(
        self,
        look: Look,
        arrangement: Callable[[], Arrangement],
        about: Callable[[], str],
        parts: Parts,
        labels: Labels,
        *,
        sortable: bool = True,
    ) -> None:
        super().__init__(look, "columns-3", _("Choose columns"))
        self._now, self._about, self._parts, self._labels, self._sortable = arrangement, about, parts, labels, sortable
        self.clicked.connect(self._open)

    def make_menu(self, about: str) -> ColumnsMenu:
        """The menu as it would open now; `about` is the field of a column."""
        menu = ColumnsMenu(self._now(), about, self._parts, self._labels, self, sortable=self._sortable)
        menu.arranged.connect(self.arranged)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_at(self, place: QPoint, about: str) -> None:
        """Open the menu at a point of the screen."""
        now = self._now()
        self.make_menu(about if about in now.ALL else now.FIRST).popup(place)

    def _open(self) -> None:
        self.open_at(self.mapToGlobal(self.rect().bottomLeft()), self._about())
