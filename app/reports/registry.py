"""The PDF writer's list of typefaces.

It keeps one list for the whole program; this is the only place that adds to it. A file is read at its first use.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics

from app.reports.shaped_font import ShapedFont

_metrics = cast("Any", pdfmetrics)


def registered(path: Path, index: int = 0) -> ShapedFont:
    """The typeface in a file, by its number there. Raises `Unusable` when it cannot be embedded."""
    # Two folders may hold files of one name. The name stays within the program: no folder's name reaches the PDF.
    name = f"{path.stem}-{index}-{zlib.crc32(str(path).encode('utf-8', 'surrogatepass')):08x}"
    if name not in _metrics.getRegisteredFontNames():
        made = ShapedFont(name, path, index)
        made.writers.shaped = made
        _metrics.registerFont(made.writers)
    return cast("ShapedFont", _metrics.getFont(name).shaped)
