"""An office that takes in what comes from outside, as the program does: every reader with what follows on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from app.data.check import check_file
from app.data.everything import rebuild
from app.data.groups import groups_in
from app.data.opening import create_workspace, open_workspace
from app.data.pack_file import read_pack
from app.data.page_file import read_page
from app.data.pdf import Pdf, read_pdf_file
from app.data.people_file import read_people
from app.data.plan_arrivals import take_in
from app.data.plan_file import read_plan_file
from app.data.repair import repair
from app.data.settings import Settings
from app.data.worksheet_cards import take_in_cards
from app.data.worksheet_file import read_worksheets, worksheet_files
from app.data.workspace import Workspace
from app.model.arrivals import Known, people_of
from app.model.community import Community
from app.model.item import Item
from app.model.kinds import KINDS
from app.model.page import runs_of
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.reflection import Answer, Meeting, Question
from app.model.sheet import guess_matching
from app.model.sheet_changes import Here, compare
from app.model.sheet_found import MissingStep
from app.model.toolkit import Lines, Toolkit
from app.model.trouble import Refused, Trouble
from app.model.worksheet import SheetsHere, read_sheets
from tests.meetings import MEETING
from tests.packs import KEYS, PROGRAM
from tests.sheets import ITEMS, PEOPLE

# So many edits make a file slow to work with, so another one is begun.
_MOST_EDITS = 400
TODAY = date(2027, 3, 15)
NOW = datetime(2027, 3, 15, 12, tzinfo=UTC)


class Office:
    """Works in `folder` alone. Each reader is handed the file that came; it raises Troubles for what it cannot take."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workspace: Workspace | None = None
        self._edits = 0
        self._pdf: Pdf | None = None

    def close(self) -> None:
        """Let go of everything."""
        if self._workspace is not None:
            self._workspace.close()
        if self._pdf is not None:
            self._pdf.close()

    # -- readers ------------------------------------------------------------------------------------------

    def people(self, file: Path) -> None:
        """A list of people, brought in."""
        workspace = self._open()
        sheet = read_people(file).sheet
        groups = groups_in(workspace)
        found = people_of(sheet, guess_matching(sheet, groups), groups)
        known = Known(workspace.all(Partner))
        new = [one for one in found.partners if known.find(one) is None]
        self._edit(lambda edit: [edit.add(Partner(**one.values)) for one in new[:40]])

    def plan(self, file: Path) -> None:
        """A plan's sheet, taken back in with all that it proposes."""
        workspace = self._open()
        read = read_plan_file(file)
        here = Here(Outline(workspace.all(Item)), workspace.all(Partner), TODAY)
        found = compare(read.rows, read.headings, here, read.spoilt)
        wanted = [one for one in found.proposals() if not isinstance(one, MissingStep)]
        self._edit(lambda edit: take_in(edit, wanted[:40]))

    def pdf(self, file: Path) -> None:
        """A PDF to keep and to look at."""
        content = read_pdf_file(file)
        if self._pdf is None:
            self._pdf = Pdf(content, file.name)
        try:
            self._pdf.turn_to(content, file.name)
            sizes = self._pdf.sizes()
            for page in range(min(2, len(sizes))):
                self._pdf.words(page)
                self._pdf.find(page, "cedar")
                self._pdf.draw(page, 120)
        except Trouble:
            self._pdf.close()
            self._pdf = None
            raise

    def worksheet(self, file: Path) -> None:
        """A filled worksheet, its cards put into the meeting."""
        workspace = self._open()
        sheets, left = read_worksheets(worksheet_files(file))
        here = SheetsHere(workspace.all(Meeting), workspace.all(Question), workspace.all(Answer), MEETING.id)
        found = read_sheets(sheets, here)
        self._edit(lambda edit: take_in_cards(edit, found.cards[:40], workspace.all(Answer)))
        if left:
            raise Refused(left[0].why)

    def page(self, file: Path) -> None:
        """A page of the toolkit that somebody wrote, with the others."""
        found = read_page(file.read_text("utf-8"), "about", file.stem)
        for run in runs_of(found):
            str(run.text)

    def pack(self, file: Path) -> None:
        """A content pack, laid over the toolkit."""
        found, _content = read_pack(file, KEYS, PROGRAM)
        Toolkit().with_over(found.toolkit).filled()
        Lines().with_over(found.lines)

    def settings(self, file: Path) -> None:
        """What the program remembers, read, used and written again."""
        folder = self._folder / "settings"
        folder.mkdir(exist_ok=True)
        (folder / "settings.json").write_bytes(file.read_bytes())
        found = Settings.load(folder)
        found.opened(file)
        found.visited(file, NOW)
        found.backups_seen("0")
        found.save()
        again = Settings.load(folder)
        if (again.recent, again.theme, again.window) != (found.recent, found.theme, found.window):
            raise AssertionError("settings do not come back as they were written")

    def everything(self, file: Path) -> None:
        """Everything, made into a file anew."""
        target = self._folder / "made.groundwork"
        for one in self._folder.glob("made.groundwork*"):
            one.unlink()
        made = rebuild(file, target)
        if check_file(made.path):
            raise AssertionError(f"a file that is not sound: {check_file(made.path)}")

    def workspace(self, file: Path) -> None:
        """A community's file: checked, repaired beside, looked into, and worked in."""
        check_file(file)
        self._repair(file)
        self._work_in(file, read_only=True)
        self._work_in(file, read_only=False)

    # -- inside -------------------------------------------------------------------------------------------

    def _repair(self, file: Path) -> None:
        before = file.read_bytes()
        try:
            repaired = repair(file)
        except Trouble:
            repaired = None
        if file.read_bytes() != before:
            raise AssertionError("the damaged file was written to")
        if repaired is not None and check_file(repaired.path):
            raise AssertionError(f"repaired, and not sound: {check_file(repaired.path)}")

    def _work_in(self, file: Path, *, read_only: bool) -> None:
        opened = open_workspace(file, read_only=read_only)
        try:
            for kind in KINDS:
                opened.all(kind)
            opened.find("ceda")
            opened.past.traces()
            if not read_only:
                with opened.edit("Add") as edit:
                    edit.add(Partner(name="Newcomer"))
                opened.undo()
                opened.undo()
                opened.redo()
        finally:
            opened.close()

    def _open(self) -> Workspace:
        if self._workspace is None or self._edits > _MOST_EDITS:
            if self._workspace is not None:
                self._workspace.close()
            file = self._folder / "office.groundwork"
            for one in self._folder.glob("office.groundwork*"):
                one.unlink()
            self._workspace, self._edits = create_workspace(file, Community(name="Cedar Inlet")), 0
            with self._workspace.edit("Begin") as edit:
                edit.add(MEETING)
                for one in (*PEOPLE, *ITEMS):
                    edit.add(one)
        return self._workspace

    def _edit(self, do: Callable[..., object]) -> None:
        workspace = self._open()
        before = self._edits
        with workspace.edit("Take in") as edit:
            do(edit)
        self._edits = before + 1
        workspace.undo()
