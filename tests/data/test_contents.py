"""Packs over what came with the program: looked at, taken in, kept over a start, and taken out again without a trace."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.contents import Contents
from app.data.resources import resources_folder
from app.model.pack_changes import CHANGED, GONE, LINE, NEW, PAGE
from app.model.trouble import NoSpace, PackWrong, Refused
from tests.packs import FACTS, FILES, LINES, PROGRAM, SEED, pack_bytes, resources_that_know
from tests.packs import PAGE as PAGE_TEXT

WINTER = "get-informed/winter-roads"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Ours, but for a list of keys with one that the tests have."""
    return resources_that_know(tmp_path / "resources")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def contents(resources: Path, kept: Path) -> Contents:
    return Contents(resources, kept, PROGRAM)


def put(folder: Path, files: dict[str, bytes] = FILES, seed: bytes | None = SEED) -> Path:
    path = folder / "from-outside.groundwork-pack"
    path.write_bytes(pack_bytes(files, seed))
    return path


def edition(number: int, **files: bytes) -> dict[str, bytes]:
    return {**FILES, "pack.toml": FACTS.replace("edition = 2", f"edition = {number}").encode(), **files}


def ids(contents: Contents) -> tuple[list[str], list[str]]:
    return [one.id for one in contents.library().pages], [one.id for one in contents.lines()]


# -- looked at and taken in ------------------------------------------------------------------------------------


def test_without_packs_it_shows_what_the_program_came_with(contents: Contents):
    assert contents.library().has("get-informed/signs")
    assert contents.lines()[0].emergency
    assert contents.taken() == ()


def test_a_pack_is_looked_at_before_anything_changes(contents: Contents, tmp_path: Path, kept: Path):
    before = ids(contents)
    offer = contents.look_at(put(tmp_path))
    assert [(one.sort, one.what, one.title) for one in offer.changes] == [
        (LINE, NEW, "Winter roads line"),
        (LINE, GONE, "211 British Columbia"),
        (PAGE, NEW, "Winter roads"),
    ]
    assert ids(contents) == before
    assert not kept.exists()


def test_what_a_pack_brings_is_shown_found_and_linked(contents: Contents, tmp_path: Path):
    contents.take_in(contents.look_at(put(tmp_path)))
    pages, lines = ids(contents)
    assert WINTER in pages
    assert "winter" in lines
    assert "bc-211" not in lines
    assert [hit.id for hit in contents.library().find("snow")] == [WINTER]


def test_a_changed_number_is_named_before_and_after(contents: Contents, tmp_path: Path):
    contents.take_in(contents.look_at(put(tmp_path)))
    newer = LINES.replace("1-800-555-0100", "1-800-555-0199").replace("18005550100", "18005550199")
    offer = contents.look_at(put(tmp_path, edition(3, **{"helplines.toml": newer.encode()})))
    assert [(one.what, one.before, one.after) for one in offer.changes] == [
        (CHANGED, ("1-800-555-0100",), ("1-800-555-0199",))
    ]


def test_a_page_that_the_program_checked_later_is_not_replaced(contents: Contents, tmp_path: Path):
    old = PAGE_TEXT.replace("2027-01-10", "2020-01-01").replace("order = 90", "order = 1").encode()
    offer = contents.look_at(put(tmp_path, edition(2, **{"toolkit/get-informed/signs.md": old})))
    assert offer.unused == 1
    own = contents.library().page("get-informed/signs")
    contents.take_in(offer)
    assert contents.library().page("get-informed/signs") == own


def test_a_page_that_leads_to_nothing_is_refused(contents: Contents, tmp_path: Path):
    lost = PAGE_TEXT.replace("page:get-informed/signs", "page:get-informed/nowhere").encode()
    with pytest.raises(PackWrong, match="nowhere"):
        contents.look_at(put(tmp_path, edition(2, **{"toolkit/get-informed/winter-roads.md": lost})))


def test_a_page_of_no_section_is_refused_and_one_of_a_new_section_is_not(contents: Contents, tmp_path: Path):
    page = {"toolkit/north/winter-roads.md": PAGE_TEXT.encode()}
    with pytest.raises(PackWrong, match="no section"):
        contents.look_at(put(tmp_path, edition(2, **page)))
    section = {"toolkit/sections.toml": b'[[section]]\nid = "north"\ntitle = "In the north"\n'}
    contents.take_in(contents.look_at(put(tmp_path, edition(2, **page, **section))))
    assert contents.library().sections[-1].title == "In the north"


def test_a_number_explained_as_wrong_and_offered_by_another_line_is_refused(contents: Contents, tmp_path: Path):
    first = LINES + '[[printed]]\nline = "winter"\nnumber = "9-8-8"\nwhere = "A poster"\nnote = "It is old."\n'
    with pytest.raises(PackWrong, match="only explained"):
        contents.look_at(put(tmp_path, edition(2, **{"helplines.toml": first.encode()})))


# -- whom to believe -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [None, bytes(range(9, 41))])
def test_an_unsigned_pack_is_never_taken_in_silently(
    contents: Contents, tmp_path: Path, kept: Path, seed: bytes | None
):
    offer = contents.look_at(put(tmp_path, seed=seed))
    with pytest.raises(Refused, match="Nobody whom this program knows"):
        contents.take_in(offer)
    assert not kept.exists()
    contents.take_in(offer, agreed=True)
    assert contents.library().has(WINTER)


def test_what_was_taken_in_unsigned_stays_over_a_start(contents: Contents, resources: Path, kept: Path, tmp_path: Path):
    contents.take_in(contents.look_at(put(tmp_path, seed=None)), agreed=True)
    again = Contents(resources, kept, PROGRAM)
    assert again.library().has(WINTER)
    assert "winter" in [one.id for one in again.lines()]


