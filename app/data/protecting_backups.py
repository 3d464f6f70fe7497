"""Brings the backups of a file under its new passphrase, so that none stays readable, or unreadable, by the one of before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.data.backups import backups_in
from app.data.connection import connect
from app.data.opening import open_workspace
from app.model.backups import Backup
from app.model.trouble import Trouble


def protect_backups(folders: Sequence[Path], old: str | None, new: str | None) -> list[Backup]:
    """Put `new` in the place of `old` in every backup there; answers with those that could not be changed and are as before.

    Each is written anew beside itself and compared before it takes its place, as the file itself was.
    """
    left: list[Backup] = []
    for folder in folders:
        for one in backups_in(folder):
            if not _opens(one.path, new) and not _changed(one.path, old, new):
                left.append(one)
    return left


def _opens(path: Path, passphrase: str | None) -> bool:
    try:
        opened = connect(path, passphrase, read_only=True)
    except Trouble:
        return False
    protected = opened.protected
    opened.close()
    return protected == bool(passphrase)


def _changed(path: Path, old: str | None, new: str | None) -> bool:
    try:
        workspace = open_workspace(path, old)
    except Trouble:
        return False
    try:
        workspace.protecting.change(old, new)
    except Trouble:
        return False
    finally:
        workspace.close()
    return True
