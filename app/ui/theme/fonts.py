"""BC Sans, which holds the letters of First Nations languages of British Columbia, made known to Qt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "BC Sans"


def load_fonts(folder: Path) -> str:
    """Make the upright fonts known and return the family to use; the system's own when the files cannot be read."""
    _load(one for one in folder.glob("*.ttf") if not _is_slanted(one))
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def load_slanted(folder: Path) -> None:
    """Make the others known: pages have slanted words, and the first window has none."""
    _load(one for one in folder.glob("*.ttf") if _is_slanted(one))


def _is_slanted(path: Path) -> bool:
    return path.stem.endswith("Italic")


def _load(paths: Iterable[Path]) -> None:
    for path in sorted(paths):
        if str(path).isascii():
            QFontDatabase.addApplicationFont(str(path))
        else:
            # On Windows Qt may open a typeface by a name in the computer's old letters, which lack those of such a folder.
            QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))


def make_font(family: str, pixels: int, *, bold: bool = False) -> QFont:
    """A font of the given height in logical pixels."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
