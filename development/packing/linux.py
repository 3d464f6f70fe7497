"""The package for Linux: one archive to unpack anywhere, and the proof that it needs nothing of ours."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from app import __version__
from development.packing.frozen import freeze, program_in
from development.packing.papers import add_papers
from development.packing.shell import Screen, Steps, megabytes, need, run, write_sum
from development.places import Places
from development.talk import Stop

TOOLS = {"objdump": "binutils", "strip": "binutils", "Xvfb": "xvfb"}
# Folders whose files a program of another checkout, or of this one, must not be seen with.
SYSTEM = ("/usr/", "/lib", "/etc/", "/dev/", "/proc/", "/sys/", "/run/", "/var/cache/fontconfig/", "/memfd:", "/SYSV")


def build(places: Places) -> None:
    """Make build/packed/groundwork-VERSION-linux-PROCESSOR.tar.xz and prove it. Raises Stop when it is not as it must be."""
    steps = Steps()
    need(TOOLS, "what packs a program")
    steps.say("Packing the program ...")
    folder = finish(places, freeze(places))
    steps.say(f"The folder has {megabytes(folder):.0f} MB. Writing the archive ...")
    archive = folder.parent / f"{folder.name}.tar.xz"
    run(["tar", "-cJf", str(archive), "-C", str(folder.parent), folder.name], places.build / "packing" / "tar.log")
    write_sum(archive)
    steps.say(f"{archive} has {megabytes(archive):.1f} MB. Proving it ...")
    prove(archive, steps)


def finish(places: Places, frozen: Path) -> Path:
    """Strip what only helps a debugger, and add what a desktop wants."""
    folder = frozen.parent / f"groundwork-{__version__}-linux-{platform.machine()}"
    frozen.rename(folder)
    libraries = [str(one) for one in folder.rglob("*.so*") if one.is_file() and not one.is_symlink()]
    run(["strip", "--strip-debug", *libraries], places.build / "packing" / "strip.log")
    share, ours = folder / "share", places.root / "packaging"
    share.mkdir()
    for name in ("groundwork.desktop", "groundwork.xml"):
        shutil.copyfile(ours / name, share / name)
    shutil.copyfile(places.build / "packing" / "groundwork.png", share / "groundwork.png")
    shutil.copy(ours / "linux-install.sh", folder / "install.sh")
    add_papers(places, folder)
    return folder


def prove(archive: Path, steps: Steps) -> None:
    """Unpack it as a stranger would, and let it test itself: without a screen, with one, and from the menu."""
    with tempfile.TemporaryDirectory(prefix="groundwork-proof-") as place:
        home = Path(place) / "home of Mónica"
        home.mkdir()
        target = Path(place) / "own programs – sk̲ú"
        with tarfile.open(archive) as opened:
            opened.extractall(target, filter="data")
        folder = next(target.iterdir())
        bare = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        _selftest(folder, {**bare, "QT_QPA_PLATFORM": "offscreen"}, steps, "without a screen")
        with Screen() as display:
            _selftest(folder, {**bare, "DISPLAY": display}, steps, "with a screen")
        _menu(folder, home, bare, steps)
        left = [str(one) for one in home.rglob("*") if one.is_file() and not _is_the_systems(one.relative_to(home))]
        if left:
            raise Stop(f"The self-test left something behind: {left}")


def _is_the_systems(path: Path) -> bool:
    """Lists that other programs keep of typefaces and of kinds of file."""
    return path.parts[0] == ".cache" or path.parts[:3] in (
        (".local", "share", "mime"),
        (".local", "share", "applications"),
    )


def _selftest(folder: Path, env: Mapping[str, str], steps: Steps, how: str) -> None:
    log = folder.parent / "self-test.log"
    begun = time.monotonic()
    with subprocess.Popen(
        [str(program_in(folder)), "selftest", "--log", str(log)],
        env=dict(env),
        cwd=folder.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as tested:
        strange: set[str] = set()
        while tested.poll() is None:
            strange |= _strangers(tested.pid, folder)
            time.sleep(0.1)
        said = tested.stdout.read().decode("utf-8", "replace") if tested.stdout is not None else ""
    if tested.returncode != 0:
        raise Stop(f"The packed program failed its self-test {how}:\n{said}")
    if strange:
        raise Stop(f"The packed program used files that are not its own: {', '.join(sorted(strange))}")
    steps.say(f"It passed its self-test {how} in {time.monotonic() - begun:.1f} s.")


def _strangers(process: int, folder: Path) -> set[str]:
    """Files that the process has in memory and that belong neither to it nor to the system."""
    try:
        lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    paths = {line.split(maxsplit=5)[5] for line in lines if len(line.split(maxsplit=5)) == 6}
    files = {one for one in paths if one.startswith("/") and not one.startswith(SYSTEM)}
    ours = (str(folder), tempfile.gettempdir() + "/groundwork-selftest-")
    return {one for one in files if not one.removeprefix("//deleted").startswith(ours) and "fontconfig" not in one}


def _menu(folder: Path, home: Path, env: Mapping[str, str], steps: Steps) -> None:
    log, script = folder.parent / "install.log", str(folder / "install.sh")
    entry = home / ".local/share/applications/groundwork.desktop"
    run(["sh", script], log, env=env)
    if f'"{folder}/Groundwork" %f' not in entry.read_text(encoding="utf-8"):
        raise Stop("install.sh did not write a menu entry that starts the program.")
    run(["sh", script, "--remove"], log, env=env)
    if entry.exists():
        raise Stop("install.sh --remove left the menu entry behind.")
    steps.say("It goes into the menu and out again.")
