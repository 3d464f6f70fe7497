"""A QR code, so that a phone with internet can open an address that this computer cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4


class QrCode(QWidget):
    """Draws the matrix of `segno.make(address).matrix`: dark on white in every theme, as phones need it."""

    def __init__(
        self, matrix: Iterable[Sequence[int]], address: str, parent: QWidget | None = None, *, size: int = 132
    ) -> None:
        super().__init__(parent)
        self._rows = [bytes(row) for row in matrix]
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("QR code of {address}").format(address=address))

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole pixels for each module, and the quiet edge that the standard asks for (four modules)."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        density = self.devicePixelRatioF()
        module = max(int(self._size * density / (len(self._rows) + 2 * QUIET)), 1) / density
        start = (self._size - module * len(self._rows)) / 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(start + x * module, start + y * module, module, module), QColor("black"))
