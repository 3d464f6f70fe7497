"""Kept copies in Learn: from a link's own button, by dropping a file, read in place, and found again by a search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.model.copy import Copy
from app.model.page import links
from app.ui.learn.page import LearnPage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button
from tests import pdfs

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
COMMITTEES = "get-organized/committees"
PATIENCE = 15_000


@pytest.fixture
def learn(look: Look, session: Session, library: Library, qtbot: QtBot) -> Iterator[LearnPage]:
    page = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(page)
    page.resize(1200, 850)
    page.show()
    page.show_page(COMMITTEES)
    yield page
    page.stop()


def button(learn: LearnPage, words: str) -> Button:
    return next(one for one in learn.reading.findChildren(Button) if one.text() == words and one.isVisible())


def test_a_link_is_kept_from_its_own_button_and_then_read_there(
    learn: LearnPage, session: Session, library: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "List of teams.pdf"
    file.write_bytes(pdfs.sound("Cedar canary"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    button(learn, "Keep a copy here").click()
    qtbot.waitUntil(lambda: bool(session.workspace.all(Copy)), timeout=PATIENCE)
    (copy,) = session.workspace.all(Copy)
    assert (copy.page, copy.address) == (COMMITTEES, links(library.page(COMMITTEES))[0].address)
    button(learn, "Read the copy kept here").click()
    assert learn.reader is not None
    assert learn.stack.currentWidget() is learn.reader
    qtbot.waitUntil(learn.reader.tools.isEnabled, timeout=PATIENCE)
    learn.reader.tools.close_button.click()
    assert learn.reader is None
    assert learn.stack.currentIndex() == 0


def test_a_pdf_that_is_dropped_beside_the_page_is_kept(
    learn: LearnPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "Dropped.pdf"
    file.write_bytes(pdfs.sound("One"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    listed = learn.aside.copies
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *given)
    listed.dragEnterEvent(enter)
    assert enter.isAccepted()
    listed.dropEvent(QDropEvent(QPointF(5, 5), *given))
    qtbot.waitUntil(lambda: [one.name for one in listed.copies()] == ["Dropped"], timeout=PATIENCE)


def test_another_kind_of_file_is_not_taken(learn: LearnPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.docx"))])
    enter = QDragEnterEvent(
        QPointF(5, 5).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.setAccepted(False)
    learn.aside.copies.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_words_of_a_kept_copy_open_it_at_their_place(learn: LearnPage, session: Session, qtbot: QtBot) -> None:
    digest = session.workspace.copies.put(pdfs.sound("First", "Cedar canary"), ["First", "Cedar canary"])
    with session.workspace.edit("Keep") as edit:
        edit.add(Copy(name="Guide", digest=digest, page=COMMITTEES))
    (hit,) = session.workspace.find("canary")
    learn.show_copy(hit.id, "canary")
    assert learn.reader is not None
    reader = learn.reader
    qtbot.waitUntil(lambda: "1" in reader.tools.found.text(), timeout=PATIENCE)
    assert reader.page == 1


def test_going_to_a_page_closes_the_copy_that_is_read(learn: LearnPage, session: Session, library: Library) -> None:
    digest = session.workspace.copies.put(pdfs.sound("First"), ["First"])
    with session.workspace.edit("Keep") as edit:
        copy = edit.add(Copy(name="Guide", digest=digest))
    learn.show_copy(copy.id)
    learn.show_page(library.pages[0].id)
    assert learn.reader is None
