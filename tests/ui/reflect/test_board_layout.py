"""Cards lie beside each other, never on each other, whatever their number, sizes and piles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.reflect.board_layout import Box, lie

heights = st.lists(st.integers(20, 400), max_size=8)


def overlap(one: Box, other: Box) -> bool:
    ax, ay, aw, ah = one
    bx, by, bw, bh = other
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


@given(st.lists(heights, max_size=5), heights, st.integers(120, 2000), st.integers(100, 400), st.integers(4, 20))
def test_no_card_lies_on_another_or_outside(
    piles: list[list[int]], alone: list[int], width: int, narrowest: int, gap: int
) -> None:
    high = {f"{n}.{m}": tall for n, pile in enumerate(piles) for m, tall in enumerate(pile)}
    high |= {f"alone.{m}": tall for m, tall in enumerate(alone)}
    groups = [(f"pile {n}", [f"{n}.{m}" for m in range(len(pile))]) for n, pile in enumerate(piles)]
    groups.append(("", [f"alone.{m}" for m in range(len(alone))]))
    found = lie(groups, width, narrowest, gap, 30, lambda key, _width: high[key])
    boxes = list(found.cards.values())
    assert set(found.cards) == set(high)
    assert not any(overlap(one, other) for n, one in enumerate(boxes) for other in boxes[:n])
    for key, (x, y, wide, tall) in found.cards.items():
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert tall >= high[key]
        assert y + tall <= found.height
    grounds = list(found.piles.values())
    assert not any(overlap(one, other) for n, one in enumerate(grounds) for other in grounds[:n])
    for name, cards in groups[:-1]:
        px, py, pw, ph = found.piles[name]
        for card in cards:
            x, y, wide, tall = found.cards[card]
            assert px <= x and x + wide <= px + pw and py <= y and y + tall <= py + ph


def test_a_long_answer_does_not_stretch_the_short_ones_beside_it() -> None:
    high = {"long": 300, "short": 40, "other": 50}
    found = lie([("", list(high))], 700, 200, 10, 30, lambda key, _width: high[key])
    assert found.cards["short"][3] == 40
    high["long"] = 70
    found = lie([("", list(high))], 700, 200, 10, 30, lambda key, _width: high[key])
    assert {box[3] for box in found.cards.values()} == {70}
