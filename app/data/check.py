"""Is a community file sound? Looks at SQLite's pages, the cipher's sums, the history, the tables against it, and links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path

from app.data.connection import Connection, connect
from app.data.copies import problems as problems_with_copies
from app.data.history import History, HistoryDamaged
from app.data.index import indexed_text
from app.data.loading import load_history
from app.data.shape import is_laid_out, is_of_today
from app.data.sql import DatabaseError, blob
from app.data.tables import Tables, projected_row
from app.data.values import from_row
from app.model.finding import folded
from app.model.kinds import KINDS
from app.model.schema import Record, linked, specs
from app.model.trouble import Damaged

_MOST = 20


def check_file(path: Path, passphrase: str | None = None, kinds: Sequence[type[Record]] = KINDS) -> list[str]:
    """What is wrong with the file, in sentences; empty when it is sound. It is opened for looking only.

    Raises the Troubles of `connect`, except Damaged, which is an answer here.
    """
    try:
        opened = connect(path, passphrase, read_only=True)
    except Damaged as damage:
        return [str(damage)]
    try:
        return problems_in(opened, kinds)
    finally:
        opened.close()


def problems_in(opened: Connection, kinds: Sequence[type[Record]] = KINDS) -> list[str]:
    """The same for a file that is open."""
    found: list[str] = []
    parts: tuple[Callable[[Connection], list[str]], ...] = (_pages, _cipher, lambda one: _contents(one, kinds))
    for part in parts:
        try:
            found += part(opened)
        except DatabaseError:
            found.append(_("Part of the file cannot be read."))
    return list(dict.fromkeys(found))[:_MOST]


def _pages(opened: Connection) -> list[str]:
    if opened.pragma("integrity_check(1)") == "ok":
        return []
    return [_("Pages of the file are damaged.")]


def _cipher(opened: Connection) -> list[str]:
    if not opened.protected:
        return []
    if opened.db.execute("PRAGMA cipher_integrity_check").fetchone() is None:
        return []
    return [_("Protected pages of the file were changed from outside, or are damaged.")]


def _contents(opened: Connection, kinds: Sequence[type[Record]]) -> list[str]:
    try:
        history = load_history(opened)
        whole = _from_edits_alone(opened)
    except HistoryDamaged:
        return [_("The history of edits cannot be read.")]
    tables = Tables(opened.db, kinds)
    if not is_of_today(opened, tables):
        return []  # another version's lists: they are made anew from the history when the file is opened
    if not is_laid_out(opened, tables):
        return [_("The file’s own list of what is in it is damaged.")]
    found = list(_differences(tables, history))
    if any(_differing(kind, history, whole) for kind in kinds):
        found.append(_("The history and its summary do not agree."))
    if "copy" in tables.kinds:
        found += problems_with_copies(opened.db)
    return found + list(_lost_links(tables)) + list(_index_differences(tables))


def _from_edits_alone(opened: Connection) -> History:
    history = History()
    rows = opened.db.execute("SELECT change FROM history ORDER BY seq")
    history.take_in(blob(row[0]) for row in rows)
    return history


def _differing(kind: type[Record], one: History, other: History) -> bool:
    ids = set(one.record_ids(kind))
    return ids != set(other.record_ids(kind)) or any(
        projected_row(one, kind, record_id) != projected_row(other, kind, record_id) for record_id in ids
    )


def _differences(tables: Tables, history: History) -> Iterator[str]:
    """Where the tables say anything else than the history."""
    for kind in tables.kinds.values():
        rows = {str(row["id"]): row for row in tables.db.query(f"SELECT * FROM [{kind.kind}]")}
        alive = set(history.record_ids(kind))
        noun = _(kind.noun)
        if rows.keys() - alive:
            yield _("A {noun} is listed that the history does not know.").format(noun=noun)
        if alive - rows.keys():
            yield _("A {noun} of the history is missing from the lists.").format(noun=noun)
        if any(projected_row(history, kind, one) != rows[one] for one in alive & rows.keys()):
            yield _("A {noun} is listed otherwise than the history has it.").format(noun=noun)


def _lost_links(tables: Tables) -> Iterator[str]:
    ids = {name: {one.id for one in tables.all(kind)} for name, kind in tables.kinds.items()}
    for kind in tables.kinds.values():
        linking = [(name, spec) for name, spec in specs(kind).items() if spec.to]
        for record in tables.all(kind) if linking else ():
            for name, spec in linking:
                if any(one not in ids[spec.to] for one in linked(spec, getattr(record, name))):
                    yield _("A {noun} names somebody or something that is not there.").format(noun=_(kind.noun))


def _index_differences(tables: Tables) -> Iterator[str]:
    sql = "SELECT kind, record, title, body FROM search_of JOIN search ON search.rowid = search_of.rowid"
    held = {(kind, record): (title, body) for kind, record, title, body in tables.db.execute(sql).fetchall()}
    wanted: dict[tuple[str, str], tuple[str, str]] = {}
    for kind in tables.kinds.values():
        for row in tables.db.query(f"SELECT * FROM [{kind.kind}]"):
            text = indexed_text(from_row(kind, row))
            if text is not None:
                wanted[(kind.kind, str(row["id"]))] = (folded(text[0]), folded(text[1]))
    if held != wanted:
        yield _("The search does not hold what the lists hold.")
