"""The program's own words in another language: read from a translator's file, never with what English does not put in."""

from __future__ import annotations

import gettext
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.contents import Contents
from app.data.phrases import read_phrases, use_phrases
from app.data.resources import resources_folder
from app.model.pack_changes import NEW, PHRASES
from app.model.phrases import language
from app.model.trouble import PackWrong
from tests.packs import FILES, FRENCH, PO_HEAD, PROGRAM, pack_bytes


@pytest.fixture(autouse=True)
def _english_afterwards(tmp_path: Path) -> Iterator[None]:
    yield
    use_phrases(tmp_path, None)


def entry(english: str, here: str) -> str:
    return f'{PO_HEAD}msgid "{english}"\nmsgstr "{here}"\n'


def test_what_is_translated_is_said_and_the_rest_stays_english(tmp_path: Path) -> None:
    use_phrases(tmp_path, read_phrases(FRENCH, "fr-CA"))
    assert gettext.gettext("Undo") == "Annuler"
    assert gettext.gettext("Print") == "Print"
    assert gettext.gettext("Redo") == "Redo"
    assert gettext.ngettext("{count} page to read", "{count} pages to read", 1) == "une page à lire"
    assert gettext.ngettext("{count} page to read", "{count} pages to read", 5).format(count=5) == "5 pages à lire"


def test_papers_say_which_language_they_are_in(tmp_path: Path) -> None:
    assert language() == "en-CA"
    use_phrases(tmp_path, read_phrases(FRENCH, "fr-CA"))
    assert language() == "fr-CA"
    use_phrases(tmp_path, None)
    assert language() == "en-CA"


def test_a_newer_edition_is_spoken_at_once(tmp_path: Path) -> None:
    use_phrases(tmp_path, read_phrases(FRENCH, "fr"))
    use_phrases(tmp_path, read_phrases(FRENCH.replace("Annuler", "Défaire"), "fr"))
    assert gettext.gettext("Undo") == "Défaire"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (entry("{count} steps", "{number} étapes"), "puts in"),
        (entry("{count} steps", "{count.__class__} étapes"), "puts in"),
        (entry("{count} steps", "{count[0]} étapes"), "puts in"),
        (entry("{count} steps", "{count!r} étapes"), "puts in"),
        (entry("{count} steps", "{count:>999999999} étapes"), "puts in"),
        (entry("Undo", "{} étapes"), "puts in"),
        (entry("Undo", "<img src='file:///x'>"), "puts in"),
        (entry("Undo", "{"), "line 6"),
        (entry("Undo", "An\u202enuler"), "cannot be seen"),
        (entry("Undo", "A" * 3_000), "too long"),
        (FRENCH.replace('msgstr[1] "{count} pages à lire"\n', ""), "plural forms"),
        (FRENCH.replace("plural=(n > 1)", "plural=(n > 1) * 7"), "Plural-Forms"),
        (FRENCH.replace("plural=(n > 1)", "plural=__import__('os')"), "Plural-Forms"),
        (FRENCH.replace("nplurals=2; plural=(n > 1);", ""), "Plural-Forms"),
        (PO_HEAD, "nothing in it is translated"),
        ("/etc/passwd", "nothing in it"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_phrases(text, "fr")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, PO_HEAD + text, entry("Undo", text)):
        try:
            read_phrases(whole, "fr")
        except ValueError:
            continue


def put(tmp_path: Path, **more: bytes) -> Path:
    path = tmp_path / "french.groundwork-pack"
    files = {"pack.toml": FILES["pack.toml"], "phrases/fr.po": FRENCH.encode(), **more}
    path.write_bytes(pack_bytes(files, None))
    return path


def test_a_pack_brings_a_language_and_takes_it_away_again(tmp_path: Path) -> None:
    contents = Contents(resources_folder(), tmp_path / "packs", PROGRAM)
    offer = contents.look_at(put(tmp_path))
    (change,) = offer.changes
    assert (change.sort, change.what, change.title) == (PHRASES, NEW, "fr")
    assert "Undo → Annuler" in change.after
    assert gettext.gettext("Undo") == "Undo"
    contents.take_in(offer, agreed=True)
    assert gettext.gettext("Undo") == "Annuler"
    contents.take_out("autumn")
    assert gettext.gettext("Undo") == "Undo"


def test_a_pack_of_two_languages_is_refused(tmp_path: Path) -> None:
    contents = Contents(resources_folder(), tmp_path / "packs", PROGRAM)
    with pytest.raises(PackWrong, match="more than one language"):
        contents.look_at(put(tmp_path, **{"phrases/de.po": FRENCH.encode()}))


def test_at_the_next_start_the_program_speaks_it(tmp_path: Path) -> None:
    def told(*arguments: str) -> str:
        command = [sys.executable, "-m", "app", *arguments]
        done = subprocess.run(command, env=dict(os.environ), capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    pack = tmp_path / "french.groundwork-pack"
    facts = FILES["pack.toml"].replace(b'needs = "1.2"', b'needs = "0"')
    pack.write_bytes(pack_bytes({"pack.toml": facts, "phrases/fr.po": FRENCH.encode()}, None))
    assert "No pack is in" in told("pack", "list")
    told("pack", "take", str(pack), "--unsigned")
    assert "Sans signature." in told("pack", "list")
    told("pack", "out", "autumn")
    assert "No pack is in" in told("pack", "list")


def test_words_that_were_exchanged_on_the_disk_are_not_spoken(tmp_path: Path) -> None:
    phrases = read_phrases(FRENCH, "fr")
    use_phrases(tmp_path, phrases)
    (file,) = tmp_path.rglob("*.mo")
    file.write_bytes(b"other words")
    use_phrases(tmp_path, phrases)
    assert file.read_bytes() == phrases.compiled
