"""The history of a community file: one Loro document, the truth from which the tables are made.

A record is a root map named `kind.id`, so that two copies that make the same id (a computed one) meet in one record, and
nothing has to be found by a container's own id. `+` in it says whether the record exists: a removed record keeps its
fields, so that removing can be undone and a copy that changed it meanwhile is noticed. A long text is a root text named
`kind.id.field`. The outline of a kind is a movable tree named `tree.kind` whose nodes carry the record's id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from loro import ContainerID, Diff, DiffEvent, ExportMode, LoroDoc, LoroTree, Subscription, TreeID, VersionVector

from app.model.plain_values import from_plain, to_plain
from app.model.schema import FieldType, Record, specs

R = TypeVar("R", bound=Record)

_ALIVE = "+"


class HistoryDamaged(Exception):
    """Bytes of the history cannot be read. `calmly` callers turn it into Damaged."""


@contextmanager
def _loro() -> Generator[None, None, None]:
    """Loro raises plain BaseException for bad bytes and wrong calls; this is the one place that knows it."""
    try:
        yield
    except Exception:
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise HistoryDamaged(str(error)) from None


class History:
    """The document in memory. Callers change it by `put`, `set_alive` and `place`, then take the bytes by `commit`."""

    def __init__(self) -> None:
        self._doc = LoroDoc()
        self._nodes: dict[str, dict[str, TreeID]] = {}
        self._events: list[DiffEvent] = []
        self._subscription: Subscription | None = None

    # -- reading and writing bytes -------------------------------------------------------------------------

    def take_in(self, blobs: Iterable[bytes]) -> None:
        """Add stored bytes (snapshots or updates, in any order). Raises HistoryDamaged."""
        with _loro():
            for blob in blobs:
                status = self._doc.import_(blob)
                if status.pending is not None:
                    raise HistoryDamaged("an earlier part is missing")
        self._nodes.clear()

    def watch(self) -> None:
        """From now on take note of what changes. Not before the file is read: Loro would work out a million changes
        that nobody asks for (a snapshot of 10,000 records is read in 3 ms, watched in 1.5 s)."""
        self._subscription = self._doc.subscribe_root(self._events.append)

    def version(self) -> bytes:
        """Where the history stands now, as bytes to keep beside an edit."""
        return self._doc.oplog_vv.encode()

    def snapshot(self) -> bytes:
        """The whole history in one piece."""
        with _loro():
            return self._doc.export(ExportMode.Snapshot())

    def commit(self, since: bytes) -> bytes:
        """Close the pending changes and answer with everything after the version `since`."""
        with _loro():
            self._doc.commit()
            return self._doc.export(ExportMode.Updates(VersionVector.decode(since)))

    def as_text(self) -> str:
        """Every change there ever was, in Loro's JSON: for `data/redaction.py`."""
        with _loro():
            return self._doc.export_json_updates(VersionVector(), self._doc.oplog_vv)

    @staticmethod
    def from_text(text: str) -> History:
        """The history of `as_text`, with whatever words were taken out of it. Raises HistoryDamaged."""
        made = History()
        with _loro():
            status = made._doc.import_json_updates(text)
            if status.pending is not None:
                raise HistoryDamaged("an earlier part is missing")
        return made

    def part(self, since: bytes, until: bytes) -> bytes:
        """The changes between two versions, to be kept beside the edit that made them."""
        with _loro():
            spans = VersionVector.decode(since).get_missing_span(VersionVector.decode(until))
            return self._doc.export(ExportMode.UpdatesInRange(spans))

    @staticmethod
    def joined(one: bytes, other: bytes) -> bytes:
        """The version that holds what both hold."""
        with _loro():
            both = VersionVector.decode(one)
            both.merge(VersionVector.decode(other))
            return both.encode()

    def note_erased(self, kind: str, record_ids: Iterable[str], day: str) -> None:
        """Let every copy that meets this one know that these are to be erased there too."""
        with _loro():
            noted = self._doc.get_map(f"erased.{kind}")
            for one in record_ids:
                noted.insert(one, day)

    def touched(self) -> set[tuple[str, str]]:
        """Kind and id of every record that changed or moved since this was asked last."""
        found: set[tuple[str, str]] = set()
        for event in self._events:
            for one in event.events:
                found |= self._touched_by(one.target, one.diff)
        self._events.clear()
        return found

    def _touched_by(self, target: ContainerID, diff: Diff) -> set[tuple[str, str]]:
        if not isinstance(target, ContainerID.Root):
            return set()  # the note that carries a node's id: it never changes
        kind, record_id, *_field = target.name.split(".")
        if isinstance(diff, Diff.Map) and _ALIVE in diff.diff.updated:
            # what stands below a removed record is shown below the next one up
            return {(kind, one) for one in (record_id, *self.children_of(kind, record_id))}
        if not isinstance(diff, Diff.Tree):
            return {(kind, record_id)}
        tree = self._tree(record_id)
        return {(record_id, self._id_of(tree, one.target)) for one in diff.diff.diff}

    # -- records ------------------------------------------------------------------------------------------

    def record_ids(self, kind: type[Record]) -> list[str]:
        """Ids of every record of the kind that exists, in no order."""
        return [one for one in self._known_ids(kind) if self.is_alive(kind.kind, one)]

    def removed(self, kind: type[R]) -> list[R]:
        """Every record of the kind that does not exist any more, as it was last, sorted by id and without its place."""
        ids = sorted(one for one in self._known_ids(kind) if not self.is_alive(kind.kind, one))
        return [cast("R", self._read(kind, one, self._plain(kind, one))) for one in ids]

    def _known_ids(self, kind: type[Record]) -> list[str]:
        start = f"{kind.kind}."
        names = cast("dict[str, Any]", self._doc.get_value())
        ids = (name.removeprefix(start) for name in names if name.startswith(start))
        return [one for one in ids if "." not in one]

    def is_alive(self, kind: str, record_id: str) -> bool:
        """Whether the record exists."""
        found = self._doc.get_map(f"{kind}.{record_id}").get(_ALIVE)
        return found is not None and bool(cast("Any", found).value)

    def read(self, kind: type[Record], record_id: str) -> Record | None:
        """The record as the history has it, without its place in the outline; None when it does not exist."""
        plain = self._plain(kind, record_id)
        return self._read(kind, record_id, plain) if plain.get(_ALIVE) else None

    def _plain(self, kind: type[Record], record_id: str) -> dict[str, Any]:
        return cast("dict[str, Any]", self._doc.get_map(f"{kind.kind}.{record_id}").get_value())

    def _read(self, kind: type[Record], record_id: str, plain: dict[str, Any]) -> Record:
        values: dict[str, Any] = {"id": record_id}
        for name, spec in specs(kind).items():
            if spec.type is FieldType.LONG:
                values[name] = self._doc.get_text(f"{kind.kind}.{record_id}.{name}").to_string()
            elif name in plain:
                values[name] = from_plain(spec, plain[name])
        return kind(**values)

    def put(self, kind: type[Record], record_id: str, field: str, value: Any) -> None:
        """Set one field to a cleaned value."""
        spec = specs(kind)[field]
        with _loro():
            if spec.type is FieldType.LONG:
                self._doc.get_text(f"{kind.kind}.{record_id}.{field}").update(value)
            else:
                self._doc.get_map(f"{kind.kind}.{record_id}").insert(field, to_plain(spec, value))

    def sow(self, kind: type[Record], record_id: str, field: str, text: str) -> None:
        """Begin a long text of a record whose id is computed, so that every copy that begins it does the very same.

        Two copies that each typed the text would hold it twice once they are joined. These letters come from a writer whose
        number is computed from place and text: the same writer's same letters are taken in once. Does nothing when they are
        there already, whatever became of them.
        """
        self._sow([(f"{kind.kind}.{record_id}.{field}", text)])

    def sow_all(self, records: Iterable[Record]) -> None:
        """Begin the long texts of many records, as one writer whose number is computed from them all.

        Not one a text: every edit names each writer there ever was.
        """
        self._sow(
            [
                (f"{one.kind}.{one.id}.{name}", getattr(one, name))
                for one in records
                for name, spec in specs(type(one)).items()
                if spec.type is FieldType.LONG and getattr(one, name)
            ]
        )

    def _sow(self, texts: Sequence[tuple[str, str]]) -> None:
        digest = hashlib.sha256("\0".join(part for one in texts for part in one).encode()).digest()
        with _loro():
            seed = LoroDoc()
            # Seven bytes: Loro keeps the highest numbers for itself.
            seed.peer_id = int.from_bytes(digest[:7], "big")
            for name, text in texts:
                seed.get_text(name).insert(0, text)
            seed.commit()
            self._doc.import_(seed.export(ExportMode.Updates(VersionVector())))

    def set_alive(self, kind: str, record_id: str, alive: bool) -> None:
        """Make the record exist, or not."""
        with _loro():
            self._doc.get_map(f"{kind}.{record_id}").insert(_ALIVE, alive)

    # -- the outline --------------------------------------------------------------------------------------

    def place(self, kind: str, record_id: str, parent: str, after: str) -> bool:
        """Put a record under `parent` (empty: the top), behind the sibling `after` (empty: first). A cycle answers False."""
        tree, nodes = self._tree(kind), self._known_nodes(kind)
        above = nodes.get(parent) if parent else None
        try:
            with _loro():
                node = nodes.get(record_id)
                if node is None:
                    node = tree.create(above)
                    tree.get_meta(node).insert("id", record_id)
                    nodes[record_id] = node
                behind = nodes.get(after) if after else None
                if behind is not None and tree.parent(behind) == above:
                    tree.mov_after(node, behind)
                else:
                    tree.mov_to(node, 0, above)
        except HistoryDamaged as error:
            if "Cycle" in str(error):
                return False
            raise
        return True

    def parent_of(self, kind: str, record_id: str) -> str:
        """The id of the nearest existing record above, or empty for the top."""
        tree = self._tree(kind)
        node = self._known_nodes(kind).get(record_id)
        for _depth in range(len(self._known_nodes(kind))):
            node = tree.parent(node) if node is not None else None
            if node is None:
                return ""
            above = self._id_of(tree, node)
            if self.is_alive(kind, above):
                return above
        return ""

    def last_below(self, kind: str, parent: str) -> str:
        """The id of the last existing record right below `parent` (empty: of the top), or empty."""
        tree = self._tree(kind)
        above = self._known_nodes(kind).get(parent) if parent else None
        for one in reversed(tree.children(above) or []):
            child = self._id_of(tree, one)
            if self.is_alive(kind, child):
                return child
        return ""

    def before(self, kind: str, record_id: str) -> str:
        """The id of the nearest existing sibling before a record, or empty when there is none."""
        tree, node = self._tree(kind), self._known_nodes(kind).get(record_id)
        if node is None:
            return ""
        siblings = tree.children(tree.parent(node)) or []
        at = next(n for n, one in enumerate(siblings) if one == node)
        for one in reversed(siblings[:at]):
            sibling = self._id_of(tree, one)
            if self.is_alive(kind, sibling):
                return sibling
        return ""

    def place_of(self, kind: str, record_id: str) -> str:
        """A text that sorts siblings in their order; empty for a record that was never placed.

        It is Loro's own order: the fractional index, then the time (Lamport) and the writer of the last move.
        """
        node = self._known_nodes(kind).get(record_id)
        if node is None:
            return ""
        tree = self._tree(kind)
        with _loro():
            index = tree.fractional_index(node) or ""
            move = tree.get_last_move_id(node)
            change = self._doc.get_change(move) if move is not None else None
        if move is None or change is None:
            return index
        return f"{index} {change.lamport + move.counter - change.id.counter:012d} {move.peer:020d}"

    def path(self, kind: str, record_id: str) -> list[str]:
        """The record's id and those of the existing records above it, upwards; nothing for the top itself."""
        found: list[str] = []
        while record_id:
            found.append(record_id)
            record_id = self.parent_of(kind, record_id)
        return found

    def branch(self, kind: str, record_id: str) -> list[str]:
        """The record's id and those of all existing records below it, each before what is below it."""
        found = [record_id]
        for one in found:
            found.extend(self.children_of(kind, one))
        return [one for one in found if self.is_alive(kind, one)]

    def children_of(self, kind: str, record_id: str) -> list[str]:
        """Ids of what was placed right below a record, removed ones too."""
        tree, node = self._tree(kind), self._known_nodes(kind).get(record_id)
        return [self._id_of(tree, one) for one in tree.children(node) or []] if node is not None else []

    def _tree(self, kind: str) -> LoroTree:
        return self._doc.get_tree(f"tree.{kind}")

    def _known_nodes(self, kind: str) -> dict[str, TreeID]:
        """Node by record id. Two copies may have placed the same computed id: the node with the smaller name serves."""
        if kind not in self._nodes:
            tree = self._tree(kind)
            nodes = sorted((one.id for one in tree.get_nodes(False)), key=_name, reverse=True)
            self._nodes[kind] = {self._id_of(tree, node): node for node in nodes}
        return self._nodes[kind]

    @staticmethod
    def _id_of(tree: LoroTree, node: TreeID) -> str:
        found = tree.get_meta(node).get("id")
        return str(cast("Any", found).value) if found is not None else ""


def _name(node: TreeID) -> tuple[int, int]:
    return node.peer, node.counter
