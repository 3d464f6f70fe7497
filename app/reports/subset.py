"""The part of a typeface that a file needs, cut out so that the file can carry it: BC Sans may be shipped (OFL 1.1)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import uharfbuzz

from app.reports.fonts import Cut

_hb = cast("Any", uharfbuzz)


def subset(fonts_folder: Path, cut: Cut, letters: Iterable[int]) -> bytes:
    """The typeface with these letters alone, and with what places their marks. Raises OSError when it cannot be read."""
    wanted = _hb.SubsetInput()
    wanted.sets(_hb.SubsetInputSets.UNICODE).update(letters)
    font = (fonts_folder / f"BCSans-{cut.value}.ttf").read_bytes()
    return bytes(_hb.subset(_hb.Face(_hb.Blob(font)), wanted).blob.data)
