"""Writes a whole file or nothing: what stood there before stays until the new one is on the disk; makes a new folder."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from app.data.troubles import calmly
from app.model.file_names import name_trouble
from app.model.trouble import BadName, DiskTrouble, HeldOpen, IsFolder, NoSpace, NotAllowed, NotThere, Trouble

# Programs that look at every new file (against viruses, for a search) hold it for a moment; then it is tried again.
_WAITS = (0.05, 0.2, 0.5)


def write_safely(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one move. Raises as `writing_safely` does; then nothing changed."""
    with writing_safely(path) as file:
        file.write(content)


@contextmanager
def writing_safely(path: Path, *, private: bool = False) -> Generator[BinaryIO, None, None]:
    """A file to write to, piece by piece, that stands at `path` once the block has ended; `private`: for this user alone.

    When the block fails, nothing has changed and nothing is left. Raises NoSpace, NotAllowed, NotThere, NameTooLong,
    HeldOpen, IsFolder, BadName or DiskTrouble, each with a sentence about the file.
    """
    _refuse_target(path)
    part = path.with_name(_part_name(path.name))
    with _saving(path):
        try:
            with open_part(part, private=private) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            move_whole(part, path)
        finally:
            # What cannot be removed, on a stick that is gone, must not hide what happened.
            with suppress(OSError):
                part.unlink(missing_ok=True)


def open_part(part: Path, *, private: bool) -> BinaryIO:
    """The unfinished file, made new."""
    flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(part, flags, 0o600 if private else 0o666), "w+b")


def move_whole(part: Path, path: Path) -> None:
    """Let a finished file take the place of another in one move. Raises HeldOpen where another program holds that, or OSError."""
    for wait in (*_WAITS, 0.0):
        try:
            part.replace(path)
        except PermissionError as error:
            if not path.is_file() or not os.access(path, os.W_OK):
                raise
            if not wait:
                raise HeldOpen(path.name) from error
            time.sleep(wait)
        else:
            return


def flush_folder(folder: Path) -> None:
    """Put a new name on the disk too; Windows does that by itself and lets nobody ask."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(parent: Path, name: str) -> Path:
    """A folder that was not there before: of that name, or with a number behind it. Raises as `write_safely` does."""
    number, folder = 1, parent / name
    _refuse_name(folder)
    with _saving(folder):
        while True:
            try:
                folder.mkdir()
            except FileExistsError:
                number += 1
                folder = parent / f"{name} ({number})"
            else:
                return folder


# -- inside ----------------------------------------------------------------------------------------------------


def _refuse_name(path: Path) -> None:
    sentence = name_trouble(path.name, windows=sys.platform == "win32")
    if sentence:
        raise BadName(sentence)


def _refuse_target(path: Path) -> None:
    """Of what may be in a file's way by its name, or stands there already."""
    _refuse_name(path)
    with suppress(OSError):
        if path.is_dir():
            raise IsFolder(path.name or str(path))
        # Somebody has marked it so; or it is a device, which must not become a file.
        if path.exists() and not (path.is_file() and os.access(path, os.W_OK)):
            raise NotAllowed(path.name)


def _part_name(name: str) -> str:
    """Beside the file, and never longer than its own name may be: a disk takes 255 bytes, or 255 letters."""
    return f".{name}.part" if len(os.fsencode(name)) <= 240 else f".{name[:40]}.part"


@contextmanager
def _saving(path: Path) -> Generator[None, None, None]:
    """Sentences about the file that was to be saved, in place of those about an edit."""
    try:
        with calmly(path):
            yield
    except (NoSpace, DiskTrouble, NotThere) as trouble:
        raise _about(trouble, path) from trouble


def _about(trouble: Trouble, path: Path) -> Trouble:
    cause = trouble.__cause__
    if not isinstance(cause, OSError):
        return trouble  # of what was read for it, and not of the saving
    if cause.errno == errno.EINVAL:
        # What Windows answers to a name that it cannot take.
        return BadName(_("This computer takes no file called “{name}”. Choose another name.").format(name=path.name))
    if isinstance(trouble, NotThere):
        return NotThere(path.name if path.parent.is_dir() else path.parent.name or str(path.parent))
    return type(trouble)(path.name)
