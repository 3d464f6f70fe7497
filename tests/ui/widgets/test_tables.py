"""Tables and outlines: what a model says of a cell is what is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE, Cell, ListView, TableView, TreeView


def make_model(cell: Cell | None) -> QStandardItemModel:
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["What", "How it stands"])
    goal, state = QStandardItem("Know what we have"), QStandardItem("2 days late")
    if cell:
        state.setData(cell, CELL_ROLE)
    model.appendRow([goal, state])
    goal.appendRow([QStandardItem("List local supports"), QStandardItem("Done")])
    return model


def colours_of(view: TableView, row: int, column: int) -> set[str]:
    rect: QRect = view.visualRect(view.model().index(row, column))
    image = view.viewport().grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def shown(qtbot: QtBot, look: Look, cell: Cell | None) -> TableView:
    view = TableView(look, "Steps")
    qtbot.addWidget(view)
    view.setModel(make_model(cell))
    view.resize(600, 200)
    view.resizeColumnsToContents()
    view.show()
    return view


def test_a_pill_stands_on_the_ground_of_its_tone(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, Cell(chip=True, tone="warn"))
    found = colours_of(view, 0, 1)
    assert look.colour("warn_soft").name() in found
    assert look.colour("warn_soft").name() not in colours_of(view, 0, 0)


def test_progress_is_drawn_before_its_words(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, Cell(progress=0.5))
    assert look.colour("primary").name() in colours_of(view, 0, 1)


def test_a_chosen_row_is_marked_by_ground_and_edge(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, None)
    view.selectRow(0)
    found = colours_of(view, 0, 0)
    assert {look.colour("primary_soft").name(), look.colour("primary").name()} <= found


def test_rows_grow_with_the_text(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, look, None)
    before = view.rowHeight(0)
    look.apply("light", 2.0)
    view.setModel(make_model(None))
    assert view.rowHeight(0) >= 1.9 * before


def test_a_column_holds_its_pill_whole(qtbot: QtBot, look: Look) -> None:
    wide = shown(qtbot, look, Cell(chip=True, tone="plain", icon="circle")).sizeHintForColumn(1)
    bare = shown(qtbot, look, Cell(chip=True, tone="plain")).sizeHintForColumn(1)
    assert wide > bare


def test_views_have_names(qtbot: QtBot, look: Look) -> None:
    for make in (TableView, TreeView, ListView):
        view = make(look, "Partners")
        qtbot.addWidget(view)
        assert view.accessibleName() == "Partners"


def test_an_outline_paints_what_can_be_opened(qtbot: QtBot, look: Look) -> None:
    view = TreeView(look, "Plan")
    qtbot.addWidget(view)
    view.setModel(make_model(Cell(icon="target", bold=True)))
    view.resize(500, 200)
    view.show()
    closed = view.viewport().grab().toImage()
    view.expandAll()
    assert view.viewport().grab().toImage() != closed


def inked_rows(view: TableView, look: Look) -> set[int]:
    """The heights within the cell at which there are words, its edge left out."""
    image = view.viewport().grab(view.visualRect(view.model().index(0, 1))).toImage()
    across, down = range(6, image.width() - 6), range(4, image.height() - 4)
    ink = look.colour("ink").name()
    return {y for y in down if any(image.pixelColor(x, y).name() == ink for x in across)}


def test_words_that_are_too_long_go_on_in_a_second_line_where_they_may(qtbot: QtBot, look: Look) -> None:
    rows: list[set[int]] = []
    for two_lines in (False, True):
        view = shown(qtbot, look, Cell(two_lines=two_lines))
        view.setColumnWidth(0, view.viewport().width() - look.px(90))
        view.model().setData(view.model().index(0, 1), "Gather our own numbers")
        rows.append(inked_rows(view, look))
    assert max(rows[1]) > max(rows[0])
    assert min(rows[1]) < min(rows[0])


def test_words_that_fit_stay_in_one_line(qtbot: QtBot, look: Look) -> None:
    rows = [inked_rows(shown(qtbot, look, Cell(two_lines=two_lines)), look) for two_lines in (False, True)]
    assert rows[0] == rows[1]
