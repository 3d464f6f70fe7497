"""Edits of meetings and answers by name. Each is used inside one `workspace.edit`, so it is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from app.data.edit import Edit
from app.model.becoming import short_name
from app.model.committees import Steps, joining, starting
from app.model.ground_rules import GROUND_RULES, SAFETY_WORDS, as_text
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.origin import QUESTION, Origin
from app.model.partner import Partner
from app.model.reflection import BY_KEY, MOST_DOTS, QUESTIONS, Answer, Meeting, Question
from app.model.schema import specs

BRINGS = ("skills", "abilities", "passions", "connections", "ideas")


def begin_meeting(edit: Edit, on: date | None = None) -> Meeting:
    """A meeting with all nine questions, the ground rules and the safety words in it."""
    rules = as_text(_(one) for one in (*GROUND_RULES, *SAFETY_WORDS))
    return edit.add(Meeting(name=_("Meeting"), on=on, rules=rules, asks=tuple(one.key for one in QUESTIONS)))


def add_question(edit: Edit, meeting_id: str, text: str, help: str = "", origin: str = "") -> Question:
    """A question of the community's own, asked last in this meeting; `help` stands below it, and `origin` leads back."""
    made = edit.add(Question(text=text, help=help, origin=origin))
    meeting = edit.get(Meeting, meeting_id)
    edit.change(Meeting, meeting_id, asks=(*(meeting.asks if meeting is not None else ()), made.id))
    return made


def add_answer(
    edit: Edit, meeting_id: str, question: str, words: str, cards: Sequence[Answer], pile: str = ""
) -> Answer:
    """A card behind the others of its question (`cards`). Nobody's name is kept with it."""
    last = max((one.order or 0 for one in cards), default=0)
    return edit.add(Answer(meeting=meeting_id, question=question, words=words, pile=pile, order=last + 1))


def move_answer(edit: Edit, cards: Sequence[Answer], answer_id: str, steps: int) -> bool:
    """Move a card by so many places among those of its pile; False at either end. `cards` are the question's, in order."""
    moved = next(one for one in cards if one.id == answer_id)
    mates = [one.id for one in cards if one.pile == moved.pile]
    target = mates.index(answer_id) + steps
    if not steps or not 0 <= target < len(mates):
        return False
    order = [one.id for one in cards if one.id != answer_id]
    beside = order.index(mates[target])
    order.insert(beside + (steps > 0), answer_id)
    _number(edit, order)
    return True


def lay_on(edit: Edit, cards: Sequence[Answer], answer_id: str, target_id: str) -> str:
    """Lay a card on another: both lie in one pile, which is called by the other's words until it has a name; its name."""
    target = next(one for one in cards if one.id == target_id)
    pile = target.pile or short_name(target.words)
    if target.pile != pile:
        edit.change(Answer, target_id, pile=pile)
    edit.change(Answer, answer_id, pile=pile)
    order = [one.id for one in cards if one.id != answer_id]
    order.insert(order.index(target_id) + 1, answer_id)
    _number(edit, order)
    return pile


def lay_in(edit: Edit, answer_id: str, pile: str) -> None:
    """Lay a card into the pile of that name; an empty name lays it on its own."""
    edit.change(Answer, answer_id, pile=pile)


def rename_pile(edit: Edit, cards: Sequence[Answer], pile: str, name: str) -> None:
    """Call a pile otherwise; an empty name takes it apart."""
    for one in cards:
        if one.pile == pile:
            edit.change(Answer, one.id, pile=name)


def add_dots(edit: Edit, answer_id: str, by: int) -> None:
    """Give a card a dot, or take one back."""
    answer = _answer(edit, answer_id)
    edit.change(Answer, answer_id, dots=min(MOST_DOTS, max(0, (answer.dots or 0) + by)) or None)


