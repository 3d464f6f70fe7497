"""What a self-test tries with a community file of its own: make, edit, undo, find, write out, back up and go back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from gettext import gettext as _
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from app.data.check import check_file
from app.data.connection import is_protected
from app.data.going_back import go_back
from app.data.library import Library
from app.data.opening import open_workspace
from app.data.passphrase import make_passphrase, strength
from app.data.pdf import examine
from app.data.plan_file import read_plan_file
from app.data.safe_file import write_safely
from app.data.sample import create_sample
from app.data.workspace import Workspace
from app.model.audience import shown_to
from app.model.community import COMMUNITY_ID, Community
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_sheet import PlanContent, Scope, plan_sheet
from app.model.schema import Audience
from app.model.tie import Tie
from app.model.trouble import WrongPassphrase
from app.reports.catalogue import REPORTS
from app.reports.content import CommunityContent
from app.reports.kinds import PDF, WEB, WORD
from app.reports.paper import LETTER
from app.reports.plan_sheet import plan_xlsx
from app.ui.selftest.pack_step import signed_pack
from app.ui.selftest.stick_step import from_a_stick
from app.ui.selftest.told import Unmet, must

# The letters that a program most likely loses on a computer that is set up for English.
NATION = "hən̓q̓əmin̓əm̓"
NAME = f"Self-test {NATION}"


class FileSteps:
    """`steps()` in their order, each with its name; afterwards `workspace` is open until `close`."""

    def __init__(self, folder: Path, resources: Path, library: Library, lines: Sequence[HelpLine]) -> None:
        self._folder, self._resources, self._library, self._lines = folder, resources, library, tuple(lines)
        self.file = folder / f"{NAME}.groundwork"
        self._passphrase = make_passphrase()
        self._partner = ""
        self._backup = Path()
        self._open: Workspace | None = None

    def steps(self) -> list[tuple[str, Callable[[], str]]]:
        """What is tried, in order."""
        return [
            (_("make a file with a passphrase"), self.make),
            (_("edit it"), self.edit),
            (_("undo and redo"), self.undo),
            (_("find words in it and in the toolkit"), self.find),
            (_("make a report as PDF and read it back"), self.report_as_pdf),
            (_("make the report for Word and as a web page"), self.report_in_words),
            (_("write the plan as a sheet and read it back"), self.sheet),
            (_("back up"), self.back_up),
            (_("go back to the backup"), self.restore),
            (_("work on a file from a stick"), partial(from_a_stick, self._folder, NAME, self._passphrase)),
            (_("make a signed content pack, and tell a changed one"), partial(signed_pack, self._folder)),
        ]

    @property
    def workspace(self) -> Workspace:
        """The file, open."""
        if self._open is None:
            raise Unmet(_("the file is not open"))
        return self._open

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def make(self) -> str:
        """An encrypted file that opens with its passphrase alone."""
        must(strength(self._passphrase).level > strength("groundwork").level, _("a weak passphrase counts as strong"))
        create_sample(self.file, self._resources / "sample" / "sample.toml", self._passphrase).close()
        must(is_protected(self.file), _("the file is not encrypted"))
        must(b"Cedar Inlet" not in self.file.read_bytes(), _("the file shows its words"))
        try:
            open_workspace(self.file, "another passphrase").close()
        except WrongPassphrase:
            self._open = open_workspace(self.file, self._passphrase)
            return _("{size} KB, encrypted").format(size=self.file.stat().st_size // 1024)
        raise Unmet(_("a wrong passphrase opens it"))

    def edit(self) -> str:
        """One partner more, on the disk."""
        before = len(self.workspace.all(Partner))
        with self.workspace.edit(_("Add partner")) as edit:
            self._partner = edit.add(Partner(name=NAME)).id
        found = self.workspace.get(Partner, self._partner)
        must(found is not None and found.name == NAME, _("the new partner is not there"))
        return _("{count} partners, one more than before").format(count=before + 1)

    def undo(self) -> str:
        """Gone and there again."""
        must(self.workspace.undo() and self.workspace.get(Partner, self._partner) is None, _("undo took nothing back"))
        must(
            self.workspace.redo() and self.workspace.get(Partner, self._partner) is not None, _("redo brought nothing")
        )
        return _("gone, and there again")

    def find(self) -> str:
        """With and without the accents, here and in the toolkit."""
        for words in (NATION, "hənqəminəm"):
            must(any(hit.id == self._partner for hit in self.workspace.find(words)), _("the partner is not found"))
        pages = self._library.find("committee")
        must(bool(pages), _("the toolkit holds nothing of what it is about"))
        return _("{count} pages about committees").format(count=len(pages))

    def report_as_pdf(self) -> str:
        """Read back by the process that reads PDFs."""
        made = REPORTS["community"].make(self._content(), LETTER, self._resources / "fonts", PDF)
        must(not made.warnings, " ".join(made.warnings))
        pages = examine(made.data, "community.pdf")
        text = " ".join(" ".join(pages).split())
        must(NATION in text, _("the report does not hold the partner’s name"))
        return _("{count} pages").format(count=len(pages))

    def report_in_words(self) -> str:
        """The two kinds that other programs open."""
        for kind in (WORD, WEB):
            made = REPORTS["community"].make(self._content(), LETTER, self._resources / "fonts", kind)
            words = made.data if kind is WEB else ZipFile(BytesIO(made.data)).read("word/document.xml")
            must(NATION in words.decode("utf-8"), _("the report does not hold the partner’s name"))
        return _("both hold every letter")

    def sheet(self) -> str:
        """As many lines out as in."""
        workspace = self.workspace
        shown = shown_to(Audience.OFFICE, workspace.all(Partner), workspace.all(Item))
        content = PlanContent(
            community=self._community().name,
            outline=Outline(shown.items),
            partners=shown.partners,
            notes=workspace.all(Note),
            audience=Audience.OFFICE,
            scope=Scope(),
            made_at=datetime.now(UTC),
        )
        made = plan_sheet(content)
        target = self._folder / "plan.xlsx"
        write_safely(target, plan_xlsx(made))
        found = read_plan_file(target)
        target.unlink()
        cells = {cell for row in found.rows for cell in row.cells}
        must(all(one.title in cells for one in shown.items), _("lines of the plan were lost"))
        return _("{count} lines").format(count=len(made.rows))

    def back_up(self) -> str:
        """A copy that is opened and checked."""
        made = self.workspace.backups.make(self._folder / "backups", datetime.now().astimezone())
        must(not check_file(made.path, self._passphrase), _("the backup is not sound"))
        self._backup = made.path
        return _("{partners} partners in it").format(partners=made.partners)

    def restore(self) -> str:
        """What was removed after the backup is there again."""
        with self.workspace.edit(_("Remove partner")) as edit:
            edit.remove(Partner, self._partner)
        self.close()
        now = datetime.now().astimezone()
        done = go_back(self._backup, self.file, self._folder / "kept", now, self._passphrase, known=self._passphrase)
        must(done.kept is not None and done.kept.is_file(), _("what was there before was not kept"))
        self._open = open_workspace(self.file, self._passphrase)
        must(self.workspace.get(Partner, self._partner) is not None, _("the backup did not come back"))
        must(not check_file(self.file, self._passphrase), _("the file is not sound"))
        return _("what was removed is there again, and the file is sound")

    # -- inside -------------------------------------------------------------------------------------------

    def _community(self) -> Community:
        return self.workspace.get(Community, COMMUNITY_ID) or Community()

    def _content(self) -> CommunityContent:
        workspace = self.workspace
        partners, items, ties = workspace.all(Partner), workspace.all(Item), workspace.all(Tie)
        return CommunityContent(
            community=self._community(),
            shown=shown_to(Audience.OFFICE, partners, items, ties),
            audience=Audience.OFFICE,
            helplines=self._lines,
            made_on=date.today(),
        )
