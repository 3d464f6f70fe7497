"""While names are hidden no person is called by name anywhere on the screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.naming import initials
from app.model.partner import Partner
from app.ui.home.page import HomePage
from app.ui.names import Names
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.page import WhoPage


@pytest.mark.parametrize(
    ("name", "short"), [("Rowan Tree", "R. T."), ("Hélène", "H."), ("  ", ""), ("ʔaq̓ – x", "ʔ. X.")]
)
def test_initials_are_the_first_letters(name: str, short: str) -> None:
    assert initials(name) == short


def test_a_person_is_called_by_role_or_initials_and_an_office_by_its_name() -> None:
    names = Names()
    names.set_hidden(True)
    assert names.of(Partner(name="Rowan Tree", role="Nurse")) == "Nurse"
    assert names.of(Partner(name="Rowan Tree")) == "R. T."
    assert names.of(Partner(name="Health centre", form="organisation")) == "Health centre"
    names.set_hidden(False)
    assert names.of(Partner(name="Rowan Tree", role="Nurse")) == "Rowan Tree"


def test_the_circle_the_table_the_plan_and_home_hide_them_and_show_them_again(
    look: Look, session: Session, qtbot: QtBot
) -> None:
    with session.workspace.edit("Add", undoable=False) as edit:
        partner = edit.add(Partner(name="Rowan Tree", group="elders", involvement="active", phone="250-555-0101"))
        edit.add(Item(what="Cook", lead=partner.id))
    names = Names()
    who, plan = WhoPage(look, session, str, names), PlanPage(look, session, str, names)
    home = HomePage(look, session, names)
    for page in (who, plan, home):
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()

    def said() -> str:
        view = who.circle.view
        cells = [who.model.index(0, n).data() for n in range(who.model.columnCount())]
        plans = [plan.model.index(0, n).data() for n in range(plan.model.columnCount())]
        labels = [one.text() for one in home.findChildren(type(home.header.title)) if one.isVisible()]
        stops = [view.scene.words_of(one) for one in view.scene.stops]
        return " ".join(str(one) for one in (*cells, *plans, *labels, *stops))

    assert "Rowan" in said()
    who.hide_names.click()
    assert names.hidden
    assert "Rowan" not in said()
    assert "250-555" not in said()
    assert "R. T." in said()
    assert who.panel.isHidden()
    names.set_hidden(False)
    assert "Rowan" in said()
    assert who.hide_names.text() == "Hide names"
