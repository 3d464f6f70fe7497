"""Which community file this is, wherever it is moved and whatever it is called: a number drawn by chance when it is made."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from app.data.connection import Connection

_KEY = "file"


def identity_of(opened: Connection) -> str:
    """Sixteen hexadecimal digits, or an empty text for a file of before there were any that was never opened to change."""
    row = opened.db.execute("SELECT value FROM meta WHERE key = ?", [_KEY]).fetchone()
    return str(row[0]) if row else ""


def ensure_identity(opened: Connection) -> None:
    """Give the file its number where it has none yet. Copies of a file have the same."""
    if not identity_of(opened):
        opened.db.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", [_KEY, secrets.token_hex(8)])


def file_number(path: Path) -> int:
    """Which file stands there, or 0 for none."""
    if sys.platform == "win32":
        return 0  # nobody can remove or replace a file that is open there, and not every disk has lasting numbers
    try:
        return path.stat().st_ino
    except OSError:
        return 0
