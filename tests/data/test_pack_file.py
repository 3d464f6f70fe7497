"""Content packs from outside: sound ones are read, and of others nothing is used."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import __version__
from app.data.pack_building import build_pack
from app.data.pack_file import LARGEST, LARGEST_PACK, pack_in, read_pack
from app.data.signatures import Keys
from app.model.packs import FORM, Pack, facts_from, is_older, is_version
from app.model.page import plain_text
from app.model.signer import KNOWN, NOBODY, STRANGER
from app.model.trouble import NotAPack, NotThere, PackForged, PackTooNew, PackWrong, Refused, Trouble
from tests.everything import packed
from tests.packs import FACTS, FILES, KEYS, LINES, PAGE, PROGRAM, SEED, STRANGERS_SEED, folder_of, pack_bytes

NAME = "autumn.groundwork-pack"


def read(content: bytes, program: str = PROGRAM) -> Pack:
    return pack_in(content, NAME, KEYS, program)


def with_file(name: str, text: str | bytes) -> dict[str, bytes]:
    return {**FILES, name: text.encode() if isinstance(text, str) else text}


# -- sound ones ------------------------------------------------------------------------------------------------


def test_a_signed_pack_is_read_with_whose_it_is():
    pack = read(pack_bytes())
    assert (pack.facts.id, pack.facts.edition, pack.facts.title) == ("autumn", 2, "Autumn pages")
    assert (pack.signer.kind, pack.signer.name) == (KNOWN, "The makers")
    assert [one.id for one in pack.toolkit.pages] == ["get-informed/winter-roads"]
    assert [one.id for one in pack.lines.lines] == ["winter"]
    assert [one.id for one in pack.lines.closed] == ["bc-211"]


def test_what_a_pack_brings_says_so():
    pack = read(pack_bytes())
    assert {one.pack for one in (*pack.toolkit.pages, *pack.lines.lines)} == {"Autumn pages"}


def test_an_unsigned_pack_and_a_strangers_are_told_apart():
    assert read(pack_bytes(seed=None)).signer.kind == NOBODY
    assert read(pack_bytes(seed=STRANGERS_SEED)).signer.kind == STRANGER


def test_a_pack_of_help_lines_alone_is_one(tmp_path: Path):
    files = {name: FILES[name] for name in ("pack.toml", "helplines.toml")}
    assert read(pack_bytes(files)).toolkit.pages == ()


# -- changed on the way ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_that_was_changed_after_signing_is_noticed(name: str):
    changed = {name: FILES[name].replace(b"a", b"e", 1)}
    with pytest.raises(PackForged):
        read(pack_bytes(**changed))


def test_a_file_that_was_put_in_after_signing_is_noticed():
    with pytest.raises(PackForged):
        read(pack_bytes(**{"toolkit/get-informed/more.md": PAGE.encode()}))


def test_a_file_that_was_taken_out_after_signing_is_noticed():
    whole = pack_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        files = {name: opened.read(name) for name in opened.namelist() if name != "helplines.toml"}
    with pytest.raises(PackForged):
        read(packed(files))


def test_a_signature_that_is_none_is_refused():
    with pytest.raises(PackForged):
        read(pack_bytes(seed=None, signature=b"trust me"))


@settings(max_examples=150)
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_bit_that_fell_over_anywhere_gives_the_same_pack_or_a_sentence(at: float, bit: int):
    whole = bytearray(pack_bytes())
    whole[int(at * len(whole))] ^= 1 << bit
    try:
        pack = read(bytes(whole))
    except Trouble:
        return
    assert (pack.facts, pack.toolkit, pack.lines) == (SOUND.facts, SOUND.toolkit, SOUND.lines)


SOUND = read(pack_bytes())


# -- what no pack holds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../toolkit/get-informed/x.md",
        "/etc/passwd",
        "toolkit/../../x.md",
        "toolkit\\get-informed\\x.md",
        "toolkit/get-informed/x.py",
        "toolkit/get-informed/x.html",
        "toolkit/get-informed/deep/x.md",
        "toolkit/Get-Informed/x.md",
        "toolkit/x.md",
        "toolkit/get-informed/picture.png",
        "program.exe",
        "sample/sample.toml",
        "C:x.md",
    ],
)
def test_a_file_that_no_pack_holds_is_refused_even_signed(name: str):
    with pytest.raises(NotAPack):
        read(pack_bytes(with_file(name, PAGE)))


def test_a_file_too_large_is_refused():
    with pytest.raises(NotAPack):
        read(pack_bytes(with_file("toolkit/get-informed/x.md", PAGE + "a" * LARGEST)))


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = {f"toolkit/get-informed/x{n}.md": b" " * LARGEST for n in range(40)}
    content = pack_bytes({**FILES, **bomb})
    assert len(content) < 100_000
    with pytest.raises(NotAPack):
        read(content)


def test_a_part_that_lies_about_its_size_is_refused():
    content = bytearray(pack_bytes(with_file("toolkit/get-informed/x.md", b" " * 3 * LARGEST)))
    true = (3 * LARGEST).to_bytes(4, "little")
    while (at := content.find(true)) >= 0:
        content[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(NotAPack):
        read(bytes(content))


def test_a_file_larger_than_any_pack_is_not_read_to_its_end(tmp_path: Path):
    path = tmp_path / NAME
    with path.open("wb") as file:
        file.truncate(LARGEST_PACK * 50)
    with pytest.raises(NotAPack):
        read_pack(path, KEYS, PROGRAM)


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", packed({}), packed({"notes.txt": b"hello"})])
def test_what_is_no_pack_is_named_so(content: bytes):
    with pytest.raises(NotAPack):
        read(content)


def test_a_pack_that_is_not_there_gives_its_sentence(tmp_path: Path):
    with pytest.raises(NotThere):
        read_pack(tmp_path / NAME, KEYS, PROGRAM)


# -- what cannot be shown --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("toolkit/get-informed/x.md", "Words alone.", "x.md, line 1"),
        ("toolkit/get-informed/x.md", PAGE + "\n![a picture](x.png)", "line"),
        ("toolkit/get-informed/x.md", b"\xff\xfe", "UTF-8"),
        ("toolkit/get-informed/x.md", PAGE.replace("2027-01-10", "2099-01-01"), "checked after"),
        ("toolkit/sections.toml", "[[section]]\nid = 1", "sections.toml"),
        ("toolkit/sections.toml", "section = 'x'", "sections.toml"),
        ("toolkit/glossary.toml", "[[term]]\nid = 'x'", "glossary.toml"),
        ("helplines.toml", LINES.replace("18005550100", "18005550199"), "number"),
        ("helplines.toml", LINES.replace("order = 80", "order = 80\nemergency = true"), "emergency"),
        ("helplines.toml", "surprise = 1", "surprise"),
        ("helplines.toml", "[[closed]]\nid = 'x'", "help lines"),
        ("helplines.toml", "[[closed]]\nid = 'x'\nchecked = 'now'", "closed"),
        ("pack.toml", FACTS + "surprise = 1\n", "surprise"),
        ("pack.toml", FACTS.replace('id = "autumn"', 'id = "../autumn"'), "id"),
        ("pack.toml", FACTS.replace("edition = 2", "edition = 0"), "edition"),
        ("pack.toml", FACTS.replace("edition = 2", "edition = true"), "edition"),
        ("pack.toml", FACTS.replace("2027-01-15", "2027-01-15T10:00:00"), "made"),
        ("pack.toml", FACTS.replace('"Autumn pages"', '"Autumn\\u202e pages"'), "title"),
        ("pack.toml", FACTS.replace('"Autumn pages"', '" "'), "title"),
        ("pack.toml", FACTS.replace('needs = "1.2"', 'needs = "soon"'), "needs"),
        ("pack.toml", "id = ", "pack.toml"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_place(name: str, text: str | bytes, says: str):
    with pytest.raises(PackWrong, match=says):
        read(pack_bytes(with_file(name, text)))


def test_a_script_in_a_page_is_words_like_others():
    pack = read(pack_bytes(with_file("toolkit/get-informed/winter-roads.md", PAGE + "\n<script>alert(1)</script>")))
    assert "<script>alert(1)</script>" in plain_text(pack.toolkit.pages[0])


def test_an_empty_pack_is_refused():
    with pytest.raises(PackWrong, match="nothing in it"):
        read(pack_bytes({"pack.toml": FACTS.encode()}))


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "edition", "made", "form", "needs"]), st.none() | st.integers() | st.text()
    )
)
def test_facts_of_any_sort_are_refused_with_one_error(given: dict[str, object]):
    with pytest.raises(ValueError, match=r"."):
        facts_from(given)


# -- old and new -----------------------------------------------------------------------------------------------


def test_a_pack_for_a_newer_program_says_which():
    with pytest.raises(PackTooNew, match=r"Groundwork 1\.2 or newer"):
        read(pack_bytes(), program="1.1.9")


def test_a_pack_of_later_rules_says_so_whatever_else_it_holds():
    files = {**with_file("pack.toml", FACTS + f"form = {FORM + 1}\nmood = 'new'\n"), "sounds/x.ogg": b"."}
    with pytest.raises(PackTooNew, match="a newer Groundwork"):
        read(pack_bytes(files))


@pytest.mark.parametrize(("version", "than"), [("0.9", "1"), ("1.2", "1.10"), ("1.2.3", "1.2.4"), ("1", "1.0.1")])
def test_versions_are_compared_by_their_numbers(version: str, than: str):
    assert is_older(version, than)
    assert not is_older(than, version)
    assert not is_older(version, version)


def test_this_programs_own_version_can_be_compared():
    assert is_version(__version__)


# -- made ------------------------------------------------------------------------------------------------------


def test_a_folder_becomes_a_pack_that_is_read_back(tmp_path: Path):
    out = tmp_path / NAME
    made = build_pack(folder_of(tmp_path / "folder"), out, PROGRAM, SEED)
    found, content = read_pack(out, KEYS, PROGRAM)
    assert found.signer.kind == KNOWN
    assert (found.facts, found.toolkit, found.lines) == (made.facts, made.toolkit, made.lines)
    assert content == out.read_bytes()


def test_the_same_folder_makes_the_same_bytes(tmp_path: Path):
    folder = folder_of(tmp_path / "folder")
    outs = [tmp_path / f"{n}.groundwork-pack" for n in range(2)]
    for out in outs:
        build_pack(folder, out, PROGRAM, SEED)
        (folder / "pack.toml").touch()
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_without_a_key_a_pack_is_unsigned(tmp_path: Path):
    out = tmp_path / NAME
    build_pack(folder_of(tmp_path / "folder"), out, PROGRAM)
    assert read_pack(out, Keys(), PROGRAM)[0].signer.kind == NOBODY


def test_a_hidden_file_of_the_system_is_left_out(tmp_path: Path):
    folder = folder_of(tmp_path / "folder", with_file(".DS_Store", b"."))
    build_pack(folder, tmp_path / NAME, PROGRAM)


def test_a_file_that_no_pack_holds_is_named_and_nothing_is_written(tmp_path: Path):
    folder = folder_of(tmp_path / "folder", with_file("notes.txt", "Ask Ann."))
    with pytest.raises(Refused, match=r"notes\.txt"):
        build_pack(folder, tmp_path / NAME, PROGRAM)
    assert not (tmp_path / NAME).exists()


def test_a_wrong_page_is_named_and_nothing_is_written(tmp_path: Path):
    folder = folder_of(tmp_path / "folder", with_file("toolkit/get-informed/x.md", "Words."))
    with pytest.raises(PackWrong, match=r"x\.md, line 1"):
        build_pack(folder, tmp_path / NAME, PROGRAM)
    assert not (tmp_path / NAME).exists()


def test_a_folder_without_its_facts_is_refused(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotThere, match=r"pack\.toml"):
        build_pack(tmp_path / "folder", tmp_path / NAME, PROGRAM)
