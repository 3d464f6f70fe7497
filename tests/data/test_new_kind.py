"""Adding a kind of record is a declaration: everything else follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.schema import Choice, Record, choice, day, line, link, links, long, scale
from app.model.trouble import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation(Record):
    """A kind that the program does not have: nothing but this declaration."""

    kind: ClassVar[str] = "conversation"
    noun: ClassVar[str] = "talk"
    title_field: ClassVar[str] = "said"

    said: str = line("What was said", limit=50, required=True, search=5)
    more: str = long("More", search=1)
    way: str = choice("How", (Choice("phone", "by phone"), Choice("visit", "visit")), "phone")
    on: date | None = day("On")
    mood: int | None = scale("Mood")
    partner: str = link("With", "partner", required=True)
    heard: tuple[str, ...] = links("Who heard it", "partner")


MORE = (*KINDS, Conversation)


def test_a_declared_kind_is_stored_found_undone_and_checked(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), kinds=MORE)
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Inlet Motel"))
        talk = edit.add(Conversation(said="Wants a poster", on=date(2026, 11, 24), mood=4, partner=partner.id))
    workspace.close()
    workspace = open_workspace(file, kinds=MORE)
    assert workspace.all(Conversation) == [talk]
    assert [hit.id for hit in workspace.find("poster")] == [talk.id]
    workspace.undo()
    assert workspace.all(Conversation) == []
    workspace.redo()
    workspace.close()
    assert check_file(file, kinds=MORE) == []


def test_its_limits_hold(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), kinds=MORE)
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Inlet Motel"))
    for wrong in ({"said": "x" * 51}, {"said": ""}, {"said": "a", "way": "raven"}, {"said": "a", "mood": 9}):
        with pytest.raises(Refused), workspace.edit("Add") as edit:
            edit.add(Conversation(partner=partner.id, **wrong))
    workspace.close()


def test_what_cannot_be_without_a_removed_record_goes_with_it(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), kinds=MORE)
    with workspace.edit("Add") as edit:
        partner, other = edit.add(Partner(name="A")), edit.add(Partner(name="B"))
        edit.add(Conversation(said="gone with A", partner=partner.id))
        edit.add(Conversation(said="stays", partner=other.id, heard=(partner.id, other.id)))
    with workspace.edit("Remove") as edit:
        edit.remove(Partner, partner.id)
    assert [(one.said, one.heard) for one in workspace.all(Conversation)] == [("stays", (other.id,))]
    workspace.close()


def test_a_program_that_knows_more_kinds_makes_the_tables_anew(file: Path) -> None:
    create_workspace(file, Community(name="C")).close()
    workspace = open_workspace(file, kinds=MORE)
    assert workspace.all(Conversation) == []
    assert [one.name for one in workspace.all(Community)] == ["C"]
    workspace.close()


def test_a_program_that_knows_fewer_kinds_leaves_the_others_in_the_history(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), kinds=MORE)
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="A"))
        talk = edit.add(Conversation(said="kept", partner=partner.id))
    workspace.close()
    older = open_workspace(file)
    with older.edit("Rename") as edit:
        edit.change(Partner, partner.id, name="B")
    older.close()
    workspace = open_workspace(file, kinds=MORE)
    assert workspace.all(Conversation) == [talk]
    workspace.close()


def test_an_older_program_undoes_what_it_knows_and_leaves_the_rest(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), kinds=MORE)
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="A"))
    with workspace.edit("Talk") as edit:
        edit.add(Conversation(said="Wants a poster", partner=partner.id))
    workspace.close()
    older = open_workspace(file)
    assert older.undo()
    assert older.redo()
    assert older.all(Partner) == [partner]
    older.close()
    again = open_workspace(file, kinds=MORE)
    assert [one.said for one in again.all(Conversation)] == ["Wants a poster"]
    again.close()
