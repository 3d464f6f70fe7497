"""The packed program beside a packed empty PySide6 window, made in the same run: its compressed size and its start.

Linux only. The start is from the process to a window that the screen shows, on a screen that nobody sees.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app import __version__
from development.packing.frozen import freeze, prepare
from development.packing.linux import finish
from development.packing.shell import Screen
from development.packing.shell import run as call
from development.places import Places
from tests.bench.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
TIMES = 9
MOST_SIZE, MOST_START = 1.4, 1.6
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1360, 860)
window.show()
sys.exit(app.exec())
"""


def packed_empty(places: Places, folder: Path) -> Path:
    """An empty window packed as PyInstaller does by itself."""
    script = folder / "empty.py"
    script.write_text(EMPTY, encoding="utf-8")
    command = [str(places.for_packing.python), "-m", "PyInstaller", "--noconfirm", "--windowed", "--log-level", "WARN"]
    where = ["--distpath", str(folder), "--workpath", str(folder / "work"), "--specpath", str(folder)]
    call([*command, *where, "--name", "Empty", str(script)], folder / "empty.log")
    return folder / "Empty"


def compressed(folder: Path, target: Path) -> int:
    """Its bytes as .tar.xz."""
    call(["tar", "-cJf", str(target), "-C", str(folder.parent), folder.name], target.with_suffix(".log"))
    return target.stat().st_size


def start(program: Path, display: str) -> float:
    """Seconds until its window can be seen, with an empty home."""
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "DISPLAY": display, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        begun = time.perf_counter()
        with subprocess.Popen([str(program)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
            look = ["xdotool", "search", "--onlyvisible", "--pid", str(started.pid)]
            while not subprocess.run(look, env=env, capture_output=True, check=False).stdout.strip():
                if started.poll() is not None:
                    raise RuntimeError(f"{program} ended before it showed a window")
            took = time.perf_counter() - begun
            started.kill()
        return took


def run_starts(programs: list[Path]) -> list[float]:
    """The median of each, tried in turn so that what else the computer does meets all alike."""
    found: list[list[float]] = [[] for _ in programs]
    with Screen("1400x900x24") as display:
        for _ in range(TIMES + 1):
            for took, program in zip(found, programs, strict=True):
                took.append(start(program, display))
    return [statistics.median(took[1:]) for took in found]


def measure(ours: Path, empty: Path, folder: Path) -> list[Figure]:
    """Figures of two packed folders."""
    sizes = [compressed(one, folder / f"{one.name}.tar.xz") for one in (ours, empty)]
    starts = run_starts([ours / "Groundwork", empty / "Empty"])
    return [
        Figure("packed program, compressed", sizes[0] / 1e6, "MB"),
        Figure("packed empty window, compressed", sizes[1] / 1e6, "MB"),
        Figure("packed program, compressed, against the empty window", sizes[0] / sizes[1], "x", MOST_SIZE),
        Figure("start of the packed program", starts[0] * 1000, "ms"),
        Figure("start of the packed empty window", starts[1] * 1000, "ms"),
        Figure("start of the packed program, against the empty window", starts[0] / starts[1], "x", MOST_START),
    ]


def run() -> list[Figure]:
    """Pack both and measure; nothing where packages for Linux cannot be made."""
    if sys.platform != "linux":
        return []
    places = Places(ROOT)
    prepare(places)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        kept = folder / f"groundwork-{__version__}"
        shutil.move(str(finish(places, freeze(places))), kept)
        return measure(kept, packed_empty(places, folder), folder)
