"""A Windows that Wine 8 makes: folders and settings of its own, and programs run in it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from development.packing.shell import attempt, run
from development.places import child_environment
from development.talk import Stop

# Parts of Windows 10 that Wine 8 lacks or has wrong, and that Qt 6.11 or Rust programs ask for; see packaging/wine/.
STAND_INS = {"icuuc": (), "mscms": (), "bcryptprimitives": ("-ladvapi32",)}
COMPILER = "x86_64-w64-mingw32-gcc"


class Wine:
    """`folder` holds it; `user` is who uses it, with any letters. Qt's own settings are passed with "WINE" before their name."""

    def __init__(self, folder: Path, user: str, logs: Path) -> None:
        self.folder, self._logs = folder, logs
        self._settings = {
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n;winemenubuilder.exe=",
            "USER": user,
            "LOGNAME": user,
            "LANG": "C.UTF-8",
        }
        # Wine makes the user's Documents a link to what HOME names: not to those of whoever runs this.
        self._outside = folder.with_name(f"{folder.name} home")
        self.home = folder / "drive_c" / "users" / user

    @property
    def local(self) -> Path:
        """AppData\\Local of the user."""
        return self.home / "AppData" / "Local"

    def make(self, sources: Path) -> None:
        """Begin anew, as Windows 10, with the stand-ins compiled from `sources`."""
        for one in (self.folder, self._outside):
            shutil.rmtree(one, ignore_errors=True)
            one.mkdir(parents=True)
        self.run(["wineboot", "-u"], "prefix")
        self.run(["wine", "winecfg", "-v", "win10"], "prefix")
        self.run(["wineserver", "-w"], "prefix")
        system = self.folder / "drive_c" / "windows" / "system32"
        for name, libraries in STAND_INS.items():
            made = ["-shared", "-O2", "-s", "-o", str(system / f"{name}.dll"), str(sources / f"{name}.c"), *libraries]
            run([COMPILER, *made], self._logs / "stand-ins.log")
        if not self.home.is_dir():
            raise Stop(f"Wine did not make a folder for the user: {self.home}")

    def run(self, command: Sequence[str], log: str, *, display: str = "", seconds: float = 900, code: int = 0) -> str:
        """Run to the end; answer with what was printed. Raises Stop when it ends with another code."""
        found, said = attempt(command, self._logs / f"{log}.log", env=self.environment(display), seconds=seconds)
        if found != code:
            last = said.strip().splitlines()[-1:] or ["it did not say why"]
            raise Stop(f"{Path(command[0]).name} {log} ended with {found}: {last[0]} (see {self._logs / log}.log).")
        return said

    def environment(self, display: str = "") -> dict[str, str]:
        """For programs in it: without a screen when no display is named."""
        dropped = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "HOME")
        kept = {name: value for name, value in child_environment().items() if name not in dropped}
        where = {"DISPLAY": display} if display else {"WINEQT_QPA_PLATFORM": "offscreen"}
        return {**kept, "HOME": str(self._outside), **self._settings, **where}

    def end(self) -> None:
        """Wait until nothing runs in it any more: a server without a screen would give none to those that come."""
        self.run(["wineserver", "-w"], "end", seconds=120)

    def path(self, there: Path) -> str:
        """What a program in it calls a file of ours."""
        inside = self.folder / "drive_c"
        if there.is_relative_to(inside):
            return "C:\\" + str(there.relative_to(inside)).replace("/", "\\")
        return "Z:" + str(there).replace("/", "\\")
