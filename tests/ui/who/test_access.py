"""A screen reader finds every dot and gap of the circle by name, also after somebody came or went."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.model.groups import groups_of
from app.model.partner import Partner
from app.ui.theme import Look
from app.ui.who.access import PictureInterface
from app.ui.who.circle.view import CircleView

PEOPLE = [
    Partner(id="1", name="Band manager", group="chief-and-council", involvement="active"),
    Partner(id="2", name="School district", group="schools", involvement="asked", form="organisation"),
]


def names(circle: PictureInterface) -> list[str]:
    return [circle.child(n).text(QAccessible.Text.Name) for n in range(circle.childCount())]


def test_dots_and_gaps_have_names_places_and_a_state(look: Look, qtbot: QtBot) -> None:
    view = CircleView(look, lambda partner: partner.name, closed=False)
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.show()
    view.show_partners(PEOPLE, (), groups_of())
    circle = PictureInterface(view)
    found = names(circle)
    assert "School district, Organisation, Schools, Asked" in found
    assert "Youth: no one yet" in found
    assert len(found) == 15
    view.select("2")
    child = circle.focusChild()
    assert child.text(QAccessible.Text.Name).startswith("School district")
    assert child.state().selected
    assert not child.rect().isEmpty()
    assert circle.indexOfChild(child) == found.index("School district, Organisation, Schools, Asked")


def test_who_is_gone_has_no_name_any_more(look: Look, qtbot: QtBot) -> None:
    view = CircleView(look, lambda partner: partner.name, closed=False)
    qtbot.addWidget(view)
    view.show_partners(PEOPLE, (), groups_of())
    circle = PictureInterface(view)
    last = circle.child(circle.childCount() - 1)
    view.show_partners(
        [
            *PEOPLE,
            *(Partner(id=f"3{n}", name="x", group=group, involvement="asked") for n, group in enumerate(("youth",))),
        ],
        (),
        groups_of(),
    )
    assert "x, Person, Youth, Asked" in names(circle)
    assert "Youth: no one yet" not in names(circle)
    assert last.isValid()
    assert circle.child(99) is None
