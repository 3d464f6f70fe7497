"""`dev.py build`: packs the program for this kind of computer, and proves that the package needs nothing else."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from development.places import Places, child_environment
from development.talk import Stop, say

# Where nothing is known and nothing is installed, as on a stranger's computer; and a way that breaks careless programs.
STRANGE = "Gründ wörk é"
BARE_PATH = "/usr/bin:/bin"


def build(places: Places) -> Path:
    """Pack it; answers with the archive. Raises Stop with one sentence when something does not work."""
    if not sys.platform.startswith("linux"):
        raise Stop("This verb makes the Linux package. Windows and macOS are not packed yet.")
    work = places.build / "pack"
    python = _tools(places, work)
    say("Packing (a minute or two) ...")
    _call([str(python), "-m", "PyInstaller", "--noconfirm", "--distpath", "dist", "--workpath", "work",
           str(places.root / "packaging" / "groundwork.spec")], work, work / "pyinstaller.log")  # fmt: skip
    folder = _dressed(places, work, python)
    archive = _packed(folder, places.build)
    prove(archive)
    size = archive.stat().st_size / 1_000_000
    say(f"{archive.relative_to(places.root)} is made ({size:.1f} MB), and has proved itself. SHA-256: {_sum(archive)}")
    return archive


def prove(archive: Path) -> None:
    """Unpack it into a strange place with an empty home, and let it test itself, without a screen and on one."""
    with tempfile.TemporaryDirectory() as place:
        strange = Path(place) / STRANGE
        strange.mkdir()
        with tarfile.open(archive) as packed:
            packed.extractall(strange, filter="data")
        program = next(strange.glob("*/program/groundwork"))
        home = Path(place) / "home"
        home.mkdir()
        ways: dict[str, list[str]] = {"without a screen": []}
        if shutil.which("xvfb-run"):
            ways["on a screen"] = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        for words, before in ways.items():
            start = time.monotonic()
            done = subprocess.run(
                [*before, str(program), "selftest"],
                env={"HOME": str(home), "PATH": BARE_PATH, "LANG": "C.UTF-8"},
                cwd=place,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            say(done.stdout.rstrip())
            if done.returncode:
                raise Stop(f"The package does not work {words}: see the lines above.")
            say(f"It works {words}: {time.monotonic() - start:.1f} s.")
        left = [one for one in home.rglob("*") if one.is_file()]
        if left:
            raise Stop(f"The package left something behind: {left[0].name}")


def version(places: Places) -> str:
    """As `app/__init__.py` has it."""
    found = re.search(
        r'^__version__ = "([^"]+)"', (places.root / "app" / "__init__.py").read_text("utf-8"), re.MULTILINE
    )
    if found is None:
        raise Stop("app/__init__.py names no version.")
    return found[1]


# -- inside ----------------------------------------------------------------------------------------------------


def _tools(places: Places, work: Path) -> Path:
    """An environment of its own with exactly what is packed, made anew when the pinned list has changed."""
    work.mkdir(parents=True, exist_ok=True)
    venv, stamp = work / "venv", work / "venv" / "made-from"
    lock = places.lock("pack")
    now = _sum(lock)
    if not stamp.is_file() or stamp.read_text("utf-8") != now:
        say("Installing what is packed (pinned and checked) ...")
        shutil.rmtree(venv, ignore_errors=True)
        _call([sys.executable, "-m", "venv", str(venv)], work, work / "venv.log")
        _call([str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(lock)],
              work, work / "pip.log")  # fmt: skip
        stamp.write_text(now, "utf-8")
    return venv / "bin" / "python"


def _dressed(places: Places, work: Path, python: Path) -> Path:
    """The folder that people unpack: the program, how to install it, and the licences."""
    folder = work / f"groundwork-{version(places)}-linux-{platform.machine()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copytree(work / "dist" / "groundwork", folder / "program", symlinks=True)
    for one in sorted((places.root / "packaging" / "linux").iterdir()):
        shutil.copy(one, folder / one.name)
    shutil.copy(places.root / "LICENSE", folder)
    licences = places.root / "packaging" / "licences.py"
    _call([str(python), str(licences), str(folder / "LICENCES-OF-PARTS.txt")], work, work / "licences.log")
    return folder


def _packed(folder: Path, target: Path) -> Path:
    archive = target / f"{folder.name}.tar.xz"
    with tarfile.open(archive, "w:xz") as packed:
        packed.add(folder, folder.name)
    return archive


def _call(command: list[str], cwd: Path, log: Path) -> None:
    with log.open("w", encoding="utf-8") as said:
        done = subprocess.run(
            command, cwd=cwd, stdout=said, stderr=subprocess.STDOUT, env=child_environment(), check=False
        )
    if done.returncode:
        last = "".join(log.read_text("utf-8", "replace").splitlines(keepends=True)[-5:])
        raise Stop(f"{Path(command[0]).name} did not do it: {last}")


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
