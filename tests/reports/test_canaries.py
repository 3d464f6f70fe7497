"""Every file for fewer eyes, byte by byte: each hidden field holds a word that stands nowhere else, and none may be in it.

It goes through the real command with a real community file, so that a new sort of export is held to it by being listed. PDFs
are held to the same in test_catalogue.py.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.cli import run_command
from app.cli.everything import KIND as EVERYTHING
from app.cli.exchange import EXPORTS
from app.data.opening import create_workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.schema import Audience, FieldType, Record, specs
from app.model.talk import Talk
from app.model.tie import Tie

TODAY = date.today()
KINDS = [one for one in EXPORTS if one != EVERYTHING]
READERS = list(Audience)
TEXTS = (FieldType.LINE, FieldType.LONG)
# Fields whose words mean something to the program.
TAKEN = {"series", "origin", "digest"}


class Canaries:
    """The records, and for each word or day in them which record and which field it is."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, str], tuple[str, ...]] = {}
        self._day = date(2041, 1, 1)

    def fill(self, record: Record) -> Any:
        """The record with a word of its own in each text and list, and a day of its own in each day that it lacks."""
        values: dict[str, object] = {}
        for name, spec in specs(type(record)).items():
            word = f"zq{record.id}{name.replace('_', '')}zq"
            if spec.type in TEXTS and name not in TAKEN:
                values[name] = word
                self.words[record.id, name] = (word,)
            elif spec.type is FieldType.WORDS:
                values[name] = (word,)
                self.words[record.id, name] = (word,)
            elif spec.type is FieldType.DATE and getattr(record, name) is None:
                self._day += timedelta(days=1)
                values[name] = self._day
                self.words[record.id, name] = _forms(self._day)
        return replace(record, **values)


def _forms(day: date) -> tuple[str, ...]:
    """How a day may stand in a file: as sheets, calendars and spreadsheets (days since 1900) write it."""
    return day.isoformat(), f"{day:%Y%m%d}", f">{(day - date(1899, 12, 30)).days}<"


# By id: what each agreed to, and who may see which of their fields.
PEOPLE = {
    "public": Partner(id="public", consent_show="public"),
    "committee": Partner(id="committee", consent_show="committee"),
    "office": Partner(id="office", consent_show="office"),
    "lapsed": Partner(id="lapsed", consent_show="public", consent_until=TODAY - timedelta(days=1)),
    "narrowed": Partner(
        id="narrowed",
        consent_show="public",
        consent_until=date(2099, 1, 1),
        sees={"organisation": "office", "role": "committee", "skills": "office", "languages": "office"},
    ),
    "widened": Partner(
        id="widened",
        consent_show="committee",
        consent_until=date(2099, 1, 2),
        sees={"phone": "public", "notes": "committee", "ideas": "public"},
    ),
}
AGREED = {"lapsed": "office", "narrowed": "public", "widened": "committee"}


def records() -> Iterator[Record]:
    """Everybody, and of all else one that is about each of them."""
    for one in PEOPLE.values():
        yield replace(one, form="person", interest=3, influence=4)
    for person in PEOPLE:
        yield Tie(id=f"tie{person}", from_partner=person, to_partner="public")
        yield Item(id=f"step{person}", lead=person, helpers=tuple(PEOPLE), by=TODAY + timedelta(days=9))
        yield Note(id=f"note{person}", item=f"step{person}")
        yield Talk(id=f"talk{person}", partner=person)
    yield from (Mark(id="mark"), LocalLine(id="line"), Item(id="gone", lead="office", by=TODAY))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Canaries]:
    path = tmp_path_factory.mktemp("canaries") / "C.groundwork"
    canaries = Canaries()
    workspace = create_workspace(path, Community(name="Cedar Inlet"))
    with workspace.edit("zqlabelzq") as edit:
        edit.change(Community, COMMUNITY_ID, about="About")
        edit.restore([canaries.fill(one) for one in records()])
    with workspace.edit("zqremovalzq") as edit:
        # What was is no more for anybody: a step renamed, another given away, another removed.
        edit.change(Item, "steppublic", what="zqsteppublicwhatzq again", lead="committee")
        edit.remove(Item, "gone")
    workspace.close()
    return path, canaries


