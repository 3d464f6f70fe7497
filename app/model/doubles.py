"""Partners who are likely the same, why that is thought, and one partner made out of two.

A name typed twice, turned round ("Lee, Ana") or with one letter wrong; the same e-mail address; the same telephone with a
word of the name in common (an office's number alone says little). Whoever was said to be somebody else is not named again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from gettext import gettext as _
from itertools import combinations
from typing import Any

from app.model.finding import folded_words
from app.model.partner import INVOLVEMENT, SHOW_TO, Partner
from app.model.schema import FieldType, specs

# As like as "Jon Smith" and "John Smith".
LIKE = 0.9
# An address that so many share is an office's.
SHARED = 6
LEFT, RIGHT, BOTH = "left", "right", "both"
# What a person chooses between; the rest follows by rule.
RULED = ("sees", "origin", "apart")
_CLOSENESS = {one.key: n for n, one in enumerate(INVOLVEMENT)}
_WIDTH = {one.key: n for n, one in enumerate(SHOW_TO)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be the same; `one` was added first. `why` are sentences."""

    one: Partner
    other: Partner
    why: tuple[str, ...]


def likely_pairs(partners: Iterable[Partner]) -> list[Pair]:
    """The pairs to look at, those with the most reasons first."""
    people = sorted(partners, key=lambda one: one.id)
    reasons: dict[tuple[int, int], list[str]] = {}
    names = [sorted(folded_words(one.name)) for one in people]

    def note(keys: Sequence[Iterable[str]], sentence: str, test: Callable[[int, int], bool]) -> None:
        for pair in _meeting(keys):
            if test(*pair):
                reasons.setdefault(pair, []).append(sentence)

    def same_name(a: int, b: int) -> bool:
        return names[a] == names[b]

    def near_name(a: int, b: int) -> bool:
        return names[a] != names[b] and SequenceMatcher(None, "".join(names[a]), "".join(names[b])).ratio() >= LIKE

    note([[" ".join(one)] if one else () for one in names], _("The same name."), same_name)
    note([_one_letter_less("".join(one)) for one in names], _("Almost the same name."), near_name)
    note([[one.email.casefold()] if one.email else () for one in people], _("The same e-mail address."), _always)
    share = [set(one) for one in names]
    note([_numbers(one.phone) for one in people], _("The same telephone."), lambda a, b: bool(share[a] & share[b]))
    pairs = [Pair(people[a], people[b], tuple(why)) for (a, b), why in reasons.items() if _may_be(people[a], people[b])]
    return sorted(pairs, key=lambda one: (-len(one.why), one.one.id, one.other.id))


def _always(_one: int, _other: int) -> bool:
    return True


def _may_be(one: Partner, other: Partner) -> bool:
    return one.form == other.form and other.id not in one.apart and one.id not in other.apart


def _meeting(keys: Sequence[Iterable[str]]) -> set[tuple[int, int]]:
    """The places that have a key in common."""
    places: dict[str, list[int]] = {}
    for place, found in enumerate(keys):
        for key in dict.fromkeys(found):
            places.setdefault(key, []).append(place)
    return {pair for held in places.values() if 1 < len(held) <= SHARED for pair in combinations(held, 2)}


def _one_letter_less(name: str) -> list[str]:
    """Keys that two names share when one letter was left out, added or wrong."""
    if len(name) < 5:
        return []
    return [name, *(name[:at] + name[at + 1 :] for at in range(len(name)))]


def _numbers(phone: str) -> list[str]:
    digits = "".join(one for one in phone if one.isdigit())
    return [digits[-10:]] if len(digits) >= 7 else []


def differing(one: Partner, other: Partner) -> list[str]:
    """The fields in which both say something, and not the same: a person chooses."""
    found: list[str] = []
    empty = Partner()
    for name in specs(Partner):
        mine, theirs = getattr(one, name), getattr(other, name)
        if name not in RULED and mine != theirs and getattr(empty, name) not in (mine, theirs):
            found.append(name)
    return found


def joinable(name: str) -> bool:
    """Whether both values of a field can be kept side by side."""
    return specs(Partner)[name].type in (FieldType.LONG, FieldType.WORDS)


def usual_choice(name: str, one: Partner, other: Partner) -> str:
    """What is chosen until somebody chooses: both where they fit together, else what is safer, else who was there first."""
    if joinable(name):
        return BOTH
    if name == "involvement":
        return LEFT if _CLOSENESS[one.involvement] <= _CLOSENESS[other.involvement] else RIGHT
    if name == "consent_show":
        return LEFT if _WIDTH[one.consent_show] <= _WIDTH[other.consent_show] else RIGHT
    if name == "consent_until" and one.consent_until and other.consent_until:
        return LEFT if one.consent_until <= other.consent_until else RIGHT
    return LEFT


def merged(one: Partner, other: Partner, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the one partner who is left, by the choices for the fields that differ.

    Where only one says something, that is kept. Nobody sees more afterwards than either of the two agreed to.
    """
    empty = Partner()
    values: dict[str, Any] = {}
    for name in specs(Partner):
        mine, theirs = getattr(one, name), getattr(other, name)
        choice = chosen.get(name) or usual_choice(name, one, other)
        if mine == theirs or theirs == getattr(empty, name):
            values[name] = mine
        elif mine == getattr(empty, name):
            values[name] = theirs
        elif choice == BOTH and joinable(name):
            values[name] = _both(name, mine, theirs)
        else:
            values[name] = theirs if choice == RIGHT else mine
    values["sees"] = _narrower(one, other)
    values["consent_show"] = values["consent_show"] if "consent_show" in chosen else _narrowest(one, other)
    values["apart"] = tuple(dict.fromkeys(key for key in (*one.apart, *other.apart) if key not in (one.id, other.id)))
    return values


def _both(name: str, mine: Any, theirs: Any) -> Any:
    if specs(Partner)[name].type is FieldType.WORDS:
        return tuple(dict.fromkeys((*mine, *theirs)))
    return mine if theirs in mine else theirs if mine in theirs else f"{mine}\n{theirs}"


def _narrowest(one: Partner, other: Partner) -> str:
    return min((one.consent_show, other.consent_show), key=lambda key: _WIDTH.get(key, 0))


def _narrower(one: Partner, other: Partner) -> dict[str, str]:
    """Who may see each field: the narrower of the two. A field in which only one says something is as that one chose."""
    found: dict[str, str] = {}
    empty = Partner()
    for name in (*one.sees, *(key for key in other.sees if key not in one.sees)):
        usual = specs(Partner)[name].audience.name.lower() if name in specs(Partner) else ""
        saying = [each for each in (one, other) if getattr(each, name, "") != getattr(empty, name, "")]
        wishes = [each.sees.get(name, usual) for each in saying or (one, other)]
        if any(name in each.sees for each in saying or (one, other)):
            found[name] = min(wishes, key=lambda key: _WIDTH.get(key, 0))
    return found
