"""The one style sheet, made from `resources/theme.qss` by putting values where names stand."""

from __future__ import annotations

import re
from dataclasses import asdict

from app.ui.theme.tokens import Colours, Sizes

NAME = re.compile(r"@([a-z_]+)@")


def make_sheet(template: str, colours: Colours, sizes: Sizes, family: str) -> str:
    """Fill the template: `@ink@` becomes a colour, `@body@` a size with its unit.

    An unknown name raises KeyError.
    """
    values: dict[str, str] = dict(asdict(colours))
    values |= {name: f"{pixels}px" for name, pixels in (asdict(sizes.text) | asdict(sizes.space)).items()}
    values |= {name: f"{pixels}px" for name, pixels in _derived(sizes).items()}
    values |= {f"{tone}_edge": _soft_edge(values, tone) for tone in ("warn", "gold", "primary")}
    values["family"] = f'"{family}"'
    return NAME.sub(lambda found: values[found.group(1)], template)


def _soft_edge(values: dict[str, str], tone: str) -> str:
    """A tinted card needs no edge, unless its tint is the page's own ground, as in high contrast."""
    soft = values[f"{tone}_soft"]
    return values[tone] if soft == values["bg"] else soft


def _derived(sizes: Sizes) -> dict[str, int]:
    """Sizes that follow from others: a style sheet counts a border outside of a width."""
    control, icon = sizes.text.control, sizes.text.icon
    edge = icon // 4 + 1
    return {
        "control_inner": control - 2,
        "small_inner": control - 12,
        "radio": icon - 2,
        "radio_round": icon // 2,
        "radio_edge": edge,
        "radio_dot": icon - 2 * edge,
    }
