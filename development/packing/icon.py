"""The program's mark as the files that systems want for an icon: `python -m development.packing.icon FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, cast

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.data.resources import resources_folder
from app.ui.frame.mark import paint_mark
from app.ui.theme import make_look

_LARGEST = 1024
_WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def write_icons(folder: Path) -> None:
    """Write groundwork.png, .ico and .icns. Needs a running QApplication."""
    app = cast("QApplication", QApplication.instance() or QApplication([]))
    look = make_look(app, resources_folder(), "light")
    folder.mkdir(parents=True, exist_ok=True)
    picture = QImage(_LARGEST, _LARGEST, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    room = _LARGEST / 16
    paint_mark(painter, look, QRectF(room, room, _LARGEST - 2 * room, _LARGEST - 2 * room))
    painter.end()
    large = folder / "groundwork-1024.png"
    picture.save(str(large))
    opened: Any = Image.open(large)
    opened.save(folder / "groundwork.ico", sizes=[(one, one) for one in _WINDOWS])
    opened.save(folder / "groundwork.icns")
    opened.resize((256, 256), Image.Resampling.LANCZOS).save(folder / "groundwork.png")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_icons(Path(sys.argv[1]))
