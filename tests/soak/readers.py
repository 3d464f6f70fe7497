"""What the program reads from outside: for each sort of file sound ones to begin with, and the reading of one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from app.cli import run_command
from app.data.check import check_file
from app.data.everything import rebuild
from app.data.groups import groups_in
from app.data.opening import create_workspace, open_workspace
from app.data.page_file import read_page
from app.data.pdf import Pdf
from app.data.people_file import read_people
from app.data.plan_file import read_plan_file
from app.data.resources import resources_folder
from app.data.sample import create_sample
from app.data.settings import Settings
from app.model.arrivals import people_of
from app.model.community import Community
from app.model.groups import Groups
from app.model.item import Item
from app.model.partner import Partner
from app.model.sheet import guess_matching
from app.model.trouble import Trouble
from app.reports.everything import write_everything
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv


@dataclass(frozen=True, slots=True)
class Reader:
    """`suffix` of the file; `read` may raise what is in `calm` and nothing else. `few`: so many times fewer, since it is slow."""

    suffix: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]
    calm: tuple[type[BaseException], ...] = (Trouble,)
    few: int = 1


def readers(folder: Path) -> dict[str, Reader]:
    """All of them, with seeds made of the invented sample in `folder`."""
    sample = folder / "sample.groundwork"
    workspace = create_sample(sample, resources_folder() / "sample" / "sample.toml")
    partners, groups = tuple(workspace.all(Partner))[:6], groups_in(workspace)
    zipped = BytesIO()
    workspace.close()
    small = folder / "small.groundwork"
    _make_small(small, partners)
    opened = open_workspace(small, read_only=True)
    with opened.outgoing.opened() as contents:
        write_everything(contents, date(2026, 11, 26), zipped, lambda _done, _all: None)
    opened.close()
    pages = sorted((resources_folder() / "toolkit" / "en").rglob("*.md"))[:12]
    return {
        "contact cards": Reader(".vcf", (people_vcards(partners, groups),), _people(groups)),
        "sheets of people": Reader(".csv", (people_csv(partners, groups), b"Name;Phone\nA;1\n"), _people(groups)),
        "sheets of the plan": Reader(".csv", _plan_csv(small), read_plan_file),
        "workbooks": Reader(".xlsx", _plan_xlsx(small), read_plan_file, few=4),
        "toolkit pages": Reader(".md", tuple(one.read_bytes() for one in pages), _page, (ValueError,)),
        "settings": Reader(
            ".json", (b'{"theme": "dark", "recent": ["a"], "window": {"a": "b"}, "lock_minutes": 5}',), _settings
        ),
        "everything": Reader(".zip", (zipped.getvalue(),), _everything, few=4),
        "community files": Reader(".groundwork", (small.read_bytes(),), _community, few=4),
        "PDFs": Reader(".pdf", _pdfs(small), _Pdfs(), few=4),
    }


def _make_small(path: Path, partners: tuple[Partner, ...]) -> None:
    made = create_workspace(path, Community(name="Cedar Inlet"))
    with made.edit("Add") as edit:
        for one in partners:
            edit.add(Partner(name=one.name, notes=one.notes, skills=one.skills))
        for number in range(6):
            edit.add(Item(what=f"Step {number}", level="action"))
    made.close()


def _people(groups: Groups) -> Callable[[Path], object]:
    def read(path: Path) -> object:
        sheet = read_people(path).sheet
        return people_of(sheet, guess_matching(sheet, groups), groups)

    return read


def _page(path: Path) -> object:
    return read_page(path, "made-up")


def _settings(path: Path) -> object:
    path.rename(path.with_name("settings.json"))
    return Settings.load(path.parent)


def _everything(path: Path) -> object:
    with tempfile.TemporaryDirectory(dir=path.parent) as place:
        return rebuild(path, Path(place) / "made.groundwork")


def _community(path: Path) -> object:
    found = check_file(path)
    workspace = open_workspace(path, read_only=True)
    try:
        workspace.all(Partner)
        workspace.all(Item)
        workspace.find("step")
        workspace.past.traces()
    finally:
        workspace.close()
    return found


def _written(small: Path, kind: str) -> tuple[bytes, ...]:
    out = small.with_name(kind)
    assert run_command(["export" if "pdf" not in kind else "report", *_arguments(kind, small, out)]) == 0
    return (out.read_bytes(),)


def _arguments(kind: str, small: Path, out: Path) -> list[str]:
    name = kind.split(".")[0] if kind.endswith(".pdf") else kind
    return [name, str(small), "--out", str(out)]


def _plan_csv(small: Path) -> tuple[bytes, ...]:
    return _written(small, "plan.csv")


def _plan_xlsx(small: Path) -> tuple[bytes, ...]:
    return _written(small, "plan.xlsx")


def _pdfs(small: Path) -> tuple[bytes, ...]:
    return _written(small, "plan.pdf") + _written(small, "worksheet.pdf")


class _Pdfs:
    """One worker for many files, as the program has it."""

    def __init__(self) -> None:
        self._pdf: Pdf | None = None

    def __call__(self, path: Path) -> object:
        content = path.read_bytes()
        if self._pdf is None:
            self._pdf = Pdf(content, path.name, seconds=2.0)
        else:
            self._pdf.turn_to(content, path.name)
        return self._pdf.sizes(), self._pdf.fields(), self._pdf.words(0)
