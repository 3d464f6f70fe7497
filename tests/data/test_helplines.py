"""The help lines: the reviewed file is sound, and an unsound one is refused."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.data.helplines import load_helplines
from app.data.resources import resources_folder
from app.model.helplines import HelpLine

SHIPPED = resources_folder() / "helplines.toml"
PRINTED = "1-888-712-7974"

GOOD = """
[[line]]
id = "emergency"
order = 1
emergency = true
name = "Emergency"
numbers = [{ way = "call", display = "9-1-1", dial = "911" }]
hours = "Day and night"
languages = "We do not have this."
for_whom = "Anyone."
source = "https://example.org"
certainty = "A"
checked = 2026-11-23
"""
SECOND = GOOD.replace('"emergency"', '"second"').replace("order = 1", "order = 2").replace("emergency = true\n", "")


@pytest.fixture(scope="module")
def lines() -> tuple[HelpLine, ...]:
    return load_helplines(SHIPPED)


def load(tmp_path: Path, text: str) -> tuple[HelpLine, ...]:
    path = tmp_path / "helplines.toml"
    path.write_text(text, "utf-8")
    return load_helplines(path)


# -- the file that is shipped ----------------------------------------------------------------------------------


def test_emergency_comes_first(lines: tuple[HelpLine, ...]):
    assert lines[0].emergency
    assert lines[0].numbers[0].dial == "911"


@pytest.mark.parametrize(
    ("line_id", "number"),
    [
        ("victimlinkbc", "1-800-563-0808"),
        ("trafficking-hotline", "1-833-900-1010"),
        ("child-protection", "1-800-663-9122"),
        ("kids-help-phone", "1-800-668-6868"),
        ("kids-help-phone", "686868"),
        ("suicide-crisis", "9-8-8"),
        ("hope-for-wellness", "1-855-242-3310"),
        ("kuu-us", "1-800-588-8717"),
        ("metis-crisis-line", "1-833-638-4722"),
        ("mmiwg", "1-844-413-6649"),
        ("bc-211", "2-1-1"),
        ("crime-stoppers", "1-800-222-8477"),
    ],
)
def test_each_line_has_the_number_that_was_checked(lines: tuple[HelpLine, ...], line_id: str, number: str):
    line = next(one for one in lines if one.id == line_id)
    assert number in [one.display for one in line.numbers]


def test_the_number_printed_in_the_toolkit_is_never_offered_as_help(lines: tuple[HelpLine, ...]):
    digits = re.sub(r"\D", "", PRINTED)
    for line in lines:
        for number in line.numbers:
            assert digits not in re.sub(r"\D", "", number.dial + number.display)


def test_the_number_printed_in_the_toolkit_is_explained_beside_the_right_one(lines: tuple[HelpLine, ...]):
    victim_link = next(one for one in lines if one.id == "victimlinkbc")
    (printed,) = victim_link.printed
    assert printed.number == PRINTED
    assert "OCTIP" in printed.note
    assert "1-800-563-0808" in printed.note
    assert "could not confirm" in printed.note


def test_every_line_is_dated_and_none_rests_on_hearsay(lines: tuple[HelpLine, ...]):
    assert all(line.checked >= date(2026, 11, 23) for line in lines)
    assert {line.certainty for line in lines} <= {"A", "B"}


def test_the_united_states_line_is_not_among_them():
    assert "373-7888" not in SHIPPED.read_text("utf-8")


# -- files that are not sound ----------------------------------------------------------------------------------


def test_a_good_file_is_read_in_its_order(tmp_path: Path):
    assert [line.id for line in load(tmp_path, SECOND + GOOD)] == ["emergency", "second"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('dial = "911"', 'dial = "912"'),
        ('way = "call"', 'way = "shout"'),
        ('certainty = "A"', 'certainty = "Z"'),
        ("checked = 2026-11-23", 'checked = "lately"'),
        ("checked = 2026-11-23", "checked = 2026-11-23T10:00:00"),
        ('hours = "Day and night"', 'hours = " "'),
        ('hours = "Day and night"\n', ""),
        ('source = "https://example.org"', 'source = "hearsay"'),
        ("emergency = true\n", ""),
        ("order = 1", "order = 1\nsurprise = 1"),
        ("order = 1", 'order = "1"'),
        ("order = 1", "order = 1\nnote = 1"),
        ('dial = "911" }', 'dial = "911", note = 1 }'),
        ("emergency = true", 'emergency = "yes"'),
        ('numbers = [{ way = "call", display = "9-1-1", dial = "911" }]', "numbers = []"),
    ],
)
def test_a_wrong_line_is_refused(tmp_path: Path, right: str, wrong: str):
    assert right in GOOD
    with pytest.raises(ValueError, match="help line"):
        load(tmp_path, GOOD.replace(right, wrong))


def test_an_emergency_line_that_is_not_first_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="emergency"):
        load(tmp_path, GOOD.replace("order = 1", "order = 9") + SECOND)


def test_two_lines_of_one_id_are_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="twice"):
        load(tmp_path, GOOD + SECOND.replace('"second"', '"emergency"'))


def test_an_explained_number_that_is_offered_too_is_refused(tmp_path: Path):
    printed = '[[printed]]\nline = "emergency"\nnumber = "9-1-1"\nwhere = "Here"\nnote = "Old."\n'
    with pytest.raises(ValueError, match="only explained"):
        load(tmp_path, GOOD + printed)


def test_an_explained_number_belongs_to_a_line(tmp_path: Path):
    printed = '[[printed]]\nline = "nobody"\nnumber = "555"\nwhere = "Here"\nnote = "Old."\n'
    with pytest.raises(ValueError, match="belongs to no line"):
        load(tmp_path, GOOD + printed)
