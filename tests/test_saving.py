"""Whatever is saved, and whatever goes wrong: the old file stays, nothing is left beside it, and one sentence says what to do."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from app.data import safe_file
from app.data.opening import create_workspace
from app.data.safe_file import make_folder, write_safely, writing_safely
from app.data.workspace import Workspace
from app.model.audience import shown_to
from app.model.calendar import Plan
from app.model.community import Community
from app.model.file_names import name_trouble, safe_name, unlike
from app.model.groups import groups_of
from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_sheet import PlanContent, Scope, plan_sheet
from app.model.schema import Audience
from app.model.trouble import (
    BadName,
    DiskTrouble,
    HeldOpen,
    IsFolder,
    NameTooLong,
    NoSpace,
    NotAllowed,
    NotThere,
    Trouble,
)
from app.reports.calendar import CalendarFile, calendar_bytes
from app.reports.catalogue import REPORTS
from app.reports.kinds import WEB, WORD
from app.reports.paper import LETTER
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv
from app.reports.plan_sheet import plan_csv, plan_xlsx
from tests import pdfs
from tests.everything import everything, save_everything
from tests.reports.build import make_content
from tests.reports.reading import FONTS
from tests.sheets import ITEMS, PEOPLE

DAY = date(2027, 3, 15)
NOON = datetime(2027, 3, 15, 12, tzinfo=UTC)

Save = Callable[[Path], object]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = create_workspace(tmp_path_factory.mktemp("c") / "C.groundwork", Community(name="Cedar Inlet"))
    with made.edit("Add") as edit:
        for one in (*PEOPLE, *ITEMS):
            edit.add(one)
    yield made
    made.close()


def _sheet(write: Callable[[Any], bytes]) -> bytes:
    outline = Outline(ITEMS)
    return write(plan_sheet(PlanContent("C", outline, PEOPLE, (), Audience.OFFICE, Scope(), NOON)))


def _calendar() -> bytes:
    shown = shown_to(Audience.OFFICE, PEOPLE, [Item(id="s", what="Book the hall", by=DAY)])
    return calendar_bytes(CalendarFile("C", Plan(shown, {}, DAY), Audience.OFFICE, NOON))


# Every sort of file that the program writes for people.
BYTES: dict[str, Callable[[], bytes]] = {
    "report.pdf": lambda: REPORTS["pocket-cards"].make(make_content(), LETTER, FONTS).pdf,
    "report.docx": lambda: REPORTS["gaps"].make(make_content(), LETTER, FONTS, WORD).data,
    "report.html": lambda: REPORTS["gaps"].make(make_content(), LETTER, FONTS, WEB).data,
    "copy.pdf": lambda: pdfs.sound("Poster"),
    "partners.csv": lambda: people_csv(PEOPLE, groups_of()),
    "partners.vcf": lambda: people_vcards(PEOPLE, groups_of()),
    "plan.csv": lambda: _sheet(plan_csv),
    "plan.xlsx": lambda: _sheet(plan_xlsx),
    "plan.ics": _calendar,
}
MADE: dict[str, bytes] = {}
NAMES = [*BYTES, "everything.zip"]


@pytest.fixture(params=NAMES)
def writer(request: pytest.FixtureRequest, workspace: Workspace) -> tuple[str, Save]:
    """A name to save under, and what saves there."""
    name = str(request.param)
    if name == "everything.zip":
        return name, lambda target: save_everything(workspace, target)
    if name not in MADE:
        MADE[name] = BYTES[name]()
    return name, lambda target: write_safely(target, MADE[name])


# -- what can go wrong -----------------------------------------------------------------------------------------


class FailingDisk(io.FileIO):
    """Takes `room` bytes, then answers with an error at every write."""

    room, error = 0, 0

    def write(self, content: Any) -> int:
        size = len(memoryview(content).cast("B"))
        if size > type(self).room:
            raise OSError(type(self).error, os.strerror(type(self).error))
        type(self).room -= size
        return super().write(content)


@contextmanager
def failing_disk(monkeypatch: pytest.MonkeyPatch, room: int, error: int) -> Iterator[None]:
    def open_part(part: Path, *, private: bool) -> BinaryIO:
        return io.BufferedRandom(FailingDisk(part, "w+"))

    FailingDisk.room, FailingDisk.error = room, error
    with monkeypatch.context() as patch:
        patch.setattr(safe_file, "open_part", open_part)
        yield


@contextmanager
def failing_call(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: int) -> Iterator[None]:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as patch:
        patch.setattr(safe_file, "_WAITS", (0.001,))
        patch.setattr(owner, name, fail)
        yield


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def held(path: Path) -> bytes | None:
    """What stands there, if a file does."""
    return path.read_bytes() if path.name in names_in(path.parent) and path.is_file() else None


def check(save: Save, target: Path, kind: type[Trouble], *, named: str = "") -> None:
    """It fails calmly; what stood there stands there, and nothing else does."""
    old, before = held(target), names_in(target.parent)
    with pytest.raises(kind) as told:
        save(target)
    assert type(told.value) is kind
    sentence = str(told.value)
    assert (named or target.name) in sentence
    assert sentence.endswith(".")
    assert "change" not in sentence or "Nothing was changed" in sentence
    assert names_in(target.parent) == before
    assert held(target) == old


@pytest.fixture
def target(writer: tuple[str, Save], tmp_path: Path) -> Path:
    """Where an older file stands."""
    path = tmp_path / writer[0]
    path.write_bytes(b"the older one")
    return path


def test_it_is_saved_whole_in_place_of_the_older_one(writer: tuple[str, Save], target: Path) -> None:
    writer[1](target)
    assert target.read_bytes() != b"the older one"
    assert names_in(target.parent) == [target.name]


@pytest.mark.parametrize(
    ("error", "kind"), [(errno.ENOSPC, NoSpace), (errno.EDQUOT, NoSpace), (errno.EIO, DiskTrouble)]
)
def test_a_disk_that_is_full_or_gone_at_any_write(
    writer: tuple[str, Save], target: Path, monkeypatch: pytest.MonkeyPatch, error: int, kind: type[Trouble]
) -> None:
    writer[1](target)
    whole = target.stat().st_size
    target.write_bytes(b"the older one")
    for room in (0, 1, whole // 3, whole - 1):
        with failing_disk(monkeypatch, room, error):
            check(writer[1], target, kind)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_real_limit_of_the_system(writer: tuple[str, Save], target: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        check(writer[1], target, NoSpace)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


CALLS = [
    ("fsync", os, errno.ENOSPC, NoSpace),
    ("fsync", os, errno.EIO, DiskTrouble),
    ("open", os, errno.EACCES, NotAllowed),
    ("open", os, errno.EROFS, NotAllowed),
    ("open", os, errno.EIO, DiskTrouble),
    ("open", os, errno.ENODEV, NotThere),
    ("open", os, errno.EINVAL, BadName),
    ("replace", Path, errno.EACCES, HeldOpen),
    ("replace", Path, errno.EPERM, HeldOpen),
    ("replace", Path, errno.ENOENT, NotThere),
    ("replace", Path, errno.EIO, DiskTrouble),
    ("replace", Path, errno.ENOSPC, NoSpace),
]


@pytest.mark.parametrize(("call", "owner", "error", "kind"), CALLS)
def test_a_read_only_place_a_stick_pulled_out_and_a_file_held_open(
    writer: tuple[str, Save],
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    owner: Any,
    error: int,
    kind: type[Trouble],
) -> None:
    with failing_call(monkeypatch, owner, call, error):
        check(writer[1], target, kind)


def test_a_stick_that_is_gone_in_the_midst_hides_nothing(
    writer: tuple[str, Save], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = failing_call(monkeypatch, Path, "unlink", errno.EIO)
    with stuck, failing_call(monkeypatch, os, "fsync", errno.EIO), pytest.raises(DiskTrouble, match=writer[0]):
        writer[1](target)
    assert target.read_bytes() == b"the older one"


def test_a_folder_that_is_not_there(writer: tuple[str, Save], tmp_path: Path) -> None:
    check(writer[1], tmp_path / "gone" / writer[0], NotThere, named="gone")


def test_a_folder_stands_there(writer: tuple[str, Save], tmp_path: Path) -> None:
    target = tmp_path / writer[0]
    target.mkdir()
    (target / "kept.txt").write_text("kept")
    check(writer[1], target, IsFolder)
    assert (target / "kept.txt").read_text() == "kept"


def test_a_name_that_is_too_long(writer: tuple[str, Save], tmp_path: Path) -> None:
    check(writer[1], tmp_path / ("n" * 300 + writer[0]), NameTooLong, named="n" * 40)


def test_the_longest_name_that_a_disk_takes(writer: tuple[str, Save], tmp_path: Path) -> None:
    target = tmp_path / ("n" * (255 - len(writer[0])) + writer[0])
    writer[1](target)
    assert names_in(tmp_path) == [target.name]


@pytest.mark.parametrize("name", ["CON", "con.pdf", "Nul.tar.gz", "lpt1.csv", "COM¹.ics", "aux .zip", "plan.", "plan "])
def test_a_name_that_windows_keeps_or_cuts(writer: tuple[str, Save], tmp_path: Path, name: str) -> None:
    check(writer[1], tmp_path / name, BadName)
    with pytest.raises(BadName):
        make_folder(tmp_path, name)


# -- more than the sentence ------------------------------------------------------------------------------------


def test_a_file_that_is_held_for_a_moment_only_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the older one")
    real, tried = Path.replace, []

    def replace(part: Path, to: Path) -> Path:
        tried.append(to)
        if len(tried) < 3:
            raise PermissionError(errno.EACCES, "sharing violation")
        return real(part, to)

    monkeypatch.setattr(safe_file, "_WAITS", (0.001, 0.001))
    monkeypatch.setattr(Path, "replace", replace)
    write_safely(target, b"the new one")
    assert target.read_bytes() == b"the new one"


def test_a_file_that_somebody_marked_as_read_only_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the older one")
    # As the system answers everybody but its keeper, who may run the tests.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    check(lambda path: write_safely(path, b"new"), target, NotAllowed)


@pytest.mark.skipif(sys.platform == "win32", reason="no such things there")
def test_what_is_no_file_never_becomes_one(tmp_path: Path) -> None:
    target = tmp_path / "pipe"
    os.mkfifo(target)
    check(lambda path: write_safely(path, b"new"), target, NotAllowed)
    assert not target.is_file()


def test_a_place_without_a_name_is_a_folder() -> None:
    with pytest.raises(IsFolder):
        write_safely(Path(), b"new")


def test_a_fault_of_ours_passes_as_it_is_and_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the older one")
    with pytest.raises(ZeroDivisionError), writing_safely(target) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert target.read_bytes() == b"the older one"
    assert names_in(tmp_path) == ["report.pdf"]


def test_what_an_earlier_killed_program_left_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".report.pdf.part").write_bytes(b"half of a much longer one")
    write_safely(tmp_path / "report.pdf", b"whole")
    assert (tmp_path / "report.pdf").read_bytes() == b"whole"
    assert names_in(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("name", ['a"b.pdf', "a:b.pdf", "a?.pdf", "a|b", "a*b"])
def test_letters_that_windows_does_not_take_are_told_there_alone(name: str) -> None:
    assert name_trouble(name, windows=True).endswith("Choose another name.")
    assert not name_trouble(name, windows=False)


@pytest.mark.parametrize(
    "name", ["Plan.pdf", "Console.pdf", "comics.zip", "lpt10.csv", "hən̓q̓əmin̓əm̓.csv", ".hidden", "a. b"]
)
def test_ordinary_names_are_taken(name: str) -> None:
    assert not name_trouble(name, windows=True)


def test_names_made_of_peoples_words_are_taken_everywhere() -> None:
    words = ["../../etc", "CON", "con", "a/b: c?", " . ", "", "x" * 500, "ə" * 300, "plan.", "\u202ea"]
    made = list(unlike(safe_name(one, "Copy") for one in words))
    assert len({one.casefold() for one in made}) == len(words)
    for one in made:
        assert not name_trouble(f"{one}.pdf", windows=True)
        assert len(f"{one}.pdf".encode()) < 200


def test_everything_is_whole_when_it_is_saved(workspace: Workspace, tmp_path: Path) -> None:
    save_everything(workspace, tmp_path / "e.zip")
    assert (tmp_path / "e.zip").read_bytes() == everything(workspace)
