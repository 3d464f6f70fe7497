"""The PDFs that a community keeps, in its file beside the history: by digest, in parts, with their pages' words to find."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from app.data.connection import Connection
from app.data.fts import match_expression
from app.data.sql import Sql, blob
from app.data.troubles import calmly
from app.model.copy import Copy
from app.model.finding import folded, snippet, wanted_words
from app.model.search import SearchHit
from app.model.trouble import ReadOnly

PART = 1_000_000
# So much room must have come free before the file is written anew to give it back.
WORTH_SHRINKING = 4_000_000

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]] | None]
"""Asks a damaged file; answers with all rows, or None where they cannot be read."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page (from 0) of a kept PDF that holds the words, and what is written on it."""

    digest: str
    page: int
    words: str


class Copies:
    """What is kept in an open file. The records that name it are edited through the workspace like all others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def _db(self) -> Sql:
        return self._connection.db

    def put(self, content: bytes, words: Sequence[str]) -> str:
        """Keep a PDF with the words of each of its pages; answers with its digest. What nobody names goes at close.

        Raises ReadOnly, NoSpace, NotAllowed or DiskTrouble; then nothing is kept.
        """
        if self._connection.read_only:
            raise ReadOnly
        digest = hashlib.sha256(content).hexdigest()
        with calmly(self._connection.path):
            if not self._known(digest):
                with self._db.atomic():
                    _insert(self._db, digest, content, words)
        return digest

    def read(self, digest: str) -> bytes | None:
        """The PDF, or None when it is not kept here (or not whole). Raises Damaged or DiskTrouble."""
        with calmly(self._connection.path):
            content = _whole(self._db, digest)
        return content if content is not None and hashlib.sha256(content).hexdigest() == digest else None

    def parts(self, digest: str) -> Iterator[bytes] | None:
        """The PDF piece by piece, so that a large one is never in memory; None when it is not kept here (or not whole).

        Raises Damaged or DiskTrouble, also while it is gone through.
        """
        with calmly(self._connection.path):
            if not self._known(digest) or not _sound(self._db, digest):
                return None
        return self._pieces(digest)

    def _pieces(self, digest: str) -> Iterator[bytes]:
        with calmly(self._connection.path):
            sql = "SELECT id FROM attachment_part WHERE digest = ? ORDER BY part"
            for (row_id,) in self._db.execute(sql, [digest]).fetchall():
                yield blob(self._db.execute("SELECT bytes FROM attachment_part WHERE id = ?", [row_id]).fetchone()[0])

    def words(self, digest: str) -> list[str]:
        """What is written on each page."""
        with calmly(self._connection.path):
            return _words(self._db, digest)

    def _known(self, digest: str) -> bool:
        return self._db.execute("SELECT 1 FROM attachment WHERE digest = ?", [digest]).fetchone() is not None


def found_pages(db: Sql, typed: str, limit: int) -> list[FoundPage]:
    """The best page of each kept PDF that holds every one of the words on one page, best first."""
    expression = match_expression(typed)
    if expression is None:
        return []
    rows = db.execute(
        "SELECT digest, page, words FROM (SELECT rowid AS found, rank AS how FROM attachment_search "
        "WHERE attachment_search MATCH ? ORDER BY rank LIMIT 500) JOIN attachment_page ON id = found ORDER BY how, id",
        [expression],
    )
    best: dict[str, FoundPage] = {}
    for digest, page, words in rows:
        best.setdefault(str(digest), FoundPage(str(digest), int(page), str(words)))
        if len(best) == limit:
            break
    return list(best.values())


def hit_in(copy: Copy, found: FoundPage, typed: str) -> SearchHit:
    """A result to show for words inside a kept PDF."""
    where = _("kept copy, page {number}").format(number=found.page + 1)
    return SearchHit("copy", copy.id, copy.title, where, snippet(found.words, wanted_words(typed)))


def drop_unnamed(db: Sql) -> None:
    """Let go of PDFs that no record names, and give their room back when it is worth it."""
    unnamed = "SELECT digest FROM attachment WHERE digest NOT IN (SELECT digest FROM [copy])"
    digests = [str(row[0]) for row in db.execute(unnamed).fetchall()]
    if not digests:
        return
    with db.atomic():
        for digest in digests:
            _delete(db, digest)
    # SQLCipher answers with text where SQLite answers with a number.
    free, size = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("freelist_count", "page_size"))
    if free * size >= WORTH_SHRINKING:
        db.execute("VACUUM")


def carry_over(ask: Ask, made: Sql) -> int:
    """Bring every PDF that can be read whole into a repaired file; answers with how many could not."""
    lost = 0
    for (digest,) in ask("SELECT digest FROM attachment", ()) or ():
        parts = ask("SELECT bytes FROM attachment_part WHERE digest = ? ORDER BY part", [digest])
        words = ask("SELECT words FROM attachment_page WHERE digest = ? ORDER BY page", [digest])
        content = b"".join(row[0] for row in parts or () if isinstance(row[0], bytes))
        if hashlib.sha256(content).hexdigest() == digest:
            _insert(made, digest, content, [str(row[0]) for row in words or ()])
        else:
            lost += 1
    return lost


def problems(db: Sql) -> list[str]:
    """What is wrong with the kept PDFs, in sentences: one that is not whole, or not what was put in."""
    digests = [str(row[0]) for row in db.execute("SELECT digest FROM attachment").fetchall()]
    named = [str(row[0]) for row in db.execute("SELECT digest FROM [copy]").fetchall()]
    broken = [one for one in digests if not _sound(db, one)]
    found = [_("A kept copy is damaged. Add its PDF again.")] if broken else []
    return found + ([_("A kept copy has lost its PDF. Add it again.")] if set(named) - set(digests) else [])


def _sound(db: Sql, digest: str) -> bool:
    summed = hashlib.sha256()
    for row in db.execute("SELECT bytes FROM attachment_part WHERE digest = ? ORDER BY part", [digest]):
        summed.update(blob(row[0]))
    return summed.hexdigest() == digest


def _insert(db: Sql, digest: str, content: bytes, words: Sequence[str]) -> None:
    db.execute("INSERT INTO attachment (digest, size) VALUES (?, ?)", [digest, len(content)])
    whole = memoryview(content)
    for part, start in enumerate(range(0, len(content), PART)):
        row = [digest, part, whole[start : start + PART]]
        db.execute("INSERT INTO attachment_part (digest, part, bytes) VALUES (?, ?, ?)", row)
    for page, text in enumerate(words):
        db.execute("INSERT INTO attachment_page (digest, page, words) VALUES (?, ?, ?)", [digest, page, text])
        sql = "INSERT INTO attachment_search (rowid, words) VALUES (last_insert_rowid(), ?)"
        db.execute(sql, [folded(text)])


def _whole(db: Sql, digest: str) -> bytes | None:
    rows = db.execute("SELECT bytes FROM attachment_part WHERE digest = ? ORDER BY part", [digest])
    return b"".join(blob(row[0]) for row in rows) or None


def _words(db: Sql, digest: str) -> list[str]:
    rows = db.execute("SELECT words FROM attachment_page WHERE digest = ? ORDER BY page", [digest])
    return [str(row[0]) for row in rows]


def _delete(db: Sql, digest: str) -> None:
    pages = "SELECT id FROM attachment_page WHERE digest = ?"
    db.execute(f"DELETE FROM attachment_search WHERE rowid IN ({pages})", [digest])
    for table in ("attachment_page", "attachment_part", "attachment"):
        db.execute(f"DELETE FROM {table} WHERE digest = ?", [digest])
