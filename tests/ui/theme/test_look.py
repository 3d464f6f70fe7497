"""Dressing the program: themes, text size, fonts, icons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.theme.look import THEMES
from app.ui.theme.sheet import make_sheet
from app.ui.theme.tokens import Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_a_theme_colours_the_whole_program(look: Look, qapp: QApplication, name: str) -> None:
    look.apply(name)
    ground = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert ground == look.colours.bg == Theme.load(RESOURCES / "theme.toml").colours[name].bg


def test_painted_widgets_hear_of_a_new_look(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.look_changed):
        look.apply("dark", 1.5)


def test_text_grows_with_the_text_size(look: Look, qtbot: QtBot) -> None:
    label = QLabel("Who is missing?")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().height()
    look.apply("light", 2.0)
    label.ensurePolished()
    assert label.sizeHint().height() >= 1.8 * before


def test_the_text_size_stays_within_its_bounds(look: Look) -> None:
    look.apply("light", 9.0)
    assert look.scale == 2.0


def test_an_unknown_theme_is_a_mistake_of_ours(look: Look) -> None:
    with pytest.raises(ValueError, match="pink"):
        look.apply("pink")


def test_following_the_system_picks_a_theme_that_is_there(look: Look) -> None:
    look.apply("system")
    assert look.colours in Theme.load(RESOURCES / "theme.toml").colours.values()
    assert "system" in THEMES


def test_bc_sans_is_the_font(look: Look, qapp: QApplication) -> None:
    assert look.family == "BC Sans"
    assert qapp.font().family() == "BC Sans"


def test_an_icon_is_tinted_and_crisp_at_twice_the_density(look: Look) -> None:
    picture = look.icon("users", "warn").pixmap(look.icon("users").availableSizes()[0], 2.0)
    image = picture.toImage()
    tints = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert image.width() == 2 * look.text.icon
    assert look.colour("warn").name() in tints


def test_an_icon_that_is_not_there_is_a_mistake_of_ours(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-drawing")


def test_no_name_is_left_open_in_the_style_sheet(look: Look) -> None:
    template = (RESOURCES / "theme.qss").read_text("utf-8")
    sheet = make_sheet(template, look.colours, Theme.load(RESOURCES / "theme.toml").sizes, "BC Sans")
    assert "@" not in sheet


def test_the_high_contrast_theme_asks_for_a_dark_title_bar(look: Look, qapp: QApplication) -> None:
    look.apply("high-contrast")
    assert qapp.styleHints().colorScheme() in (Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown)
