"""What a self-test tries with the window: every place, the help lines, the typefaces, and the program's other processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontInfo, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel

from app.data.library import Library
from app.data.settings import Settings
from app.data.workspace import Workspace
from app.model.helplines import HelpLine
from app.reports.shaper import Shaper
from app.ui.main_window import MainWindow
from app.ui.reports.printers import find_printers
from app.ui.selftest.file_steps import NATION
from app.ui.selftest.told import Unmet, must
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.theme.fonts import FAMILY

# A page that was painted has at least so many colours at some thousand points; one that stayed empty has one or two.
_COLOURS = 6
_SETTLE_MS = 60


class WindowSteps:
    """`steps()` in their order, each with its name; `close` lets go of the window and of its file."""

    def __init__(
        self,
        look: Look,
        folder: Path,
        resources: Path,
        library: Library,
        lines: Sequence[HelpLine],
        workspace: Callable[[], Workspace],
    ) -> None:
        self._look, self._folder, self._resources = look, folder, resources
        self._library, self._lines, self._workspace = library, tuple(lines), workspace
        self._main: MainWindow | None = None

    def steps(self) -> list[tuple[str, Callable[[], str]]]:
        """What is tried, in order."""
        return [
            (_("open the window"), self.open),
            (_("open every place"), self.places),
            (_("show the help lines"), self.help_lines),
            (_("write {word} with every mark in its place").format(word=NATION), self.shape),
            (_("ask for the printers"), self.printers),
        ]

    def open(self) -> str:
        """The window of the file, with settings that are nobody's."""
        self._look.apply("light", 1.0)
        session = Session(self._workspace())
        self._main = MainWindow(
            self._look,
            session,
            self._library,
            self._lines,
            Settings(self._folder / "settings.json"),
            self._resources,
            self._folder / "own backups",
        )
        self._main.frame.resize(1280, 800)
        self._main.frame.show()
        settle()
        must(self._main.frame.isVisible(), _("the window does not show"))
        screen = QApplication.platformName()
        return _("on the screen that Qt calls {name}").format(name=screen)

    def places(self) -> str:
        """Each is shown and painted."""
        for name, show in self._shows():
            show()
            settle()
            must(is_painted(self._opened().frame.grab().toImage()), _("{name} stayed empty").format(name=name))
        return ", ".join(name for name, _show in self._shows())

    def help_lines(self) -> str:
        """Every number stands on the page."""
        main = self._opened()
        main.frame.show_page(main.help_lines)
        settle()
        shown = {label.text() for label in main.help_lines.findChildren(QLabel)}
        numbers = [number.display for line in self._lines for number in line.numbers]
        must(len(numbers) > 0, _("there are no help lines"))
        lacking = [one for one in numbers if not any(one in text for text in shown)]
        must(not lacking, _("the number {number} is not shown").format(number=", ".join(lacking)))
        return _("{count} numbers").format(count=len(numbers))

    def shape(self) -> str:
        """The window takes the very glyphs of the typeface that HarfBuzz takes, and none is the box for a missing letter."""
        family = QFontInfo(self._look.font()).family()
        must(family == FAMILY, _("letters are shown in {family}").format(family=family))
        layout = QTextLayout(NATION, self._look.font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = layout.glyphRuns()
        shown = [glyph for run in runs for glyph in run.glyphIndexes()]
        wanted = Shaper(self._resources / "fonts" / f"{FAMILY.replace(' ', '')}-Regular.ttf").glyphs(NATION, kern=True)
        must(0 not in shown, _("letters are missing"))
        must(shown == [one.number for one in wanted], _("the window and HarfBuzz take different glyphs"))
        must(any(one.aside or one.rise for one in wanted), _("no mark is moved to its letter"))
        return _("{count} glyphs, the same as HarfBuzz").format(count=len(shown))

    def printers(self) -> str:
        """Another process of the program answers, whether or not there is a printer."""
        found = find_printers()
        if found is None:
            raise Unmet(_("the other process did not answer"))
        return _("{count} printers").format(count=len(found))

    def close(self) -> None:
        """Let go of window and file."""
        if self._main is not None:
            self._main.leave(backed_up=False)
            self._main = None

    # -- inside -------------------------------------------------------------------------------------------

    def _opened(self) -> MainWindow:
        if self._main is None:
            raise Unmet(_("the window is not open"))
        return self._main

    def _shows(self) -> list[tuple[str, Callable[[], object]]]:
        main = self._opened()
        frame = main.frame
        return [
            (_("Home"), lambda: frame.go_to("home")),
            (_("Learn"), lambda: frame.go_to("learn")),
            (_("Who"), lambda: frame.go_to("who")),
            (_("Circle"), lambda: main.who.show_view("circle")),
            (_("Grid"), lambda: main.who.show_view("grid")),
            (_("Table"), lambda: main.who.show_view("table")),
            (_("Reflect"), lambda: frame.go_to("reflect")),
            (_("Plan"), lambda: frame.go_to("plan")),
            (_("Outline"), lambda: main.plan.show_view("outline")),
            (_("Timeline"), lambda: main.plan.show_view("timeline")),
            (_("Print & share"), lambda: frame.go_to("print")),
            (_("Settings"), lambda: frame.show_page(main.settings_page)),
            (_("Backups"), main.safe.show),
        ]


def settle() -> None:
    """Let the window lay itself out and paint."""
    pause = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, pause.quit)
    pause.exec()


def is_painted(picture: QImage) -> bool:
    """Whether something stands on it."""
    across = range(0, picture.width(), max(1, picture.width() // 100))
    down = range(0, picture.height(), max(1, picture.height() // 100))
    return len({picture.pixel(x, y) for x in across for y in down}) >= _COLOURS
