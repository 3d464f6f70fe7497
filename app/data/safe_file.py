"""Writes a whole file or nothing: what stood there before stays until the new one is on the disk; makes a new folder."""

from __future__ import annotations

import os
from pathlib import Path

from app.data.troubles import calmly


def write_safely(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one move. Raises NoSpace, NotAllowed, NotThere or DiskTrouble; then nothing changed."""
    part = path.with_name(f".{path.name}.part")
    with calmly(path):
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def make_folder(parent: Path, name: str) -> Path:
    """A folder that was not there before: of that name, or with a number behind it. Raises as `write_safely` does."""
    number, folder = 1, parent / name
    with calmly(folder):
        while True:
            try:
                folder.mkdir()
            except FileExistsError:
                number += 1
                folder = parent / f"{name} ({number})"
            else:
                return folder
