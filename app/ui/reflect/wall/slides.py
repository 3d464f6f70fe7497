"""What the wall shows beside the cards: the head, and the slides of words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.reflect.wall.ink import HELP, QUESTION, WallInk

TITLES = (QUESTION, 46, 40, 34, 30)
LINES = (32, 28, 24, 21, 18)
_WRAP = int(Qt.TextFlag.TextWordWrap)


class WallWords(QLabel):
    """Words on the wall, plain."""

    def __init__(self, ink: WallInk, role: str = "ink", *, bold: bool = False) -> None:
        super().__init__()
        self._ink, self._role, self._bold = ink, role, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def write(self, text: str, pixels: int) -> None:
        """Write words at that height (pixels of this screen)."""
        weight = 700 if self._bold else 400
        self.setStyleSheet(f"color: {self._ink.name(self._role)}; font-size: {pixels}px; font-weight: {weight};")
        self.setText(text)
        self.setAccessibleName(text)


class HelpWords(WallWords):
    """The sentence below a question, and what is missing in the colour of what is missing."""

    def write_help(self, text: str, missing: str, pixels: int) -> None:
        """`text` plain, `missing` after it."""
        self.write(text, pixels)
        if missing:
            self.setTextFormat(Qt.TextFormat.RichText)
            warn = self._ink.name("warn")
            self.setText(f'{escape(text)} <b style="color:{warn}; font-size:{pixels}px">{escape(missing)}</b>')
            self.setAccessibleName(f"{text} {missing}")
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)


class LinesSlide(QWidget):
    """Some sentences as large as they fit: ground rules, or the help lines."""

    def __init__(self, ink: WallInk) -> None:
        super().__init__()
        self._ink = ink
        self._lines: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._labels: list[WallWords] = []

    def show_lines(self, lines: Sequence[str], room: QRect) -> None:
        """Show them in so much room."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        while self._column.takeAt(0) is not None:
            pass
        pixels, gap = self._fitting(lines, room)
        self._column.setSpacing(gap)
        self._labels = []
        for line in lines:
            label = WallWords(self._ink)
            label.write(line, pixels)
            self._labels.append(label)
            self._column.addWidget(label)
        self._column.addStretch(1)

    def _fitting(self, lines: Sequence[str], room: QRect) -> tuple[int, int]:
        for size in LINES:
            pixels = self._ink.px(size)
            gap = round(pixels * 0.6)
            metrics = QFontMetrics(self._ink.font(pixels))
            box = QRect(0, 0, room.width(), 100_000)
            needed = sum(metrics.boundingRect(box, _WRAP, line).height() + gap for line in lines)
            if needed <= room.height():
                return pixels, gap
        pixels = self._ink.px(LINES[-1])
        return pixels, round(pixels * 0.3)


def title_pixels(ink: WallInk, text: str, width: int, height: int) -> int:
    """The largest height at which a title takes no more room than that."""
    for size in TITLES:
        pixels = ink.px(size)
        metrics = QFontMetrics(ink.font(pixels, bold=True))
        if metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, text).height() <= height:
            return pixels
    return ink.px(TITLES[-1])


def help_pixels(ink: WallInk) -> int:
    """The height of the sentence below a title."""
    return ink.px(HELP)
