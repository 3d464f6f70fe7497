"""What drawn pictures share (circle, grid, timeline): the focus on a stop, what a screen reader and a tooltip say of it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring

# What keys reach in a picture: a dot or gap, a row of the timeline.
S = TypeVar("S", bound=Hashable)


class Told(Protocol[S]):
    """What a picture's scene can say of its stops."""

    @property
    def stops(self) -> tuple[S, ...]: ...
    def words_of(self, stop: S) -> str: ...


class PictureView(QWidget, Generic[S]):
    """A drawn picture whose stops can be reached by keys. The drawing, the keys and the mouse are each picture's own."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.stop: S | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def told(self) -> Told[S]:
        """The scene of now."""
        raise NotImplementedError

    def box_of(self, stop: S) -> QRectF:
        """Where a stop is, in pixels of the widget."""
        raise NotImplementedError

    def stop_under(self, at: QPointF) -> S | None:
        """The stop at a point of the widget."""
        raise NotImplementedError

    def is_chosen(self, stop: S) -> bool:
        """Whether a stop is what is chosen now."""
        return stop == self.stop

    def describe(self, stop: S, state: QAccessible.State) -> None:
        """Add what else a screen reader should know of a stop, such as that it is folded."""

    def event(self, event: QEvent) -> bool:
        """A tooltip says in words what a stop is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            stop = self.stop_under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.told.words_of(stop) if stop is not None else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keys are."""
        super().focusInEvent(event)
        self.say()
        self.update()

    def say(self) -> None:
        """Tell a screen reader which stop it is."""
        if self.stop is not None and self.stop in self.told.stops and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self.told.stops.index(self.stop))
            QAccessible.updateAccessibility(event)

    def show_cursor(self, over: S | None) -> None:
        """A hand over what can be chosen."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor)

    def paint_focus(self, painter: QPainter) -> None:
        """For those who move by keyboard: a ring around the picture, and a box around the stop."""
        if not keyboard_focus(self):
            return
        paint_ring(painter, self.look, QRectF(self.rect()), "primary", 12)
        if self.stop is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.colour("ink"), 2))
            painter.drawRoundedRect(self.box_of(self.stop).adjusted(-3, -3, 3, 3), 6, 6)
