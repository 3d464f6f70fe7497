"""The look that is passed to every page and widget: colours, sizes, fonts and icons as they are now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import load_fonts, load_slanted, make_font
from app.ui.theme.icons import Icons
from app.ui.theme.palette import make_palette
from app.ui.theme.sheet import make_sheet
from app.ui.theme.tokens import Colours, Fixed, Scaled, Theme

SYSTEM = "system"
THEMES = (SYSTEM, "light", "dark", "high-contrast")
SMALLEST, LARGEST = 1.0, 2.0
# The application's own mark that it has Qt's style "Fusion" already: asking the style itself takes 12 ms at the start.
DRESSED = "dressed"


class Look(QObject):
    """What things look like.

    `look_changed` says that colours or sizes are others now, so painted widgets draw anew.
    """

    look_changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        """Read the theme, fonts and icons in `resources`; nothing is shown until `apply` is called."""
        super().__init__(app)
        self._app = app
        self._theme = Theme.load(resources / "theme.toml")
        self._template = (resources / "theme.qss").read_text(encoding="utf-8")
        self._icons = Icons(resources / "icons")
        self._fonts = resources / "fonts"
        self._family = load_fonts(self._fonts)
        self._colours = self._theme.colours["light"]
        self._sizes = self._theme.sizes
        self.wanted = SYSTEM
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def load_slanted(self) -> None:
        """Make slanted words possible; asked for once the first window is shown."""
        load_slanted(self._fonts)

    @property
    def colours(self) -> Colours:
        """The colours of the theme in use."""
        return self._colours

    @property
    def wall_colours(self) -> Colours:
        """The colours for a wall, whatever the theme: light words on dark, which a weak projector still shows."""
        return self._theme.colours["high-contrast" if self._resolved() == "high-contrast" else "dark"]

    @property
    def text(self) -> Scaled:
        """Sizes that follow the text size, in pixels as they are now."""
        return self._sizes.text

    @property
    def space(self) -> Fixed:
        """Spaces and corner radii in pixels; the same at every text size."""
        return self._sizes.space

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""
        return self._sizes.scale

    @property
    def family(self) -> str:
        """The font family in use."""
        return self._family

    def apply(self, wanted: str = SYSTEM, text_scale: float = 1.0) -> None:
        """Dress the whole program. `wanted` is one of THEMES; the text size is kept within 1.0 to 2.0."""
        if wanted not in THEMES:
            raise ValueError(wanted)
        self.wanted = wanted
        self._ask_system_for(wanted)
        self._colours = self._theme.colours[self._resolved()]
        self._sizes = self._theme.sizes.scaled(min(max(text_scale, SMALLEST), LARGEST))
        if not self._app.property(DRESSED):
            self._app.setStyle("Fusion")
            self._app.setProperty(DRESSED, True)
        self._app.setPalette(make_palette(self._colours))
        self._app.setFont(self.font(self.text.body))
        self._app.setStyleSheet(make_sheet(self._template, self._colours, self._sizes, self._family))
        self.look_changed.emit()

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as pixels at the text size of now."""
        return round(pixels * self.scale)

    def colour(self, role: str) -> QColor:
        """The colour of that name (a field of `Colours`) for painting."""
        return QColor(getattr(self._colours, role))

    def font(self, pixels: int | None = None, *, bold: bool = False) -> QFont:
        """The program's font; `pixels` is a size as in `look.text.small` (body when not given)."""
        return make_font(self._family, self.text.body if pixels is None else pixels, bold=bold)

    def icon(self, name: str, role: str = "ink", *, size: int | None = None, pad: int = 0) -> QIcon:
        """A tinted icon; `size` in pixels (text.icon when not given), `pad` adds room to its right."""
        pixels = self.text.icon if size is None else size
        return self._icons.icon(name, getattr(self._colours, role), self._colours.faint, pixels, pad)

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, role: str = "ink") -> None:
        """Draw a tinted icon into a rectangle while painting."""
        self._icons.paint(painter, rect, name, getattr(self._colours, role))

    def _resolved(self) -> str:
        if self.wanted != SYSTEM:
            return self.wanted
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _ask_system_for(self, wanted: str) -> None:
        """Let the window's own title bar match."""
        hints = self._app.styleHints()
        if wanted == SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Light if wanted == "light" else Qt.ColorScheme.Dark)

    def _follow_system(self) -> None:
        if self.wanted == SYSTEM:
            self.apply(SYSTEM, self.scale)


def make_look(
    app: QApplication, resources: Path, wanted: str = SYSTEM, text_scale: float = 1.0, *, slanted: bool = True
) -> Look:
    """Read the look and dress the program in it; `slanted`: with slanted words at once."""
    look = Look(app, resources)
    if slanted:
        look.load_slanted()
    look.apply(wanted, text_scale)
    return look
