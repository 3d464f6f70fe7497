"""The frame around the views of the plan: one choice, one filter, one undo, and nothing drawn that nobody looks at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.ui.names import Names
from app.ui.plan.page import PlanPage
from app.ui.plan.shown import Shown
from app.ui.plan.views import Sort
from app.ui.session import Session
from app.ui.theme import Look


class ListView(QWidget):
    """A view of the plan as small as one can be."""

    item_selected = Signal(str)
    panel_requested = Signal(str)
    change_requested = Signal(str, str, object)
    changes_requested = Signal(str, object)
    add_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.plans: list[Shown] = []
        self.chosen = ""

    def show_plan(self, shown: Shown) -> None:
        self.plans.append(shown)

    def select(self, item_id: str) -> None:
        self.chosen = item_id

    def what(self) -> list[str]:
        return [one.what for one in self.plans[-1].steps()]


@pytest.fixture
def view(qtbot: QtBot) -> ListView:
    return ListView()


@pytest.fixture
def page(look: Look, session: Session, view: ListView, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        goal = edit.add(Item(what="Goal", level="goal"))
        for what in ("a", "b"):
            edit.add(Item(what=what, parent=goal.id))
    made = PlanPage(look, session, str, Names(), (Sort("list", "List", "table-2", lambda _look, _closed: view),))
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    return made


def key_of(session: Session, what: str) -> str:
    return next(one.id for one in session.workspace.all(Item) if one.what == what)


def test_with_one_view_there_is_nothing_to_choose(look: Look, session: Session, qtbot: QtBot) -> None:
    page = PlanPage(look, session, str, Names(), ())
    qtbot.addWidget(page)
    page.show()
    assert not page.views.isVisible()


def test_a_view_is_drawn_when_somebody_first_looks_at_it(page: PlanPage, view: ListView, session: Session) -> None:
    page.changing.put(key_of(session, "a"), "what", "aa")
    assert view.plans == []
    page.show_view("list")
    assert view.what() == ["aa", "b"]
    page.show_view("outline")
    page.changing.put(key_of(session, "aa"), "what", "aaa")
    page.changing.put(key_of(session, "aaa"), "what", "a")
    assert len(view.plans) == 1
    page.show_view("list")
    assert (len(view.plans), view.what()) == (2, ["a", "b"])


def test_a_view_that_nobody_knows_is_the_outline(page: PlanPage) -> None:
    page.show_view("circle")
    assert page.views.current() == "outline"
    assert page.card.isVisible()


def test_the_choice_is_the_same_in_all_views(page: PlanPage, view: ListView, session: Session) -> None:
    page.select(key_of(session, "b"))
    page.show_view("list")
    assert view.chosen == key_of(session, "b")
    view.item_selected.emit(key_of(session, "a"))
    assert page.panel.form.fields["what"].value() == "a"
    page.show_view("outline")
    assert page.outline.currentIndex().data() == "a"


def test_the_filter_is_the_same_in_all_views(page: PlanPage, view: ListView, session: Session) -> None:
    page.show_view("list")
    page.bar.words.entry.setText("b")
    assert view.what() == ["b"]
    page.bar.words.clear()
    page.bar.put("branch", key_of(session, "a"))
    assert view.what() == ["a"]
    assert [one.word for one in page.bar.tags()] == ["Only: a"]


def test_a_views_wishes_become_edits(page: PlanPage, view: ListView, session: Session) -> None:
    page.show_view("list")
    a = key_of(session, "a")
    view.change_requested.emit(a, "status", "waiting")
    view.changes_requested.emit(a, {"cost": 5, "repeats": "weekly"})
    found = session.workspace.get(Item, a)
    assert found is not None
    assert (found.status, found.cost, found.repeats) == ("waiting", 5, "weekly")
    session.undo()
    session.undo()
    assert session.workspace.undo_label is None


def test_a_step_that_is_added_in_a_view_is_written_in_the_panel(
    page: PlanPage, view: ListView, session: Session
) -> None:
    page.show_view("list")
    view.add_requested.emit({"status": "waiting"})
    made = next(one for one in session.workspace.all(Item) if one.what == "New step")
    assert made.status == "waiting"
    assert page.panel.form.fields["what"].entry.selectedText() == "New step"


def test_a_view_asks_for_the_panel(page: PlanPage, view: ListView, session: Session) -> None:
    page.show_view("list")
    page.panel.closed.emit()
    assert not page.panel.isVisible()
    view.panel_requested.emit("")
    assert page.panel.isVisible()


def test_a_filter_that_finds_nothing_is_told_in_every_view(page: PlanPage, view: ListView) -> None:
    page.show_view("list")
    page.bar.put("words", "nowhere")
    assert page.stack.nothing.isVisible()
    assert not view.isVisible()
    page.bar.put("words", "")
    assert view.isVisible()
    assert view.what() == ["a", "b"]
