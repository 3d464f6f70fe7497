"""The list of kept copies and the reader, with real PDFs, by keyboard and by names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.model.copy import Copy
from app.ui.copies.list import CopiesList
from app.ui.copies.reader import CopyReader
from app.ui.session import Session
from app.ui.theme import Look
from tests import pdfs

PATIENCE = 15_000


@pytest.fixture
def listed(look: Look, session: Session, qtbot: QtBot) -> Iterator[CopiesList]:
    made = CopiesList(look, session, "get-informed/a", "https://example.org/guide")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.wait()


def added(listed: CopiesList, qtbot: QtBot, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    listed.add_file(path)
    qtbot.waitUntil(listed.add_button.isEnabled, timeout=PATIENCE)


def opened(look: Look, session: Session, qtbot: QtBot, content: bytes) -> CopyReader:
    digest = session.workspace.copies.put(content, [])
    with session.workspace.edit("Keep") as edit:
        copy = edit.add(Copy(name="Guide", digest=digest))
    made = CopyReader(look, session, copy.id)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitUntil(lambda: made.tools.isEnabled() or bool(made.banner.sentence()), timeout=PATIENCE)
    return made


def test_a_pdf_is_added_listed_saved_and_removed(
    listed: CopiesList, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    content = pdfs.sound("Cedar canary", "Two")
    added(listed, qtbot, tmp_path / "<b>Guide.pdf", content)
    (copy,) = listed.copies()
    assert (copy.name, copy.pages, copy.page, copy.address) == (
        "<b>Guide",
        2,
        "get-informed/a",
        "https://example.org/guide",
    )
    assert [one.id for one in session.workspace.find("canary")] == [copy.id]
    names = {one.accessibleName() for one in listed.findChildren(QAbstractButton)}
    assert {"Read: <b>Guide", "Remove: <b>Guide"} <= names
    listed.save_as(copy, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == content
    listed.remove(copy)
    assert listed.copies() == []
    session.undo()
    assert listed.copies() == [copy]


@pytest.mark.parametrize("content", [b"MZ", pdfs.sound()[:200], pdfs.locked()], ids=["other", "cut", "locked"])
def test_what_cannot_be_kept_is_said_and_nothing_is_added(
    listed: CopiesList, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    added(listed, qtbot, tmp_path / "bad.pdf", content)
    assert "bad.pdf" in listed.banner.sentence()
    assert listed.copies() == []


def test_pages_words_zoom_and_places(look: Look, session: Session, qtbot: QtBot) -> None:
    reader = opened(look, session, qtbot, pdfs.sound("One canary", "Two", "Three canary canary"))
    assert reader.tools.where.text() == "Page 1 of 3"
    qtbot.keyClick(reader, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert reader.tools.where.text() == "Page 2 of 3"
    qtbot.keyClick(reader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Two", timeout=PATIENCE)
    reader.look_for("CANARY")
    qtbot.waitUntil(lambda: reader.tools.found.text() == "1 of 3", timeout=PATIENCE)
    qtbot.keyClick(reader, Qt.Key.Key_F3)
    assert reader.tools.found.text() == "2 of 3"
    assert reader.page == 2
    before = reader.sheet.page_box(0).width()
    reader.tools.larger.click()
    assert reader.sheet.page_box(0).width() > before
    reader.tools.fit.click()
    assert reader.sheet.page_box(0).width() == before
    qtbot.waitUntil(lambda: bool(reader.sheet._held), timeout=PATIENCE)
    reader.stop()


def test_a_page_too_large_is_told_in_its_place(look: Look, session: Session, qtbot: QtBot) -> None:
    reader = opened(look, session, qtbot, pdfs.sound("big", size=(1e6, 1e6)))
    qtbot.waitUntil(lambda: "too large" in reader.sheet._troubles.get(0, ""), timeout=PATIENCE)
    reader.stop()


def test_a_damaged_copy_is_told_in_a_sentence(look: Look, session: Session, qtbot: QtBot) -> None:
    reader = opened(look, session, qtbot, b"%PDF-1.7 nothing")
    assert "damaged" in reader.banner.sentence()
    reader.stop()


def test_everything_that_can_be_pressed_has_a_name(look: Look, session: Session, qtbot: QtBot) -> None:
    reader = opened(look, session, qtbot, pdfs.sound())
    own = reader.tools.findChildren(QAbstractButton)
    assert all(one.accessibleName() or one.text() for one in own)
    assert reader.area.accessibleName() == "Guide"
    assert reader.thumbs.accessibleName() == "Pages"
    reader.stop()
