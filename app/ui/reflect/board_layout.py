"""Where cards lie: piles as columns, single cards below them in rows. Plain arithmetic in pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Box = tuple[int, int, int, int]
Group = tuple[str, Sequence[str]]


@dataclass(slots=True)
class Lying:
    """Boxes (left, top, width, height) of cards by id and of piles by name, and the height of it all."""

    cards: dict[str, Box] = field(default_factory=dict[str, Box])
    piles: dict[str, Box] = field(default_factory=dict[str, Box])
    height: int = 0


def columns(width: int, narrowest: int, gap: int) -> tuple[int, int]:
    """How many columns fit, and how wide each is."""
    count = max(1, (width + gap) // (narrowest + gap))
    return count, max(1, (width - gap * (count - 1)) // count)


def inset(gap: int) -> int:
    """The space between a pile's edge and its cards."""
    return max(6, gap * 2 // 3)


def lie(
    groups: Sequence[Group], width: int, narrowest: int, gap: int, head: int, high: Callable[[str, int], int]
) -> Lying:
    """Lay out groups as (pile, cards); single cards have an empty pile and come last. `high` measures a card at a width,
    `head` is the height of a pile's name.
    """
    found = Lying()
    count, wide = columns(width, narrowest, gap)
    named = [one for one in groups if one[0]]
    top = 0
    for start in range(0, len(named), count):
        row = named[start : start + count]
        top = _pile_row(found, row, top, wide, gap, head, high) + gap
    single = [card for pile, cards in groups if not pile for card in cards]
    for start in range(0, len(single), count):
        row = single[start : start + count]
        own = [high(card, wide) for card in row]
        tall = max(own)
        for place, card in enumerate(row):
            # Beside one long answer short ones would be mostly empty: they keep their height.
            high_here = tall if own[place] * 2 >= tall else own[place]
            found.cards[card] = (place * (wide + gap), top, wide, high_here)
        top += tall + gap
    found.height = max(0, top - gap)
    return found


def _pile_row(
    found: Lying, row: Sequence[Group], top: int, wide: int, gap: int, head: int, high: Callable[[str, int], int]
) -> int:
    inside = inset(gap)
    bottom = top
    for place, (pile, cards) in enumerate(row):
        left, y = place * (wide + gap), top + head
        for card in cards:
            tall = high(card, wide - 2 * inside)
            found.cards[card] = (left + inside, y, wide - 2 * inside, tall)
            y += tall + inside
        found.piles[pile] = (left, top, wide, y - top)
        bottom = max(bottom, y)
    for pile, (left, y, width, _height) in list(found.piles.items()):
        if y == top:
            found.piles[pile] = (left, y, width, bottom - top)
    return bottom
