"""Settings count at once, are kept, and a damaged settings file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.settings import Settings
from app.model.community import COMMUNITY_ID, Community
from app.ui.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def page(look: Look, session: Session, tmp_path: Path, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(look, Settings.load(tmp_path), session, RESOURCES / "fonts")
    qtbot.addWidget(made)
    return made


def test_the_theme_changes_at_once_and_is_kept(page: SettingsPage, look: Look, tmp_path: Path) -> None:
    page.theme.view_chosen.emit("dark")
    assert look.wanted == "dark"
    assert Settings.load(tmp_path).theme == "dark"


def test_the_text_size_changes_at_once_and_is_kept(page: SettingsPage, look: Look, tmp_path: Path) -> None:
    page.text_size.view_chosen.emit("2.0")
    assert look.scale == 2.0
    assert Settings.load(tmp_path).text_scale == 2.0


def test_the_communitys_name_can_be_changed_and_undone(page: SettingsPage, session: Session) -> None:
    field = page.community.fields["name"]
    field.entry.setText("Cedar Bay")
    field.commit()
    found = session.workspace.get(Community, COMMUNITY_ID)
    assert found is not None
    assert found.name == "Cedar Bay"
    session.undo()
    assert field.entry.text() == "Cedar Inlet"


def test_a_refused_name_stays_as_it_was_typed(page: SettingsPage) -> None:
    field = page.community.fields["name"]
    field.entry.setText("x" * 10_000)
    field.commit()
    assert "too long" in field.error.text()
    assert field.entry.text() == "x" * 10_000


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": 7, "text_scale": "huge", "recent": {}}', "\x00\xff"])
def test_a_damaged_settings_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content, "utf-8")
    found = Settings.load(tmp_path)
    assert (found.theme, found.text_scale, found.recent) == ("system", 1.0, [])


def test_recent_files_are_few_and_the_last_comes_first(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    for n in range(20):
        settings.opened(Path(f"/somewhere/{n}.groundwork"))
    settings.opened(Path("/somewhere/15.groundwork"))
    assert len(settings.recent) == 8
    assert settings.recent[0].endswith("15.groundwork")
    assert len(set(settings.recent)) == 8
