"""Community files that SQLite finds sound, and in which something stands that this program never wrote."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from app.data.connection import connect
from app.data.opening import create_workspace
from app.data.sql import DatabaseError, SqlError
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from tests.soak.outside.made_up import Bytes, Change, changes

_COLUMNS = (
    ("meta", "value"), ("meta", "key"), ("history", "at"), ("history", "sort"), ("history", "label"), ("history", "joins"),
    ("history", "steps"), ("history", "version"), ("history", "change"), ("history", "seq"), ("snapshot", "seq"),
    ("snapshot", "whole"), ("partner", "name"), ("partner", "id"), ("partner", "skills"), ("partner", "interest"),
    ("item", "parent"), ("item", "place"), ("item", "level"), ("item", "lead"), ("item", "by"), ("item", "helpers"),
    ("community", "name"), ("community", "id"), ("search", "title"), ("search_of", "record"), ("sqlite_master", "sql"),
    ("sqlite_master", "name"), ("sqlite_master", "rootpage"), ("_sqlite_migrations", "name"),
)  # fmt: skip
_WORDS = [
    b"[]",
    b"{}",
    b'[{"k": "partner"}]',
    b'"',
    b"null",
    b"-1",
    b"2027-13-99",
    b"undo",
    b"redo",
    b"edit",
    b"start",
    b"STRICT",
]


def seed_file() -> bytes:
    """A sound file, with steps undone and a summary of its history."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seed.groundwork"
        workspace = create_workspace(file, Community(name="Cedar Inlet"))
        for number in range(3):
            with workspace.edit("Add") as edit:
                lead = edit.add(Partner(name=f"Partner {number}", skills="word " * 50))
                edit.add(Item(what="Book the hall", lead=lead.id))
        workspace.undo()
        workspace.close()
        return file.read_bytes()


def odd_files(seed: bytes) -> Bytes:
    """A few values replaced, by others or by themselves with something done to them."""
    value = st.text(max_size=20) | st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=20) | changes(_WORDS)
    row = st.tuples(st.sampled_from(_COLUMNS), st.integers(0, 9), value)
    return st.lists(row, min_size=1, max_size=3).map(lambda rows: _with_rows(seed, rows))


def _with_rows(seed: bytes, rows: list[tuple[tuple[str, str], int, object]]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "odd.groundwork"
        file.write_bytes(seed)
        opened = connect(file, journal="delete")
        try:
            opened.db.execute("PRAGMA writable_schema = ON")
            for (table, column), number, value in rows:
                _replace(opened.db.raw, table, column, number, value)
        except (SqlError, DatabaseError, OverflowError, UnicodeError):
            pass  # what SQLite does not take, nobody can send
        finally:
            opened.close()
        return file.read_bytes()


def _replace(raw: object, table: str, column: str, number: int, value: object) -> None:
    execute = raw.execute  # pyright: ignore
    ids = [row[0] for row in execute(f"SELECT rowid FROM [{table}]").fetchall()]
    if not ids:
        return
    row_id = ids[number % len(ids)]
    if isinstance(value, list):
        (held,) = execute(f"SELECT [{column}] FROM [{table}] WHERE rowid = ?", [row_id]).fetchone()
        content = held if isinstance(held, bytes) else str(held).encode("utf-8", "replace")
        for one in value:
            assert isinstance(one, Change)
            content = one.done_to(content)
        value = content if isinstance(held, bytes) else content.decode("utf-8", "replace")
    execute(f"UPDATE [{table}] SET [{column}] = ? WHERE rowid = ?", [value, row_id])
