"""Finding from one box: results as you type, chosen by keys, shown as plain words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.model.partner import Partner
from app.ui.search.finder import Finder
from app.ui.search.results import Results
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import SearchField


class Desk(QWidget):
    """A window with a search box, joined to toolkit and file."""

    def __init__(self, look: Look, session: Session, library: Library) -> None:
        super().__init__()
        self.resize(900, 700)
        self.field = SearchField(look, "Find", "Ctrl K")
        self.field.setParent(self)
        self.field.setGeometry(20, 10, 500, 36)
        self.results = Results(look, self)
        self.finder = Finder(self.field, self.results, (library.find, session.workspace.find))


@pytest.fixture
def desk(look: Look, session: Session, library: Library, qtbot: QtBot) -> Desk:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Committee of <b>Elders</b>", skills="hən̓q̓əmin̓əm̓ speakers"))
    made = Desk(look, session, library)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_shows_pages_and_people(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.field.entry, "committee")
    assert desk.results.isVisible()
    assert {"page", "partner"} <= {hit.kind for hit in desk.results.model.hits}


def test_enter_opens_the_first_and_empties_the_box(desk: Desk, qtbot: QtBot) -> None:
    desk.field.entry.insert("hənqəminəm")
    with qtbot.waitSignal(desk.finder.hit_chosen) as chosen:
        qtbot.keyClick(desk.field.entry, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].title == "Committee of <b>Elders</b>"
    assert desk.field.text() == ""
    assert not desk.results.isVisible()


def test_down_moves_to_the_next(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.field.entry, "committee")
    qtbot.keyClick(desk.field.entry, Qt.Key.Key_Down)
    assert desk.results.list.currentIndex().row() == 1


def test_nothing_found_says_what_to_try(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.field.entry, "zzzz")
    assert "Try fewer or other words" in desk.results.nothing.text()


def test_escape_empties_the_box_and_hides_the_list(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.field.entry, "committee")
    qtbot.keyClick(desk.field.entry, Qt.Key.Key_Escape)
    assert not desk.results.isVisible()


def test_results_are_read_whole_by_a_screen_reader(desk: Desk, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    qtbot.keyClicks(desk.field.entry, "Elders")
    qtmodeltester.check(desk.results.model)
    texts = [
        str(desk.results.model.index(n).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(desk.results.model.rowCount())
    ]
    assert any("Committee of <b>Elders</b>" in text for text in texts)
    assert not any("\x02" in text for text in texts)
