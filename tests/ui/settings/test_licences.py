"""The licences, from About in Settings and back."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.data.settings import Settings
from app.ui.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.theme import Look

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


def test_about_leads_to_the_licences_and_back(look: Look, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    page = SettingsPage(look, Settings(tmp_path / "settings.json"), session, FONTS)
    qtbot.addWidget(page)
    qtbot.addWidget(page.licences)
    with qtbot.waitSignal(page.page_requested) as asked:
        page.made_of.click()
    assert asked.args == [page.licences]
    with qtbot.waitSignal(page.page_requested) as back:
        page.licences.back.click()
    assert back.args == [page]


def test_the_chosen_part_shows_its_text(look: Look, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    room = SettingsPage(look, Settings(tmp_path / "settings.json"), session, FONTS).licences
    qtbot.addWidget(room)
    room.show()
    rows = [room.rows.item(row).text() for row in range(room.rows.rowCount())]
    qt = next(row for row, text in enumerate(rows) if text.startswith("PySide6"))
    room.list.setCurrentIndex(room.rows.index(qt, 0))
    assert "LGPL 3.0" in room.title.text()
    assert "You may replace them" in room.text.toPlainText()
    assert room.text.isReadOnly()
