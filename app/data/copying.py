"""Copies of an open community file, each read again and compared before it counts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from app.data.connection import Connection, connect, create, remove_part
from app.data.troubles import calmly
from app.model.trouble import AlreadyThere, DiskTrouble


def checked_copy(opened: Connection, target: Path) -> Path:
    """Write a copy with the same passphrase to `target`, open it again, and compare it; answers with `target`.

    Raises AlreadyThere, NoSpace, NotAllowed, NotThere or DiskTrouble; then there is no half copy left behind.
    """
    with calmly(target):
        if target.exists():
            raise AlreadyThere(target.name)
    part = target.with_name(target.name + ".part")
    remove_part(part)
    try:
        _copy(opened, part)
        with calmly(target):
            _flush(part)
            part.replace(target)
    finally:
        remove_part(part)
    return target


def _copy(opened: Connection, part: Path) -> None:
    written = create(part, opened.passphrase)
    with calmly(part):
        try:
            opened.db.raw.backup(written.db.raw)
            written.db.execute("PRAGMA journal_mode = delete")
        finally:
            written.close()
    again = connect(part, opened.passphrase, read_only=True)
    try:
        same = _contents(again) == _contents(opened)
        if not same or again.pragma("integrity_check") != "ok":
            raise DiskTrouble
    finally:
        again.close()


def _contents(opened: Connection) -> list[tuple[Any, ...]]:
    """Enough to tell two copies apart: every edit's number, hour and size."""
    if not opened.db.table("history").exists():
        return []
    return opened.db.execute("SELECT seq, at, length(change) FROM history ORDER BY seq").fetchall()


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
