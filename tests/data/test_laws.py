"""Laws of the file, for any run of edits, undos, redos, closes and reopens: a state machine over the real file."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.data.check import problems_in
from app.data.connection import connect
from app.data.opening import create_workspace, open_workspace
from app.data.repeats import mark
from app.data.tables import Tables
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.item import Item
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.schema import Record
from app.model.tie import Tie
from app.model.trouble import Refused
from app.model.waiting import Waiting

NAMES = st.text(min_size=1, max_size=12).filter(lambda text: bool("".join(text.split()).strip("\x00").isprintable()))
PICK = st.integers(0, 1000)


class FileMachine(RuleBasedStateMachine):
    """Keeps its own list of what the file should hold before each edit, to compare with after undo and redo."""

    passphrase: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "laws.groundwork"
        self.before: list[Any] = []
        self.after: list[Any] = []
        self.workspace: Workspace | None = None

    @initialize()
    def make(self) -> None:
        self.workspace = create_workspace(self.path, Community(name="Laws"), self.passphrase)

    @property
    def open(self) -> Workspace:
        assert self.workspace is not None
        return self.workspace

    def contents(self) -> list[list[Record]]:
        return [list(self.open.all(kind)) for kind in KINDS]

    def edited(self, state: list[list[Record]]) -> None:
        if self.contents() != state:
            self.before.append(state)
            self.after.clear()

    def some(self, kind: type[Any], pick: int) -> Any:
        found = self.open.all(kind)
        return found[pick % len(found)] if found else None

    @rule(name=NAMES, skills=st.text(max_size=20))
    def add_partner(self, name: str, skills: str) -> None:
        state = self.contents()
        try:
            with self.open.edit("Add partner") as edit:
                edit.add(Partner(name=name, skills=skills))
        except Refused:
            assert self.contents() == state
        self.edited(state)

    @rule(pick=PICK, skills=st.text(max_size=20), group=st.sampled_from(["police", "elders", ""]))
    def change_partner(self, pick: int, skills: str, group: str) -> None:
        partner = self.some(Partner, pick)
        if partner is not None:
            state = self.contents()
            with self.open.edit("Change partner") as edit:
                edit.change(Partner, partner.id, skills=skills, group=group)
            self.edited(state)

    @rule(pick=PICK, other=PICK)
    def add_tie(self, pick: int, other: int) -> None:
        one, two = self.some(Partner, pick), self.some(Partner, other)
        if one is not None and one.id != two.id:
            state = self.contents()
            with self.open.edit("Add tie") as edit:
                edit.add(Tie(from_partner=one.id, to_partner=two.id))
            self.edited(state)

    @rule(pick=PICK, lead=PICK, first=st.booleans())
    def add_item(self, pick: int, lead: int, first: bool) -> None:
        parent, partner = self.some(Item, pick), self.some(Partner, lead)
        state = self.contents()
        made = Item(
            what=f"step {pick}",
            parent=parent.id if parent is not None and pick % 3 else "",
            lead=partner.id if partner is not None else "",
        )
        with self.open.edit("Add step") as edit:
            edit.add(made, after="" if first else None)
        self.edited(state)

    @rule(pick=PICK, to=PICK, after=PICK)
    def move_item(self, pick: int, to: int, after: int) -> None:
        item, parent, sibling = self.some(Item, pick), self.some(Item, to), self.some(Item, after)
        if item is None:
            return
        state = self.contents()
        try:
            with self.open.edit("Move step") as edit:
                edit.move(Item, item.id, parent.id if to % 2 else "", sibling.id if after % 2 else None)
        except Refused:
            assert self.contents() == state
        self.edited(state)

    @rule(pick=PICK, rhythm=st.sampled_from(["weekly", "monthly", "yearly"]), needs=st.text(max_size=10))
    def repeat_item(self, pick: int, rhythm: str, needs: str) -> None:
        item = self.some(Item, pick)
        if item is not None:
            state = self.contents()
            with self.open.edit("Repeat step") as edit:
                edit.change(Item, item.id, repeats=rhythm, by=date(2026, 1, 31), needs=needs)
            self.edited(state)

    @rule(pick=PICK, status=st.sampled_from(["done", "done", "in-progress", "dropped"]), later=st.integers(0, 90))
    def mark_item(self, pick: int, status: str, later: int) -> None:
        item = self.some(Item, pick)
        if item is not None:
            state = self.contents()
            with self.open.edit("Mark step") as edit:
                mark(edit, item.id, status, date(2026, 1, 31) + timedelta(days=later))
            self.edited(state)

    @rule(pick=PICK, other=PICK)
    def wait_for(self, pick: int, other: int) -> None:
        item, wanted = self.some(Item, pick), self.some(Item, other)
        if item is None:
            return
        state = self.contents()
        try:
            with self.open.edit("Wait") as edit:
                edit.change(Item, item.id, waits_for=(*item.waits_for, wanted.id))
        except Refused:
            assert self.contents() == state
        self.edited(state)
        assert not Waiting(self.open.all(Item)).circles()

    @rule(pick=PICK)
    def remove_partner(self, pick: int) -> None:
        partner = self.some(Partner, pick)
        if partner is not None:
            state = self.contents()
            with self.open.edit("Remove partner") as edit:
                edit.remove(Partner, partner.id)
            self.edited(state)

    @rule(pick=PICK)
    def remove_item(self, pick: int) -> None:
        item = self.some(Item, pick)
        if item is not None:
            state = self.contents()
            with self.open.edit("Remove step") as edit:
                edit.remove(Item, item.id)
            self.edited(state)

    @rule()
    def undo(self) -> None:
        state = self.contents()
        assert self.open.undo() is bool(self.before)
        if self.before:
            assert self.contents() == self.before.pop()
            self.after.append(state)

    @rule()
    def redo(self) -> None:
        state = self.contents()
        assert self.open.redo() is bool(self.after)
        if self.after:
            assert self.contents() == self.after.pop()
            self.before.append(state)

    @rule()
    def close_and_open(self) -> None:
        state = self.contents()
        self.open.close()
        self.workspace = open_workspace(self.path, self.passphrase)
        assert self.contents() == state

    @precondition(lambda self: self.before)
    @rule()
    def undo_all_is_the_start(self) -> None:
        state, count = self.contents(), 0
        while self.open.undo():
            count += 1
        assert self.contents() == self.before[0]
        for _ in range(count):
            self.open.redo()
        assert self.contents() == state

    @invariant()
    def tables_equal_history(self) -> None:
        if self.workspace is None:
            return
        looked_at = connect(self.path, self.passphrase, read_only=True)
        try:
            assert problems_in(looked_at) == []
            tables = Tables(looked_at.db, KINDS)
            assert self.contents() == [list(tables.all(kind)) for kind in KINDS]
        finally:
            looked_at.close()

    def teardown(self) -> None:
        if self.workspace is not None:
            self.workspace.close()
        shutil.rmtree(self.folder)


TestLaws = FileMachine.TestCase
TestLaws.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)


class ProtectedFileMachine(FileMachine):
    """The same laws for a file with a passphrase."""

    passphrase = "five plain words in a row"


TestProtectedLaws = ProtectedFileMachine.TestCase
TestProtectedLaws.settings = settings(max_examples=4, stateful_step_count=20, deadline=None)
