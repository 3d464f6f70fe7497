"""On a projector (1280 x 720), and with large words, no label of any place is cut or drawn over another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.data.contents import Contents
from app.data.sample import create_sample
from app.data.settings import Settings
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Meeting
from app.ui.main_window import MainWindow
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(params=[(1.0, 1280, 690), (2.0, 1366, 700)], ids=["projector", "large words"])
def main(
    look: Look, contents: Contents, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The sample in a window of that size."""
    scale, width, height = request.param
    look.apply("light", scale)
    session = Session(create_sample(tmp_path / "Cedar Inlet.groundwork", RESOURCES / "sample" / "sample.toml"))
    settings, backups = Settings.load(tmp_path), tmp_path / "backups"
    made = MainWindow(look, session, contents.library(), contents.lines(), settings, RESOURCES, backups)
    made.frame.resize(width, height)
    made.frame.show()
    yield made
    made.leave()


def rooms(main: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every place and what lies behind it, each with the way there."""
    workspace = main.session.workspace
    for place in ("home", "learn", "who", "reflect", "plan", "print"):
        yield place, partial(main.frame.go_to, place)
    yield "a partner", partial(main.open_thing, "partner", workspace.all(Partner)[3].id)
    yield "a step", partial(main.open_thing, "item", workspace.all(Item)[8].id)
    for meeting in workspace.all(Meeting):
        for view in ("prepare", "ask", "compare"):
            yield f"{meeting.name}, {view}", partial(open_meeting, main, meeting.id, view)
    pages = (main.help_lines, main.settings_page, main.settings_page.licences, main.handing, main.changed)
    for page in pages:
        yield type(page).__name__, partial(main.frame.show_page, page)
    yield "backups", main.safe.show
    yield "erasing", main.safe.show_erasing


def open_meeting(main: MainWindow, meeting: str, view: str) -> None:
    main.frame.go_to("reflect")
    main.reflect.open_meeting(meeting, view)


def cut(main: MainWindow) -> list[tuple[str, int, int]]:
    """Labels on the screen that are lower than their words, with their height and what they need."""
    found: list[tuple[str, int, int]] = []
    for one in main.frame.findChildren(QLabel):
        if one.isVisible() and one.text():
            needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            if one.height() + 1 < needed:
                found.append((one.text()[:60], one.height(), needed))
    return found


@pytest.mark.slow
def test_no_label_is_cut(main: MainWindow, qtbot: QtBot) -> None:
    for name, go in list(rooms(main)):
        go()
        try:
            qtbot.waitUntil(lambda: not cut(main), timeout=3_000)
        except Exception as error:
            raise AssertionError(f"{name}: {cut(main)}") from error
