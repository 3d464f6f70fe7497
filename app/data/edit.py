"""One edit in the making: what a person does in one go, checked and gathered before it is written as a whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import fields
from gettext import gettext as _
from typing import TypeVar, cast

from app.data.history import History
from app.data.steps import Move, SetAlive, SetField, Step
from app.data.tables import Tables
from app.model.clean import clean_values
from app.model.plain_values import to_plain
from app.model.schema import FieldType, Record, Spec, linked, new_id, specs
from app.model.trouble import Gone, Refused

R = TypeVar("R", bound=Record)

_LAST = "\0last"


class Edit:
    """Handed out by `workspace.edit(...)`. Every method raises Refused for what cannot be taken and Gone for what is gone."""

    def __init__(self, history: History, tables: Tables) -> None:
        self._history = history
        self._tables = tables
        self._seen: dict[tuple[str, str], Record | None] = {}
        self.steps: list[Step] = []

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record as it stands within this edit, or None."""
        key = (kind.kind, record_id)
        if key not in self._seen:
            self._seen[key] = self._tables.get(kind, record_id)
        return cast("R | None", self._seen[key])

    def add(self, record: R, *, after: str | None = None, computed: bool = False) -> R:
        """Add a record (with a random id unless it has one); one of an outline goes below its `parent`.

        `after` is the sibling it goes behind: empty for first, None for last. With a `computed` id another copy may add the
        same record: joined, they are one. Answers with the record as it is stored.
        """
        kind = type(record)
        values = {one.name: getattr(record, one.name) for one in fields(record) if one.name in specs(kind)}
        made = kind(id=record.id or new_id(), parent=record.parent, **clean_values(kind, values))
        if self.get(kind, made.id) is not None:
            raise ValueError(f"a {kind.kind} with this id exists")
        self._accept(made, None, specs(kind))
        self._do(SetAlive(kind.kind, made.id, True))
        if computed:
            self._sow(made)
        self._fill(made)
        if kind.in_tree:
            self._place(kind, made.id, None, made.parent, _LAST if after is None else after)
        self._seen[(kind.kind, made.id)] = made
        return made

    def restore(self, records: Sequence[Record]) -> None:
        """Put records in exactly as another file had them, whatever the rules for typing are.

        In an outline, each comes behind what it stands below, and siblings in their order. Two files that were filled with
        the same can be joined, and hold each text once.
        """
        self._history.sow_all(records)
        last: dict[tuple[str, str], str] = {}
        for one in records:
            kind = type(one)
            if self.get(kind, one.id) is None:
                self._do(SetAlive(kind.kind, one.id, True))
            self._fill(one)
            if kind.in_tree:
                self._place(kind, one.id, None, one.parent, last.get((kind.kind, one.parent), ""))
                last[kind.kind, one.parent] = one.id
            self._seen[(kind.kind, one.id)] = one

    def change(self, kind: type[R], record_id: str, **values: object) -> R:
        """Set some fields of a record; equal values change nothing. Answers with the record as it is stored."""
        before = self._existing(kind, record_id)
        cleaned = clean_values(kind, values)
        after = dataclasses.replace(before, **cleaned).settled(before)
        changed = {name: spec for name, spec in specs(kind).items() if getattr(after, name) != getattr(before, name)}
        self._accept(after, before, changed)
        for name, spec in changed.items():
            old, new = (to_plain(spec, getattr(one, name)) for one in (before, after))
            if old != new:
                self._do(SetField(kind.kind, record_id, name, old, new))
        self._seen[(kind.kind, record_id)] = after
        return after

    def move(self, kind: type[Record], record_id: str, parent: str, after: str | None = None) -> None:
        """Put a record of an outline below another (empty: the top), behind a sibling (empty: first, None: last)."""
        before = self._existing(kind, record_id)
        if record_id in (parent, after):
            return
        if parent:
            self._existing(kind, parent)
        if record_id in self._history.path(kind.kind, parent):
            raise Refused(_("A step cannot stand below itself. It was left where it was."))
        old = (before.parent, self._history.before(kind.kind, record_id))
        wanted = _LAST if after is None else after
        if wanted == _LAST and self._history.last_below(kind.kind, parent) == record_id:
            return
        if (parent, wanted) != old:
            self._place(kind, record_id, old, parent, wanted)
            self._seen[(kind.kind, record_id)] = dataclasses.replace(before, parent=parent)

    def remove(self, kind: type[Record], record_id: str) -> None:
        """Remove a record, all below it in an outline, what cannot be without it (its ties), and links that name it."""
        self._existing(kind, record_id)
        branch = self._history.branch(kind.kind, record_id) if kind.in_tree else [record_id]
        for one in reversed(branch):
            if self.get(kind, one) is not None:
                self._remove_links(kind.kind, one)
                self._do(SetAlive(kind.kind, one, False))
                self._seen[(kind.kind, one)] = None

    def redirect(self, kind: type[Record], old: str, new: str) -> None:
        """Let whatever names one record name another of its kind, once each."""
        for record, field in self._tables.linking(kind.kind, old):
            current = self.get(type(record), record.id)
            spec = specs(type(record))[field]
            if current is None or record.id in (old, new) or old not in linked(spec, getattr(current, field)):
                continue
            value: object = new
            if spec.type is FieldType.LINKS:
                named = tuple(new if one == old else one for one in getattr(current, field))
                value = tuple(dict.fromkeys(named))
            self.change(type(record), record.id, **{field: value})

    def is_alone(self, kind: type[Record], record_id: str) -> bool:
        """Whether nothing that is there names the record or stands below it."""
        for record, field in self._tables.linking(kind.kind, record_id):
            current = self.get(type(record), record.id)
            spec = specs(type(record))[field]
            if current is not None and record_id in linked(spec, getattr(current, field)):
                return False
        return not kind.in_tree or self._history.branch(kind.kind, record_id) == [record_id]

    # -- inside -------------------------------------------------------------------------------------------

    def _existing(self, kind: type[R], record_id: str) -> R:
        record = self.get(kind, record_id)
        if record is None:
            raise Gone(kind.noun)
        return record

    def _do(self, step: Step) -> None:
        step.apply(self._history, self._tables.kinds)
        self.steps.append(step)

    def _fill(self, made: Record) -> None:
        kind = type(made)
        # Not always empty: a removed record that comes again keeps its fields.
        empty = self._history.read(kind, made.id) or kind()
        for name, spec in specs(kind).items():
            new, old = (to_plain(spec, getattr(one, name)) for one in (made, empty))
            if new != old:
                self._do(SetField(kind.kind, made.id, name, old, new))

    def _sow(self, record: Record) -> None:
        kind = type(record)
        for name, spec in specs(kind).items():
            text = getattr(record, name)
            if spec.type is FieldType.LONG and text:
                self._history.sow(kind, record.id, name, text)

    def _place(self, kind: type[Record], record_id: str, old: tuple[str, str] | None, parent: str, after: str) -> None:
        if after == _LAST:
            last = self._history.last_below(kind.kind, parent)
            after = self._history.before(kind.kind, record_id) if last == record_id else last
        self._do(Move(kind.kind, record_id, old, (parent, after)))

    def _accept(self, record: R, before: R | None, changed: Mapping[str, Spec]) -> None:
        """Refuse links to what does not exist, fields that do not go together, and what others of the kind stand against."""
        for name, spec in changed.items():
            for target in linked(spec, getattr(record, name)):
                target_kind = self._tables.kinds[spec.to]
                if self.get(target_kind, target) is None:
                    raise Gone(target_kind.noun)
        if type(record).in_tree and record.parent:
            self._existing(type(record), record.parent)

        def among(record_id: str) -> R | None:
            # A rule that comes back to the record itself must not find how it was.
            return record if record_id == record.id else self.get(type(record), record_id)

        sentence = record.refusal() or record.refusal_among(before, among)
        if sentence:
            raise Refused(sentence)

    def _remove_links(self, target: str, target_id: str) -> None:
        for record, field in self._tables.linking(target, target_id):
            kind = type(record)
            current = self.get(kind, record.id)
            if current is None:
                continue
            spec = specs(kind)[field]
            value = getattr(current, field)
            # Within this edit it may name somebody else by now.
            if target_id not in linked(spec, value):
                continue
            if spec.required:
                self.remove(kind, record.id)
                continue
            kept = tuple(one for one in value if one != target_id) if spec.type is FieldType.LINKS else ""
            self.change(kind, record.id, **{field: kept})
