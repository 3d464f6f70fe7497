"""From start to a window that can be used, beside an empty PySide6 window in the same run; and memory at rest."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.big import PASSPHRASE, make_big
from tests.bench.figure import Figure

TIMES = 5

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1360, 860)
window.show()
"""

WELCOME = """
import sys
from app.ui.program import Program
from app.ui.start import make_application, surroundings
from PySide6.QtCore import QTimer
app = make_application()
program = Program(surroundings(app))
program.start(None)
"""

BIG = (
    WELCOME
    + """
from pathlib import Path
program.open_file(Path(sys.argv[1]), sys.argv[2])
program.main.frame.go_to("who")
app.processEvents()
program.main.frame.go_to("plan")
"""
)

# The event loop turns once: what was asked to be painted has been painted. Memory is what stays in use then.
END = """
app.processEvents()
from pathlib import Path
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
print(next((line.split()[1] for line in lines if line.startswith("VmRSS")), "0"), flush=True)
import os
os._exit(0)
"""


def timed(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds and megabytes of the best of a few runs."""
    seconds: list[float] = []
    memory: list[float] = []
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    for _ in range(TIMES):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code + END, *arguments], env=env, capture_output=True, text=True, check=True
        )
        seconds.append(time.perf_counter() - start)
        memory.append(float(done.stdout.split()[-1]) / 1024)
    return statistics.median(seconds), statistics.median(memory)


def run() -> list[Figure]:
    """Measure the empty window, the welcome, and a file of 5,000 partners and 5,000 plan items."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.groundwork"
        make_big(path).close()
        empty, empty_memory = timed(EMPTY)
        welcome, welcome_memory = timed(WELCOME)
        big, big_memory = timed(BIG, str(path), PASSPHRASE)
    return [
        Figure("start of an empty PySide6 window", empty * 1000, "ms"),
        Figure("start to the welcome window", welcome * 1000, "ms"),
        Figure("start to the welcome window, against the empty one", welcome / empty, "x"),
        Figure("start to Who and Plan of 5,000 + 5,000", big * 1000, "ms"),
        Figure("memory at rest, against the empty window", welcome_memory / empty_memory, "x"),
        Figure("memory with 5,000 + 5,000, against the empty window", big_memory / empty_memory, "x"),
    ]
