"""What the wall is drawn with: light on dark whatever the theme, and sizes that follow the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont

from app.ui.reflect.ink import CardSize
from app.ui.theme import Look

# Of a projector of 1280 x 720: question, help, answers, and the least that an answer may shrink to.
QUESTION, HELP, ANSWER, LEAST = 54, 24, 23, 18
DRAWN_FOR = QSize(1280, 720)
# Answers as large as they fit, then in narrower columns; each (pixels, width of a column in letters' heights).
STEPS = ((23, 15.5), (21, 15.5), (19, 15.5), (18, 15.5), (18, 12.0))


class WallInk:
    """Colours by name as in `Look`, fonts in pixels, and how large things are on this screen."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.factor = 1.0

    def fit(self, screen: QSize) -> None:
        """Follow the size of the screen; a question fills a large one as it fills a small one."""
        wide, high = screen.width() / DRAWN_FOR.width(), screen.height() / DRAWN_FOR.height()
        self.factor = max(0.6, min(wide, high))

    def px(self, pixels: float) -> int:
        """Pixels of the drawing as pixels of this screen."""
        return round(pixels * self.factor)

    def colour(self, role: str) -> QColor:
        """The colour of that name."""
        return QColor(self.name(role))

    def name(self, role: str) -> str:
        """The colour as `#RRGGBB`."""
        return str(getattr(self._look.wall_colours, role))

    def font(self, pixels: int | None = None, *, bold: bool = False) -> QFont:
        """The program's font."""
        return self._look.font(pixels if pixels is not None else self.px(HELP), bold=bold)

    def sizes(self) -> list[CardSize]:
        """The sizes that cards may have, largest first."""
        return [
            CardSize(self.px(words), self.px(words * 0.7), self.px(14), self.px(12), self.px(words * column))
            for words, column in STEPS
        ]
