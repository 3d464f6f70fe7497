"""The search index over records: one FTS5 table, fed from the fields that are declared searchable."""

from __future__ import annotations

from gettext import gettext as _

from app.data.fts import TOKENIZE, match_expression
from app.data.sql import Sql
from app.model.finding import folded, snippet, wanted_words
from app.model.schema import FieldType, Record, specs
from app.model.search import HIT_START, SearchHit

# A hit in the title counts as much as this many in the rest.
TITLE_WEIGHT = 10.0


def make_index(db: Sql) -> None:
    """Drop the index and make it empty."""
    db.execute("DROP TABLE IF EXISTS search")
    db.execute("DROP TABLE IF EXISTS search_of")
    db.execute(
        "CREATE TABLE search_of (rowid INTEGER PRIMARY KEY, kind TEXT, record TEXT, UNIQUE (kind, record)) STRICT"
    )
    db.execute(f"CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = '{TOKENIZE}', prefix = '2 3')")
    # What is taken out must not linger in the index's pages either.
    db.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")


def indexed_text(record: Record) -> tuple[str, str] | None:
    """Title and body that a search looks at; None for a record with nothing to find."""
    body: list[str] = []
    kind = type(record)
    for name, spec in specs(kind).items():
        if spec.search and name != kind.title_field:
            value = getattr(record, name)
            body.append(" ".join(value) if spec.type is FieldType.WORDS else str(value))
    title_counts = specs(kind)[kind.title_field].search > 0
    title = record.title if title_counts else ""
    text = "\n".join(part for part in body if part)
    return (title, text) if title or text else None


def index_record(db: Sql, record: Record) -> None:
    """Put a record into the index in place of what stood for it."""
    unindex_record(db, type(record).kind, record.id)
    text = indexed_text(record)
    if text is None:
        return
    db.execute("INSERT INTO search_of (kind, record) VALUES (?, ?)", [type(record).kind, record.id])
    folded_text = [folded(part) for part in text]
    db.execute("INSERT INTO search (rowid, title, body) VALUES (last_insert_rowid(), ?, ?)", folded_text)


def unindex_record(db: Sql, kind: str, record_id: str) -> None:
    """Take a record out of the index."""
    row = db.execute("SELECT rowid FROM search_of WHERE kind = ? AND record = ?", [kind, record_id]).fetchone()
    if row:
        db.execute("DELETE FROM search WHERE rowid = ?", [row[0]])
        db.execute("DELETE FROM search_of WHERE rowid = ?", [row[0]])


def ranked(db: Sql, typed: str, limit: int) -> list[tuple[str, str]]:
    """Kind and id of the records that hold every word that was typed (the last as a beginning), best first."""
    expression = match_expression(typed)
    if expression is None:
        return []
    rows = db.execute(
        "SELECT search_of.kind, search_of.record FROM search JOIN search_of ON search_of.rowid = search.rowid "
        f"WHERE search MATCH ? ORDER BY bm25(search, {TITLE_WEIGHT}, 1.0), search.rowid LIMIT ?",
        [expression, limit],
    )
    return [(str(kind), str(record_id)) for kind, record_id in rows.fetchall()]


def hit(record: Record, typed: str) -> SearchHit:
    """A found record as a result to show; the snippet is cut from what the record holds now."""
    title, body = indexed_text(record) or ("", "")
    wanted = wanted_words(typed)
    cut = snippet(body, wanted)
    return SearchHit(
        kind=type(record).kind,
        id=record.id,
        title=title or record.title,
        where=_(type(record).noun),
        snippet=cut if HIT_START in cut else snippet(title, wanted),
    )
