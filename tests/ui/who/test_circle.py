"""The circle: chosen and changed by mouse and by keys alike, named gaps, and the same choice as in the table."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.circle import RINGS
from app.model.groups import GROUPS
from app.model.partner import Partner
from app.model.tie import TIE_SORTS, Tie
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.circle.paint import TIE_LOOKS
from app.ui.who.circle.scene import Stop
from app.ui.who.page import WhoPage

Key, Mod = Qt.Key, Qt.KeyboardModifier
KEYS = [one.key for one in GROUPS]


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> WhoPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        manager = edit.add(Partner(name="Band manager", group="chief-and-council", involvement="active"))
        school = edit.add(Partner(name="School district", group="schools", involvement="asked", form="organisation"))
        edit.add(Partner(name="Elders’ circle", group="elders", involvement="interested", form="committee"))
        edit.add(Partner(name="Somebody", involvement="not-asked"))
        edit.add(Partner(name="Left", group="police", involvement="stepped-back"))
        edit.add(Tie(from_partner=manager.id, to_partner=school.id, sort="works-with"))
    made = WhoPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.resize(1250, 860)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.circle.view.setFocus()
    return made


def named(session: Session, name: str) -> Partner:
    return next(one for one in session.workspace.all(Partner) if one.name == name)


def press(qtbot: QtBot, page: WhoPage, key: Key, mod: Mod = Mod.NoModifier) -> None:
    qtbot.keyClick(page.circle.view, key, mod)


def dot(page: WhoPage, session: Session, name: str) -> QPoint:
    view = page.circle.view
    return view.box_of(Stop(partner=named(session, name).id)).center().toPoint()


def cell(page: WhoPage, wedge: str, ring: str) -> QPoint:
    """The middle of a wedge's part of a ring, in pixels."""
    from app.model.circle import point

    view = page.circle.view
    place, level = (
        [one.key for one in view.scene.circle.wedges].index(wedge),
        view.scene.circle.rings[RINGS.index(ring)],
    )
    x, y = point(view.scene.circle.wedges[place].middle, (level.inner + level.outer) / 2)
    return view.camera.to_screen(x, y).toPoint()


def test_everybody_who_was_asked_or_not_has_a_dot_and_who_stepped_back_has_none(
    page: WhoPage, session: Session
) -> None:
    seats = page.circle.view.scene.circle.seats
    assert named(session, "Left").id not in seats
    assert len(seats) == 4


def test_keys_go_around_over_dots_and_gaps_and_choose_in_the_table_too(
    page: WhoPage, session: Session, qtbot: QtBot
) -> None:
    view = page.circle.view
    press(qtbot, page, Key.Key_Home)
    assert view.scene.chosen == named(session, "Band manager").id
    assert page.table.selected_ids() == [named(session, "Band manager").id]
    said = []
    for _turn in view.scene.stops:
        assert view.stop is not None
        said.append(view.scene.words_of(view.stop))
        press(qtbot, page, Key.Key_Right)
    assert said[0] == "Band manager, Person, Chief and Council, Active"
    assert "Youth: no one yet" in said
    assert "Police: no one yet" in said
    assert "Somebody, Person, No group yet, Not yet asked" in said
    assert len(set(said)) == len(view.scene.stops)


def test_choosing_in_the_table_chooses_in_the_circle(page: WhoPage, session: Session) -> None:
    page.show_view("table")
    page.select(named(session, "School district").id)
    assert page.circle.view.scene.chosen == named(session, "School district").id


