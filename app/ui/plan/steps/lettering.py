"""Words on two lines, the second cut with an ellipsis where they are longer; worked out once for a width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

MOST = 4000


class TwoLines:
    """Breaks words for one font; made anew when the look changes."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._broken: dict[tuple[str, int], tuple[str, str]] = {}

    def broken(self, words: str, width: int) -> tuple[str, str]:
        """The first line and the second, which may be empty."""
        key = (words, width)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= MOST:
                self._broken.clear()
            found = self._broken[key] = self._break(" ".join(words.split()), width)
        return found

    def _break(self, words: str, width: int) -> tuple[str, str]:
        if self.metrics.horizontalAdvance(words) <= width:
            return words, ""
        layout = QTextLayout(words, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        # Qt counts in UTF-16, Python in characters: emoji take two there.
        taken = words.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")
        rest = words[len(taken) :].strip()
        return taken.rstrip(), self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