def may_see(canaries: Canaries, owner: str, name: str, readers: Audience) -> bool:
    """The rule of the design, said once more in other words than the program's."""
    if owner in PEOPLE:
        agreed = Audience[AGREED.get(owner, owner).upper()]
        own = PEOPLE[owner].sees.get(name)
        field = Audience[own.upper()] if own else specs(Partner)[name].audience
        return readers >= agreed and readers >= field
    kind = next(kind for start, kind in OWNERS.items() if owner.startswith(start))
    if kind is Item:
        return owner != "gone" and readers >= specs(Item)[name].audience
    # Notes go to the office with the plan; ties, talks and marks go nowhere.
    return kind is Note and readers is Audience.OFFICE


OWNERS: dict[str, type[Record]] = {
    "step": Item, "gone": Item, "note": Note, "tie": Tie, "talk": Talk, "mark": Mark, "line": LocalLine,
}  # fmt: skip


def every_byte(data: bytes) -> str:
    """All that stands in a file: unpacked, with broken lines joined again, and in either way of writing letters."""
    return "\n".join(_texts(data))


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for one in parts.infolist():
                yield one.filename
                yield from _texts(parts.read(one))
        return
    yield data.replace(b"\r\n ", b"").decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")


def exported(file: Path, folder: Path, kind: str, readers: Audience, *more: str) -> str:
    out = folder / f"out-{kind}"
    words = ["export", kind, str(file), "--out", str(out), "--for", readers.name.lower(), *more]
    assert run_command(words) == 0
    return every_byte(out.read_bytes())


@pytest.mark.parametrize("readers", READERS, ids=lambda one: one.name.lower())
@pytest.mark.parametrize("kind", KINDS)
def test_no_byte_of_a_file_holds_what_its_readers_may_not_see(
    made: tuple[Path, Canaries], tmp_path: Path, kind: str, readers: Audience
) -> None:
    file, canaries = made
    held = exported(file, tmp_path, kind, readers)
    leaked = [
        key
        for key, forms in canaries.words.items()
        if any(one in held for one in forms) and not may_see(canaries, *key, readers)
    ]
    assert leaked == []
    assert "zqlabelzq" not in held
    assert "zqremovalzq" not in held


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_office_may_see_is_there_so_that_the_test_can_fail(
    made: tuple[Path, Canaries], tmp_path: Path, kind: str
) -> None:
    file, canaries = made
    held = exported(file, tmp_path, kind, Audience.OFFICE)
    found = {key for key, forms in canaries.words.items() if any(one in held for one in forms)}
    assert {(person, "name") for person in PEOPLE} <= found
    if kind.startswith("partners"):
        assert {("office", "notes"), ("office", "consent_asked"), ("lapsed", "phone")} <= found
    if kind in ("plan.xlsx", "plan.csv"):
        assert {("stepoffice", "notes"), ("stepoffice", "review"), ("noteoffice", "words")} <= found


@pytest.mark.parametrize("kind", KINDS)
def test_what_anyone_may_see_is_not_left_out_of_caution(made: tuple[Path, Canaries], tmp_path: Path, kind: str) -> None:
    file, canaries = made
    held = exported(file, tmp_path, kind, Audience.PUBLIC)
    wanted = [("stepoffice", "what")] if kind.startswith("plan") else [("public", "name"), ("public", "organisation")]
    assert all(canaries.words[one][0] in held for one in wanted)


def test_one_persons_calendar_names_nobody_who_did_not_agree(made: tuple[Path, Canaries], tmp_path: Path) -> None:
    file, canaries = made
    readers = Audience.COMMITTEE
    held = exported(file, tmp_path, "plan.ics", readers, "--lead", canaries.words["public", "name"][0])
    named = {one for one in PEOPLE if canaries.words[one, "name"][0] in held}
    assert named == {one for one in PEOPLE if may_see(canaries, one, "name", readers)}
    assert named != set(PEOPLE)


@pytest.mark.parametrize("readers", ["public", "committee"])
def test_everything_is_for_the_office_alone(
    made: tuple[Path, Canaries], tmp_path: Path, readers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.zip"
    assert run_command(["export", EVERYTHING, str(made[0]), "--out", str(out), "--for", readers]) == 1
    assert "office alone" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
