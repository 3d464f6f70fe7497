"""Print & share: what goes in and what stays out is said, and seen, before anything is saved or printed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.data.library import Library
from app.model.item import Item
from app.model.page import Section
from app.model.partner import Partner
from app.model.reflection import Meeting
from app.reports.catalogue import REPORTS
from app.reports.paper import PAPERS
from app.reports.report import Report
from app.reports.watch import Watch
from app.ui.reports.page import PrintPage
from app.ui.reports.printers import find_printers
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PrintPage:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Friendship centre", consent_show="public"))
        edit.add(Partner(name="Auntie Canary"))
        edit.add(Item(what="Book the hall"))
    lines, library = load_helplines(RESOURCES / "helplines.toml"), Library.load(RESOURCES / "toolkit" / "en")
    made = PrintPage(look, session, lines, RESOURCES / "fonts", library=library)
    qtbot.addWidget(made, before_close_func=PrintPage.wait)
    made.resize(1200, 800)
    made.show()
    return made


def choose(page: PrintPage, audience: str) -> None:
    page.options.audience.set_current(audience)
    page.refresh()


def ready(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.options.save.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: "Page 1" in page.preview.state.text(), timeout=20_000)


def save(page: PrintPage, qtbot: QtBot, target: Path) -> None:
    ready(page, qtbot)
    page.save_to(target)
    qtbot.waitUntil(lambda: bool(page.banner.sentence()), timeout=20_000)


def words(file: Path) -> str:
    return "".join(one.extract_text() for one in PdfReader(file).pages)


def test_it_says_what_is_left_out_before_it_is_made(page: PrintPage) -> None:
    choose(page, "public")
    assert "1 partner and 1 step" in page.options.left_out.text()
    assert "Left out: 1 partner" in page.options.left_out.text()


def test_the_report_is_seen_before_it_is_saved(page: PrintPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    assert page.preview.state.text().startswith("Page 1 of ")
    qtbot.waitUntil(lambda: bool(page.preview.sheet._held), timeout=20_000)


def test_letters_that_cannot_be_printed_are_named_before_anything_is_saved(
    page: PrintPage, session: Session, qtbot: QtBot
) -> None:
    ready(page, qtbot)
    assert "[?]" not in page.banner.sentence()
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="\ue123 Nation", consent_show="public"))
    page.refresh()
    qtbot.waitUntil(lambda: "U+E123" in page.banner.sentence(), timeout=20_000)
    assert "printed as [?]" in page.banner.sentence()


def test_what_is_saved_is_what_was_seen(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    ready(page, qtbot)
    seen = page._report
    save(page, qtbot, tmp_path / "report.pdf")
    assert seen is not None
    assert (tmp_path / "report.pdf").read_bytes() == seen.pdf
    assert "report.pdf" in page.banner.sentence()
    assert "Auntie Canary" in words(tmp_path / "report.pdf")


def test_who_did_not_agree_is_not_in_a_report_for_anyone(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, "public")
    save(page, qtbot, tmp_path / "report.pdf")
    assert "Friendship centre" in words(tmp_path / "report.pdf")
    assert "Canary" not in words(tmp_path / "report.pdf")


def test_a_folder_that_is_gone_is_said_calmly(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    save(page, qtbot, tmp_path / "gone" / "report.pdf")
    assert "cannot be found" in page.banner.sentence()


def test_an_old_report_stays_when_the_new_one_cannot_be_written(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "kept.txt").write_text("kept")
    save(page, qtbot, target)
    assert (target / "kept.txt").read_text() == "kept"
    assert page.banner.sentence().endswith(".")


def test_readers_who_may_not_have_it_get_no_circle(page: PrintPage, qtbot: QtBot) -> None:
    page.show_kind("circle")
    choose(page, "public")
    assert not page.options.save.isEnabled()
    assert "office or the committee" in page.options.left_out.text()
    choose(page, "committee")
    ready(page, qtbot)


@pytest.mark.parametrize("key", list(REPORTS))
def test_every_report_of_the_list_can_be_looked_at(page: PrintPage, qtbot: QtBot, key: str) -> None:
    page.show_kind(key)
    page.refresh()
    ready(page, qtbot)
    assert page.kinds.list.currentIndex().data() == REPORTS[key].title


def test_a_picture_can_be_a_poster_whose_size_is_said(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_kind("circle")
    sizes = page.options.sizes
    assert [sizes.entry.itemText(n) for n in range(2)] == ["One sheet", "4 sheets: 37 × 48 cm (15 × 19 inches)"]
    sizes.set_value("2x2")
    page.options.changed.emit()
    ready(page, qtbot)
    assert "Page 1 of 5" in page.preview.state.text()
    page.options.paper.set_value("a4")
    page.options.paper.edited.emit("a4")
    assert sizes.value() == "2x2"
    assert "36 × 52 cm" in sizes.entry.currentText()


def test_what_is_no_picture_has_one_size(page: PrintPage, qtbot: QtBot) -> None:
    page.show_kind("circle")
    page.options.sizes.set_value("3x3")
    page.show_kind("plan")
    assert not page.options.sizes.isVisible()
    ready(page, qtbot)
    assert page.options.sheet() == PAPERS["letter"]


def test_an_edit_elsewhere_is_in_the_next_look(page: PrintPage, qtbot: QtBot, session: Session) -> None:
    ready(page, qtbot)
    before = page._report
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Uncle Canary"))
    assert not page.options.save.isEnabled()
    ready(page, qtbot)
    assert page._report is not before


def test_of_quick_changes_of_mind_the_last_counts(page: PrintPage, qtbot: QtBot) -> None:
    made: list[Report] = []
    page.drafting.drafted.connect(made.append)
    for key in ("plan", "partners", "gaps"):
        page.show_kind(key)
    ready(page, qtbot)
    qtbot.wait(400)
    assert len(made) == 1
    assert "missing" in page._name()


def test_cancelling_leaves_nothing_to_save(page: PrintPage, qtbot: QtBot) -> None:
    page.show_kind("plan")
    page.preview.cancel_requested.emit()
    qtbot.wait(400)
    assert not page.options.save.isEnabled()
    assert "Stopped" in page.preview.state.text()


def test_a_fault_of_ours_is_said_calmly_and_logged(page: PrintPage, qtbot: QtBot) -> None:
    met: list[Exception] = []
    page.bug_met.connect(met.append)

    def broken(_watch: Watch) -> Report:
        raise RuntimeError("a fault")

    page.drafting.want(broken)
    qtbot.waitUntil(lambda: bool(met), timeout=5_000)
    assert "not harmed" in page.preview.state.text()


def test_a_narrow_window_has_a_choice_instead_of_the_list(page: PrintPage) -> None:
    page.resize(600, 700)
    assert not page.kinds.isVisible()
    assert page.options.choice.isVisible()
    page.options.kind_chosen.emit("plan")
    assert page.options.choice.value() == "plan"


def test_zoom_by_keys_keeps_the_pages_readable(page: PrintPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    page.preview.area.setFocus()
    before = page.preview.sheet.page_box(0).width()
    qtbot.keyClick(page.preview.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.sheet.page_box(0).width() > before
    qtbot.keyClick(page.preview.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.sheet.page_box(0).width() == before


def test_pages_go_to_the_printer_that_was_chosen(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    ready(page, qtbot)
    report = page._report
    assert report is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    size = QPageSize(QSizeF(612, 792), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    page.printing.send(report.pdf, "Report", printer, (1, 2))
    qtbot.waitUntil(lambda: "on its way" in page.banner.sentence(), timeout=20_000)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_a_page_on_its_side_fills_the_upright_sheet(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_kind("timeline")
    page.refresh()
    ready(page, qtbot)
    report = page._report
    assert report is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    size = QPageSize(QSizeF(612, 792), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    page.printing.send(report.pdf, "Report", printer, (1, 1))
    qtbot.waitUntil(lambda: "on its way" in page.banner.sentence(), timeout=20_000)
    with PdfDocument(tmp_path / "printed.pdf") as printed:
        dots = printed[0].render(scale=0.5).to_numpy().min(axis=2)
    rows = [number for number, row in enumerate(dots) if row.min() < 200]
    columns = [number for number, column in enumerate(dots.T) if column.min() < 200]
    # The title begins at the long edge: turned by a quarter, it stands at the top right.
    assert rows[0] < 0.1 * len(dots)
    assert columns[-1] > 0.85 * len(dots.T)


def test_no_printer_is_a_sentence(page: PrintPage) -> None:
    page.printing._choose(b"", "Report", None, [])
    assert "No printer is set up" in page.banner.sentence()
    page.printing._choose(b"", "Report", None, None)
    assert "does not answer" in page.banner.sentence()


def test_a_print_service_that_does_not_answer_is_waited_for_shortly() -> None:
    assert find_printers([sys.executable, "-c", "import time; time.sleep(30)"], seconds=0.5) is None
    assert find_printers([sys.executable, "-c", "print('nonsense')"]) is None
    assert find_printers([sys.executable, "-c", "print('[\"Office\"]')"]) == ["Office"]


@pytest.mark.slow
def test_the_program_names_its_own_printers() -> None:
    assert isinstance(find_printers(), list)


def test_a_report_of_a_meeting_asks_which_and_for_whom(page: PrintPage, qtbot: QtBot) -> None:
    assert not page.options.picks.isVisible()
    with page._session.workspace.edit("Add") as edit:
        first = edit.add(Meeting(name="First evening", asks=("1", "8")))
        edit.add(Meeting(name="Second evening", asks=("9",)))
    page.show_meeting("worksheet", first.id)
    assert page.options.picks.meeting.value() == first.id
    assert page.options.picks.sheet.isVisible()
    assert "Three questions" in page.options.picks.about.text()
    page.options.picks.sheet.set_value("group")
    page.options.picks.sheet.edited.emit("group")
    report = page.maker()()
    assert report.pages == 2
    page.show_meeting("minutes", first.id)
    assert not page.options.picks.sheet.isVisible()
    assert page.options.file.isVisible()


# -- how far it is, and stopping it ---------------------------------------------------------------------------


def test_a_long_report_says_how_many_pages_are_drawn(page: PrintPage, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    page.drafting.went_on.connect(lambda *far: told.append(far))
    page.show_kind("community")
    page.refresh()
    ready(page, qtbot)
    assert told and told[-1][0] == told[-1][1]
    page.preview.show_progress(11, 60)
    assert page.preview.state.text() == "Drawing page 12 of 60…"
    assert page.preview.bar.isVisible()
    page.preview.show_progress(0, 2)
    assert not page.preview.bar.isVisible()


def test_a_report_is_stopped_while_it_is_made_and_can_be_made_again(page: PrintPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    ended: list[str] = []

    def endless(watch: Watch) -> Report:
        try:
            while True:
                watch(1, 60)
                time.sleep(0.005)
        finally:
            ended.append("stopped")

    page.drafting.want(endless)
    qtbot.waitUntil(page.preview.bar.isVisible, timeout=10_000)
    qtbot.mouseClick(page.preview.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ended == ["stopped"], timeout=10_000)
    assert page.preview.state.text() == "Stopped."
    qtbot.mouseClick(page.preview.again, Qt.MouseButton.LeftButton)
    ready(page, qtbot)
    assert not page.preview.again.isVisible()


def test_another_wish_stops_the_one_before(page: PrintPage, qtbot: QtBot) -> None:
    ready(page, qtbot)

    def endless(watch: Watch) -> Report:
        while True:
            watch(0, 0)
            time.sleep(0.005)

    page.drafting.want(endless)
    qtbot.waitUntil(lambda: page.drafting._running is not None, timeout=10_000)
    page.show_kind("gaps")
    ready(page, qtbot)


# -- what is left out, by name --------------------------------------------------------------------------------


def test_the_fields_that_these_readers_do_not_get_are_named(page: PrintPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Clinic", consent_show="public", phone="250-555-0100", notes="Ring twice"))
    choose(page, "public")
    assert page.options.fields.text() == "Of partners: phone, notes."
    choose(page, "committee")
    assert "phone" in page.options.fields.text()
    choose(page, "office")
    assert not page.options.fields.isVisible()


def test_it_counts_steps_as_the_plan_does(page: PrintPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Not this year", status="dropped"))
    choose(page, "office")
    assert "and 1 step." in page.options.left_out.text()


# -- the toolkit handout --------------------------------------------------------------------------------------


def test_toolkit_pages_that_are_ticked_are_handed_out(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_kind("handout")
    ready(page, qtbot)
    assert page.options.pages.isVisible()
    pages = page.options.pages
    pages.setCurrentIndex(pages.pages.index(pages.currentIndex().row() + 1))
    qtbot.keyClick(pages, Qt.Key.Key_Space)
    save(page, qtbot, tmp_path / "handout.pdf")
    assert "Trafficking for sex" in words(tmp_path / "handout.pdf")
    page.show_kind("plan")
    assert not pages.isVisible()


def test_a_section_ticks_all_of_its_pages(page: PrintPage) -> None:
    model = page.options.pages.pages
    section = next(one for one in model.rows if isinstance(one, Section) and one.id == "get-organized")
    at = model.index(model.rows.index(section))
    model.turn(at)
    assert {one.id for one in section.pages} <= page.options.pages.chosen()
    assert model.data(at, Qt.ItemDataRole.AccessibleTextRole) == "Section Get Organized, chosen"
    model.turn(at)
    assert not {one.id for one in section.pages} & page.options.pages.chosen()


def test_without_a_page_it_asks_for_one(page: PrintPage, qtbot: QtBot) -> None:
    page.show_kind("handout")
    page.options.pages.pages.tick(set())
    assert "Tick at least one page" in page.preview.state.text()
    assert not page.options.save.isEnabled()


def test_an_empty_preview_is_no_wider_than_its_room(page: PrintPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    page.preview.larger.click()
    page.preview.larger.click()
    page.preview.clear("Nothing.")
    assert page.preview.sheet.minimumWidth() == 0