def make_step(edit: Edit, answer_id: str) -> Item:
    """A step of the plan out of a card, at the plan's end, linked both ways."""
    answer = _answer(edit, answer_id)
    made = edit.add(Item(what=answer.words[: specs(Item)["what"].limit], origin=_origin(answer)))
    edit.change(Answer, answer_id, items=(*answer.items, made.id))
    return made


def make_partner(edit: Edit, answer_id: str) -> Partner:
    """A partner out of a card, by the first words of it. Who offers something is a person; others are mostly not."""
    answer = _answer(edit, answer_id)
    form = "person" if _leads(answer) == "offer" else "organisation"
    made = edit.add(Partner(name=short_name(answer.words), form=form, origin=_origin(answer)))
    edit.change(Answer, answer_id, partners=(*answer.partners, made.id))
    return made


def bring(edit: Edit, answer_id: str, partner_id: str, field: str) -> None:
    """Write a card into what a partner brings: `field` is one of BRINGS. It was theirs to say whose it is."""
    if field not in BRINGS:
        raise ValueError(field)
    answer, partner = _answer(edit, answer_id), edit.get(Partner, partner_id)
    before = str(getattr(partner, field)) if partner is not None else ""
    edit.change(Partner, partner_id, **{field: f"{before}\n{answer.words}".strip()})
    if partner_id not in answer.partners:
        edit.change(Answer, answer_id, partners=(*answer.partners, partner_id))


def agree(edit: Edit, answer_id: str) -> bool:
    """Make a card a working agreement, or no more; whether it is one now."""
    agreed = not _answer(edit, answer_id).agreed
    edit.change(Answer, answer_id, agreed=agreed)
    return agreed


def make_number(edit: Edit, answer_id: str) -> LocalLine:
    """A number of the community's own out of a card; the number itself is filled in afterwards."""
    answer = _answer(edit, answer_id)
    made = edit.add(LocalLine(name=short_name(answer.words)))
    edit.change(Answer, answer_id, numbers=(*answer.numbers, made.id))
    return made


def ask_committee(edit: Edit, answer_id: str) -> Item:
    """The committee of a card is in the circle, and the steps to ask it in the plan; answers with their goal."""
    answer = _answer(edit, answer_id)
    name = short_name(answer.words)
    committee = edit.add(Partner(name=name, form="committee", origin=_origin(answer)))
    edit.change(Answer, answer_id, partners=(*answer.partners, committee.id))
    return _plan(edit, answer_id, joining(name))


def start_committee(edit: Edit, answer_id: str) -> Item:
    """The steps to start a committee are in the plan; answers with their goal."""
    return _plan(edit, answer_id, starting())


def mark_page(edit: Edit, answer_id: str, page: str, marks: Sequence[Mark]) -> None:
    """A page of the toolkit answers a card: it is bookmarked, unless it is one of the `marks` already."""
    edit.change(Answer, answer_id, page=page)
    if not any(one.page == page and one.is_bookmark for one in marks):
        edit.add(Mark(page=page))


def _plan(edit: Edit, answer_id: str, steps: Steps) -> Item:
    answer = _answer(edit, answer_id)
    origin = _origin(answer)
    goal = edit.add(Item(what=steps.goal, level="goal", origin=origin))
    for what in steps.steps:
        edit.add(Item(what=what, parent=goal.id, origin=origin))
    edit.change(Answer, answer_id, items=(*answer.items, goal.id))
    return goal


def _number(edit: Edit, order: Sequence[str]) -> None:
    for place, one in enumerate(order, 1):
        edit.change(Answer, one, order=place)


def _answer(edit: Edit, answer_id: str) -> Answer:
    # The door refuses in its own words what is gone.
    return edit.change(Answer, answer_id)


def _leads(answer: Answer) -> str:
    asked = BY_KEY.get(answer.question)
    return asked.leads if asked is not None else ""


def _origin(answer: Answer) -> str:
    return Origin(QUESTION, answer.question).kept()
