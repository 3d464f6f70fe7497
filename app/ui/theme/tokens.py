"""The named colours and sizes of `resources/theme.toml`, read into typed objects."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#RRGGBB`.

    `X_soft` is the ground that goes under text in colour `X`; `edge` outlines what is typed in.
    """

    bg: str
    surface: str
    nav: str
    raised: str
    hover: str
    ink: str
    muted: str
    faint: str
    line: str
    edge: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    warn: str
    warn_soft: str
    gold: str
    gold_soft: str
    ok: str
    ok_soft: str
    blue: str
    blue_soft: str


@dataclass(frozen=True, slots=True)
class Scaled:
    """Sizes in pixels that grow with the text size."""

    body: int
    reading: int
    title: int
    heading: int
    small: int
    tiny: int
    control: int
    row: int
    icon: int
    top_bar: int
    status_line: int
    places: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """Spaces in pixels that stay the same at every text size."""

    margin: int
    gap: int
    small_gap: int
    tiny_gap: int
    card: int
    radius: int
    control_radius: int
    chip_radius: int
    content: int
    reading_width: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """All sizes at one text size: `text` holds what grew, `space` what stayed."""

    text: Scaled
    space: Fixed
    scale: float = 1.0

    def scaled(self, scale: float) -> Sizes:
        """The same sizes at another text size (1.0 to 2.0, counted from 100 %)."""
        grown = {f.name: round(getattr(self.text, f.name) * scale) for f in fields(Scaled)}
        return replace(self, text=Scaled(**grown), scale=scale)


@dataclass(frozen=True, slots=True)
class Theme:
    """The whole theme file: sizes at 100 % and the colours of each named theme."""

    sizes: Sizes
    colours: dict[str, Colours]

    @classmethod
    def load(cls, path: Path) -> Theme:
        """Read the theme file. Raises TypeError when a name is missing, or is there and not known."""
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        sizes = Sizes(Scaled(**table.pop("scaled")), Fixed(**table.pop("fixed")))
        return cls(sizes, {name: Colours(**values) for name, values in table.items()})
