"""Everything that a community takes with it: what is in it, in which words, and how it is written."""

from __future__ import annotations

import csv
import io
import json
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from markdown_it import MarkdownIt

from app.data.opening import create_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.copy import Copy
from app.model.everything import Stopped
from app.model.groups import Group
from app.model.item import Item
from app.model.kinds import KINDS
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.schema import Record, link, long
from app.model.tie import Tie
from app.reports.everything import write_everything
from app.reports.record_reading import shown_as_is
from tests import pdfs
from tests.everything import DAY, everything, nobody, parts_of, save_everything


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast(Record):
    """A kind that the program does not have."""

    kind: ClassVar[str] = "feast"
    noun: ClassVar[str] = "feast"
    title_field: ClassVar[str] = "said"

    said: str = long("What was said")
    host: str = link("Host", "partner")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    community = Community(name="Cedar Inlet", nations="hən̓q̓əmin̓əm̓", about="We meet at the hall.")
    made = create_workspace(tmp_path / "C.groundwork", community, kinds=(*KINDS, Feast))
    with made.edit("Add") as edit:
        edit.add(Group(id="elders", name="Our Elders"))
        edit.add(Partner(id="p", name="Friendship centre", group="elders", notes="=SUM(A1)", consent_show="office"))
        edit.add(Partner(id="q", name="Sm'algya̱x <b>radio</b>", skills="*Two*\n1. hosts\n# one van"))
        edit.add(Tie(id="t", from_partner="p", to_partner="q"))
        edit.add(Item(id="g", what="A goal", level="goal"))
        edit.add(Item(id="s", what="Book the hall", parent="g", lead="p", by=date(2027, 5, 1), tell="Elders\nYouth"))
        edit.add(Note(id="n", item="s", on=date(2027, 3, 1), words="They said _yes_"))
        edit.add(Mark(id="m", page="get-organized/who", quote="who should be involved", note="Ask on Monday"))
        edit.add(Feast(id="f", said="In May", host="q"))
    yield made
    made.close()


def rows(data: bytes, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(parts_of(data)[name].decode("utf-8-sig"))))


def test_every_kind_of_record_is_in_it_twice_and_a_new_one_by_itself(workspace: Workspace) -> None:
    data = everything(workspace)
    parts = parts_of(data)
    for kind in (*KINDS, Feast):
        held = json.loads(parts[f"records/{kind.kind}.json"])
        assert [one["id"] for one in held] == [one.id for one in workspace.all(kind)]
        assert len(rows(data, f"records/{kind.kind}.csv")) == len(held)
    assert "In May" in parts["reading/feast.md"].decode()


def test_a_sheet_says_names_and_keys_and_holds_no_formula(workspace: Workspace) -> None:
    data = everything(workspace)
    (tie,) = rows(data, "records/tie.csv")
    assert (tie["From"], tie["From (key)"], tie["Kind of tie"]) == ("Friendship centre", "p", "works with")
    partner = rows(data, "records/partner.csv")[0]
    assert (partner["Group"], partner["Notes"]) == ("Our Elders", "'=SUM(A1)")
    assert rows(data, "records/item.csv")[1]["Stands below"] == "A goal"


def test_the_plan_is_an_outline_that_any_markdown_program_reads(workspace: Workspace) -> None:
    text = parts_of(everything(workspace))["reading/plan.md"].decode()
    html = MarkdownIt("commonmark").render(text)
    assert "<strong>1.1 Book the hall</strong>" in html
    assert "They said _yes_" in html
    assert "Elders<br />\nYouth" in html
    assert "Lead: Friendship centre" in html


def test_words_of_people_cannot_act_in_it(workspace: Workspace) -> None:
    text = parts_of(everything(workspace))["reading/partner.md"].decode()
    html = MarkdownIt("commonmark").render(text)
    assert "Sm'algya̱x &lt;b&gt;radio&lt;/b&gt;" in html
    assert "*Two*<br />\n1. hosts<br />\n# one van" in html
    assert "<ol>" not in html


