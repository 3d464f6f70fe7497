"""A small plan that every view of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.model.groups import groups_of
from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.shown import Shown
from app.ui.plan.steps.model import MIME

TODAY = date(2026, 11, 24)  # a Tuesday
NAMES = {"ann": "Band manager", "bo": "Youth worker", "cy": "Nurse"}


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


ITEMS = (
    Item(id="goal", what="Nobody is alone", level="goal", review=day(3)),
    Item(id="hall", parent="goal", what="Book the hall", lead="ann", by=day(2), helpers=("bo",)),
    Item(id="list", parent="goal", what="Write the list", by=day(-3)),
    Item(id="call", parent="goal", what="Call the school", lead="bo", status="in-progress", by=day(9)),
    Item(id="wait", parent="goal", what="Wait for council", lead="ann", status="waiting"),
    Item(id="done", parent="goal", what="First talk", lead="bo", status="done", by=day(-20)),
)

Change = Callable[..., Shown]


@pytest.fixture
def shown() -> Shown:
    return Shown(Outline(ITEMS), NAMES, groups_of(), TODAY)


@pytest.fixture
def changed(shown: Shown) -> Change:
    """The plan after a change: `changed("hall", status="done")`."""

    def change(item_id: str, **fields: object) -> Shown:
        items = [replace(one, **fields) if one.id == item_id else one for one in ITEMS]  # type: ignore[arg-type]
        return replace(shown, outline=Outline(items))

    return change


def drop(widget: QWidget, at: QPointF, item_id: str) -> bool:
    """Hold a step over a point of a widget, and let it go; whether it was taken."""
    data = QMimeData()
    data.setData(MIME, item_id.encode())
    move, left, held = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), move, data, left, held)
    widget.dragEnterEvent(enter)
    event = QDropEvent(at, move, data, left, held)
    event.ignore()
    widget.dropEvent(event)
    return event.isAccepted()
