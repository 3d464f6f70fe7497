"""Taking a sheet of the plan back in: choose it, see what somebody has changed, and take in what is ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.data.edit import Edit
from app.data.plan_arrivals import take_in
from app.data.plan_file import PlanFile, read_plan_file
from app.data.workspace import Changes
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.sheet import Spoilt
from app.model.sheet_changes import Here, compare
from app.model.sheet_found import Findings, Proposal, safe
from app.ui.form.file_card import FileCard
from app.ui.form.left_rows import LeftRows
from app.ui.form.room import Room
from app.ui.form.work import Worker
from app.ui.plan.sheets.groups import count_sorts
from app.ui.plan.sheets.list import ChangesList
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, Words


@dataclass(frozen=True)
class _Looked:
    """A file, and what it proposes for the plan as it stands."""

    file: PlanFile
    findings: Findings


class TakeBackRoom(Room):
    """Nothing comes in before the last button is pressed, and all of it is one step of undo.

    Signal: `reading_ended()` when a file was read, or could not be.
    """

    reading_ended = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Take a sheet back in"), widest=1080, back=_("Back to the plan"))
        self.header.set_line(_("A sheet of the plan that somebody has changed, or another action plan (XLSX or CSV)."))
        self._looked: _Looked | None = None
        self._path = Path()
        self._keep = False
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._say_trouble)
        self._worker.begun.connect(self._say_busy)
        self._worker.ended.connect(self.reading_ended)
        self.choose_card = FileCard(
            look,
            _("1. The file"),
            asking=_("Choose a sheet of the plan"),
            filters=f"{_('Sheets')} (*.xlsx *.csv *.tsv *.txt)",
            hint=_("Or drop a file here. Nothing comes in before you have seen it."),
            closed=self.closed,
        )
        self.choose_card.file_chosen.connect(self.read)
        self.choose_card.letters_chosen.connect(lambda letters="": self.read(self._path, letters))
        self._second = self._make_second()
        self.take_drops(self.read)
        self.add(self.choose_card)
        self.add(self._second)
        session.changed.connect(self._follow)
        self._show_cards()

    def refresh(self) -> None:
        """Compare once more with the plan as it stands now."""
        if self._looked is not None:
            self._compare_again()

    def read(self, path: Path, letters: str = "") -> None:
        """Look at a file; nothing comes in yet."""
        self.banner.close_message()
        self._path, self._keep = path, False
        here = self._here()
        self._worker.start(lambda: _look_at(read_plan_file(path, letters), here))

    def wait(self) -> None:
        """Wait for a file that is being read."""
        self._worker.wait()

    def take_in(self) -> None:
        """Make the ticked changes, all in one step of undo."""
        wanted = self.changes.wanted()
        if not wanted or self.closed or self._looked is None:
            self.banner.say(_("Nothing is ticked. Tick what shall come in."), "info")
            return
        refused: list[Spoilt] = []

        def do(edit: Edit) -> None:
            refused.extend(take_in(edit, wanted))

        looked, self._looked = self._looked, None
        if self.say_refused(self.session.edit(_("Take a sheet of the plan back in"), do, by=self)):
            self._looked = looked
            return
        self._show_cards()
        lost = {one.text for one in refused}
        self.say_done(_said([one for one in wanted if one.title not in lost], len(refused)))
        self.left.emit()

    # -- inside -------------------------------------------------------------------------------------------

    def _make_second(self) -> Card:
        card = Card(self.look, _("2. What it changes"), "list-checks")
        self.said = Words("", wrap=True)
        self.aside = Words("", "small", wrap=True)
        ticks: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Tick all but removals"), self.tick_all),
            (_("Tick what is safe"), self._tick_safe),
            (_("Tick none"), lambda: self.changes.model.tick(())),
        )
        self._ticks = QWidget()
        flow = FlowLayout(self._ticks)
        for words, do in ticks:
            button = Button(self.look, words, kind="quiet")
            button.clicked.connect(do)
            flow.addWidget(button)
        self.changes = ChangesList(self.look)
        self.changes.choice_changed.connect(self._count)
        self.left_words = Words(_("What cannot come in:"), "label")
        self.left_rows = LeftRows(self.look)
        self.left_rows.message_requested.connect(self.message_requested)
        self.take = Button(self.look, _("Take in what is ticked"), icon="check", kind="primary")
        self.take.clicked.connect(self.take_in)
        self.drop = Button(self.look, _("Put the file away"), icon="x")
        self.drop.clicked.connect(self._put_away)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.take)
        row.addWidget(self.drop)
        card.add(self.said, self.aside, self._ticks, self.changes, self.left_words, self.left_rows, buttons)
        return card

    def _here(self) -> Here:
        workspace = self.session.workspace
        return Here(Outline(workspace.all(Item)), workspace.all(Partner), date.today())

    def _compare_again(self) -> None:
        looked = self._looked
        if looked is not None:
            here, self._keep = self._here(), True
            self._worker.start(lambda: _look_at(looked.file, here))

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and (changes.of(Item) or changes.of(Partner)):
            self._compare_again()

    def _say_busy(self) -> None:
        if not self._keep:
            self.choose_card.show_file(_("Reading “{name}”…").format(name=self._path.name), "")

    def _say_trouble(self, sentence: str) -> None:
        self._looked = None
        self._show_cards()
        self.banner.say(sentence, "warn")

    def _show(self, outcome: object) -> None:
        looked = cast("_Looked", outcome)
        self._looked = looked
        self.changes.show_findings(looked.findings, keep=self._keep)
        self.left_rows.show_rows(looked.findings.unread)
        self.left_words.setVisible(bool(looked.findings.unread))
        self.aside.setText(_asides(looked.findings))
        self.aside.setVisible(bool(self.aside.text()))
        self._show_cards()
        self._count()

    def _show_cards(self) -> None:
        looked = self._looked
        self._second.setVisible(looked is not None)
        if looked is None:
            self.choose_card.show_file("", "")
            return
        count = looked.findings.rows
        rows = ngettext("{count} row", "{count} rows", count).format(count=count)
        said = _("“{name}”: {rows}.").format(name=looked.file.name, rows=rows)
        self.choose_card.show_file(said, looked.file.old)

    def _count(self) -> None:
        if self._looked is None:
            return
        all_of_it, wanted = self.changes.model.all(), self.changes.wanted()
        if not all_of_it:
            self.said.setText(_("The sheet changes nothing: the plan has all of it already."))
        else:
            words = ngettext(
                "{ticked} of {count} change is ticked.", "{ticked} of {count} changes are ticked.", len(all_of_it)
            )
            self.said.setText(words.format(ticked=len(wanted), count=len(all_of_it)))
        self._ticks.setVisible(bool(all_of_it))
        self.take.setVisible(bool(all_of_it))
        self.take.setEnabled(bool(wanted) and not self.closed)

    def tick_all(self) -> None:
        """Tick all that takes nothing out of the plan."""
        _changed, _new, missing = count_sorts(self.changes.model.all())
        every = self.changes.model.all()
        self.changes.model.tick(every[: len(every) - missing])

    def _tick_safe(self) -> None:
        self.changes.model.tick(safe(self.changes.model.all()))

    def _put_away(self) -> None:
        self._worker.forget()
        self._looked = None
        self._show_cards()


def _look_at(file: PlanFile, here: Here) -> _Looked:
    return _Looked(file, compare(file.rows, file.headings, here, file.spoilt))


def _asides(findings: Findings) -> str:
    """What a person should know before they tick."""
    said: list[str] = []
    unsure = sum(bool(one.unsure) for one in (*findings.changes, *findings.new))
    if unsure:
        words = ngettext(
            "{count} change must be looked at first: it is not ticked.",
            "{count} changes must be looked at first: they are not ticked.",
            unsure,
        )
        said.append(words.format(count=unsure))
    if not findings.ours:
        said.append(
            _("The sheet was not sent from here, or its last two columns are gone. Empty cells take nothing away.")
        )
    if findings.unknown:
        said.append(_("Columns that are left out: {names}.").format(names=", ".join(findings.unknown[:8])))
    return " ".join(said)


def _said(taken: list[Proposal], refused: int) -> str:
    changed, new, removed = count_sorts(taken)
    parts: list[str] = []
    if changed:
        parts.append(ngettext("{count} change", "{count} changes", changed).format(count=changed))
    if new:
        parts.append(ngettext("{count} new line", "{count} new lines", new).format(count=new))
    if removed:
        parts.append(ngettext("{count} line taken out", "{count} lines taken out", removed).format(count=removed))
    said = _("Taken in from the sheet: {what}.").format(what=", ".join(parts) or _("nothing"))
    if refused:
        left = ngettext("{count} did not fit and was left.", "{count} did not fit and were left.", refused)
        said = f"{said} {left.format(count=refused)}"
    return said
