"""`groundwork selftest`: the installed program tries itself, all of what it needs, in a place of its own that is gone afterwards.

Each check is one line: whether it holds, how long it took, what it was. The exit status is 0 when all hold. It touches neither
the settings nor the files of whoever starts it.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.cli import run_command
from app.data.check import check_file
from app.data.connection import is_protected
from app.data.going_back import go_back, prove
from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.lock import FileLock
from app.data.log import open_log
from app.data.opening import create_workspace, open_workspace
from app.data.pdf import examine
from app.data.resources import resources_folder
from app.data.settings import Settings
from app.model.backups import Backup
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.trouble import WrongPassphrase

if TYPE_CHECKING:
    from app.ui.program import Program

# Names as BC's languages write them: each holds a letter with marks that must be put in place.
NAMES = ("hən̓q̓əmin̓əm̓", "SENĆOŦEN", "Sḵwx̱wú7mesh", "Dakelh ᑕᗸᒡ")
PASSPHRASE = "five plain words in a row"
PLACES = ("home", "learn", "who", "reflect", "plan", "print")
LEAST_PAGES, LEAST_LINES = 50, 5


class Failed(Exception):
    """A check does not hold; the words say what was found."""


@dataclass(slots=True)
class Trial:
    """What the checks share: the folder they work in, the file they make, and the running program once there is one."""

    folder: Path
    backup: Backup | None = None
    program: Program | None = None

    @property
    def file(self) -> Path:
        """The community file."""
        return self.folder / "Self test.groundwork"


def run_selftest(arguments: Sequence[str]) -> int:
    """Try everything; 0 when all of it holds, 1 when not, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="groundwork selftest")
    parser.add_argument("--log", type=Path, metavar="F", help="write the lines to this file as well")
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines = [f"Groundwork {__version__} on {sys.platform}"]
    _say(lines[0])
    with tempfile.TemporaryDirectory(prefix="selftest") as place:
        held = _try_all(Trial(Path(place)), lines)
    lines.append("Everything holds." if held else "Something does not hold.")
    _say(lines[-1])
    if asked.log is not None:
        asked.log.write_text("\n".join(lines) + "\n", "utf-8")
    return 0 if held else 1


def _try_all(trial: Trial, lines: list[str]) -> bool:
    held = True
    for words, check in CHECKS:
        start = time.perf_counter()
        try:
            check(trial)
            outcome = "ok  "
        except Exception as error:
            held, outcome, words = False, "FAIL", f"{words}: {type(error).__name__}: {error}"
        lines.append(f"{outcome} {time.perf_counter() - start:6.2f} s  {words}")
        _say(lines[-1])
    return held


def _say(line: str) -> None:
    """A program without a console has nowhere to say it."""
    if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _hold(truth: object, found: object) -> None:
    if not truth:
        raise Failed(str(found))


