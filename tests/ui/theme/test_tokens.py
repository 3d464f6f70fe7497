"""The theme file: its colours can be read, and nothing in it is missing or unknown."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from app.ui.theme.tokens import Colours, Theme

FILE = Path(__file__).parents[3] / "resources" / "theme.toml"
THEME = Theme.load(FILE)
GROUNDS = ("bg", "surface", "nav", "raised", "hover")
INKS = ("ink", "muted", "primary", "warn", "gold", "ok", "blue")
SOFT = ("primary", "warn", "gold", "ok", "blue")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_pairs() -> list[tuple[str, str]]:
    plain = list(itertools.product(("ink", "muted"), GROUNDS))
    tinted = list(itertools.product(("primary", "warn"), GROUNDS))
    soft = [(name, f"{name}_soft") for name in SOFT]
    on_soft = [(ink, f"{name}_soft") for ink in ("ink", "muted") for name in SOFT]
    on_card = [(name, ground) for name in INKS for ground in ("surface", "primary_soft")]
    inverted = [("on_primary", "primary"), ("on_primary", "primary_hover"), ("surface", "ink")]
    return [*plain, *tinted, *soft, *on_soft, *on_card, *inverted]


@pytest.mark.parametrize("name", THEME.colours)
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    colours = THEME.colours[name]
    weak = {
        pair: round(found, 2)
        for pair in text_pairs()
        if (found := contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("name", THEME.colours)
def test_the_edge_of_what_is_typed_in_can_be_seen(name: str) -> None:
    colours = THEME.colours[name]
    assert contrast(colours.edge, colours.surface) >= 3
    assert contrast(colours.primary, colours.surface) >= 3


def test_all_three_themes_are_there() -> None:
    assert set(THEME.colours) == {"light", "dark", "high-contrast"}


def test_high_contrast_text_holds_seven_to_one() -> None:
    colours: Colours = THEME.colours["high-contrast"]
    assert min(contrast(getattr(colours, ink), colours.bg) for ink in INKS) >= 7


def test_a_missing_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "theme.toml"
    file.write_text(FILE.read_text("utf-8").replace('muted = "#5A6772"', ""), "utf-8")
    with pytest.raises(TypeError):
        Theme.load(file)


def test_larger_text_leaves_spaces_as_they_are() -> None:
    large = THEME.sizes.scaled(2.0)
    assert large.text.body == 2 * THEME.sizes.text.body
    assert large.space == THEME.sizes.space
