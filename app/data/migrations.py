"""The layout of the file below the records' own tables, one step a version; each step's SQL is never changed again.

The tables of records are no part of this: they follow from the declarations and are made anew from the history.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.data.connection import FORMAT, Connection
from app.data.copying import checked_copy
from app.model.trouble import Damaged

MIGRATIONS = Migrations("groundwork")
# What each step makes first. A step and the note that it was taken are one transaction.
_MAKES = {"m0001_start": "meta", "m0002_attachments": "attachment"}


@MIGRATIONS(name="m0001_start")
def m0001_start(database: Database) -> None:
    """The history of edits, its newest snapshot, and what the file knows about itself."""
    db = cast("Any", database)
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE history (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, sort TEXT NOT NULL, label TEXT NOT NULL, "
        "joins INTEGER NOT NULL, steps TEXT NOT NULL, version BLOB NOT NULL, change BLOB NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE snapshot (seq INTEGER PRIMARY KEY, version BLOB NOT NULL, whole BLOB NOT NULL) STRICT")


@MIGRATIONS(name="m0002_attachments")
def m0002_attachments(database: Database) -> None:
    """The PDFs that are kept, in parts of their own so that none is read whole by accident, and their pages' words."""
    db = cast("Any", database)
    db.execute("CREATE TABLE attachment (digest TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE attachment_part (id INTEGER PRIMARY KEY, digest TEXT NOT NULL, part INTEGER NOT NULL, "
        "bytes BLOB NOT NULL, UNIQUE (digest, part)) STRICT"
    )
    db.execute(
        "CREATE TABLE attachment_page (id INTEGER PRIMARY KEY, digest TEXT NOT NULL, page INTEGER NOT NULL, "
        "words TEXT NOT NULL, UNIQUE (digest, page)) STRICT"
    )
    tokenize = "unicode61 remove_diacritics 0"
    db.execute(f"CREATE VIRTUAL TABLE attachment_search USING fts5 (words, tokenize = '{tokenize}', prefix = '2 3')")
    db.execute("INSERT INTO attachment_search (attachment_search, rank) VALUES ('secure-delete', 1)")


def bring_up_to_date(opened: Connection, now: datetime, migrations: Migrations = MIGRATIONS) -> Path | None:
    """Apply what the file lacks, with a checked copy of an older file made first; answers with that copy's path.

    Raises a Trouble when the copy cannot be made: then nothing was changed.
    """
    try:
        pending = migrations.pending(opened.db.database)
    except KeyError as error:
        raise Damaged(opened.path.name) from error
    if not pending:
        return None
    if any(one.name in _MAKES and opened.db.table(_MAKES[one.name]).exists() for one in pending):
        raise Damaged(opened.path.name)  # the list of steps has lost one that was taken
    copy = None
    if int(opened.pragma("user_version")) > 0:
        copy = checked_copy(opened, _free_name(opened.path, f"before update {now:%Y-%m-%d %H%M%S}"))
    migrations.apply(opened.db.database)
    opened.db.execute(f"PRAGMA user_version = {FORMAT}")
    return copy


def _free_name(path: Path, words: str) -> Path:
    """An update that was broken off has made a copy already, perhaps within the same second."""
    number = 1
    while True:
        more = f" {number}" if number > 1 else ""
        target = path.with_name(f"{path.stem} {words}{more}{path.suffix}")
        if not target.exists():
            return target
        number += 1
