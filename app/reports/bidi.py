"""In which order the letters of a line stand when some run from right to left, as Hebrew, Arabic and Persian do.

The rules are those of the Unicode bidirectional algorithm (UAX #9, revision 48), by their own numbers, for a paragraph
without direction marks: `Fonts.readable` takes those away. A level is even where letters run from left to right and odd
where they run from right to left; the paragraph's own is 0 or 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

# Hebrew, Arabic and the writings beside them; their presentation forms; the right-to-left part of the second plane.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_NEUTRAL = ("B", "S", "WS", "ON")
_OPENING = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a", "\u3008": "\u3009"}
_CLOSING = {end: start for start, end in _OPENING.items()}


def levels(text: str) -> tuple[int, list[int]]:
    """The paragraph's own level, which its first letter decides (P2, P3), and the level of every character of it."""
    kinds = [_kind(one) for one in text]
    base = next((int(one != "L") for one in kinds if one in ("L", "R", "AL")), 0)
    outer = "R" if base else "L"
    at = [number for number, one in enumerate(kinds) if one != "BN"]
    letters, kept = [text[number] for number in at], [kinds[number] for number in at]
    _resolve_weak(kept, outer)
    _resolve_brackets(letters, kept, outer)
    _resolve_neutral(kept, outer)
    found = [base] * len(text)
    for number, kind in zip(at, kept, strict=True):
        found[number] = _level(kind, base)
    for number, kind in enumerate(kinds):
        # X9: what shows nothing goes with what stands before it.
        if kind == "BN" and number:
            found[number] = found[number - 1]
    return base, found


def visual_order(levels_of: Sequence[int]) -> list[int]:
    """The parts of a line from left to right, by their numbers in reading order (L2)."""
    order = list(range(len(levels_of)))
    for level in range(max(levels_of, default=0), 0, -1):
        turned: list[int] = []
        for high, group in groupby(order, key=lambda one: levels_of[one] >= level):
            part = list(group)
            turned += reversed(part) if high else part
        order = turned
    return order


def _kind(letter: str) -> str:
    return unicodedata.bidirectional(letter) or "L"


def _level(kind: str, base: int) -> int:
    """I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], outer: str) -> None:
    """W1 to W7: marks, numbers and what stands between and beside numbers."""
    before, strong = outer, outer
    for number, kind in enumerate(kinds):
        if kind == "NSM":
            kind = kinds[number] = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[number] = "AN"
        before = kind
    kinds[:] = ["R" if one == "AL" else one for one in kinds]
    for number in range(1, len(kinds) - 1):
        sides = {kinds[number - 1], kinds[number + 1]}
        if (kinds[number] in ("ES", "CS") and sides == {"EN"}) or (kinds[number] == "CS" and sides == {"AN"}):
            kinds[number] = kinds[number - 1]
    _resolve_signs(kinds)
    strong = outer
    for number, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            kinds[number] = "L"


def _resolve_signs(kinds: list[str]) -> None:
    """W5 and W6: signs of money and percent go with their number; other separators become neutral."""
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET":
            beside = (start and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[start:end] = ["EN" if beside else "ON"] * (end - start)
        elif kind in ("ES", "CS"):
            kinds[start:end] = ["ON"] * (end - start)
        start = end


def _resolve_brackets(letters: Sequence[str], kinds: list[str], outer: str) -> None:
    """N0: a pair of brackets runs as what it holds, or as what stands before it."""
    for start, end in _pairs(letters, kinds):
        inside = {_STRONG.get(one) for one in kinds[start + 1 : end]}
        if outer in inside:
            kinds[start] = kinds[end] = outer
        elif inside - {None}:
            other = "L" if outer == "R" else "R"
            before = next((_STRONG[one] for one in reversed(kinds[:start]) if one in _STRONG), outer)
            kinds[start] = kinds[end] = other if before == other else outer


def _pairs(letters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: brackets that belong together, in the order of the opening ones."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for number, letter in enumerate(letters):
        if kinds[number] != "ON":
            continue
        if letter in _OPENING:
            waiting.append((letter, number))
        elif letter in _CLOSING:
            opened = [at for at, (one, _number) in enumerate(waiting) if one == _CLOSING[letter]]
            if opened:
                found.append((waiting[opened[-1]][1], number))
                del waiting[opened[-1] :]
    return sorted(found)


def _resolve_neutral(kinds: list[str], outer: str) -> None:
    """N1 and N2: what has no direction takes that of both its neighbours when they agree, else the paragraph's."""
    start = 0
    for neutral, group in groupby(list(kinds), key=lambda one: one in _NEUTRAL):
        end = start + len(list(group))
        if neutral:
            before = _STRONG[kinds[start - 1]] if start else outer
            after = _STRONG[kinds[end]] if end < len(kinds) else outer
            kinds[start:end] = [before if before == after else outer] * (end - start)
        start = end
