"""Where the files that come with the program are: the toolkit, fonts, icons and the sample."""

from __future__ import annotations

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The resources folder, in the packed program (PyInstaller names its folder) as in a checkout."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).parents[2]
    return root / "resources"
