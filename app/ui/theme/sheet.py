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
    values |= {"family": f'"{family}"', "control_inner": f"{sizes.text.control - 2}px"}
    values["small_inner"] = f"{sizes.text.control - 12}px"
    return NAME.sub(lambda found: values[found.group(1)], template)