def test_alt_and_arrows_move_a_partner_and_undo_brings_them_back(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.select(named(session, "School district").id)
    press(qtbot, page, Key.Key_Up, Mod.AltModifier)
    assert named(session, "School district").involvement == "interested"
    press(qtbot, page, Key.Key_Right, Mod.AltModifier)
    moved = named(session, "School district")
    assert KEYS.index(moved.group) == KEYS.index("schools") + 1
    assert page.circle.view.scene.chosen == moved.id
    session.undo()
    assert named(session, "School district").group == "schools"


def test_a_partner_at_the_edge_goes_no_further(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.select(named(session, "Band manager").id)
    with qtbot.assertNotEmitted(page.circle.move_requested):
        press(qtbot, page, Key.Key_Up, Mod.AltModifier)


def test_a_dot_is_dragged_to_another_place(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    view = page.circle.view
    start, end = dot(page, session, "Elders’ circle"), cell(page, "youth", "committed")
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    _drag(view, start, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    moved = named(session, "Elders’ circle")
    assert (moved.group, moved.involvement) == ("youth", "committed")


def _drag(view: object, start: QPoint, end: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    for share in (0.3, 0.7, 1.0):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * share
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, Mod.NoModifier)
        QApplication.sendEvent(view, event)  # type: ignore[arg-type]


def test_a_dot_that_is_dropped_outside_stays(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    view = page.circle.view
    start = dot(page, session, "Elders’ circle")
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    _drag(view, start, QPoint(3, 3))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert named(session, "Elders’ circle").group == "elders"


def test_a_gap_becomes_a_step_or_a_partner_with_one_key(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    view = page.circle.view
    gap = next(one for one in view.scene.stops if not one.partner and KEYS[one.wedge] == "youth")
    view.stop = gap
    with qtbot.waitSignal(page.step_requested) as asked:
        press(qtbot, page, Key.Key_S)
    assert asked.args == ["Ask someone from: Youth", "gap:youth"]
    press(qtbot, page, Key.Key_P)
    made = named(session, "New partner")
    assert (made.group, made.origin) == ("youth", "gap:youth")
    assert page.panel.form.fields["name"].entry.selectedText() == "New partner"


def test_the_menu_of_a_gap_and_of_a_dot_say_what_can_be_done(page: WhoPage, session: Session) -> None:
    gap = page.circle.menu_for(Stop(wedge=KEYS.index("youth")))
    assert [one.text() for one in gap.actions()] == [
        "Plan to ask someone from: Youth (S)",
        "Add a partner to: Youth (P)",
    ]
    manager = named(session, "Band manager")
    menu = page.circle.menu_for(Stop(partner=manager.id))
    involved = next(one for one in menu.actions() if one.text() == "How involved").menu()
    next(one for one in involved.actions() if one.text() == "Said no").trigger()  # type: ignore[union-attr]
    assert named(session, "Band manager").involvement == "said-no"


@pytest.mark.parametrize(("width", "height", "scale"), [(780, 640, 1.0), (520, 460, 1.0), (900, 760, 2.0)])
def test_no_name_touches_another_a_dot_or_the_edge(
    page: WhoPage, look: Look, width: int, height: int, scale: float
) -> None:
    look.apply("light", scale)
    view = page.circle.view
    view.setFixedSize(width, height)
    view.fit()
    paint = view.paint()
    groups = list(paint.shown_group_boxes().values())
    names = [QRectF(a, b, c - a, d - b) for a, b, c, d in paint.labels().values()]
    dots = [QRectF(paint.at(one).x() - 3, paint.at(one).y() - 3, 6, 6) for one in view.scene.circle.seats.values()]
    assert not [1 for one, other in combinations([*groups, *names], 2) if one.intersects(other)]
    assert not [1 for one in names for other in dots if one.intersects(other)]
    inside = QRectF(view.rect())
    assert all(inside.contains(one) for one in [*groups, *names])


def test_enter_in_the_search_goes_to_the_first_dot_that_was_found(
    page: WhoPage, session: Session, qtbot: QtBot
) -> None:
    page.select(named(session, "Band manager").id)
    page.filter.entry.setText("elders")
    qtbot.keyClick(page.filter.entry, Key.Key_Return)
    assert page.circle.view.scene.chosen == named(session, "Elders’ circle").id
    assert page.circle.view.hasFocus()


def test_somebody_added_to_lived_experience_has_no_name_and_the_role_is_asked_for(
    page: WhoPage, session: Session
) -> None:
    page.add_partner("lived-experience")
    added = named(session, "Somebody with lived experience")
    assert page.panel.form.fields["role"].entry.hasFocus()
    session.change(Partner, added.id, "Change", {"name": "Wren Canary"})
    said = [page.circle.view.scene.words_of(one) for one in page.circle.view.scene.stops]
    assert "Somebody with lived experience, Person, Lived experience, Not yet asked" in said
    session.change(Partner, added.id, "Change", {"consent_show": "committee"})
    said = [page.circle.view.scene.words_of(one) for one in page.circle.view.scene.stops]
    assert "Wren Canary, Person, Lived experience, Not yet asked" in said


def test_lines_of_ties_can_be_told_apart_without_their_colours() -> None:
    assert len({style for _colour, style in TIE_LOOKS.values()}) == len(TIE_SORTS)


def test_shift_and_arrows_move_the_picture_as_a_drag_does(page: WhoPage, qtbot: QtBot) -> None:
    view = page.circle.view
    before = view.camera
    press(qtbot, page, Key.Key_Down, Mod.ShiftModifier)
    assert view.camera == before.moved(0, -view.height() / 4)
    press(qtbot, page, Key.Key_Right, Mod.ShiftModifier)
    assert view.camera == before.moved(-view.width() / 4, -view.height() / 4)


def test_the_wheel_enlarges_around_the_pointer_and_0_shows_all_again(page: WhoPage, qtbot: QtBot) -> None:
    view = page.circle.view
    before, at = view.camera, QPointF(200, 300)
    under = before.to_circle(at)
    view.zoom(3, at)
    assert view.camera.scale > before.scale
    assert view.camera.to_circle(at) == pytest.approx(under)
    press(qtbot, page, Key.Key_0)
    assert view.camera == before


def test_the_filter_dims_who_does_not_match(page: WhoPage, session: Session) -> None:
    page.filter.entry.setText("school")
    scene = page.circle.view.scene
    assert scene.found == frozenset({named(session, "School district").id})
    page.filter.clear()
    assert page.circle.view.scene.found is None


def test_ties_of_the_chosen_are_drawn_or_all(page: WhoPage, session: Session) -> None:
    view = page.circle.view
    page.select(named(session, "Elders’ circle").id)
    assert view.scene.drawn_ties() == []
    page.circle.ties.click()
    assert len(view.scene.drawn_ties()) == 1
    page.circle.ties.click()
    page.select(named(session, "School district").id)
    assert len(view.scene.drawn_ties()) == 1


def test_in_a_file_that_is_only_looked_at_nothing_moves(
    look: Look, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(Partner(name="Band manager", group="elders", involvement="asked"))
    monkeypatch.setattr(type(session.workspace), "read_only", property(lambda _self: True))
    page = WhoPage(look, session, str, Names())
    qtbot.addWidget(page)
    page.select(named(session, "Band manager").id)
    with qtbot.assertNotEmitted(page.circle.move_requested):
        press(qtbot, page, Key.Key_Up, Mod.AltModifier)
    assert page.circle.menu_for(Stop(wedge=0)).actions() == []


def test_a_group_is_shown_by_its_gap_or_its_first_dot(page: WhoPage, session: Session) -> None:
    page.show_view("table")
    page.show_group("youth")
    view = page.circle.view
    assert page.views.current() == "circle"
    assert view.stop == Stop(wedge=KEYS.index("youth"))
    page.show_group("schools")
    assert view.scene.chosen == named(session, "School district").id
    page.show_group("nowhere")
    assert view.scene.chosen == named(session, "School district").id
