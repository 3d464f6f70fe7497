"""The test of the plan as a card: sentences, and keys that go there."""

from __future__ import annotations

from datetime import date, timedelta
from string import Formatter

import pytest
from pytestqt.qtbot import QtBot

from app.model.groups import groups_of
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_check import KINDS, PARTS, Finding, check_plan
from app.ui.plan.check_words import PART_NAMES, finding_words, summary_words
from app.ui.plan.checking import PlanChecks
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from app.ui.widgets import Button, PressRow, Words

TODAY = date(2026, 11, 24)
GROUPS = groups_of()
NURSE = Partner(id="nurse", name="Nurse", group="health-care", involvement="active")


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> PlanChecks:
    made = PlanChecks(look)
    qtbot.addWidget(made)
    made.show()
    return made


def show(card: PlanChecks, *items: Item) -> list[Finding]:
    outline = Outline(items)
    findings = check_plan(outline, [NURSE], GROUPS, TODAY)
    card.show_findings(findings, Shown(outline, {"nurse": "Nurse"}, GROUPS, TODAY))
    return findings


def rows(card: PlanChecks) -> dict[str, PressRow]:
    return {one.text(): one for one in card.findChildren(PressRow) if not one.isHidden()}


def words(card: PlanChecks) -> list[str]:
    return [one.text() for one in card.findChildren(Words) if not one.isHidden()]


def test_a_row_goes_to_its_step_and_field(card: PlanChecks, qtbot: QtBot) -> None:
    show(card, Item(id="a", what="Ring the <b>school</b>", lead="nurse"))
    assert "1 step has no day yet." in words(card)
    asked: list[tuple[str, str]] = []
    card.finding_requested.connect(lambda item, field: asked.append((item, field)))
    row = next(one for one in card.findChildren(PressRow) if one.accessibleDescription() == "1 step has no day yet.")
    assert row.text() == "Ring the <b>school</b>"
    row.click()
    assert asked == [("a", "by")]


def test_a_group_is_gone_to_by_its_key(card: PlanChecks, qtbot: QtBot) -> None:
    show(card, Item(id="a", what="Ring", lead="nurse", by=TODAY))
    with qtbot.waitSignal(card.open_requested) as asked:
        rows(card)["Youth"].click()
    assert asked.args == ["group", "youth"]


def test_a_long_list_shows_three_and_then_more(card: PlanChecks) -> None:
    findings = show(card, *(Item(id=str(n), what=f"Step {n}", lead="nurse") for n in range(60)))
    assert "no-day" in {one.kind for one in findings}
    more = next(one for one in card.findChildren(Button) if one.text() == "Show 57 more")
    more.click()
    assert "And 10 more in the outline." in words(card)
    assert "Step 49" in rows(card)


def test_nothing_missing_is_said_calmly(card: PlanChecks) -> None:
    outline = Outline([Item(id="a", what="Ring")])
    card.show_findings([], Shown(outline, {}, GROUPS, TODAY))
    assert words(card) == ["Test the plan", "Nothing is missing."]
    assert summary_words([]) == "Test the plan: nothing is missing"


def test_without_a_plan_it_says_how_to_begin(card: PlanChecks) -> None:
    show(card)
    assert "There is nothing to test yet. Begin with one step." in words(card)


def test_pairs_name_the_other_line(card: PlanChecks) -> None:
    later = Item(id="b", what="Print cards", by=TODAY + timedelta(days=9), lead="nurse")
    show(card, Item(id="a", what="Hand out", by=TODAY, lead="nurse", waits_for=("b",)), later)
    assert "Hand out (waits for “Print cards”)" in rows(card)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 7])
def test_every_finding_has_its_sentence(kind: str, count: int) -> None:
    sentence = finding_words(Finding(kind, "clear", tuple(map(str, range(count)))))
    assert sentence.endswith((".", "?"))
    assert not [name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name]


def test_every_part_of_the_test_has_its_question() -> None:
    assert set(PART_NAMES) == set(PARTS)
