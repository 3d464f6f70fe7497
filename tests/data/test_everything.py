"""A community that has taken everything with it loses nothing: a new file made of it holds the same, and harm does none."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.check import check_file
from app.data.everything import rebuild
from app.data.opening import create_workspace, open_workspace
from app.data.resources import resources_folder
from app.data.sample import create_sample
from app.data.workspace import Workspace
from app.model.clean import clean_values
from app.model.community import COMMUNITY_ID, Community
from app.model.copy import Copy
from app.model.item import Item
from app.model.kinds import KINDS
from app.model.note import Note
from app.model.partner import Partner
from app.model.schema import FieldType, Record, Spec, specs
from app.model.tie import Tie
from app.model.trouble import AlreadyThere, NotThere, Refused
from tests import pdfs
from tests.everything import everything, packed, parts_of, with_json

PASSPHRASE = "five plain words in a row"


def contents(workspace: Workspace) -> dict[str, list[Record]]:
    return {kind.kind: list(workspace.all(kind)) for kind in KINDS}


def made_again(data: bytes, folder: Path, passphrase: str | None = None) -> Workspace:
    source = folder / "everything.zip"
    source.write_bytes(data)
    rebuild(source, folder / "New.groundwork", passphrase)
    return open_workspace(folder / "New.groundwork", passphrase)


# -- nothing is lost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_the_sample_community_comes_back_whole(tmp_path: Path, passphrase: str | None) -> None:
    source = resources_folder() / "sample" / "sample.toml"
    workspace = create_sample(tmp_path / "a.groundwork", source, PASSPHRASE)
    held, data = contents(workspace), everything(workspace)
    workspace.close()
    again = made_again(data, tmp_path, passphrase)
    assert contents(again) == held
    assert again.protected is bool(passphrase)
    # Also when it is taken out once more.
    assert {k: v for k, v in parts_of(everything(again)).items() if "history" not in k and k != "README.txt"} == {
        k: v for k, v in parts_of(data).items() if "history" not in k and k != "README.txt"
    }
    again.close()
    assert check_file(tmp_path / "New.groundwork", passphrase) == []


def keep(workspace: Workspace, name: str, content: bytes, words: list[str]) -> Copy:
    digest = workspace.copies.put(content, words)
    with workspace.edit("Keep") as edit:
        return edit.add(Copy(name=name, digest=digest, size=len(content), pages=len(words)))


def test_kept_pdfs_come_back_to_the_byte_and_can_be_searched(workspace: Workspace, tmp_path: Path) -> None:
    large = pdfs.sound("Cedar canary", "Two") + bytes(range(256)) * 10_000
    first = keep(workspace, "../../CON: a “poster”?", large, ["Cedar canary", "Two"])
    second = keep(workspace, "CON", pdfs.sound("Other"), ["Other"])
    third = keep(workspace, "con.pdf", pdfs.sound("Third"), ["Third"])
    keep(workspace, "The same once more", large, ["Cedar canary", "Two"])
    data = everything(workspace)
    names = [name for name in parts_of(data) if name.startswith("copies/") and name.endswith(".pdf")]
    assert len(names) == len({name.casefold() for name in names}) == 3
    assert all(name.count("/") == 1 and "?" not in name for name in names)
    again = made_again(data, tmp_path)
    assert again.copies.read(first.digest) == large
    assert again.copies.read(second.digest) == workspace.copies.read(second.digest)
    assert again.copies.words(third.digest) == ["Third"]
    assert [hit.id for hit in again.find("canary")][:1]
    again.close()
    assert check_file(tmp_path / "New.groundwork") == []


def test_a_copy_that_has_lost_its_pdf_stays_on_the_list_and_is_told_of(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Keep") as edit:
        lost = edit.add(Copy(name="Lost", digest="0" * 64, size=5, pages=1))
    data = everything(workspace)
    assert b"1 kept copy is on the list without its PDF" in parts_of(data)["README.txt"].replace(b"\r\n", b" ")
    again = made_again(data, tmp_path)
    assert again.all(Copy) == [lost]
    again.close()


def test_what_typing_would_refuse_is_taken_back_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Add") as edit:
        edit.restore(
            [
                Item(id="a", what="A", waits_for=("b",)),
                Item(id="b", what="", waits_for=("a",)),
                Partner(id="p", name="", skills="word " * 9000 + "\n", group="of-a-newer-program"),
            ]
        )
    again = made_again(everything(workspace), tmp_path)
    assert contents(again) == contents(workspace)
    again.close()


def test_two_offices_that_each_make_it_anew_hold_every_text_once(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(id="p", name="Inlet Motel", skills="A van that seats twelve"))
    data = everything(workspace)
    for office in ("one", "two"):
        (tmp_path / office).mkdir()
        made_again(data, tmp_path / office).close()
    histories = [open_workspace(tmp_path / office / "New.groundwork") for office in ("one", "two")]
    try:
        with histories[0]._changing() as one, histories[1]._changing() as two:
            one.take_in([two.snapshot()])
            joined = one.read(Partner, "p")
        assert isinstance(joined, Partner)
        assert joined.skills == "A van that seats twelve"
    finally:
        for each in histories:
            each.close()


def test_a_file_made_anew_is_as_light_as_one_that_was_typed(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Add") as edit:
        for number in range(100):
            edit.add(Partner(name=f"Partner {number}", skills=f"Skills {number}", notes=f"Notes {number}"))
    again = made_again(everything(workspace), tmp_path)
    with again._changing() as history:
        assert len(history.version()) < 100  # it names every writer, and stands beside every edit
    again.close()


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def value_of(spec: Spec, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    known = ids.get(spec.to, [])
    match spec.type:
        case FieldType.LINE | FieldType.LONG:
            return TEXT.map(lambda text: text if text.strip() or not spec.required else "x")
        case FieldType.CHOICE:
            return st.sampled_from([one.key for one in spec.choices] + known)
        case FieldType.SCALE:
            return st.none() | st.integers(1, spec.limit)
        case FieldType.DATE:
            return st.none() | st.dates()
        case FieldType.FLAG:
            return st.booleans()
        case FieldType.WORDS:
            return st.lists(TEXT, max_size=3)
        case FieldType.LINK:
            return st.sampled_from([*known, ""]) if not spec.required else st.sampled_from(known or ["x"])
        case FieldType.LINKS:
            return st.lists(st.sampled_from(known), max_size=3) if known else st.just([])
        case FieldType.MARKS:
            return st.dictionaries(TEXT, TEXT, max_size=3)


@st.composite
def communities(draw: st.DrawFn) -> list[Record]:
    """Some records of every kind, each field filled with anything that may be typed, naming each other."""
    ids = {kind.kind: [f"{kind.kind}{n}" for n in range(draw(st.integers(0, 3)))] for kind in KINDS}
    ids["community"] = [COMMUNITY_ID]
    made: list[Record] = []
    for kind in KINDS:
        for number, record_id in enumerate(ids[kind.kind]):
            values = draw(st.fixed_dictionaries({n: value_of(s, ids) for n, s in specs(kind).items()}))
            if kind is Copy:
                values["digest"] = "0" * 64
            below = draw(st.sampled_from(["", *ids[kind.kind][:number]])) if kind.in_tree else ""
            made.append(kind(id=record_id, parent=below, **clean_or_empty(kind, values)))
    return made


def clean_or_empty(kind: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        try:
            found |= clean_values(kind, {name: value})
        except Refused:
            found[name] = "x"  # of a required text nothing was left
    return found


@given(communities(), st.data())
@settings(max_examples=25, deadline=None)
def test_any_community_comes_back_equal(records: list[Record], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        workspace = create_workspace(folder / "a.groundwork", Community(name="A"))
        try:
            with workspace.edit("Fill") as edit:
                edit.restore(records)
            partners = workspace.all(Partner)
            if partners:
                with workspace.edit("Remove") as edit:
                    edit.remove(Partner, data.draw(st.sampled_from(partners)).id)
            held = contents(workspace)
            again = made_again(everything(workspace), folder)
            try:
                assert contents(again) == held
            finally:
                again.close()
        finally:
            workspace.close()


# -- what others do to it --------------------------------------------------------------------------------------


@pytest.fixture
def taken(workspace: Workspace) -> bytes:
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(id="p", name="Friendship centre"))
        other = edit.add(Partner(id="q", name="Inlet Motel"))
        edit.add(Tie(id="t", from_partner=partner.id, to_partner=other.id))
        edit.add(Item(id="g", what="A goal", level="goal"))
        edit.add(Item(id="s", what="A step", parent="g", by=date(2027, 5, 1)))
        edit.add(Note(id="n", item="s", words="Said yes"))
    keep(workspace, "Poster", pdfs.sound("Poster"), ["Poster"])
    return everything(workspace)


def refused(data: bytes, folder: Path) -> str:
    """The one sentence; nothing is left in the folder but what was there."""
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "everything.zip").write_bytes(data)
    before = sorted(folder.rglob("*"))
    with pytest.raises(Refused) as told:
        rebuild(folder / "in" / "everything.zip", folder / "in" / "New.groundwork")
    assert sorted(folder.rglob("*")) == before
    return str(told.value)


def entry(name: str, content: bytes = b"x") -> Callable[[bytes], bytes]:
    return lambda data: packed({**parts_of(data), name: content})


def without(name: str) -> Callable[[bytes], bytes]:
    return lambda data: packed({k: v for k, v in parts_of(data).items() if not k.startswith(name)})


def json_of(name: str, change: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    return lambda data: with_json(data, name, change)


def first(**values: object) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    return lambda found: [{**found[0], **values}, *found[1:]]


def twice(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as parts:
        parts.writestr("records/partner.json", b"[]")
    return out.getvalue()


def bomb(data: bytes) -> bytes:
    """A file of a few kilobytes that unpacks to 2 GB, and says so."""
    made = packed({**parts_of(data), "copies/b.pdf": b" " * 1_234_567})
    return made.replace(struct.pack("<L", 1_234_567), struct.pack("<L", 2_000_000_000))


def liar(data: bytes) -> bytes:
    """A large file whose entry says that it is small."""
    parts = {**parts_of(data), "records/partner.json": b"[" + b" " * 3_000_000 + b"]"}
    made = packed(parts)
    return made.replace(struct.pack("<L", 3_000_002), struct.pack("<L", 40))


def long_list(data: bytes) -> bytes:
    """The end of the list says that the list has 4 GB."""
    at = data.rindex(b"PK\x05\x06")
    return data[: at + 12] + struct.pack("<L", 0xFFFFFFF0) + data[at + 16 :]


HARM: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _data: b"",
    "no zip": lambda _data: b"Groundwork" * 100,
    "cut off": lambda data: data[: len(data) // 2],
    "another zip": lambda _data: packed({"a.txt": b"a"}),
    "a name from the root": entry("/etc/motd"),
    "a name that leads out": entry("records/../../out.txt"),
    "a name of a drive": entry("C:/out.txt"),
    "a name with backslashes": entry("..\\out.txt"),
    "a name twice": twice,
    "a name in other letters": entry("RECORDS/partner.json"),
    "a bomb": bomb,
    "a liar": liar,
    "a list beyond measure": long_list,
    "no manifest": without("manifest"),
    "a list is missing": without("records/tie.json"),
    "a PDF is missing": without("copies/Poster.pdf"),
    "no JSON": entry("records/partner.json", b"[{"),
    "other letters": entry("records/partner.json", b"\xff\xfe["),
    "nested beyond measure": entry("records/partner.json", b"[" * 200_000),
    "no list": json_of("records/partner.json", lambda _found: {"a": 1}),
    "no record": json_of("records/partner.json", lambda found: [5, *found[1:]]),
    "fewer": json_of("records/partner.json", lambda found: found[1:]),
    "the same twice": json_of("records/partner.json", lambda found: [found[0], found[0]]),
    "no id": json_of("records/partner.json", first(id="")),
    "an id that means something": json_of("records/partner.json", first(id="p.name")),
    "a number for a name": json_of("records/partner.json", first(name=5)),
    "half a letter": json_of("records/partner.json", first(name="\ud800")),
    "a name without end": json_of("records/partner.json", first(name="x" * 5_000)),
    "a scale beyond its end": json_of("records/partner.json", first(interest=6)),
    "a truth for a number": json_of("records/partner.json", first(interest=True)),
    "no number": entry("records/partner.json", b'[{"id": "p", "name": "A", "interest": NaN}, {"id": "q"}]'),
    "no day": json_of("records/item.json", first(by="2027-02-30")),
    "no list of words": json_of("records/partner.json", first(languages="English")),
    "a step below itself": json_of("records/item.json", lambda found: [{**one, "parent": "s"} for one in found]),
    "a step below nothing": json_of("records/item.json", first(parent="nobody")),
    "no community": json_of("records/community.json", first(id="other")),
    "another PDF": entry("copies/Poster.pdf", b"%PDF-1.4 another"),
    "words that are none": entry("copies/Poster.words.json", b"[5]"),
    "an order that is none": json_of("manifest.json", lambda found: {**found, "records": []}),
    "a path out in the manifest": json_of(
        "manifest.json", lambda found: {**found, "copies": [{"file": "/etc/passwd"}]}
    ),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_is_not_sound_is_refused_in_a_sentence_and_leaves_nothing(taken: bytes, tmp_path: Path, harm: str) -> None:
    sentence = refused(HARM[harm](taken), tmp_path)
    assert "everything.zip" in sentence
    assert sentence.endswith("Nothing was made. Ask for the file once more.")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("manifest.json", lambda found: {**found, "version": 2}),
        ("manifest.json", lambda found: {**found, "records": {**found["records"], "feast": {"file": "x", "count": 1}}}),
        ("records/partner.json", first(favourite_song="x")),
    ],
)
def test_what_a_newer_program_wrote_is_not_half_taken(
    taken: bytes, tmp_path: Path, name: str, change: Callable[[Any], Any]
) -> None:
    assert "newer Groundwork" in refused(with_json(taken, name, change), tmp_path)


def test_what_an_older_program_did_not_know_is_empty(taken: bytes, tmp_path: Path) -> None:
    def older(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "records": {k: v for k, v in found["records"].items() if k != "note"}}

    data = with_json(taken, "manifest.json", older)
    data = with_json(data, "records/partner.json", lambda found: [{"id": "p", "name": "A"}, {"id": "q", "name": "B"}])
    again = made_again(data, tmp_path)
    assert again.all(Note) == []
    assert again.all(Partner) == [Partner(id="p", name="A"), Partner(id="q", name="B")]
    again.close()


def test_letters_that_act_are_left_out(taken: bytes, tmp_path: Path) -> None:
    again = made_again(with_json(taken, "records/partner.json", first(name="A\u202egpj\u0007B")), tmp_path)
    assert again.all(Partner)[0].name == "AgpjB"
    again.close()


def test_a_file_that_stands_there_is_never_replaced(taken: bytes, tmp_path: Path) -> None:
    (tmp_path / "everything.zip").write_bytes(taken)
    target = tmp_path / "Kept.groundwork"
    target.write_bytes(b"kept")
    with pytest.raises(AlreadyThere):
        rebuild(tmp_path / "everything.zip", target)
    assert target.read_bytes() == b"kept"


def test_a_zip_or_a_folder_that_is_not_there_is_said(taken: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotThere, match=r"none\.zip"):
        rebuild(tmp_path / "none.zip", tmp_path / "New.groundwork")
    (tmp_path / "everything.zip").write_bytes(taken)
    with pytest.raises(NotThere, match="gone"):
        rebuild(tmp_path / "everything.zip", tmp_path / "gone" / "New.groundwork")
