"""Which known word somebody meant who mistyped it, and a word's simple form."""

from __future__ import annotations

from collections.abc import Collection

# A shorter word with a wrong letter could be almost any other word.
_SHORTEST = 4


def simple_form(word: str) -> str:
    """The word without an English plural: "wages" and "wage", "committees" and "committee" meet as beginnings."""
    if len(word) > _SHORTEST and word.endswith("ies"):
        return word[:-3]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else word


def nearest(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words that are the fewest typing errors away: one error to six letters, two in longer words.

    An error is a letter too many, missing, wrong, or two that changed places. The first letter is taken to be right.
    """
    if len(word) < _SHORTEST:
        return ()
    most = 1 if len(word) <= 6 else 2
    found: list[tuple[int, str]] = []
    for one in known:
        if one[:1] == word[:1] and abs(len(one) - len(word)) <= most:
            away = distance(word, one, most)
            if away <= most:
                found.append((away, one))
    least = min((away for away, _one in found), default=0)
    return tuple(sorted(one for away, one in found if away == least)[:4])


def distance(one: str, other: str, most: int) -> int:
    """Typing errors between two words (Damerau's optimal string alignment); more than `most` is answered as most + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
