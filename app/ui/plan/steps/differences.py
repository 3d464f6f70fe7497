"""From one list of rows to another by as few steps as there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

Run = tuple[int, int]


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[list[Run], list[Run]]:
    """What goes and what comes, as runs (first, last), when rows with these keys (each once) become those.

    Removals are places in `old`, to be done from the last to the first; then insertions are places in `new`, to be done from
    the first to the last. A row that moves goes and comes. Most stay: the longest increasing row of their old places.
    """
    begin, most = 0, min(len(old), len(new))
    while begin < most and old[begin] == new[begin]:
        begin += 1
    end = 0
    while end < most - begin and old[-1 - end] == new[-1 - end]:
        end += 1
    places = {key: at for at, key in enumerate(old[begin : len(old) - end], begin)}
    middle = range(begin, len(new) - end)
    stay = _increasing([(places[new[at]], at) for at in middle if new[at] in places])
    stays_old, stays_new = {old_at for old_at, _new_at in stay}, {new_at for _old_at, new_at in stay}
    gone = _runs([at for at in range(begin, len(old) - end) if at not in stays_old])
    return gone[::-1], _runs([at for at in middle if at not in stays_new])


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose first numbers grow, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, (value, _at) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            piles.append(place)
        else:
            tops[pile], piles[pile] = value, place
    found: list[tuple[int, int]] = []
    place = piles[-1] if piles else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def _runs(places: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for at in places:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
