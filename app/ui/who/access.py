"""Makes what pictures draw known to a screen reader: each dot, gap or row is a child of its picture, with a name, a place and
a state.

Qt asks a factory for the interface of a widget, keeps what it is given, and deletes it when the widget goes. Python would
delete it as well, so what was given to Qt is never let go of here: a few hundred bytes for a dot that a screen reader met.
"""

from __future__ import annotations

import ctypes
from typing import Any, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from app.ui.who.picture import PictureView

Picture = PictureView[Any]


class StopInterface(QAccessibleInterface):
    """One dot, gap or row, by its number in the picture's stops."""

    def __init__(self, view: Picture, number: int) -> None:
        super().__init__()
        self._view, self._number = view, number

    @property
    def stop(self) -> Any:
        """The stop that has this number now; None when there are fewer."""
        stops = self._view.told.stops if isValid(self._view) else ()
        return stops[self._number] if self._number < len(stops) else None

    def isValid(self) -> bool:
        """Whether there is still such a stop."""
        return self.stop is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Drawn things are no objects of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The picture's."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The picture."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> Any:
        """None."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def childAt(self, x: int, y: int) -> Any:
        """None."""
        return None

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        """None."""
        return -1

    def text(self, t: QAccessible.Text) -> str:
        """What it is, in words."""
        stop = self.stop
        return self._view.told.words_of(stop) if stop is not None and t == QAccessible.Text.Name else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Names are changed in the panel and the table."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        stop = self.stop
        if stop is None:
            return QRect()
        box = self._view.box_of(stop).toAlignedRect()
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """An entry that can be chosen."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Chosen, focused, or neither."""
        state, stop = QAccessible.State(), self.stop
        state.selectable = state.focusable = True  # type: ignore[attr-defined]
        if stop is not None and stop == self._view.stop:
            state.selected = self._view.is_chosen(stop)  # type: ignore[attr-defined]
            state.focused = self._view.hasFocus()  # type: ignore[attr-defined]
        if stop is not None:
            self._view.describe(stop, state)
        return state

    def foregroundColor(self) -> QColor:
        """The picture's own."""
        return self._view.look.colour("primary")


class PictureInterface(QAccessibleWidget):
    """A picture as a list of its stops."""

    def __init__(self, view: Picture) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._children: dict[int, StopInterface] = {}
        self._ids: list[int] = []
        ids = self._ids
        view.destroyed.connect(lambda: _delete(ids))

    def childCount(self) -> int:
        """One a stop."""
        return len(self._view.told.stops)

    def child(self, index: int) -> Any:
        """The stop of a number."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            made = self._children[index] = StopInterface(self._view, index)
            _give_to_qt(made)
            self._ids.append(QAccessible.registerAccessibleInterface(made))
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of a stop."""
        return next((number for number, one in self._children.items() if one is child), -1)

    def focusChild(self) -> Any:
        """The stop that the keys are at."""
        stops, stop = self._view.told.stops, self._view.stop
        return self.child(stops.index(stop)) if stop in stops else None


def _interface(key: str, thing: QObject) -> Any:
    if not isinstance(thing, PictureView):
        return None
    made = PictureInterface(cast("Picture", thing))
    _give_to_qt(made)
    return made


def _give_to_qt(made: object) -> None:
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(made))


def _delete(ids: list[int]) -> None:
    while ids:
        QAccessible.deleteAccessibleInterface(ids.pop())


def make_readable() -> None:
    """Tell Qt of it; once, when the program starts."""
    QAccessible.installFactory(_interface)
