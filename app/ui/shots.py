"""Pictures of every place with the sample community, light and dark, at 100 % and 200 %, through the real window.

`python -m app.ui.shots FOLDER`: for looking at, and for the README.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.resources import resources_folder
from app.data.sample import create_sample
from app.data.settings import Settings
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Answer
from app.ui.helplines.page import HelpLinesPage
from app.ui.main_window import MainWindow
from app.ui.session import Session
from app.ui.start import make_application
from app.ui.theme import Look, make_look
from app.ui.welcome.window import WelcomeWindow

SIZE = QSize(1360, 860)
LOOKS = (("light", 1.0), ("dark", 1.0), ("light", 2.0), ("dark", 2.0))


def take_shots(folder: Path) -> list[Path]:
    """Write one PNG for each place and look; answers with their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    resources = resources_folder()
    look = make_look(app, resources, "light")
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as place:
        main, ids = _main_window(look, resources, Path(place))
        welcome = _welcome(look, resources, Path(place))
        for theme, scale in LOOKS:
            look.apply(theme, scale)
            for name, window in chain(_places(main, *ids), _welcome_pages(welcome)):
                taken.append(folder / f"{name}-{theme}-{scale:.0%}.png".replace("%", ""))
                _shoot(window, taken[-1])
        main.leave()
        welcome.close()
    return taken


def _main_window(look: Look, resources: Path, place: Path) -> tuple[MainWindow, tuple[str, str, str]]:
    """The window with the sample, and the ids of the partner, the step and the answer to show."""
    workspace = create_sample(place / "sample.groundwork", resources / "sample" / "sample.toml")
    session = Session(workspace)
    library = Library.load(resources / "toolkit" / "en")
    lines = load_helplines(resources / "helplines.toml")
    main = MainWindow(look, session, library, lines, Settings(place / "settings.json"), resources, place)
    for hour in (9, 11, 14):
        workspace.backups.make(
            main.safe.keeper.folder, datetime.now().astimezone().replace(hour=hour) - timedelta(days=2)
        )
    workspace.backups.note(datetime.now().astimezone() - timedelta(minutes=20), workspace.backups.newest_edit())
    main.safe.tell()
    main.frame.resize(SIZE)
    main.frame.show()
    partner = next(one for one in workspace.all(Partner) if one.skills and one.involvement == "active")
    step = next(one for one in workspace.all(Item) if one.level == "action" and one.status == "in-progress")
    answer = next(one for one in workspace.all(Answer) if one.pile)
    return main, (partner.id, step.id, answer.id)


def _welcome(look: Look, resources: Path, place: Path) -> WelcomeWindow:
    lines = load_helplines(resources / "helplines.toml")
    welcome = WelcomeWindow(look, place, lambda: HelpLinesPage(look, lines))
    welcome.show_start([])
    welcome.show()
    return welcome


def _places(main: MainWindow, partner: str, step: str, answer: str) -> Iterator[tuple[str, QWidget]]:
    frame = main.frame
    shows: list[tuple[str, Callable[[], object]]] = [
        ("home", lambda: frame.go_to("home")),
        ("learn", lambda: frame.go_to("learn")),
        ("who", lambda: main.open_thing("partner", partner)),
        ("who-grid", lambda: main.who.show_view("grid")),
        ("who-table", lambda: main.who.show_view("table")),
        ("reflect", lambda: frame.go_to("reflect")),
        ("reflect-question", lambda: main.open_thing("answer", answer)),
        ("plan", lambda: main.open_thing("item", step)),
        ("plan-board", lambda: main.plan.show_view("board")),
        ("plan-timeline", lambda: main.plan.show_view("timeline")),
        ("plan-people", lambda: main.plan.show_view("people")),
        ("plan-agenda", lambda: main.plan.show_view("agenda")),
        ("plan-starts", main.plan.more.show_starts),
        ("plan-check", main.plan.more.show_check),
        ("plan-save-sheet", lambda: main.plan.more.go_to("save-sheet")),
        ("plan-take-back", lambda: main.plan.more.go_to("take-back")),
        ("plan-hand-over", main.hand_over),
        ("plan-changed", main.show_changed),
        ("print", lambda: frame.go_to("print")),
        ("help-lines", lambda: frame.show_page(main.help_lines)),
        ("settings", lambda: frame.show_page(main.settings_page)),
        ("backups", main.safe.show),
        ("search", lambda: frame.search.entry.setText("committee")),
    ]
    for name, show in shows:
        show()
        yield name, frame
    frame.search.entry.clear()
    main.who.show_view("circle")
    main.plan.show_view("outline")
    main.reflect.show_wall()
    if main.reflect.wall is not None:
        main.reflect.wall.showNormal()
        main.reflect.wall.resize(SIZE)
        yield "reflect-wall", main.reflect.wall
    main.reflect.show_list()


def _welcome_pages(welcome: WelcomeWindow) -> Iterator[tuple[str, QWidget]]:
    welcome.go_back()
    yield "welcome", welcome
    welcome.start.new_requested.emit()
    yield "welcome-new", welcome
    welcome.ask_passphrase(Path("Cedar Inlet.groundwork"))
    yield "welcome-unlock", welcome


def _shoot(window: QWidget, target: Path) -> None:
    # Layouts settle over a few turns of the event loop; a picture before that shows half of it.
    pause = QEventLoop()
    QTimer.singleShot(120, pause.quit)
    pause.exec()
    QApplication.processEvents()
    window.grab().save(str(target))


def main(arguments: list[str]) -> int:
    """Take the pictures; 2 when no folder was named."""
    if len(arguments) != 1:
        print("python -m app.ui.shots FOLDER", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in take_shots(Path(arguments[0])):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
