"""BC Sans, which holds the letters of First Nations languages of British Columbia, made known to Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "BC Sans"


def load_fonts(folder: Path) -> str:
    """Make the bundled fonts known and return the family to use; the system's own when the files cannot be
    read.
    """
    for path in sorted(folder.glob("*.ttf")):
        if str(path).isascii():
            QFontDatabase.addApplicationFont(str(path))
        else:
            # On Windows Qt may open a typeface by a name in the computer's old letters, which lack those of such a folder.
            QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(family: str, pixels: int, *, bold: bool = False) -> QFont:
    """A font of the given height in logical pixels."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
