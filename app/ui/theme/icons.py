"""Lucide drawings tinted with a colour of the theme, drawn as vectors so that they stay crisp at any size."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# Beside those of the screens that there are: for one that is plugged in later, of whatever density.
DENSITIES = (1.0, 2.0)


class Icons:
    """Draws the icons of one folder.

    An icon that is not in the folder is a mistake of ours: FileNotFoundError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._renderer = lru_cache(maxsize=512)(self._read)
        # A window has some four hundred buttons and menus with a quarter as many icons between them.
        self.icon = lru_cache(maxsize=512)(self._icon)

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
        """Draw the icon into `rect` (logical pixels)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer(name, colour).render(painter, rect)

    def pixmap(self, name: str, colour: str, size: int, density: float = 1.0, pad: int = 0) -> QPixmap:
        """The icon as a picture of `size` logical pixels, with `pad` empty pixels to its right (left when
        negative).
        """
        drawing = self._renderer(name, colour)
        picture = QPixmap((QSizeF(size + abs(pad), size) * density).toSize())
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(density)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(max(-pad, 0), 0, size, size))
        painter.end()
        return picture

    def _icon(self, name: str, colour: str, disabled: str, size: int, pad: int = 0) -> QIcon:
        """`icon`: for buttons and menus, with its disabled tint, at the density of every screen. Not to be changed."""
        icon = QIcon()
        screens = (screen.devicePixelRatio() for screen in QGuiApplication.screens())
        for density in sorted({*DENSITIES, *screens}):
            icon.addPixmap(self.pixmap(name, colour, size, density, pad), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, disabled, size, density, pad), QIcon.Mode.Disabled)
        return icon

    def _read(self, name: str, colour: str) -> QSvgRenderer:
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        tinted = drawing.replace("currentColor", QColor(colour).name())
        return QSvgRenderer(QByteArray(tinted.encode()))