def test_a_file_that_was_exchanged_in_the_folder_is_set_aside(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path
):
    contents.take_in(contents.look_at(put(tmp_path)))
    (kept_file,) = kept.glob("*.groundwork-pack")
    kept_file.write_bytes(pack_bytes(seed=None))
    again = Contents(resources, kept, PROGRAM)
    assert not again.library().has(WINTER)
    assert "not as it was taken in" in again.taken()[0].why


def test_a_key_that_is_believed_no_more_sets_its_packs_aside(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path
):
    contents.take_in(contents.look_at(put(tmp_path)))
    (resources / "keys.toml").write_text("", "utf-8")
    again = Contents(resources, kept, PROGRAM)
    assert not again.library().has(WINTER)
    assert "does not know any more" in again.taken()[0].why


# -- editions and programs -------------------------------------------------------------------------------------


def test_a_newer_edition_takes_the_place_of_the_older(contents: Contents, tmp_path: Path, kept: Path):
    contents.take_in(contents.look_at(put(tmp_path)))
    contents.take_in(contents.look_at(put(tmp_path, edition(3))))
    assert [one.entry.edition for one in contents.taken()] == [3]
    assert len(list(kept.glob("*.groundwork-pack"))) == 1


def test_an_older_edition_is_refused_with_the_way_to_it(contents: Contents, tmp_path: Path):
    contents.take_in(contents.look_at(put(tmp_path)))
    offer = contents.look_at(put(tmp_path, edition(1)))
    with pytest.raises(Refused, match="Take that out first"):
        contents.take_in(offer)
    assert [one.entry.edition for one in contents.taken()] == [2]


def test_under_an_older_program_a_pack_is_set_aside_with_a_sentence(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path
):
    contents.take_in(contents.look_at(put(tmp_path)))
    older = Contents(resources, kept, "1.0")
    assert not older.library().has(WINTER)
    assert "needs Groundwork 1.2" in older.taken()[0].why


def test_under_a_program_without_the_page_that_it_leads_to_a_pack_is_set_aside(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path
):
    contents.take_in(contents.look_at(put(tmp_path)))
    (resources / "toolkit").unlink()
    own = resources / "toolkit" / "en"
    (own / "get-informed").mkdir(parents=True)
    (own / "sections.toml").write_text('[[section]]\nid = "get-informed"\ntitle = "Get Informed"\n', "utf-8")
    (own / "glossary.toml").write_text("", "utf-8")
    later = Contents(resources, kept, PROGRAM)
    assert later.library().pages == ()
    assert "does not fit" in later.taken()[0].why
    assert "winter" not in [one.id for one in later.lines()]


# -- taken out -------------------------------------------------------------------------------------------------


def test_a_pack_that_is_taken_out_leaves_nothing(contents: Contents, tmp_path: Path, kept: Path):
    before = ids(contents)
    contents.take_in(contents.look_at(put(tmp_path)))
    found = contents.take_out("autumn")
    assert (LINE, NEW, "211 British Columbia") in [(one.sort, one.what, one.title) for one in found]
    assert ids(contents) == before
    assert contents.taken() == ()
    assert [one.name for one in kept.iterdir()] == ["packs.json"]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(["a", "b", "c"]))
def test_packs_go_in_any_order_and_out_in_any_other(order: list[str], tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("packs")
    contents = Contents(resources_folder(), folder / "kept", PROGRAM)
    before = ids(contents)
    for name in "abc":
        text = FACTS.replace('"autumn"', f'"{name}"').encode()
        contents.take_in(contents.look_at(put(folder, {**FILES, "pack.toml": text}, None)), agreed=True)
    for name in order:
        contents.take_out(name)
    assert ids(contents) == before


# -- damage ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '[{"id": "../x"}]', "null", '[{"id":1,"title":"","edition":1,"digest":"a","agreed":true}]']
)
def test_a_damaged_list_shows_what_the_program_came_with(contents: Contents, kept: Path, text: str):
    kept.mkdir()
    (kept / "packs.json").write_text(text, "utf-8")
    assert contents.library().has("get-informed/signs")
    assert contents.taken() == ()


def test_a_file_that_is_gone_is_said_and_can_be_taken_out(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path
):
    contents.take_in(contents.look_at(put(tmp_path)))
    for one in kept.glob("*.groundwork-pack"):
        one.unlink()
    again = Contents(resources, kept, PROGRAM)
    assert "gone" in again.taken()[0].why
    again.take_out("autumn")
    assert again.taken() == ()


def test_the_list_names_no_path(contents: Contents, kept: Path, tmp_path: Path):
    contents.take_in(contents.look_at(put(tmp_path)))
    (row,) = json.loads((kept / "packs.json").read_text("utf-8"))
    assert set(row) == {"id", "title", "edition", "digest", "agreed", "language"}


@pytest.mark.parametrize("nth", [1, 2])
def test_a_full_disk_while_taking_in_leaves_the_earlier_edition(
    contents: Contents, resources: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
):
    contents.take_in(contents.look_at(put(tmp_path)))
    offer = contents.look_at(put(tmp_path, edition(3)))
    writes: list[int] = []

    def full(file: int) -> None:
        writes.append(file)
        if len(writes) == nth:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("app.data.safe_file.os.fsync", full)
    with pytest.raises(NoSpace):
        contents.take_in(offer)
    monkeypatch.undo()
    again = Contents(resources, kept, PROGRAM)
    assert [(one.entry.edition, one.why) for one in again.taken()] == [(2, "")]
