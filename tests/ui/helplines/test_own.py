"""The office's own numbers: added, changed, removed, shown among the help lines, and printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.model.local_line import LocalLine
from app.ui.helplines.cards import PrintCards
from app.ui.helplines.own import OwnLines
from app.ui.helplines.page import HelpLinesPage
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Words

RESOURCES = Path(__file__).parents[3] / "resources"
LINES = load_helplines(RESOURCES / "helplines.toml")


@pytest.fixture
def own(look: Look, session: Session, qtbot: QtBot) -> OwnLines:
    made = OwnLines(look, session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_number_is_added_and_written_field_by_field(own: OwnLines, session: Session, qtbot: QtBot) -> None:
    own.add_button.click()
    assert own.editor.isVisible()
    for name, words in (("name", "Nurse on call"), ("number", "250-555-0144")):
        field = own.form.fields[name]
        field.setFocus()
        field.entry.selectAll()
        qtbot.keyClicks(field.entry, words)
    own.done.click()
    (line,) = session.workspace.all(LocalLine)
    assert (line.name, line.number) == ("Nurse on call", "250-555-0144")
    assert line.checked is not None
    assert own.editor.isHidden()


def test_a_number_that_is_undone_takes_its_form_with_it(own: OwnLines, session: Session) -> None:
    own.add_button.click()
    session.undo()
    assert own.editor.isHidden()
    assert own.lines() == []


def test_a_number_is_removed_and_comes_back(own: OwnLines, session: Session, qtbot: QtBot) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(LocalLine(name="<b>Nurse</b>", number="250-555-0144"))
    remove = next(one for one in own.findChildren(Button) if one.accessibleName() == "Remove: <b>Nurse</b>")
    remove.click()
    assert own.lines() == []
    session.undo()
    assert [one.name for one in own.lines()] == ["<b>Nurse</b>"]


def test_own_numbers_stand_among_the_help_lines(look: Look, session: Session, qtbot: QtBot) -> None:
    page = HelpLinesPage(look, LINES, session)
    qtbot.addWidget(page)
    with session.workspace.edit("Add") as edit:
        edit.add(LocalLine(name="Nurse on call", number="250-555-0144"))
    texts = [one.text() for one in page.findChildren(Words)]
    assert texts.index("9-1-1") < texts.index("250-555-0144")
    assert "Added by your own office. Not checked yet." in texts


def test_both_cards_are_made_with_the_numbers_of_now(
    look: Look, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    cards = PrintCards(look, session, LINES, RESOURCES / "fonts")
    qtbot.addWidget(cards)
    for name, make in (("wall", cards.wall_card()), ("pocket", cards.pocket_cards())):
        target = tmp_path / f"{name}.pdf"
        with qtbot.waitSignal(
            cards.message_requested, check_params_cb=lambda _words, kind, _do: kind == "ok", timeout=20_000
        ):
            cards.saver.save(target, make)
        cards.saver.wait()
        assert target.read_bytes().startswith(b"%PDF")


def test_own_numbers_are_found_by_the_search_of_the_file(own: OwnLines, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(LocalLine(name="Nurse on call", number="250-555-0144"))
    assert [one.kind for one in session.workspace.find("nurse")] == ["helpline"]
