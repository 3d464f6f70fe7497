"""Meetings and answers: what becomes of a card, one step of undo each, and nobody's name with what they said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data import reflection
from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.becoming import short_name
from app.model.community import Community
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question, answers_to, asked_in, laid, led_to

DAY = date(2026, 3, 12)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet"))
    yield made
    made.close()


def meeting_in(workspace: Workspace) -> Meeting:
    with workspace.edit("New meeting") as edit:
        return reflection.begin_meeting(edit, DAY)


def card(workspace: Workspace, meeting: Meeting, question: str, words: str) -> Answer:
    cards = answers_to(workspace.all(Answer), meeting.id, question)
    with workspace.edit("Add answer") as edit:
        return reflection.add_answer(edit, meeting.id, question, words, cards)


def test_a_new_meeting_has_the_nine_questions_the_ground_rules_and_safety_words(workspace: Workspace):
    meeting = meeting_in(workspace)
    assert [one.number for one in asked_in(meeting, ())] == list(range(1, 10))
    assert "One person speaks at a time." in meeting.rules
    assert "Two people can listen today" in meeting.rules


def test_the_ground_rules_are_those_of_our_page_about_the_first_meeting(workspace: Workspace):
    page = Path(__file__).parents[2] / "resources/toolkit/en/take-action/first-meeting.md"
    text = page.read_text("utf-8")
    assert all(f"- {rule}" in text for rule in reflection.GROUND_RULES)


def test_a_question_of_ones_own_is_asked_last(workspace: Workspace):
    meeting = meeting_in(workspace)
    with workspace.edit("Add question") as edit:
        own = reflection.add_question(edit, meeting.id, "What about the ferry?")
    found = asked_in(workspace.all(Meeting)[0], workspace.all(Question))
    assert (found[-1].key, found[-1].text, found[-1].number) == (own.id, "What about the ferry?", 0)


def test_a_step_remembers_its_question_and_the_card_its_step(workspace: Workspace):
    answer = card(workspace, meeting_in(workspace), "9", "Ask the school for an evening")
    with workspace.edit("Step") as edit:
        item = reflection.make_step(edit, answer.id)
    kept = workspace.get(Item, item.id)
    assert kept is not None and (kept.what, kept.origin, kept.level) == (answer.words, "question:9", "action")
    found = led_to(workspace.all(Answer), item.id)
    assert found is not None and found.id == answer.id
    workspace.undo()
    assert workspace.all(Item) == []
    assert workspace.all(Answer)[0].items == ()


def test_a_partner_is_called_by_the_first_words_of_the_card(workspace: Workspace):
    meeting = meeting_in(workspace)
    answer = card(workspace, meeting, "8", "Fish plant: workers come from away every summer")
    with workspace.edit("Partner") as edit:
        partner = reflection.make_partner(edit, answer.id)
    assert (partner.name, partner.form, partner.origin) == ("Fish plant", "organisation", "question:8")
    offer = card(workspace, meeting, "7", "I can drive")
    with workspace.edit("Partner") as edit:
        assert reflection.make_partner(edit, offer.id).form == "person"


def test_an_offer_is_added_to_what_a_partner_brings(workspace: Workspace):
    answer = card(workspace, meeting_in(workspace), "7", "I can drive")
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Taxi owner", skills="Knows the road"))
    with workspace.edit("Bring") as edit:
        reflection.bring(edit, answer.id, partner.id, "skills")
    kept = workspace.get(Partner, partner.id)
    assert kept is not None and kept.skills == "Knows the road\nI can drive"
    assert workspace.all(Answer)[0].partners == (partner.id,)


def test_a_committee_is_in_the_circle_and_the_steps_to_ask_it_in_the_plan(workspace: Workspace):
    answer = card(workspace, meeting_in(workspace), "6", "VAWIR committee")
    with workspace.edit("Ask") as edit:
        goal = reflection.ask_committee(edit, answer.id)
    assert [(one.name, one.form) for one in workspace.all(Partner)] == [("VAWIR committee", "committee")]
    below = [one for one in workspace.all(Item) if one.parent == goal.id]
    assert len(below) == 4
    workspace.undo()
    assert (workspace.all(Partner), workspace.all(Item)) == ([], [])


def test_a_number_an_agreement_and_a_page_come_of_a_card(workspace: Workspace):
    answer = card(workspace, meeting_in(workspace), "5", "The nurse, day and night")
    for _again in range(2):
        with workspace.edit("Page") as edit:
            reflection.mark_page(edit, answer.id, "get-informed/signs", workspace.all(Mark))
    with workspace.edit("Number") as edit:
        line = reflection.make_number(edit, answer.id)
    with workspace.edit("Agree") as edit:
        assert reflection.agree(edit, answer.id)
    kept = workspace.all(Answer)[0]
    assert (kept.numbers, kept.agreed, kept.page) == ((line.id,), True, "get-informed/signs")
    assert [one.name for one in workspace.all(LocalLine)] == ["The nurse"]
    assert [one.page for one in workspace.all(Mark)] == ["get-informed/signs"]


def test_a_card_laid_on_another_makes_a_pile_called_by_it(workspace: Workspace):
    meeting = meeting_in(workspace)
    one, two, three = (card(workspace, meeting, "8", words) for words in ("Schools", "Motel", "The teachers, all"))
    with workspace.edit("Group") as edit:
        assert reflection.lay_on(edit, [one, two, three], three.id, one.id) == "Schools"
    cards = answers_to(workspace.all(Answer), meeting.id, "8")
    assert [(pile, [a.words for a in mine]) for pile, mine in laid(cards)] == [
        ("Schools", ["Schools", "The teachers, all"]),
        ("", ["Motel"]),
    ]
    with workspace.edit("Rename") as edit:
        reflection.rename_pile(edit, cards, "Schools", "")
    assert {one.pile for one in workspace.all(Answer)} == {""}


def test_dots_are_given_and_taken_and_never_fall_below_none(workspace: Workspace):
    answer = card(workspace, meeting_in(workspace), "8", "Schools")
    for by, wanted in ((1, 1), (1, 2), (-1, 1), (-1, None), (-1, None)):
        with workspace.edit("Dot") as edit:
            reflection.add_dots(edit, answer.id, by)
        assert workspace.all(Answer)[0].dots == wanted


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-3, 3)), max_size=12))
def test_moving_cards_loses_none_and_keeps_the_others_order(moves: list[tuple[int, int]]):
    words = ["a", "b", "c", "d", "e"]
    cards = [Answer(id=one, meeting="m", question="8", words=one, order=n) for n, one in enumerate(words, 1)]
    for which, steps in moves:
        moved = words[which]
        before = [one.words for one in cards]
        numbered: list[str] = []
        edit = _Numbers(numbered)
        at = before.index(moved)
        done = reflection.move_answer(edit, cards, moved, steps)  # pyright: ignore[reportArgumentType]
        assert done == (steps != 0 and 0 <= at + steps < len(words))
        after = numbered if done else before
        assert sorted(after) == words
        assert [one for one in after if one != moved] == [one for one in before if one != moved]
        assert after.index(moved) == (at + steps if done else at)
        cards = [next(one for one in cards if one.id == key) for key in after]


class _Numbers:
    """Stands for an edit: notes in which order the cards are numbered."""

    def __init__(self, order: list[str]) -> None:
        self._order = order

    def change(self, _kind: object, key: str, order: int) -> None:
        assert order == len(self._order) + 1
        self._order.append(key)


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip() != ""))
def test_a_short_name_is_never_empty_and_begins_like_the_words(words: str):
    name = short_name(words)
    assert name
    assert len(name) <= 80
    assert words.strip().startswith(name)


def test_a_name_with_a_short_word_before_a_point_is_kept_whole():
    assert short_name("St. Mary's school") == "St. Mary's school"
    assert short_name("Auntie network. Seriously.") == "Auntie network"
    assert short_name("The school, they see the kids") == "The school"


def test_a_removed_meeting_takes_its_answers_and_leaves_what_came_of_them(workspace: Workspace):
    meeting = meeting_in(workspace)
    answer = card(workspace, meeting, "9", "Ask the school")
    with workspace.edit("Step") as edit:
        reflection.make_step(edit, answer.id)
    with workspace.edit("Remove") as edit:
        edit.remove(Meeting, meeting.id)
    assert workspace.all(Answer) == []
    assert len(workspace.all(Item)) == 1


def test_no_row_of_the_history_holds_an_answer_together_with_who_came(tmp_path: Path):
    file = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(file, Community(name="Cedar Inlet"))
    with workspace.edit("Add") as edit:
        people = [edit.add(Partner(name=name)) for name in ("Ada", "Bea")]
    meeting = meeting_in(workspace)
    with workspace.edit("Came") as edit:
        edit.change(Meeting, meeting.id, came=tuple(one.id for one in people))
    answer = card(workspace, meeting, "1", "Rides after dark")
    with workspace.edit("Dot") as edit:
        reflection.add_dots(edit, answer.id, 1)
    rows = workspace._connection.db.execute("SELECT steps, change FROM history").fetchall()
    told = [f"{steps}".encode() + bytes(change) for steps, change in rows]
    about = [one for one in told if answer.id.encode() in one]
    assert len(about) == 2
    assert not any(person.id.encode() in one for one in about for person in people)
    row = workspace._connection.db.execute("SELECT * FROM answer").fetchone()
    assert not any(person.id in str(value) for value in row for person in people)
    workspace.close()
    assert check_file(file) == []


def test_half_typed_words_are_in_the_file_and_in_no_history(tmp_path: Path):
    file = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(file, Community(name="Cedar Inlet"))
    before = workspace._connection.db.execute("SELECT count(*) FROM history").fetchone()
    workspace.unfinished.keep("m:draft:1", "Rides after")
    assert workspace.unfinished.read("m:draft:1") == "Rides after"
    assert workspace._connection.db.execute("SELECT count(*) FROM history").fetchone() == before
    assert workspace.undo_label is None
    workspace.close()
    again = open_workspace(file)
    assert again.unfinished.read("m:draft:1") == "Rides after"
    again.unfinished.keep("m:draft:1", "")
    again.unfinished.keep("m:at", "3")
    again.unfinished.forget("m:")
    again.close()
    assert b"Rides after" not in file.read_bytes()
    assert check_file(file) == []
