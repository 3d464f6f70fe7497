"""Knows whether a file lies on this computer's own drive, or on one that comes and goes: a stick, a shared drive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.data.own_folders import portable_folder

# Where Linux and macOS put sticks.
_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_SHARED = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "davfs"}
# https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
_REMOVABLE, _REMOTE, _CD = 2, 4, 5


def is_away(file: Path, from_folder: Path) -> bool:
    """Whether a file lies on another drive than that folder, and on one that comes and goes; raises nothing.

    A stick may call itself a fixed disk: what lies beside a program that is carried along goes with it.
    """
    try:
        return (_is_carried(file) or _comes_and_goes(file)) and _drive(file) != _drive(from_folder)
    except OSError:
        return False


def drive_name(file: Path) -> str:
    """What people call the drive that a file lies on: its letter, or the name of the folder where it is found."""
    if file.drive:
        return file.drive
    return next((one.name for one in file.parents if os.path.ismount(one) and one.name), file.parent.name)


def mount_of(file: Path, table: str) -> tuple[str, str]:
    """The folder that a file's drive is found at, and its sort, by Linux's table of drives (proc(5), /proc/self/mounts)."""
    best = ("/", "")
    for line in table.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
        if file.is_relative_to(folder) and len(folder) >= len(best[0]):
            best = (folder, parts[2])
    return best


def is_stick(folder: str, sort: str) -> bool:
    """Whether a drive that is found there is one that comes and goes."""
    return sort in _SHARED or f"{folder}/".startswith(_STICKS)


def _is_carried(file: Path) -> bool:
    folder = portable_folder()
    return folder is not None and file.is_relative_to(folder)


def _drive(file: Path) -> int:
    there = next(one for one in (file, *file.parents) if one.exists())
    return there.stat().st_dev


if sys.platform == "win32":

    def _comes_and_goes(file: Path) -> bool:
        import ctypes

        if file.drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(f"{file.drive}\\") in (_REMOVABLE, _REMOTE, _CD)

elif sys.platform == "darwin":

    def _comes_and_goes(file: Path) -> bool:
        return any(os.path.ismount(one) and is_stick(str(one), "") for one in file.parents)

else:

    def _comes_and_goes(file: Path) -> bool:
        try:
            table = Path("/proc/self/mounts").read_text("utf-8", "replace")
        except OSError:
            return False
        return is_stick(*mount_of(file, table))
