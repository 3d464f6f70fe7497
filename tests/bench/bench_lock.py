"""Locking and unlocking: from the passphrase to a window that can be used, from the key to an empty screen, and what is left.

The large community has 5,000 partners and 5,000 steps; what is left in memory is counted on a small one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.big import PASSPHRASE, make_big
from tests.bench.figure import Figure
from tests.ui.locking.left import look_for_what_is_left

LIVE = """
import sys, time
from pathlib import Path
from app.__main__ import collect_seldom
from app.data.lock import FileLock
from app.model.partner import Partner
from app.ui.program import Program
from app.ui.start import make_application, surroundings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
collect_seldom()
app = make_application()
program = Program(surroundings(app))
program.start(None)
file, word = Path(sys.argv[1]), sys.argv[2]

def unlock():
    program.open_file(file)
    program.welcome.unlock.entry.entry.setText(word)
    start = time.perf_counter()
    program.welcome.unlock.open.click()
    app.processEvents()
    return time.perf_counter() - start

first = unlock()
for place in ("learn", "who", "reflect", "plan", "home"):
    program.main.frame.go_to(place)
    app.processEvents()
# So much work that a closing without hurry would write a snapshot first.
for n in range(250):
    with program.main.session.workspace.edit("Rename") as edit:
        edit.change(Partner, program.main.session.workspace.all(Partner)[n].id, name=f"New {n}")
window, freed = program.main.frame.windowHandle(), []

release = FileLock.release

def let_go(lock):
    release(lock)
    freed.append(time.perf_counter())

FileLock.release = let_go
gone = []
window.visibleChanged.connect(lambda seen: gone.append(time.perf_counter()))
start = time.perf_counter()
QTest.keyPress(window, Qt.Key.Key_F9)
hidden, closed = gone[0] - start, freed[0] - start
QTest.qWait(2500)
again = unlock()
print(first, again, hidden, closed, flush=True)
import os
os._exit(0)
"""


def run() -> list[Figure]:
    """Measure in processes of their own."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small"
        small.mkdir()
        return [*_sized("x10", 500, folder), *_sized("x100", 5_000, folder), *_left(small)]


def _sized(name: str, count: int, folder: str) -> list[Figure]:
    path = Path(folder) / f"{name}.groundwork"
    make_big(path, count).close()
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "HOME": folder}
    done = subprocess.run(
        [sys.executable, "-c", LIVE, str(path), PASSPHRASE], env=env, capture_output=True, text=True, check=True
    )
    first, again, hidden, closed = (float(one) * 1000 for one in done.stdout.split()[-4:])
    return [
        Figure(f"unlock at the first opening, {name}", first, "ms", 1000 if name == "x10" else None),
        Figure(f"unlock again after Hide, {name}", again, "ms", 1000 if name == "x10" else None),
        Figure(f"Hide, from the key to no window, {name}", hidden, "ms", 200),
        Figure(f"Hide, from the key to a closed file, {name}", closed, "ms", 200),
    ]


def _left(folder: Path) -> list[Figure]:
    start = time.perf_counter()
    left = look_for_what_is_left(folder)
    took = time.perf_counter() - start
    saying = len(left.files) + len(left.told["after"]["saying"]) + len(left.told["after"]["held"])
    figures = [Figure("widgets, files and objects that still say a word after Hide", saying, "", 0)]
    if left.memory is not None:
        figures.append(Figure("places in memory that still hold a word after Hide", left.memory, "", 800))
    return [*figures, Figure("looking for them took", took * 1000, "ms")]
