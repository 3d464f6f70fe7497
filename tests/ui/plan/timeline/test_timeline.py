"""The timeline on the screen: the same days by mouse and by keys, names and labels in their places, words for every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.groups import groups_of
from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.card import TimelineCard
from app.ui.plan.timeline.letters import Letters
from app.ui.theme import Look
from app.ui.who.access import PictureInterface

Key, Mod = Qt.Key, Qt.KeyboardModifier
TODAY = date(2027, 3, 10)
ITEMS = [
    Item(id="g", level="goal", what="Everyone knows a number to call", by=date(2027, 6, 30)),
    Item(id="o", level="objective", parent="g", what="Hold three evenings"),
    Item(id="hall", parent="o", what="Book the hall", starts=date(2027, 2, 1), by=date(2027, 2, 12), status="done"),
    Item(id="ask", parent="o", what="Ask the school", lead="p", starts=date(2027, 3, 3), by=date(2027, 3, 20)),
    Item(id="talk", parent="o", what="First evening", by=date(2027, 3, 18), waits_for=("ask",)),
    Item(id="late", parent="g", what="Print cards", starts=date(2027, 2, 20), by=date(2027, 3, 5), waits_for=("hall",)),
    Item(id="bare", parent="g", what="Thank the helpers"),
]


def shown(items: list[Item], found: frozenset[str] | None = None) -> Shown:
    return Shown(Outline(items), {"p": "Mae"}, groups_of(), TODAY, found)


class Desk:
    """A card with a plan that takes in what the card asks for, as the page does."""

    def __init__(self, card: TimelineCard) -> None:
        self.card, self.items, self.asked = card, list(ITEMS), []
        self.chosen: list[str] = []
        card.changes_requested.connect(self._change)
        card.change_requested.connect(lambda key, name, value: self._change(key, {name: value}))
        card.item_selected.connect(self.chosen.append)
        card.show_plan(shown(self.items))

    def _change(self, item_id: str, fields: object) -> None:
        assert isinstance(fields, dict)
        self.asked.append((item_id, fields))
        self.items = [replace(one, **fields) if one.id == item_id else one for one in self.items]
        self.card.show_plan(shown(self.items))

    def days(self, item_id: str) -> tuple[date | None, date | None]:
        found = next(one for one in self.items if one.id == item_id)
        return found.starts, found.by

    def point(self, item_id: str, day: date) -> QPointF:
        """The middle of a day in an item's row."""
        view = self.card.view
        place = view.scene.timeline.places[item_id]
        frame, axis = view.frame_now(), view.camera.axis
        x = frame.chart.left() + (axis.x_of(day) + axis.end_of(day)) / 2
        return QPointF(x, view.paint().top_of(place) + frame.row / 2)


@pytest.fixture
def make(look: Look, qtbot: QtBot) -> Callable[..., Desk]:
    def made(*, closed: bool = False) -> Desk:
        card = TimelineCard(look, closed=closed)
        qtbot.addWidget(card)
        card.resize(1000, 620)
        with qtbot.waitActive(card):
            card.show()
            card.activateWindow()
        card.view.setFocus()
        desk = Desk(card)
        # So large that the ends of every bar can be taken hold of.
        card.view.zoom(8)
        card.view.go_to_today()
        return desk

    return made


@pytest.fixture
def desk(make: Callable[..., Desk]) -> Desk:
    return make()


def drag(desk: Desk, qtbot: QtBot, start: QPointF, end: QPointF, *, drop: bool = True) -> None:
    view, left = desk.card.view, Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=start.toPoint())
    for share in (0.5, 1.0):
        at = start + (end - start) * share
        QApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, Mod.NoModifier)
        )
    if drop:
        qtbot.mouseRelease(view, left, pos=end.toPoint())


# -- days --------------------------------------------------------------------------------------------------------


