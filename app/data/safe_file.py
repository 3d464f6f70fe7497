"""Writes a whole file or nothing: what stood there before stays until the new one is on the disk."""

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
