"""How the circle and its groups' names are fitted into a room: readable first, and whole wherever there is room for that."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.circle import SPACING
from app.model.groups import groups_of
from app.model.partner import Partner
from app.ui.theme import Look
from app.ui.who.circle.camera import LEAST, MOST, Camera
from app.ui.who.circle.fitting import fitted, group_boxes
from app.ui.who.circle.paint import dot_size, edge_width
from app.ui.who.circle.scene import Scene, Stop, make_scene
from app.ui.who.circle.view import CircleView

ROOMS = [(1300, 760, 1.0), (744, 532, 1.0), (664, 392, 1.0), (520, 300, 1.0), (1300, 760, 2.0), (987, 264, 2.0)]


def scene(partners: int) -> Scene:
    keys = [one.key for one in groups_of().all]
    found = [Partner(id=f"{n:03d}", name=f"Partner {n}", group=keys[n % len(keys)]) for n in range(partners)]
    return make_scene(found, (), lambda one: one.name, groups_of())


@pytest.mark.parametrize(("width", "height", "scale"), ROOMS)
@pytest.mark.parametrize("partners", [0, 30])
def test_groups_names_can_be_read_and_never_touch(look: Look, width: int, height: int, scale: float, partners: int):
    look.apply("light", scale)
    shown = scene(partners)
    fit = fitted(look, shown, QRectF(0, 0, width, height))
    boxes = list(group_boxes(look, shown, fit.camera, fit.names).values())
    assert fit.names.pixels >= look.text.tiny
    assert not [1 for one, other in combinations(boxes, 2) if one.intersects(other)]


@pytest.mark.parametrize(("width", "height", "scale"), [(1300, 760, 1.0), (744, 532, 1.0)])
@pytest.mark.parametrize("partners", [0, 30])
def test_in_a_usual_window_all_of_it_is_seen_at_once(look: Look, width: int, height: int, scale: float, partners: int):
    shown, room = scene(partners), QRectF(0, 0, width, height)
    fit = fitted(look, shown, room)
    assert fit.camera == fit.whole
    assert all(room.contains(one) for one in group_boxes(look, shown, fit.camera, fit.names).values())


@pytest.mark.parametrize("scale", [LEAST, 0.2, 0.3, 0.45, 1.0, MOST])
def test_dots_never_reach_each_other_however_small_the_circle_is(scale: float):
    # A six-sided dot reaches 1.12 of its size, and half of its edge's width further.
    size = dot_size(Camera(scale))
    assert 2 * (1.12 * size + edge_width(size) / 2) <= SPACING * scale


@pytest.fixture
def low(look: Look, qtbot: QtBot) -> Iterator[CircleView]:
    """A circle in a room that is too low for its names."""
    look.apply("light", 2.0)
    ground = QWidget()
    qtbot.addWidget(ground)
    view = CircleView(look, lambda one: one.name, closed=False, parent=ground)
    view.resize(987, 264)
    view.show_partners(scene(30).partners.values(), (), groups_of())
    yield view
    del ground


def test_in_a_low_room_whoever_is_chosen_is_brought_into_view(low: CircleView):
    room = QRectF(low.rect())
    for key in low.scene.partners:
        low.select(key)
        assert room.contains(low.box_of(Stop(partner=key)))


def test_in_a_low_room_the_picture_stays_with_the_chosen_one_when_somebody_comes(low: CircleView):
    last = max(low.scene.partners, key=lambda one: low.scene.circle.seats[one].y)
    low.select(last)
    low.show_partners([*low.scene.partners.values(), Partner(id="x", name="New")], (), groups_of())
    assert QRectF(low.rect()).contains(low.box_of(Stop(partner=last, wedge=low.scene.circle.seats[last].wedge)))


def test_in_a_low_room_the_whole_circle_is_one_key_away_and_so_is_the_readable_one(low: CircleView):
    readable, radius = low.camera, low.scene.circle.radius
    low.show_whole()
    assert 2 * radius * low.camera.scale <= low.height()
    low.show_whole()
    assert low.camera == readable


def test_gaps_have_their_names_first_where_there_is_no_room_for_all(look: Look, qtbot: QtBot):
    look.apply("light", 2.0)
    ground = QWidget()
    qtbot.addWidget(ground)
    view = CircleView(look, lambda one: one.name, closed=False, parent=ground)
    view.resize(987, 264)
    keys = [one.key for one in groups_of().all]
    view.show_partners([Partner(id=one, name=one, group=one) for one in keys if one != "youth"], (), groups_of())
    view.show_whole()
    assert keys.index("youth") in view.paint().shown_group_boxes()