def test_dragging_a_bar_moves_both_days(desk: Desk, qtbot: QtBot):
    drag(desk, qtbot, desk.point("ask", date(2027, 3, 10)), desk.point("ask", date(2027, 3, 13)))
    assert desk.days("ask") == (date(2027, 3, 6), date(2027, 3, 23))
    assert len(desk.asked) == 1


def test_dragging_an_end_changes_that_day_alone(desk: Desk, qtbot: QtBot):
    view = desk.card.view
    box = view.paint().box_of(view.scene.timeline.places["ask"])
    assert box is not None
    end = QPointF(view.frame_now().chart.left() + box.right - 2, box.middle)
    drag(desk, qtbot, end, end + QPointF(4 * view.camera.axis.day, 0))
    assert desk.days("ask") == (date(2027, 3, 3), date(2027, 3, 24))
    start = QPointF(view.frame_now().chart.left() + box.left + 2, box.middle)
    drag(desk, qtbot, start, start + QPointF(2 * view.camera.axis.day, 0))
    assert desk.days("ask") == (date(2027, 3, 5), date(2027, 3, 24))


def test_a_drag_in_the_row_of_a_step_without_days_gives_it_some(desk: Desk, qtbot: QtBot):
    drag(desk, qtbot, desk.point("bare", date(2027, 3, 9)), desk.point("bare", date(2027, 3, 14)))
    assert desk.days("bare") == (date(2027, 3, 9), date(2027, 3, 14))


def test_escape_lets_go_of_a_bar_and_nothing_is_changed(desk: Desk, qtbot: QtBot):
    drag(desk, qtbot, desk.point("ask", date(2027, 3, 10)), desk.point("ask", date(2027, 3, 13)), drop=False)
    assert desk.card.view.drag is not None
    qtbot.keyClick(desk.card.view, Key.Key_Escape)
    qtbot.mouseRelease(desk.card.view, Qt.MouseButton.LeftButton, pos=desk.point("ask", date(2027, 3, 13)).toPoint())
    assert desk.asked == []


def test_a_press_without_a_drag_only_chooses(desk: Desk, qtbot: QtBot):
    qtbot.mouseClick(desk.card.view, Qt.MouseButton.LeftButton, pos=desk.point("bare", date(2027, 3, 9)).toPoint())
    assert (desk.chosen, desk.asked) == (["bare"], [])


@pytest.mark.parametrize(
    ("held", "key", "starts", "by"),
    [
        (Mod.AltModifier, Key.Key_Right, 1, 1),
        (Mod.AltModifier, Key.Key_Left, -1, -1),
        (Mod.AltModifier | Mod.ShiftModifier, Key.Key_Right, 7, 7),
        (Mod.AltModifier | Mod.ControlModifier, Key.Key_Right, 0, 1),
        (Mod.AltModifier | Mod.ControlModifier, Key.Key_Left, 0, -1),
        (Mod.ControlModifier, Key.Key_Left, -1, 0),
        (Mod.ControlModifier | Mod.ShiftModifier, Key.Key_Right, 7, 0),
    ],
)
def test_keys_move_the_chosen_bar(
    desk: Desk, qtbot: QtBot, held: Qt.KeyboardModifier, key: Qt.Key, starts: int, by: int
):
    desk.card.select("ask")
    qtbot.keyClick(desk.card.view, key, held)
    assert desk.days("ask") == (date(2027, 3, 3) + timedelta(starts), date(2027, 3, 20) + timedelta(by))
    assert len(desk.asked) == 1


def test_keys_give_a_step_without_days_today(desk: Desk, qtbot: QtBot):
    desk.card.select("bare")
    qtbot.keyClick(desk.card.view, Key.Key_Right, Mod.AltModifier)
    assert desk.days("bare") == (None, TODAY)


def test_a_goal_is_moved_by_its_own_day_and_not_where_it_has_none(desk: Desk, qtbot: QtBot):
    desk.card.select("g")
    qtbot.keyClick(desk.card.view, Key.Key_Right, Mod.AltModifier)
    assert desk.days("g") == (None, date(2027, 7, 1))
    desk.card.select("o")
    qtbot.keyClick(desk.card.view, Key.Key_Right, Mod.AltModifier)
    assert len(desk.asked) == 1


