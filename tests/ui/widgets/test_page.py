"""A page that scrolls is as high as what is on it, and no higher."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.widgets import Card, Columns, PressRow, ScrollPage, Words

TEXT = "A sentence that fills several lines where there is little room beside another."


def shown(look: Look, qtbot: QtBot, *things: QWidget) -> ScrollPage:
    page = ScrollPage(look, "Page")
    for one in things:
        page.add(one)
    qtbot.addWidget(page)
    page.resize(1100, 400)
    page.show()
    ground = page.widget()
    # After many other windows, a layout takes longer to settle than any fixed pause.
    qtbot.waitUntil(lambda: ground.height() >= max(401, ground.heightForWidth(ground.width())))
    return page


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_below_text_that_wraps_there_is_no_empty_room_to_scroll_through(look: Look, qtbot: QtBot, scale: float) -> None:
    look.apply("light", scale)
    columns = Columns(look)
    last = Card(look, "Last")
    for _side in range(2):
        side = QWidget()
        column = QVBoxLayout(side)
        for _card in range(3):
            card = Card(look, "A card")
            card.add(PressRow(look, TEXT, "users"), Words(TEXT, "small", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        columns.add(side)
    page = shown(look, qtbot, columns, last)
    ground = page.widget()
    foot = last.mapTo(ground, last.rect().bottomLeft()).y()
    assert ground.height() > 400
    assert ground.height() - foot <= 2 * look.space.margin


def test_a_page_without_a_line_that_wraps_scrolls_too(look: Look, qtbot: QtBot) -> None:
    tall = QWidget()
    tall.setMinimumHeight(900)
    page = shown(look, qtbot, tall)
    assert page.verticalScrollBar().maximum() >= 500
