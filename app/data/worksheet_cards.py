"""Puts the cards of filled worksheets into the community's file."""

from __future__ import annotations

from collections.abc import Iterable

from app.data.edit import Edit
from app.model.reflection import Answer
from app.model.worksheet import CardProposal, next_order


def take_in_cards(edit: Edit, cards: Iterable[CardProposal], there: Iterable[Answer]) -> int:
    """Add the cards behind those that are there, and answer with how many; one that is there already is left alone.

    Raises what an edit raises, such as Gone when the meeting was removed meanwhile.
    """
    known = list(there)
    places: dict[tuple[str, str], int] = {}
    added = 0
    for one in cards:
        if edit.get(Answer, one.id) is not None:
            continue
        key = (one.meeting, one.question)
        places[key] = places[key] + 1 if key in places else next_order(known, *key)
        edit.add(one.answer(places[key]), computed=True)
        added += 1
    return added
