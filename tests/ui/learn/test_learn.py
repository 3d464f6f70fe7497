"""Reading: contents, pages, links that are never opened by themselves, and what came of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.model.item import Item
from app.model.page import links, plain_text
from app.model.partner import Partner
from app.ui.learn.page import LearnPage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Words
from app.ui.widgets.press_row import PressRow

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
COMMITTEES = "get-organized/committees"


@pytest.fixture
def learn(look: Look, session: Session, library: Library, qtbot: QtBot) -> LearnPage:
    page = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(page)
    page.resize(1150, 800)
    page.show()
    return page


def test_the_first_page_is_open_at_the_start(learn: LearnPage, library: Library) -> None:
    assert learn.current == library.pages[0].id


def test_every_page_can_be_shown(learn: LearnPage, library: Library) -> None:
    for page in library.pages:
        learn.show_page(page.id)
        titles = [one.text() for one in learn.reading.findChildren(Words)]
        assert page.title in titles


def test_the_contents_name_every_page_and_obey_the_rules_of_models(
    learn: LearnPage, library: Library, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(learn.contents.model)
    names = {learn.contents.model.index(n).data() for n in range(learn.contents.model.rowCount())}
    assert {page.title for page in library.pages} <= names


def test_choosing_in_the_contents_shows_the_page(learn: LearnPage) -> None:
    model = learn.contents.model
    learn.contents.list.setCurrentIndex(model.index(model.row_of(COMMITTEES)))
    assert learn.current == COMMITTEES


def test_next_and_back_go_through_the_section_by_keys(learn: LearnPage, library: Library, qtbot: QtBot) -> None:
    with qtbot.waitActive(learn):
        learn.activateWindow()
    qtbot.keyClick(learn, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert learn.current == library.pages[1].id
    qtbot.keyClick(learn, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert learn.current == library.pages[0].id


def test_an_unknown_page_changes_nothing(learn: LearnPage) -> None:
    before = learn.current
    learn.show_page("nowhere/at-all")
    assert learn.current == before


def test_a_web_address_is_copied_and_never_opened(learn: LearnPage, library: Library) -> None:
    page = next(one for one in library.pages if links(one))
    learn.show_page(page.id)
    copy = next(one for one in learn.reading.findChildren(Button) if "Copy the address" in one.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == links(page)[0].address
    assert not any(one.openExternalLinks() for one in learn.reading.findChildren(QLabel))


def test_searched_words_are_highlighted(learn: LearnPage, look: Look) -> None:
    learn.show_page(COMMITTEES, "committees")
    marked = [one for one in learn.reading.findChildren(QLabel) if look.colours.primary_soft in one.text()]
    assert marked


def test_a_page_shows_what_came_of_it(learn: LearnPage, session: Session, qtbot: QtBot) -> None:
    learn.show_page(COMMITTEES)
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Ring the committee", origin=f"page:{COMMITTEES}"))
        edit.add(Partner(name="VAWIR committee", origin=f"page:{COMMITTEES}"))

    def rows() -> list[str]:
        return [one.text() for one in learn.aside.findChildren(PressRow) if one.isVisible()]

    qtbot.waitUntil(lambda: rows() == ["Ring the committee", "VAWIR committee"])


def test_a_page_becomes_a_step_that_remembers_it(learn: LearnPage, qtbot: QtBot) -> None:
    learn.show_page(COMMITTEES)
    with qtbot.waitSignal(learn.step_requested) as asked:
        next(one for one in learn.reading.findChildren(Button) if one.text() == "Make it a step").click()
    assert asked.args == ["", f"page:{COMMITTEES}"]


def test_nothing_of_a_page_is_lost_on_the_screen(learn: LearnPage, library: Library) -> None:
    page = library.page("get-organized/reflecting")
    learn.show_page(page.id)
    shown = " ".join(one.text() for one in learn.reading.findChildren(QLabel))
    for line in plain_text(page).splitlines():
        for word in line.split()[:3]:
            assert word.strip("“”.,?'’()").split("’")[0] in shown


def test_in_a_narrow_window_the_page_comes_first(learn: LearnPage) -> None:
    learn.resize(620, 600)
    assert learn.aside.isHidden()
    assert learn.contents.isHidden()
    assert not learn.reading.isHidden()


@pytest.mark.parametrize("height", [420, 600, 900])
def test_no_words_beside_the_page_are_cut_in_a_low_window(learn: LearnPage, qtbot: QtBot, height: int) -> None:
    learn.resize(1150, height)

    def all_whole() -> bool:
        shown = [one for one in learn.aside.findChildren(Words) if one.isVisible() and one.wordWrap()]
        return bool(shown) and all(one.height() >= one.heightForWidth(one.width()) for one in shown)

    qtbot.waitUntil(all_whole)
