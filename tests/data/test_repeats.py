"""Steps that repeat, in real files: one key adds the next one, Undo takes it back, two offices never double it."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data import plan
from app.data.check import problems_in
from app.data.connection import connect
from app.data.history import History
from app.data.loading import load_history
from app.data.opening import create_workspace, open_workspace
from app.data.repeats import mark
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.item import Item
from app.model.note import Note
from app.model.repeats import next_id
from app.model.schema import Record
from app.model.trouble import Refused

DAY = date(2026, 1, 31)
NEEDS = "Paper, and the good printer.\nTwo people."


@pytest.fixture
def item(workspace: Workspace) -> Item:
    with workspace.edit("Add") as edit:
        made = edit.add(Item(what="Print cards", by=DAY, repeats="monthly", needs=NEEDS, notes="blue", cost=40))
        edit.add(Item(what="Behind it"))
    return made


def done(workspace: Workspace, item: Item, status: str = "done", today: date = DAY) -> None:
    with workspace.edit("Mark") as edit:
        mark(edit, item.id, status, today)


def days(workspace: Workspace) -> list[date | None]:
    return [one.by for one in workspace.all(Item)]


def test_marking_done_adds_the_next_one_right_behind_and_undo_takes_both_back(workspace: Workspace, item: Item) -> None:
    before = workspace.all(Item)
    done(workspace, item)
    first, following, other = workspace.all(Item)
    assert (first.status, following.what, other.what) == ("done", "Print cards", "Behind it")
    assert (following.by, following.needs, following.notes) == (date(2026, 2, 28), NEEDS, "")
    assert (following.series, following.began) == (item.id, DAY)
    workspace.undo()
    assert workspace.all(Item) == before
    workspace.redo()
    assert workspace.all(Item) == [first, following, other]
    assert workspace.find("printer")


def test_marking_done_twice_adds_one(workspace: Workspace, item: Item) -> None:
    done(workspace, item)
    done(workspace, item)
    assert len(workspace.all(Item)) == 3


def test_after_a_long_absence_there_is_one_and_not_ten(workspace: Workspace, item: Item) -> None:
    done(workspace, item, today=date(2026, 11, 24))
    assert days(workspace) == [DAY, date(2026, 11, 30), None]


def test_not_done_after_all_takes_an_untouched_next_one_away(workspace: Workspace, item: Item) -> None:
    before = workspace.all(Item)
    done(workspace, item)
    done(workspace, item, "not-started", today=DAY + timedelta(days=9))
    assert workspace.all(Item) == before


@pytest.mark.parametrize("touch", ["words", "note", "waits", "below"])
def test_not_done_after_all_leaves_a_next_one_that_was_touched(workspace: Workspace, item: Item, touch: str) -> None:
    done(workspace, item)
    made = next_id(item.id)
    with workspace.edit("Touch") as edit:
        match touch:
            case "words":
                edit.change(Item, made, needs="More paper")
            case "note":
                edit.add(Note(item=made, words="Ordered"))
            case "waits":
                edit.add(Item(what="Hand out", waits_for=(made,)))
            case _:
                edit.add(Item(what="Part of it", parent=made))
    done(workspace, item, "in-progress")
    assert workspace.get(Item, made) is not None


def test_a_next_one_that_was_removed_comes_back_as_the_step_is_now(workspace: Workspace, item: Item) -> None:
    done(workspace, item)
    with workspace.edit("Change it and take it away") as edit:
        edit.change(Item, next_id(item.id), needs="Something else", by=date(2027, 1, 1), status="waiting")
        edit.remove(Item, next_id(item.id))
    done(workspace, item, "not-started")
    with workspace.edit("Rename") as edit:
        edit.change(Item, item.id, what="Print posters")
    done(workspace, item, today=DAY)
    made = workspace.get(Item, next_id(item.id))
    assert made is not None
    assert (made.what, made.needs, made.by, made.status) == ("Print posters", NEEDS, date(2026, 2, 28), "not-started")
    assert not problems_in(connect(workspace.path, None, read_only=True))


def test_dropping_ends_the_row(workspace: Workspace, item: Item) -> None:
    done(workspace, item, "dropped")
    assert len(workspace.all(Item)) == 2


def test_another_rhythm_touches_only_what_is_to_come(workspace: Workspace, item: Item) -> None:
    done(workspace, item)
    following = workspace.get(Item, next_id(item.id))
    assert following is not None
    with workspace.edit("Change") as edit:
        edit.change(Item, item.id, repeats="yearly")
    assert workspace.get(Item, following.id) == following
    with workspace.edit("Change") as edit:
        edit.change(Item, following.id, repeats="quarterly")
    done(workspace, following, today=date(2026, 2, 28))
    assert days(workspace) == [DAY, date(2026, 2, 28), date(2026, 5, 28), None]


def test_several_fields_at_once_are_in_the_next_one_too(workspace: Workspace, item: Item) -> None:
    with workspace.edit("Change") as edit:
        plan.change(edit, item.id, {"status": "done", "what": "Print posters"}, DAY)
    assert [one.what for one in workspace.all(Item)] == ["Print posters", "Print posters", "Behind it"]


def test_a_status_that_is_none_is_refused(workspace: Workspace, item: Item) -> None:
    with pytest.raises(Refused):
        done(workspace, item, "finished")
    assert workspace.get(Item, item.id) == item


# -- two offices --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed file before it is copied for the other office, and the step in it."""
    path = tmp_path_factory.mktemp("start") / "a.groundwork"
    workspace = create_workspace(path, Community(name="C"))
    with workspace.edit("Add") as edit:
        item = edit.add(Item(what="Print cards", by=DAY, repeats="monthly", needs=NEEDS, tell="Council"))
    workspace.close()
    return path, item.id


def history_of(path: Path) -> bytes:
    connection = connect(path, None, read_only=True)
    try:
        return load_history(connection).snapshot()
    finally:
        connection.close()


def joined(histories: list[bytes]) -> tuple[list[Record | None], set[str]]:
    """The steps there are once these histories are taken in, in this order, and what they stand below."""
    both = History()
    both.take_in(histories)
    ids = sorted(both.record_ids(Item))
    return [both.read(Item, one) for one in ids], {both.parent_of("item", one) for one in ids}


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 200)), min_size=1, max_size=6))
def test_two_offices_that_mark_the_same_steps_done_make_the_same_next_ones(
    start: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory, when: list[tuple[int, int]]
) -> None:
    path, first = start
    folder = tmp_path_factory.mktemp("offices")
    offices = [open_workspace(Path(shutil.copyfile(path, folder / f"{name}.groundwork"))) for name in "ab"]
    at = [first, first]
    for who, later in when:
        with offices[who].edit("Mark") as edit:
            mark(edit, at[who], "done", DAY + timedelta(days=later))
        at[who] = next_id(at[who])
    for office in offices:
        office.close()
    histories = [history_of(office.path) for office in offices]
    found, above = joined(histories)
    assert (found, above) == joined([*reversed(histories), histories[0]])
    assert len(found) == 1 + max(sum(who == one for who, _later in when) for one in (0, 1))
    texts = {(one.what, one.needs, one.tell) for one in found if isinstance(one, Item)}
    assert texts == {("Print cards", NEEDS, "Council")}
    assert above == {""}
