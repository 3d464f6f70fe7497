"""Makes the folder that holds the program and all it needs, on the system that it is for."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from development.environment import ensure
from development.packing.parts import COMMAND_ON_WINDOWS, NAME
from development.packing.shell import run
from development.packing.version_text import version_text
from development.places import Places
from development.screen import ensure_qt_libraries

QUIET = {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def prepare(places: Places) -> Path:
    """Make the environment and the drawn and written parts that the spec takes; answers with the folder of these."""
    ensure(places.for_packing, "pack")
    ensure_qt_libraries()
    made = places.build / "packing"
    made.mkdir(parents=True, exist_ok=True)
    python = str(places.for_packing.python)
    run([python, "-m", "development.packing.icon", str(made)], made / "icon.log", cwd=places.root, extra=QUIET)
    for name in (NAME, COMMAND_ON_WINDOWS):
        (made / f"{name}.version").write_text(version_text(name), encoding="utf-8")
    return made


def freeze(places: Places) -> Path:
    """The packed folder (on macOS the bundle), fresh. Raises Stop when PyInstaller cannot make it."""
    made = prepare(places)
    target = places.build / "packed"
    shutil.rmtree(target, ignore_errors=True)
    command = [str(places.for_packing.python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(target), "--workpath", str(made / "work")]
    run([*command, *folders, str(places.root / "packaging" / "groundwork.spec")], made / "freeze.log", cwd=places.root)
    return target / (f"{NAME}.app" if sys.platform == "darwin" else NAME)


def program_in(folder: Path) -> Path:
    """The program in a packed folder or bundle of the system we are on."""
    if folder.suffix == ".app":
        return folder / "Contents" / "MacOS" / NAME
    return folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
