"""A child process for the tests: opens the window with the sample, goes to every place, makes, keeps, prints, locks, and ends."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cli import run_command
from app.data.going_back import prove
from app.ui.program import Program
from app.ui.shots import _places
from app.ui.start import make_application, surroundings


def until(done: object, milliseconds: int = 30_000) -> None:
    """Wait for something that happens beside the window."""
    assert callable(done)
    for _time in range(milliseconds // 20):
        if done():
            return
        QTest.qWait(20)
    raise AssertionError("it took too long")


def main(folder: Path) -> None:
    """All of it; "all done" is the last line when it was."""
    file, passphrase = folder / "Cedar Inlet.groundwork", folder / "passphrase"
    passphrase.write_text("five plain words in a row", "utf-8")
    assert run_command(["demo", str(file), "--passphrase-file", str(passphrase)]) == 0
    app = make_application()
    program = Program(surroundings(app))
    program.start(None)
    program.open_file(file, "five plain words in a row")
    window = program.main
    assert window is not None
    for _name, _window in _places(window, "", "", ""):
        QTest.qWait(30)
    window.frame.go_to("print")
    window.print.show_kind("community")
    QTest.qWait(1_500)
    keeper = window.safe.keeper
    keeper.back_up()
    until(lambda: not keeper.busy)
    newest = next(one for one in keeper.folder.iterdir() if one.suffix == ".groundwork")
    with tempfile.TemporaryDirectory() as place:
        prove(newest, "five plain words in a row", Path(place))
    assert window.session.workspace.checking.problems() == []
    program.hide_away()
    program.welcome.close()
    QApplication.processEvents()
    out = folder / "report.pdf"
    assert run_command(["report", "community", str(file), "--out", str(out), "--passphrase-file", str(passphrase)]) == 0
    assert run_command(["search", "committee"]) == 0
    print("all done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
