"""Makes .venv beside dev.py, once: pinned, hash-checked parts and the program's own entry point.

A stamp in .venv remembers what it was made from, so that the next start only compares.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from development.installer import install
from development.launcher import write_launcher
from development.places import Places, child_environment
from development.system import install_packages
from development.talk import Stop, say

STAMP = "groundwork-stamp.json"
# What an environment may be for, each with all of those before it; the list of each, less those that another one holds.
PURPOSES = {"run": ("run",), "dev": ("dev",), "soak": ("dev", "soak")}
PACK = "pack"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from; two equal stamps mean nothing is to be done."""

    root: str
    python: str
    locks: dict[str, str]
    parts: list[str]


def ensure(places: Places, wanted: str) -> None:
    """Make the environment ready for "run", "dev" (holds "run"), "soak" (holds "dev") or "pack", or do nothing when it is.

    What is packed from is an environment of its own ("run" and "pack"), so that nothing for testing can slip in.

    Raises Stop with one sentence when it cannot be made.
    """
    found = _read_stamp(places)
    if found is not None and wanted in found.locks and found == _current(places, list(found.locks)):
        return
    purposes = list(PURPOSES)
    held = [one for one in purposes if found is not None and one in found.locks]
    wanted = wanted if wanted == PACK else max([wanted, *held], key=purposes.index)
    if found is None or not _whole(places, found):
        _make(places)
    (places.venv / STAMP).unlink(missing_ok=True)
    say("Installing the parts Groundwork is made of (pinned and checked; a minute or two the first time) ...")
    for one in PURPOSES.get(wanted, (wanted,)):
        install(places, one)
    write_launcher(places)
    _write_stamp(places, ["run", PACK] if wanted == PACK else purposes[: purposes.index(wanted) + 1])
    say("Ready.")


def _whole(places: Places, found: Stamp) -> bool:
    """Whether only the pinned lists changed, so that what is there can be added to."""
    now = _current(places, [])
    return (found.root, found.python, found.parts) == (now.root, now.python, now.parts)


def _current(places: Places, locks: list[str]) -> Stamp:
    sums = {name: hashlib.sha256(places.lock(name).read_bytes()).hexdigest() for name in locks}
    return Stamp(str(places.root), f"{sys.version} {sys.base_prefix}", sums, _parts(places))


def _parts(places: Places) -> list[str]:
    """The names of what is installed: a part deleted by hand or by a virus scanner is noticed."""
    folder = places.packages
    if folder is None or not places.python.exists():
        return []
    return sorted(name for name in os.listdir(folder) if name != "__pycache__")  # noqa: PTH208 - names only


def _read_stamp(places: Places) -> Stamp | None:
    try:
        return Stamp(**json.loads((places.venv / STAMP).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write_stamp(places: Places, locks: list[str]) -> None:
    now = _current(places, locks)
    fields = {"root": now.root, "python": now.python, "locks": now.locks, "parts": now.parts}
    (places.venv / STAMP).write_text(json.dumps(fields), encoding="utf-8")


def _make(places: Places) -> None:
    again = places.venv.exists()
    name = places.venv.name
    say(f"Making {name} again, because it is unfinished or from another Python ..." if again else f"Making {name} ...")
    _need_venv_module()
    if again:
        _remove(places.venv)
    places.build.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "venv", str(places.venv)]
    made = subprocess.run(command, env=child_environment(), capture_output=True, check=False)
    if made.returncode != 0 or not places.python.exists():
        places.log.write_bytes(made.stdout + made.stderr)
        raise Stop(
            f"Python could not make {places.venv}: check that the disk has room and that you may write to this "
            f"folder (what Python said is in {places.log})."
        )


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise Stop(
            f"The unfinished folder {folder} could not be removed: close Groundwork if it is running, delete the "
            f"folder, and run this again."
        ) from error


def _need_venv_module() -> None:
    """Debian and Ubuntu leave out the part of Python that makes environments."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_packages([name], "the part of Python that makes environments")
        importlib.invalidate_caches()
