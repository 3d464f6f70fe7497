"""A day with everything, played by the program itself: `python -m tests.journeys.whole_program FILE`.

Every place is shown, something is typed, a report is made, seen and saved, a PDF is kept and read, printers are looked for and
a backup is made. It prints what it has done, one word a line.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.data.backups import backups_in
from app.data.pdf import examine
from app.model.partner import Partner
from app.ui.main_window import MainWindow
from app.ui.program import Program
from app.ui.reports.printers import find_printers
from app.ui.start import make_application, surroundings
from tests.pdfs import sound

PLACES = ("home", "learn", "who", "reflect", "plan", "print")
PATIENCE = 60.0


def wait_until(app: QApplication, so: Callable[[], bool]) -> None:
    """Let the window work until it is so."""
    until = time.monotonic() + PATIENCE
    while not so():
        if time.monotonic() > until:
            raise TimeoutError(so.__name__)
        app.processEvents()
        time.sleep(0.01)


def told(word: str) -> None:
    """Say what is done."""
    print(word, flush=True)


def play(app: QApplication, main: MainWindow, folder: Path) -> None:
    """All of it."""
    for place in PLACES:
        main.frame.go_to(place)
        app.processEvents()
        told(place)
    for page in (main.help_lines, main.settings_page):
        main.frame.show_page(page)
        app.processEvents()
    main.hand_over()
    main.safe.show()
    main.session.edit("Add", lambda edit: edit.add(Partner(name="Rose Charlie")))
    told("typed")
    main.finder.hit_chosen.emit(main.session.workspace.find("rose")[0], "rose")
    made: list[object] = []
    main.print.drafting.drafted.connect(made.append)
    main.frame.go_to("print")
    report = folder / "report.pdf"
    wait_until(app, lambda: bool(made))
    main.print.save_to(report)
    wait_until(app, report.exists)
    told("report")
    if examine(sound("Cedar"), "cedar.pdf"):
        told("pdf")
    if find_printers() is not None:
        told("printers")
    main.safe.keeper.back_up()
    wait_until(app, lambda: not main.safe.keeper.busy)
    if backups_in(main.safe.keeper.folder):
        told("backup")


def main(file: Path) -> int:
    """Open the sample as somebody would, and play the day in it."""
    app = make_application()
    program = Program(surroundings(app))
    program.start(None)
    program.open_sample()
    if program.main is None:
        return 1
    play(app, program.main, file)
    program.leave()
    program.welcome.close()
    app.processEvents()
    told("closed")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