def test_a_file_open_for_looking_changes_nothing(make: Callable[..., Desk], qtbot: QtBot):
    desk = make(closed=True)
    desk.card.select("ask")
    qtbot.keyClick(desk.card.view, Key.Key_Right, Mod.AltModifier)
    qtbot.keyClick(desk.card.view, Key.Key_Space)
    drag(desk, qtbot, desk.point("ask", date(2027, 3, 10)), desk.point("ask", date(2027, 3, 13)))
    drag(desk, qtbot, desk.point("bare", date(2027, 3, 9)), desk.point("bare", date(2027, 3, 14)))
    assert desk.asked == []


def test_space_marks_a_step_done_and_open_again(desk: Desk, qtbot: QtBot):
    desk.card.select("ask")
    for _ in range(2):
        qtbot.keyClick(desk.card.view, Key.Key_Space)
    assert [fields for _id, fields in desk.asked] == [{"status": "done"}, {"status": "not-started"}]


# -- rows --------------------------------------------------------------------------------------------------------


def test_arrows_go_from_row_to_row_and_fold(desk: Desk, qtbot: QtBot):
    view = desk.card.view
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Left)
    assert view.stop == "o"
    assert "ask" not in view.scene.timeline.places
    qtbot.keyClick(view, Key.Key_Left)
    assert view.stop == "g"
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Right)
    assert "ask" in view.scene.timeline.places
    qtbot.keyClick(view, Key.Key_End)
    assert desk.chosen[-1] == "bare"


def test_what_is_chosen_elsewhere_is_opened_and_brought_into_view(desk: Desk):
    view = desk.card.view
    view.set_folded("g", True)
    view.pan(3000, 0)
    desk.chosen.clear()
    desk.card.select("ask")
    box = view.paint().box_of(view.scene.timeline.places["ask"])
    assert box is not None
    assert box.right > 0
    assert box.left < view.frame_now().chart.width()
    assert desk.chosen == []


def test_folding_over_the_chosen_step_chooses_its_goal(desk: Desk):
    desk.card.select("ask")
    desk.card.view.set_folded("o", True)
    assert desk.chosen == ["o"]


def test_steps_without_a_day_are_counted_and_found(desk: Desk, qtbot: QtBot):
    card = desk.card
    assert card.undated.text() == "No day yet: 1"
    assert card.backwards.text() == "Starts too early: 1"
    card.view.set_folded("g", True)
    card.undated.click()
    assert card.view.stop == "bare"
    asked: list[str] = []
    card.panel_requested.connect(asked.append)
    qtbot.keyClick(card.view, Key.Key_Return)
    card.select("ask")
    qtbot.keyClick(card.view, Key.Key_Return)
    assert asked == ["by", ""]


def test_a_filter_keeps_the_way_to_what_it_found(desk: Desk):
    desk.card.show_plan(shown(ITEMS, frozenset({"ask"})))
    assert desk.card.view.scene.stops == ("g", "o", "ask")


# -- looking -----------------------------------------------------------------------------------------------------


