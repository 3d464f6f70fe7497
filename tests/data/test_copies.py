"""Kept copies: in the file and found in it, beside the history, undone, repaired; and PDFs that mean harm."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.connection import connect
from app.data.opening import create_workspace, open_workspace
from app.data.pdf import Pdf, examine, read_pdf_file
from app.data.repair import repair
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.copy import Copy
from app.model.pdf import NotAPdf, PageTooLarge, PdfDamaged, PdfLocked, PdfTooBig, PdfTooHard, PdfTooLong
from app.model.trouble import ReadOnly, Refused
from tests import pdfs


def keep(workspace: Workspace, content: bytes, words: list[str], name: str = "Guide") -> Copy:
    digest = workspace.copies.put(content, words)
    with workspace.edit("Keep a copy") as edit:
        return edit.add(Copy(name=name, digest=digest, size=len(content), pages=len(words) or None))


def test_a_copy_survives_closing_and_is_found_by_the_words_on_its_pages(workspace: Workspace, file: Path) -> None:
    content = pdfs.sound("Nothing here", "Hən̓q̓əmin̓əm̓ canary")
    copy = keep(workspace, content, ["Nothing here", "Hən̓q̓əmin̓əm̓ canary <b>"])
    workspace.close()
    again = open_workspace(file)
    assert again.copies.read(copy.digest) == content
    for typed in ("hənqəmin", "CANARY"):
        (hit,) = again.find(typed)
        assert (hit.kind, hit.id) == ("copy", copy.id)
        assert "2" in hit.where
    assert [one.id for one in again.find("guide")] == [copy.id]
    again.close()
    assert check_file(file) == []


def test_neither_the_pdf_nor_its_words_stand_in_the_history(workspace: Workspace) -> None:
    keep(workspace, pdfs.sound("canary", compress=0), ["canary"])
    rows = workspace._connection.db.execute("SELECT change, steps FROM history").fetchall()
    assert all(b"canary" not in bytes(change) and "canary" not in steps for change, steps in rows)


def test_many_parts_come_back_whole(workspace: Workspace) -> None:
    content = bytes(range(256)) * 14_000
    copy = keep(workspace, content, [])
    assert workspace.copies.read(copy.digest) == content


def test_undo_and_redo_bring_it_back_and_closing_drops_what_nobody_names(workspace: Workspace, file: Path) -> None:
    copy = keep(workspace, pdfs.sound("canary"), ["canary"])
    workspace.undo()
    assert workspace.all(Copy) == []
    assert workspace.find("canary") == []
    workspace.redo()
    assert workspace.copies.read(copy.digest) is not None
    with workspace.edit("Remove") as edit:
        edit.remove(Copy, copy.id)
    workspace.close()
    again = open_workspace(file)
    assert again.copies.read(copy.digest) is None
    assert again.copies.words(copy.digest) == []
    again.undo()
    assert again.all(Copy) == [copy]
    keep(again, pdfs.sound("other"), ["other"])
    again.close()
    assert [one for one in check_file(file) if "lost its PDF" in one]


@pytest.mark.parametrize("passphrase", [None, "secret words"])
def test_the_room_of_a_large_one_is_given_back(file: Path, passphrase: str | None) -> None:
    workspace = create_workspace(file, Community(name="C"), passphrase)
    copy = keep(workspace, b"x" * 6_000_000, [])
    workspace.undo()
    assert copy.size == 6_000_000
    workspace.close()
    assert file.stat().st_size < 1_000_000
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_the_same_pdf_twice_is_kept_once(workspace: Workspace) -> None:
    first, second = (keep(workspace, b"%PDF-same", ["canary"], name) for name in ("A", "B"))
    assert first.digest == second.digest
    assert {one.id for one in workspace.find("canary")} == {first.id, second.id}


def test_a_protected_file_holds_nothing_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "protected.groundwork"
    workspace = create_workspace(path, Community(name="C"), "secret words")
    keep(workspace, pdfs.sound("canary", compress=0), ["canary"])
    for one in tmp_path.iterdir():
        assert b"canary" not in one.read_bytes()
        assert b"%PDF" not in one.read_bytes()
    workspace.close()
    assert b"canary" not in path.read_bytes()
    assert b"%PDF" not in path.read_bytes()


def test_looking_only_keeps_nothing(workspace: Workspace, file: Path) -> None:
    workspace.close()
    looking = open_workspace(file, read_only=True)
    with pytest.raises(ReadOnly):
        looking.copies.put(b"%PDF-", [])
    looking.close()


def test_a_copy_without_a_pdf_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Refused), workspace.edit("Add") as edit:
        edit.add(Copy(name="Guide", digest="nothing"))


def test_repair_carries_over_what_is_whole_and_counts_the_rest(workspace: Workspace, file: Path) -> None:
    good, bad = keep(workspace, b"%PDF-good", ["canary"], "Good"), keep(workspace, b"%PDF-bad", [], "Bad")
    workspace.close()
    opened = connect(file)
    opened.db.execute("UPDATE attachment_part SET bytes = x'00' WHERE digest = ?", [bad.digest])
    opened.db.execute("PRAGMA journal_mode = delete")
    opened.close()
    assert check_file(file) == ["A kept copy is damaged. Add its PDF again."]
    repaired = repair(file)
    assert (repaired.lost, repaired.copies) == (0, 1)
    assert "1" in repaired.sentence
    again = open_workspace(repaired.path)
    assert again.copies.read(good.digest) == b"%PDF-good"
    assert [one.id for one in again.find("canary")] == [good.id]
    again.close()


# -- PDFs from elsewhere ----------------------------------------------------------------------------------


def test_words_places_and_pictures_of_a_sound_one() -> None:
    content = pdfs.sound("Cedar canary", "Café canary canary")
    assert [one.strip() for one in examine(content, "a.pdf")] == ["Cedar canary", "Café canary canary"]
    pdf = Pdf(content, "a.pdf")
    assert pdf.count() == 2
    assert len(pdf.find(1, "CANARY")) == 2
    ((left, top, right, bottom),) = pdf.find(1, "cafe")[0]
    assert 0.1 < left < right < 0.3
    assert 0.05 < top < bottom < 0.2
    image = pdf.draw(0, 300)
    assert (image.width, len(image.dots)) == (300, image.width * image.height * 4)
    pdf.close()


BAD = {
    "something else": (b"MZ not a pdf" * 99, NotAPdf),
    "empty": (b"", NotAPdf),
    "locked": (pdfs.locked(), PdfLocked),
    "cut": (pdfs.sound()[:200], PdfDamaged),
    "only a head": (b"%PDF-1.7\n%%EOF", PdfDamaged),
    "too long": (pdfs.sound(*["x"] * 3001), PdfTooLong),
}


@pytest.mark.parametrize("name", list(BAD))
def test_what_cannot_be_kept_is_said_in_a_sentence(name: str) -> None:
    content, trouble = BAD[name]
    with pytest.raises(trouble) as told:
        examine(content, "a.pdf")
    assert str(told.value).endswith(".")


def test_a_page_of_a_million_points_is_not_drawn_and_the_rest_is(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = Pdf(pdfs.sound("big", size=(1e6, 1e6)), "a.pdf")
    with pytest.raises(PageTooLarge):
        pdf.draw(0, 800)
    assert pdf.words(0).strip() == "big"
    pdf.close()


def test_a_picture_has_an_end() -> None:
    pdf = Pdf(pdfs.sound(), "a.pdf")
    image = pdf.draw(0, 1_000_000)
    assert image.width * image.height <= 16_100_000
    pdf.close()


@pytest.mark.parametrize("code", ["import time; time.sleep(60)", "import os; os.abort()", "print('nonsense')"])
def test_a_reader_that_hangs_or_dies_is_let_go(code: str) -> None:
    start = time.monotonic()
    with pytest.raises(PdfTooHard):
        examine(pdfs.sound(), "a.pdf", [sys.executable, "-c", code], seconds=0.5)
    assert time.monotonic() - start < 5


def test_a_big_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(PdfTooBig):
        read_pdf_file(path)