@pytest.mark.parametrize(
    "line", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=====", "a\\", "[a](b)", "<a>", "&amp;", "`a`", "~~a~~", "|a|"]
)  # fmt: skip
def test_a_line_is_shown_as_it_was_typed(line: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(f"a\\\n{shown_as_is(line)}")
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join(one.content for one in tokens[1].children or () if one.type in ("text", "text_special"))
    assert shown == f"a{line}"


def test_the_letter_says_what_there_is_whose_it_is_and_what_to_heed(workspace: Workspace) -> None:
    keep(workspace, pdfs.sound("Poster"))
    letter = " ".join(parts_of(everything(workspace))["README.txt"].decode().split())
    for words in (
        "Everything from Cedar Inlet",
        "15 March 2027",
        "belongs to the community: Cedar Inlet (hən̓q̓əmin̓əm̓)",
        "OCAP®",
        "for the office alone",
        "No passphrase protects it",
        "records/partner.json 2 each partner",
        "copies/*.pdf 1 kept PDFs",
    ):
        assert words in letter


def keep(workspace: Workspace, content: bytes) -> None:
    digest = workspace.copies.put(content, ["Poster"])
    with workspace.edit("Keep") as edit:
        edit.add(Copy(name="Poster", digest=digest, size=len(content), pages=1))


def test_the_history_says_what_was_before_and_after_and_what_was_removed(workspace: Workspace) -> None:
    with workspace.edit("Rename partner") as edit:
        edit.change(Partner, "p", name="Friendship house")
    with workspace.edit("Remove partner") as edit:
        edit.remove(Partner, "q")
    workspace.undo()
    workspace.redo()
    parts = parts_of(everything(workspace))
    lines = [json.loads(one) for one in parts["history/history.jsonl"].splitlines()]
    assert [one["sort"] for one in lines[-4:]] == ["edit", "edit", "undo", "redo"]
    renamed, removed = lines[-4], lines[-3]
    (change,) = renamed["changes"]
    assert renamed["label"] == "Rename partner"
    assert (change["field"], change["before"], change["after"]) == ("name", "Friendship centre", "Friendship house")
    assert {"kind": "partner", "id": "q", "removed": True} in removed["changes"]
    gone = {one["id"]: one for one in json.loads(parts["history/removed.json"])}
    assert gone["q"]["skills"].startswith("*Two*")
    assert set(gone) == {"q", "t"}


def test_the_same_day_gives_the_same_bytes_and_no_hour(workspace: Workspace) -> None:
    keep(workspace, pdfs.sound("Poster"))
    data = everything(workspace)
    assert data == everything(workspace)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(2027, 3, 15, 0, 0, 0)}
        assert {one.create_system for one in parts.infolist()} == {3}
        assert parts.testzip() is None


def test_a_plan_without_days_has_no_calendar_and_no_people_no_cards(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "E.groundwork", Community(name="Empty"))
    with made.edit("Add") as edit:
        edit.add(Item(what="A goal", level="goal"))
    names = parts_of(everything(made)).keys()
    made.close()
    assert "handy/plan.xlsx" in names
    assert not {"handy/plan.ics", "handy/partners.vcf"} & names


def test_what_is_saved_meanwhile_is_not_in_it(workspace: Workspace) -> None:
    out = io.BytesIO()
    with workspace.outgoing.opened() as contents:
        with workspace.edit("Add") as edit:
            edit.add(Partner(name="Too late"))
        write_everything(contents, DAY, out, nobody)
    assert all(b"Too late" not in one for one in parts_of(out.getvalue()).values())
    assert b"Too late" in parts_of(everything(workspace))["records/partner.json"]


def test_it_tells_how_far_it_is_and_stops_when_asked(workspace: Workspace, tmp_path: Path) -> None:
    keep(workspace, pdfs.sound("Poster") + b"0" * 3_000_000)
    told: list[tuple[int, int]] = []
    with workspace.outgoing.opened() as contents:
        write_everything(contents, DAY, io.BytesIO(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert len({total for _done, total in told}) == 1
    assert told[-1][0] == told[-1][1]

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with workspace.outgoing.opened() as contents, pytest.raises(Stopped):
        write_everything(contents, DAY, io.BytesIO(), stop)


def test_large_pdfs_are_never_all_in_memory(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(4):
        keep(workspace, pdfs.sound("Poster") + bytes([number]) * 8_000_000)
    everything(workspace)  # what is loaded once does not count
    tracemalloc.start()
    save_everything(workspace, tmp_path / "e.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "e.zip").stat().st_size > 32_000_000
    assert peak < 8_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="there, who may read a file follows from its folder")
def test_nobody_else_on_the_computer_may_read_it(workspace: Workspace, tmp_path: Path) -> None:
    save_everything(workspace, tmp_path / "e.zip")
    assert (tmp_path / "e.zip").stat().st_mode & 0o077 == 0
