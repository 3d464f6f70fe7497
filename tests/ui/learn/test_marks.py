"""Bookmarks, highlights and notes: made by keys and by mouse, kept, listed, found, and told of when their words are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.model.mark import Mark
from app.model.origin import Origin
from app.model.page import plain_text
from app.ui.learn.page import LearnPage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
COMMITTEES = "get-organized/committees"
Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def learn(look: Look, session: Session, library: Library, qtbot: QtBot) -> LearnPage:
    page = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(page)
    page.resize(1150, 800)
    page.show()
    page.show_page(COMMITTEES)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.reading.area.setFocus()
    return page


def press(qtbot: QtBot, key: Key, mod: Mod = Mod.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, mod)


def marks(session: Session) -> list[Mark]:
    return session.workspace.all(Mark)


def test_a_passage_is_chosen_and_highlighted_by_keys(learn: LearnPage, session: Session, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Down, Mod.ControlModifier)
    first = learn.reading.passages[0]
    assert first.hasFocus()
    press(qtbot, Key.Key_H)
    (mark,) = marks(session)
    assert (mark.page, mark.quote) == (COMMITTEES, first.plain)
    assert learn.look.colours.gold_soft in first.text()
    press(qtbot, Key.Key_H)
    assert marks(session) == []
    session.undo()
    assert learn.look.colours.gold_soft in first.text()


def test_words_drawn_over_with_the_mouse_are_highlighted_alone(
    learn: LearnPage, session: Session, qtbot: QtBot
) -> None:
    passage = next(one for one in learn.reading.passages if len(one.plain) > 60)
    qtbot.mousePress(passage, Qt.MouseButton.LeftButton, pos=QPoint(1, 10))
    qtbot.mouseMove(passage, QPoint(140, 10))
    qtbot.mouseRelease(passage, Qt.MouseButton.LeftButton, pos=QPoint(140, 10))
    learn.reading.bar.highlight.click()
    (mark,) = marks(session)
    assert passage.plain.startswith(mark.quote)
    assert len(mark.quote) < len(passage.plain)


def test_a_note_is_written_and_kept_when_another_passage_is_pressed(
    learn: LearnPage, session: Session, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_Down, Mod.ControlModifier)
    press(qtbot, Key.Key_N)
    assert learn.reading.bar.note.entry.hasFocus()
    qtbot.keyClicks(learn.reading.bar.note.entry, "Ask at the next meeting")
    learn.reading.passages[3].setFocus()
    (mark,) = marks(session)
    assert (mark.quote, mark.note) == (learn.reading.passages[0].plain, "Ask at the next meeting")
    assert learn.reading.bar.note.isHidden()


def test_a_note_that_is_being_typed_is_kept_when_the_window_goes(
    learn: LearnPage, session: Session, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_N)
    qtbot.keyClicks(learn.reading.bar.note.entry, "For the whole page")
    learn.keep()
    (mark,) = marks(session)
    assert (mark.quote, mark.note) == ("", "For the whole page")


def test_a_bookmark_is_set_and_taken_away_with_one_key(learn: LearnPage, session: Session, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_B)
    assert [one.is_bookmark for one in marks(session)] == [True]
    assert learn.reading.tools.bookmark.accessibleName() == "Remove the bookmark (B)"
    press(qtbot, Key.Key_B)
    assert marks(session) == []


def test_a_step_and_a_partner_remember_the_passage_they_came_from(learn: LearnPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Down, Mod.ControlModifier)
    words = learn.reading.passages[0].plain
    with qtbot.waitSignal(learn.step_requested) as asked:
        press(qtbot, Key.Key_S)
    assert Origin.read(asked.args[1]) == Origin("page", COMMITTEES, words)
    with qtbot.waitSignal(learn.partner_requested) as asked:
        press(qtbot, Key.Key_P)
    assert Origin.read(asked.args[0]) == Origin("page", COMMITTEES, words)


def test_the_words_of_an_origin_lead_back_to_their_passage(learn: LearnPage, library: Library) -> None:
    page = library.page("get-organized/reflecting")
    quote = plain_text(page).splitlines()[-1]
    learn.show_page(Origin("page", page.id, quote).kept().removeprefix("page:"))
    assert learn.current == page.id
    assert quote in learn.reading.bar.words.text()


def test_the_list_of_marks_follows_the_pages_and_leads_back_to_them(
    learn: LearnPage, session: Session, library: Library, qtmodeltester: ModelTester
) -> None:
    last, first = library.pages[5], library.pages[1]
    quote = plain_text(first).splitlines()[0]
    with session.workspace.edit("Mark") as edit:
        edit.add(Mark(page=last.id))
        edit.add(Mark(page=first.id, quote=quote, note="Look at this"))
    model = learn.contents.marks.model
    qtmodeltester.check(model)
    learn.contents.show_view("marks")
    assert [one.words for one in model.rows] == [first.title, "Note: Look at this", last.title, "Bookmark"]
    learn.contents.marks.list.clicked.emit(model.index(1))
    assert learn.current == first.id
    assert learn.reading.bar.note.value() == "Look at this"


def test_a_mark_whose_words_are_gone_is_told_of_and_can_be_kept_for_the_page(
    learn: LearnPage, session: Session
) -> None:
    with session.workspace.edit("Mark") as edit:
        edit.add(Mark(page=COMMITTEES, quote="words that no edition of this page still holds", note="Why?"))
    rows = learn.contents.marks.model.rows
    assert [one.words for one in rows] == ["Lost their place", "Note: Why?"]
    learn.contents.marks.list.activated.emit(learn.contents.marks.model.index(1))
    bar = learn.reading.bar
    assert "words that no edition" in bar.words.text()
    bar.keep.click()
    (mark,) = marks(session)
    assert (mark.quote, mark.note) == ("", "Why?\n\n“words that no edition of this page still holds”")
    assert bar.isHidden()
    assert learn.contents.marks.model.rows[0].words != "Lost their place"


def test_a_mark_of_a_page_that_is_gone_can_be_removed(learn: LearnPage, session: Session) -> None:
    with session.workspace.edit("Mark") as edit:
        edit.add(Mark(page="no/more", quote="an old page"))
    learn.show_mark(marks(session)[0])
    learn.reading.bar.remove.click()
    assert marks(session) == []


def test_marks_are_found_by_the_search_of_the_file(learn: LearnPage, session: Session) -> None:
    with session.workspace.edit("Mark") as edit:
        mark = edit.add(Mark(page=COMMITTEES, quote="A committee", note="Ask Rowan"))
    assert [(one.kind, one.id) for one in session.workspace.find("rowan")] == [("mark", mark.id)]


def test_escape_chooses_nothing_again(learn: LearnPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Down, Mod.ControlModifier)
    assert learn.reading.bar.isVisible()
    press(qtbot, Key.Key_Escape)
    assert learn.reading.bar.isHidden()


def test_the_words_grow_and_shrink_by_keys(learn: LearnPage, qtbot: QtBot) -> None:
    size = learn.reading.passages[0].sizeHint().height()
    press(qtbot, Key.Key_Plus, Mod.ControlModifier)
    press(qtbot, Key.Key_Plus, Mod.ControlModifier)
    assert learn.reading.factor == 1.3
    assert learn.reading.passages[0].sizeHint().height() > size
    learn.reading.area.setFocus()
    press(qtbot, Key.Key_0, Mod.ControlModifier)
    assert learn.reading.factor == 1.0


def test_a_page_comes_back_where_it_was_left(learn: LearnPage, qtbot: QtBot, library: Library) -> None:
    bar = learn.reading.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 120)
    bar.setValue(100)
    learn.show_page(library.pages[0].id)
    learn.show_page(COMMITTEES)
    qtbot.waitUntil(lambda: bar.value() == 100)


def test_every_passage_knows_where_it_stands_in_its_page(learn: LearnPage, library: Library) -> None:
    for page in library.pages:
        learn.show_page(page.id)
        text = plain_text(page)
        for one in learn.reading.passages:
            assert text[one.start : one.start + len(one.plain)] == one.plain


def test_in_a_file_that_is_only_looked_at_nothing_can_be_marked(
    look: Look, session: Session, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(session.workspace), "read_only", property(lambda _self: True))
    page = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(page)
    page.show()
    page.reading.passages[0].chosen.emit(page.reading.passages[0])
    assert page.reading.bar.highlight.isHidden()
    assert page.reading.tools.bookmark.isHidden()
