"""Somebody who is erased is in no list, no history, no search and no free page of the file; everybody else stays."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data import erasing as module
from app.data.check import check_file
from app.data.connection import connect
from app.data.erasing import Target, erase, mentions
from app.data.loading import load_history
from app.data.opening import create_workspace, open_workspace
from app.data.redaction import Changes
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.item import Item
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting
from app.model.talk import Talk
from app.model.tie import Tie
from app.model.trouble import Damaged, InUse

PASSPHRASE = "five plain words in a row"
NAME, PHONE = "Zelda Quillfeather", "250-555-0199"
SECRETS = ("Quillfeather", PHONE, "Zelda Quill-Old", "marzipan", "xylograph", "wombat secret")


def fill(workspace: Workspace) -> str:
    """A partner with a past, and traces of her everywhere; answers with her id."""
    with workspace.edit("Add") as edit:
        her = edit.add(Partner(name="Zelda Quill-Old", phone=PHONE, skills="knows marzipan", notes="xylograph"))
        other = edit.add(Partner(name="Inlet Motel", notes=f"Ask {NAME} first."))
        edit.add(Tie(from_partner=her.id, to_partner=other.id, note="wombat secret"))
        edit.add(Talk(partner=her.id, said="wombat secret said", on=date(2026, 11, 1)))
        step = edit.add(Item(what=f"Call {NAME.upper()} on {PHONE}", lead=her.id))
        edit.add(Note(item=step.id, words=f"{NAME} was asked"))
        meeting = edit.add(Meeting(name="First", came=(her.id, other.id)))
        edit.add(Answer(meeting=meeting.id, question="scope", words="Nothing of her", partners=(her.id,)))
    with workspace.edit("Rename partner") as edit:
        edit.change(Partner, her.id, name=NAME, skills="knows nothing of marzipan")
    with workspace.edit("Change notes") as edit:
        edit.change(Partner, other.id, notes=f"Ask {NAME} first. Then Bob.")
    with workspace.edit("Change notes") as edit:
        edit.change(Partner, other.id, notes="Then Bob.")
    workspace.unfinished.keep("meeting:x", f"half typed of {NAME}")
    return her.id


def everything_in(path: Path, passphrase: str | None = None) -> str:
    """Every text that anybody can get out of the file: all columns of all tables, and all changes of the history."""
    opened = connect(path, passphrase, read_only=True)
    names = [row[0] for row in opened.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    texts = [repr(opened.db.execute(f"SELECT * FROM [{name}]").fetchall()) for name in names]
    history = load_history(opened)
    texts += [repr(one.value) for one in Changes(history).written()]
    opened.close()
    return "\n".join(texts)


def letters(path: Path) -> bytes:
    return path.read_bytes().lower()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_nothing_of_her_is_left(file: Path, passphrase: str | None) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), passphrase)
    her = fill(workspace)
    workspace.close()
    before = everything_in(file, passphrase)
    assert all(one in before for one in SECRETS)
    erased = erase(file, Target(Partner, her, (NAME, PHONE, "Zelda Quill-Old")), passphrase)
    assert erased is not None
    assert (erased.records, erased.left) == (3, 0)
    after = everything_in(file, passphrase)
    assert [one for one in SECRETS if re.search(one, after, re.IGNORECASE)] == []
    if passphrase is None:
        assert [one for one in SECRETS if one.lower().encode() in letters(file)] == []
    assert check_file(file, passphrase) == []
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_everybody_else_is_as_before_but_for_the_gaps(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    items, partners = workspace.all(Item), workspace.all(Partner)
    workspace.close()
    erase(file, Target(Partner, her, (NAME, PHONE)))
    again = open_workspace(file)
    step = again.all(Item)[0]
    assert (step.id, step.what, step.lead) == (items[0].id, "Call … on …", "")
    assert again.all(Note)[0].words == "… was asked"
    assert again.all(Partner) == [one for one in partners if one.id != her]
    assert again.all(Tie) == again.all(Talk) == []
    assert len(again.all(Meeting)[0].came) == 1
    assert again.find("quillfeather") == []
    again.close()


def test_work_goes_on_afterwards_and_what_was_before_cannot_be_undone(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    workspace.close()
    erase(file, Target(Partner, her))
    again = open_workspace(file)
    assert again.undo_label is None
    with again.edit("Add") as edit:
        edit.add(Partner(name="Newcomer"))
    again.undo()
    again.redo()
    assert "Newcomer" in [one.name for one in again.all(Partner)]
    again.close()
    assert check_file(file) == []


def test_without_words_only_her_own_record_goes(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    workspace.close()
    erased = erase(file, Target(Partner, her))
    assert erased is not None
    assert erased.gaps == 0
    again = open_workspace(file, read_only=True)
    assert NAME.upper() in again.all(Item)[0].what
    again.close()


def test_what_the_toolkit_says_keeps_its_words(workspace: Workspace, file: Path) -> None:
    with workspace.edit("Add") as edit:
        circle = edit.add(Partner(name="Elders circle", origin="page:x#ask the elders circle"))
        edit.add(Mark(page="x", quote="Ask the elders circle.", note="Our elders circle"))
    workspace.close()
    erase(file, Target(Partner, circle.id, ("Elders circle",)))
    again = open_workspace(file, read_only=True)
    assert [(one.quote, one.note) for one in again.all(Mark)] == [("Ask the elders circle.", "Our …")]
    again.close()


def test_somebody_who_was_removed_long_ago_can_be_erased_too(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    with workspace.edit("Remove") as edit:
        edit.remove(Partner, her)
    workspace.close()
    assert "marzipan" in everything_in(file)
    erase(file, Target(Partner, her, (NAME, PHONE, "Zelda Quill-Old")))
    assert [one for one in SECRETS if one in everything_in(file)] == []


def test_a_file_that_never_knew_her_is_not_touched(workspace: Workspace, file: Path) -> None:
    workspace.close()
    before = [one for one in everything_in(file).splitlines() if "backed" not in one]
    assert erase(file, Target(Partner, "nobody")) is None
    assert [one for one in everything_in(file).splitlines() if "backed" not in one] == before


def test_a_file_that_is_open_is_left_alone(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    with pytest.raises(InUse):
        erase(file, Target(Partner, her))


def test_a_file_that_is_not_sound_is_left_alone(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    workspace.close()
    opened = connect(file)
    opened.db.execute("UPDATE partner SET name = 'somebody else' WHERE id <> ?", [her])
    opened.close()
    with pytest.raises(Damaged):
        erase(file, Target(Partner, her))
    assert "marzipan" in everything_in(file)


def test_what_fails_in_the_middle_changes_nothing(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    her = fill(workspace)
    workspace.close()
    before = everything_in(file)
    answers = iter([[], ["not sound"]])
    monkeypatch.setattr(module, "problems_in", lambda *_any: next(answers))
    with pytest.raises(Damaged):
        erase(file, Target(Partner, her))
    assert everything_in(file) == before
    monkeypatch.undo()
    assert check_file(file) == []


def test_a_summary_of_the_history_is_made_anew(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    for number in range(210):  # so many that the next close writes a snapshot
        with workspace.edit("Rename") as edit:
            edit.change(Partner, her, name=f"{NAME} {number}")
    workspace.close()
    erase(file, Target(Partner, her, (NAME, PHONE, "Zelda Quill-Old")))
    assert [one for one in SECRETS if one in everything_in(file)] == []
    assert check_file(file) == []


def test_copies_that_meet_later_know_whom_to_erase(workspace: Workspace, file: Path) -> None:
    her = fill(workspace)
    workspace.close()
    erase(file, Target(Partner, her), now=datetime(2026, 11, 26, tzinfo=UTC))
    opened = connect(file, read_only=True)
    noted = [one for one in Changes(load_history(opened)).written() if one.kind == "erased"]
    assert [(one.id, one.field, one.value) for one in noted if one.field == her] == [("partner", her, "2026-11-26")]
    opened.close()


def test_two_histories_of_the_same_can_still_be_joined(workspace: Workspace, file: Path, tmp_path: Path) -> None:
    """By what one lacks alone: Loro refuses the same change with other words in it. New work arrives, her words do not."""
    her = fill(workspace)
    workspace.close()
    copy = tmp_path / "copy.groundwork"
    copy.write_bytes(file.read_bytes())
    erase(file, Target(Partner, her))
    other = open_workspace(copy)
    with other.edit("Add") as edit:
        edit.add(Partner(name="Newcomer"))
    other.close()
    here, there = (connect(one, read_only=True) for one in (file, copy))
    history = load_history(here)
    history.take_in([load_history(there).commit(history.version())])
    names = [one.name for one in (history.read(Partner, one) for one in history.record_ids(Partner)) if one]
    assert "Newcomer" in names
    assert NAME not in names
    here.close()
    there.close()


def test_others_who_name_her_are_listed(workspace: Workspace) -> None:
    her = fill(workspace)
    target = workspace.get(Partner, her)
    assert target is not None
    records = [*workspace.all(Item), *workspace.all(Note), *workspace.all(Partner), *workspace.all(Talk)]
    found = mentions(records, target, [NAME])
    assert sorted(type(one).__name__ for one in found) == ["Item", "Note"]


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=6))
def test_whatever_was_written_of_her_is_gone(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
) -> None:
    file = tmp_path_factory.mktemp("erasing") / "x.groundwork"
    workspace = create_workspace(file, Community(name="C"))
    with workspace.edit("Add") as edit:
        her = edit.add(Partner(name="x"))
    for skills, notes in edits:
        with workspace.edit("Change") as edit:
            edit.change(Partner, her.id, skills=skills, notes=notes)
    workspace.close()
    erase(file, Target(Partner, her.id))
    assert check_file(file) == []
    opened = connect(file, read_only=True)
    mine = [one.value for one in Changes(load_history(opened)).written() if one.id == her.id and one.field != "+"]
    opened.close()
    assert {one for value in mine for one in (value or "")} <= {"\N{REPLACEMENT CHARACTER}"}
