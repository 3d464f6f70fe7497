"""The letters a page needs, cut out of BC Sans and put into the page itself: no reader has to have the typeface."""

from __future__ import annotations

import base64
from pathlib import Path

from app.reports.fonts import Cut
from app.reports.lettering import Tone
from app.reports.subset import subset

FAMILY = "BC Sans Report"
_WEIGHTS = {Cut.REGULAR: 400, Cut.BOLD: 700}


def faces(text: str, fonts_folder: Path) -> str:
    """The rules that bring the letters of a text, regular and bold. Raises OSError when a typeface cannot be read."""
    letters = sorted({ord(one) for one in text if one.isprintable()} | {ord(" ")})
    return "\n".join(_face(cut, letters, fonts_folder) for cut in Cut)


def _face(cut: Cut, letters: list[int], fonts_folder: Path) -> str:
    data = base64.b64encode(subset(fonts_folder, cut, letters)).decode("ascii")
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {_WEIGHTS[cut]}; font-display: swap; '
        f'src: url("data:font/ttf;base64,{data}") format("truetype"); }}'
    )


def tones() -> str:
    """The report's colours, and those for a dark screen, which hold 4.5:1 on their own grounds as well."""
    light = " ".join(f"--{_name(tone)}: {tone.value};" for tone in Tone)
    dark = " ".join(f"--{_name(tone)}: {value};" for tone, value in DARK.items())
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    )


DARK = {
    Tone.INK: "#E8E6E1",
    Tone.MUTED: "#AEB8BF",
    Tone.PRIMARY: "#7FC8C2",
    Tone.WARN: "#F2A683",
    Tone.OK: "#A9D296",
    Tone.LINE: "#3C464D",
    Tone.TRACK: "#37424A",
    Tone.SOFT: "#1E2C2D",
    Tone.WARN_SOFT: "#35261E",
    Tone.WARN_LINE: "#6B4A3A",
    Tone.PAPER: "#151B20",
}


def _name(tone: Tone) -> str:
    return tone.name.lower().replace("_", "-")
