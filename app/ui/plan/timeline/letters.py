"""Setting names into the timeline's narrow rows: on one line, else on two smaller ones, and cut only after that."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.theme import Look

MOST = 20_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of words and the size they are set in; `cut` when not all of them are there."""

    lines: tuple[str, ...]
    pixels: int
    cut: bool


class Letters:
    """Measures words once for each size and weight. Empty it (`clear`) when the look changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._settings: dict[tuple[str, int, bool], Setting] = {}
        self._widths: dict[tuple[str, int, bool], float] = {}
        self._said: dict[Hashable, Any] = {}

    def said(self, key: Hashable, make: Callable[[], T]) -> T:
        """Words that were made once for a key: looking a phrase up in its catalogue takes longer than drawing it."""
        if key not in self._said:
            if len(self._said) > MOST:
                self._said.clear()
            self._said[key] = make()
        return self._said[key]

    def clear(self) -> None:
        """Forget everything."""
        for one in (self._metrics, self._fonts, self._settings, self._widths, self._said):
            one.clear()

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        """The font of a size."""
        key = (pixels, bold)
        if key not in self._fonts:
            self._fonts[key] = self._look.font(pixels, bold=bold)
        return self._fonts[key]

    def width(self, words: str, pixels: int, *, bold: bool = False) -> float:
        """How wide words are on one line."""
        key = (words, pixels, bold)
        if key not in self._widths:
            if len(self._widths) > MOST:
                self._widths.clear()
            self._widths[key] = self._measure(pixels, bold).horizontalAdvance(words)
        return self._widths[key]

    def set(self, words: str, room: float, *, bold: bool = False) -> Setting:
        """Words set into a width."""
        key = (words, round(room), bold)
        if key not in self._settings:
            if len(self._settings) > MOST:
                self._settings.clear()
            self._settings[key] = self._set(" ".join(words.split()), room, bold)
        return self._settings[key]

    def _set(self, words: str, room: float, bold: bool) -> Setting:
        body, small = self._look.text.body, self._look.text.small
        if self.width(words, body, bold=bold) <= room:
            return Setting((words,), body, cut=False)
        first, rest = self._break(words, room, small, bold)
        if not rest:
            return Setting((first,), small, cut=first != words)
        metrics = self._measure(small, bold)
        second = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return Setting((first, second), small, cut=f"{first} {second}" != words)

    def _break(self, words: str, room: float, pixels: int, bold: bool) -> tuple[str, str]:
        """As many whole words as fit on a line, and the others; a word too long for a line is cut at its end."""
        parts = words.split(" ")
        fit = 0
        while fit < len(parts) and self.width(" ".join(parts[: fit + 1]), pixels, bold=bold) <= room:
            fit += 1
        if fit == 0:
            shown = self._measure(pixels, bold).elidedText(parts[0], Qt.TextElideMode.ElideRight, room)
            return shown, " ".join(parts[1:])
        return " ".join(parts[:fit]), " ".join(parts[fit:])

    def _measure(self, pixels: int, bold: bool) -> QFontMetricsF:
        key = (pixels, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(pixels, bold=bold))
        return self._metrics[key]
