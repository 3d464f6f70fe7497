"""A page or a section becomes a PDF where the person wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.ui.learn.page import LearnPage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.mark.parametrize("whole_section", [False, True])
def test_what_is_read_is_saved_as_pdf(
    look: Look,
    session: Session,
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    whole_section: bool,
) -> None:
    offered: list[str] = []

    def choose(_window: object, _title: str, suggested: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(suggested).name)
        return str(tmp_path / "out.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    learn = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(learn)
    learn.show_page("get-organized/committees")
    tools = learn.reading.tools
    said: list[str] = []
    learn.message_requested.connect(lambda sentence, _kind, _action: said.append(sentence))
    (tools.print_section if whole_section else tools.print_page).trigger()
    qtbot.waitUntil(lambda: any("Saved as" in one for one in said), timeout=20_000)
    learn.stop()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    page = library.page("get-organized/committees")
    assert offered == [f"{library.section_of(page).title if whole_section else page.title}.pdf"]


@pytest.mark.parametrize(
    ("action", "ending", "start"),
    [("word_page", ".docx", b"PK"), ("web_section", ".html", b"<!DOCTYPE html>")],
)
def test_what_is_read_is_saved_for_word_and_as_a_web_page(
    look: Look,
    session: Session,
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    ending: str,
    start: bytes,
) -> None:
    offered: list[str] = []

    def choose(_window: object, _title: str, suggested: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(suggested).suffix)
        return str(tmp_path / "out"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    learn = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(learn)
    learn.show_page("get-organized/committees")
    said: list[str] = []
    learn.message_requested.connect(lambda sentence, _kind, _action: said.append(sentence))
    getattr(learn.reading.tools, action).trigger()
    qtbot.waitUntil(lambda: any("Saved as" in one for one in said), timeout=20_000)
    learn.stop()
    assert offered == [ending]
    assert (tmp_path / "out").read_bytes().startswith(start)


def test_a_folder_that_takes_nothing_is_said_in_one_sentence(
    look: Look, session: Session, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    learn = LearnPage(look, session, library, FONTS, Names())
    qtbot.addWidget(learn)
    said: list[tuple[str, str]] = []
    learn.message_requested.connect(lambda sentence, kind, _action: said.append((sentence, kind)))
    handouts = learn._handouts
    learn.saver.save(tmp_path / "no" / "such" / "out.pdf", lambda _watch: handouts.make("One", library.pages[:1]))
    qtbot.waitUntil(lambda: any(kind == "warn" for _sentence, kind in said), timeout=20_000)
    learn.stop()