def test_enlarging_keeps_the_day_under_the_pointer(desk: Desk):
    view = desk.card.view
    at, here = desk.point("ask", TODAY), view.frame_now().chart.left()
    before = view.camera.axis.left + (at.x() - here) / view.camera.axis.day
    wheel = QWheelEvent(at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Mod.ControlModifier,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    wide = view.camera.axis.day
    QApplication.sendEvent(view, wheel)
    assert view.camera.axis.day > wide
    assert view.camera.axis.left + (at.x() - here) / view.camera.axis.day == pytest.approx(before, abs=0.01)


def test_the_plan_cannot_be_lost_from_sight(desk: Desk, qtbot: QtBot):
    view = desk.card.view
    for _ in range(80):
        qtbot.keyClick(view, Key.Key_Right, Mod.ShiftModifier)
    assert view.camera.axis.left < (date(2027, 6, 30) + timedelta(200)).toordinal()
    qtbot.keyClick(view, Key.Key_0)
    axis, width = view.camera.axis, view.frame_now().chart.width()
    assert axis.x_of(date(2027, 2, 1)) >= 0
    assert axis.end_of(date(2027, 6, 30)) <= width


def test_scroll_bars_and_picture_move_together(desk: Desk):
    card = desk.card
    card.resize(700, 320)
    card.down.setValue(40)
    assert card.view.camera.top == pytest.approx(40, abs=1)
    before = card.view.camera.axis.left
    card.across.setValue(card.across.value() + 100)
    assert card.view.camera.axis.left == pytest.approx(before + 100 / card.view.camera.axis.day, abs=0.2)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("far", [0, 1826, 20_000])
def test_labels_of_the_head_never_overlap(desk: Desk, look: Look, scale: float, far: int):
    look.apply("light", scale)
    items = [*ITEMS, Item(id="far", what="Look back", by=TODAY + timedelta(far))]
    view = desk.card.view
    desk.card.show_plan(shown(items))
    view.fit()
    for _ in range(30):
        head = view.paint().head
        words = [(label.x, label.x + label.width) for label in head.labels(head.step)]
        assert words or head.step.unit in ("quarter", "year")
        assert all(one[1] < other[0] for one, other in pairwise(words))
        view.zoom(1)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_it_is_drawn_in_every_look_also_empty(desk: Desk, look: Look, theme: str):
    look.apply(theme, 1.0)
    view = desk.card.view
    for items in (ITEMS, [], ITEMS[:1], [Item(id="x", what="", starts=date(1, 1, 1), by=date(9999, 12, 31))]):
        desk.card.show_plan(shown(items))
        view.fit()
        image = QImage(view.size(), QImage.Format.Format_RGB32)
        view.render(image)
        assert image.pixelColor(3, 3) == look.colour("surface")


def test_a_long_name_is_set_in_two_lines_before_it_is_cut(look: Look):
    letters = Letters(look)
    words = "Ask the school district for a contact in each school"
    room = letters.width(words, look.text.small) * 0.6
    whole = letters.set(words, room)
    assert len(whole.lines) == 2
    assert " ".join(whole.lines) == words
    assert not whole.cut
    tight = letters.set(words, room / 3)
    assert tight.cut
    assert words.startswith(tight.lines[0])
    assert all(letters.width(line, tight.pixels) <= room / 3 + 1 for line in tight.lines)
    assert letters.set("Ask", 400).lines == ("Ask",)


# -- a screen reader -----------------------------------------------------------------------------------------------


def names(desk: Desk) -> list[str]:
    picture = PictureInterface(desk.card.view)
    return [picture.child(n).text(QAccessible.Text.Name) for n in range(picture.childCount())]


def test_a_screen_reader_hears_everything_that_a_row_shows(desk: Desk):
    said = names(desk)
    assert "Ask the school: from 3 March to 20 March, lead Mae, Not started" in said
    assert (
        "First evening: on 18 March, lead no one yet, Not started, "
        "waits for Ask the school, which ends too late for it" in said
    )
    assert (
        "Print cards: from 20 February to 5 March, lead no one yet, Not started, 5 days late, waits for Book the hall"
        in said
    )
    assert "Thank the helpers: no day yet, lead no one yet, Not started" in said
    goal = "steps from 1 February to 20 March, its own day is 30 June, 1 of 5 steps done"
    assert f"Goal: Everyone knows a number to call: {goal}" in said


def test_a_screen_reader_knows_what_is_chosen_and_folded(desk: Desk):
    view = desk.card.view
    picture = PictureInterface(view)
    desk.card.select("o")
    child = picture.focusChild()
    assert child.state().selected
    assert child.state().expanded
    assert not child.rect().isEmpty()
    view.set_folded("o", True)
    assert picture.focusChild().state().collapsed
    assert picture.childCount() == 4