def _command(*words: object) -> None:
    """One of the commands, as IT staff would give it."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = run_command([str(one) for one in words])
    _hold(status == 0, said.getvalue().strip())


# -- the checks ------------------------------------------------------------------------------------------------


def _has_pages(_trial: Trial) -> None:
    library = Library.load(resources_folder() / "toolkit" / "en")
    _hold(len(library.pages) >= LEAST_PAGES, f"{len(library.pages)} pages")
    _hold(library.find("committee"), "the search finds nothing")


def _has_help_lines(_trial: Trial) -> None:
    lines = load_helplines(resources_folder() / "helplines.toml")
    _hold(len(lines) >= LEAST_LINES, f"{len(lines)} lines")


def _makes_a_file(trial: Trial) -> None:
    workspace = create_workspace(trial.file, Community(name="Self test"), PASSPHRASE)
    with workspace.edit("Add") as edit:
        lead = edit.add(Partner(name=NAMES[0], consent_show="public"))
        for name in NAMES[1:]:
            edit.add(Partner(name=name, consent_show="public"))
        edit.add(Item(what="Book the hall", lead=lead.id, by=date.today()))
    workspace.close()
    _hold(is_protected(trial.file), "the file is not protected")
    _hold(NAMES[1].encode() not in trial.file.read_bytes(), "a name can be read in the file")
    try:
        open_workspace(trial.file, "another").close()
    except WrongPassphrase:
        return
    raise Failed("a wrong passphrase opened the file")


def _edits_and_undoes(trial: Trial) -> None:
    workspace = open_workspace(trial.file, PASSPHRASE)
    try:
        item = workspace.all(Item)[0]
        with workspace.edit("Change") as edit:
            edit.change(Item, item.id, what="Book the gym")
        workspace.undo()
        _hold(workspace.all(Item)[0].what == "Book the hall", "undo did not take it back")
        workspace.redo()
        _hold(workspace.all(Item)[0].what == "Book the gym", "redo did not bring it again")
        _hold([one.id for one in workspace.find("gym")] == [item.id], "the search does not find it")
        _hold(workspace.find("hənqəminəm"), "the search does not find a name without its marks")
    finally:
        workspace.close()
    _hold(check_file(trial.file, PASSPHRASE) == [], check_file(trial.file, PASSPHRASE))


def _makes_reports(trial: Trial) -> None:
    key = trial.folder / "passphrase"
    key.write_text(PASSPHRASE, "utf-8")
    out = trial.folder / "partners.pdf"
    _command("report", "partners", trial.file, "--out", out, "--passphrase-file", key)
    words = " ".join(examine(out.read_bytes(), out.name))
    _hold(all(one in words for one in NAMES), f"the PDF says: {words[:200]}")
    for name in ("plan.docx", "plan.html"):
        _command("report", "plan", trial.file, "--out", trial.folder / name, "--passphrase-file", key)
    for name in ("plan.xlsx", "partners.csv", "partners.vcf", "plan.ics", "everything.zip"):
        _command("export", name, trial.file, "--out", trial.folder / name, "--passphrase-file", key)
    _command("import", "plan.xlsx", trial.file, "--from", trial.folder / "plan.xlsx", "--passphrase-file", key)


def _shapes_letters(_trial: Trial) -> None:
    from app.reports.fonts import Cut, Fonts

    fonts = Fonts(resources_folder() / "fonts")
    for name in NAMES:
        _hold(fonts.readable(name) == name, f"{name} would be printed as {fonts.readable(name)}")
    # Without shaping a mark stands beside its letter, and the word is wider by it.
    word = fonts.readable("q̓")
    _hold(
        fonts.piece(word, Cut.REGULAR).width < 1.2 * fonts.piece("q", Cut.REGULAR).width, "marks are not put in place"
    )


def _backs_up_and_goes_back(trial: Trial) -> None:
    now = datetime.now().astimezone()
    workspace = open_workspace(trial.file, PASSPHRASE)
    made = workspace.backups.make(trial.folder / "backups", now)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Since"))
    workspace.close()
    _hold(prove(made.path, PASSPHRASE, trial.folder) == (len(NAMES), 1), "the drill counts otherwise")
    go_back(made.path, trial.file, trial.folder / "backups", now, PASSPHRASE, known=PASSPHRASE)
    again = open_workspace(trial.file, PASSPHRASE, read_only=True)
    names = {one.name for one in again.all(Partner)}
    again.close()
    _hold(names == set(NAMES), f"after going back: {sorted(names)}")


def _opens_every_place(trial: Trial) -> None:
    from PySide6.QtWidgets import QApplication

    from app.ui.program import Program, Surroundings
    from app.ui.start import make_application
    from app.ui.theme import make_look

    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    resources = resources_folder()
    program = trial.program = Program(
        Surroundings(
            look=make_look(app, resources, "light"),
            settings=Settings.load(trial.folder / "settings"),
            log=open_log(trial.folder / "log"),
            resources=resources,
            library=Library.load(resources / "toolkit" / "en"),
            lines=load_helplines(resources / "helplines.toml"),
            sample_folder=trial.folder / "sample",
            backups=trial.folder / "backups",
        )
    )
    program.open_file(trial.file, PASSPHRASE)
    main = program.main
    _hold(main is not None, "the window did not open")
    assert main is not None
    seen: set[bytes] = set()
    for place in PLACES:
        main.frame.go_to(place)
        QApplication.processEvents()
        picture = main.frame.grab().toImage()
        _hold(not picture.isNull() and picture.width() > 600, f"{place} shows nothing")
        seen.add(bytes(picture.constBits()))
    _hold(len(seen) == len(PLACES), "two places look the same")


def _hides(trial: Trial) -> None:
    from PySide6.QtWidgets import QApplication

    program = trial.program
    _hold(program is not None, "there is no window")
    assert program is not None
    start = time.perf_counter()
    program.hide_away()
    took = time.perf_counter() - start
    lock = FileLock(trial.file)
    lock.take(datetime.now().astimezone())
    lock.release()
    program.welcome.close()
    QApplication.processEvents()
    _hold(took < 1.0, f"it took {took:.2f} s")


def _asks_for_printers(_trial: Trial) -> None:
    from app.ui.reports.printers import find_printers

    _hold(find_printers() is not None, "the question for printers was not answered")


CHECKS: tuple[tuple[str, Callable[[Trial], None]], ...] = (
    ("toolkit pages, and a search in them", _has_pages),
    ("help lines", _has_help_lines),
    ("a protected file is made, and a wrong passphrase refused", _makes_a_file),
    ("edited, undone, done again, found", _edits_and_undoes),
    ("reports as PDF (read back), for Word, as a web page; sheets, cards, calendar, everything", _makes_reports),
    ("letters of BC’s languages with their marks in place", _shapes_letters),
    ("backed up, proved, and gone back", _backs_up_and_goes_back),
    ("the window, and every place in it", _opens_every_place),
    ("hidden, and the file closed", _hides),
    ("the printers", _asks_for_printers),
)
