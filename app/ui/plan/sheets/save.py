"""Saving the plan as a sheet: for whom, which part of it, and what stays here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.data.safe_file import write_safely
from app.model.audience import audience_named, may_show, shown_to
from app.model.community import COMMUNITY_ID, Community
from app.model.item import Item
from app.model.note import Note
from app.model.partner import SHOW_TO, Partner
from app.model.plan import Outline
from app.model.plan_sheet import (
    ORDER,
    PlanContent,
    PlanSheet,
    Scope,
    columns_for,
    heading,
    numbers_of,
    plan_sheet,
)
from app.model.schema import Audience
from app.reports.plan_sheet import plan_csv, plan_xlsx
from app.ui.form.room import Room
from app.ui.form.work import Worker
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.widgets import Button, Card, ChoiceField, FlowLayout, Segmented, Words

Write = Callable[[PlanSheet], bytes]
ALL, BRANCH, PERSON = "all", "branch", "person"


class SaveSheetRoom(Room):
    """The readers are chosen first: a file goes further than anybody thinks."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Save the plan as a sheet"), widest=760, back=_("Back to the plan"))
        self.header.set_line(_("For others to read or to change. What they change can be taken back in."))
        self._target = Path()
        self._worker = Worker(self)
        self._worker.done.connect(self._say_saved)
        self._worker.failed.connect(lambda sentence="": self.banner.say(sentence, "warn"))
        card = Card(look)
        self.audience = Segmented(look, _("For whom"), [(one.key, _(one.label), "") for one in SHOW_TO])
        self.audience.set_current("office")
        self.audience.view_chosen.connect(self.refresh)
        parts = ((ALL, _("All of it"), ""), (BRANCH, _("One branch"), ""), (PERSON, _("One person’s"), ""))
        self.part = Segmented(look, _("Which part"), parts)
        self.part.view_chosen.connect(self._choose_part)
        self.which = ChoiceField(look, _("Which one"), ())
        self.which.edited.connect(self._say_what)
        self.goes, self.stays = Words("", wrap=True), Words("", "muted", wrap=True)
        self.xlsx = Button(look, _("Save as a spreadsheet (XLSX)"), icon="table-2", kind="primary")
        self.csv = Button(look, _("Save as a plain sheet (CSV)"), icon="file-text")
        self.xlsx.clicked.connect(lambda: self.ask(".xlsx", plan_xlsx))
        self.csv.clicked.connect(lambda: self.ask(".csv", plan_csv))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.xlsx)
        flow.addWidget(self.csv)
        card.add(Words(_("Who will read it?"), "label"), self.audience)
        card.add(Words(_("Which part of the plan?"), "label"), self.part, self.which)
        card.add(self.goes, self.stays, buttons, Words(_caution(), "small", wrap=True))
        self.add(card)

    def refresh(self) -> None:
        """Offer what there is now, and say what goes out and what stays."""
        self._offer()
        self._say_what()

    def choose(self, sort: str, key: str = "") -> None:
        """Choose a part from elsewhere: ALL, BRANCH with an item's id, or PERSON with a partner's."""
        self.part.set_current(sort)
        self._offer()
        if key:
            self.which.set_value(key)
        self._say_what()

    def ask(self, suffix: str, write: Write) -> None:
        """Ask where to, offering a name."""
        name = _("{name} plan {day}").format(name=self._community(), day=f"{date.today():%Y-%m-%d}")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = Path(documents) / (file_name(name).removesuffix(".groundwork") + suffix)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save the plan"), str(offered), f"*{suffix}")
        if chosen:
            self.save(Path(chosen), write)

    def save(self, target: Path, write: Write) -> None:
        """Write the file beside the window: a large plan takes a moment."""
        content, self._target = self._content(), target
        self._worker.start(lambda: write_safely(target, write(plan_sheet(content))))

    def wait(self) -> None:
        """Wait for a file that is being written."""
        self._worker.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _choose_part(self) -> None:
        self._offer()
        self._say_what()

    def _offer(self) -> None:
        sort = self.part.current()
        self.which.set_choices(self._branches() if sort == BRANCH else self._people() if sort == PERSON else [])
        self.which.setVisible(sort != ALL)

    def _branches(self) -> list[tuple[str, str]]:
        outline = Outline(self.session.workspace.all(Item))
        numbers = numbers_of(outline)
        return [
            (item.id, f"{numbers[item.id]} {item.what}".strip())
            for item, _depth in outline.walk()
            if item.level != "action" or outline.children(item.id)
        ]

    def _people(self) -> list[tuple[str, str]]:
        items = self.session.workspace.all(Item)
        busy = {one for item in items for one in (item.lead, *item.helpers) if one}
        audience = self._audience()
        people = [
            one
            for one in self.session.workspace.all(Partner)
            if one.id in busy and may_show(one, audience, date.today())
        ]
        if "lead" not in columns_for(audience):
            return []
        return sorted(((one.id, one.name) for one in people), key=lambda pair: pair[1].casefold())

    def _audience(self) -> Audience:
        return audience_named(self.audience.current())

    def _scope(self) -> Scope:
        key = str(self.which.value() or "")
        sort = self.part.current()
        return Scope(partner=key) if sort == PERSON else Scope(branch=key) if sort == BRANCH else Scope()

    def _content(self) -> PlanContent:
        workspace = self.session.workspace
        shown = shown_to(self._audience(), workspace.all(Partner), workspace.all(Item))
        return PlanContent(
            community=self._community(),
            outline=Outline(shown.items),
            partners=shown.partners,
            notes=workspace.all(Note),
            audience=self._audience(),
            scope=self._scope(),
            made_at=datetime.now(UTC),
        )

    def _community(self) -> str:
        return (self.session.workspace.get(Community, COMMUNITY_ID) or Community()).name

    def _say_what(self, _value: object = None) -> None:
        ready = self.part.current() == ALL or bool(self.which.value())
        outline = Outline(self.session.workspace.all(Item))
        wanted = self._scope().ids(outline) if ready else set[str]()
        count = len(wanted)
        said = ngettext("{count} line of the plan goes out.", "{count} lines of the plan go out.", count)
        self.goes.setText(said.format(count=count))
        items = [item for item, _depth in outline.walk() if item.id in wanted]
        self.stays.setText(_stays(self._audience(), items, self.session.workspace.all(Partner)))
        self.stays.setVisible(bool(self.stays.text()))
        for button in (self.xlsx, self.csv):
            button.setEnabled(bool(count))

    def _say_saved(self, _outcome: object) -> None:
        target = self._target
        folder = (_("Show the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))))
        self.message_requested.emit(_("Saved as “{name}”.").format(name=target.name), "ok", folder)


def _caution() -> str:
    return _(
        "The file is not protected: whoever has it can read it. Its last two columns are hidden; leave them, so that the "
        "sheet can come back. Printed, a spreadsheet shows its main columns."
    )


def _stays(audience: Audience, items: Sequence[Item], partners: Sequence[Partner]) -> str:
    """What these readers may not see."""
    columns = columns_for(audience)
    left = [heading(name) for name in ORDER if name not in columns]
    said: list[str] = []
    if left:
        said.append(_("Stays here, for these readers: {columns}.").format(columns=", ".join(left)))
    if "lead" in columns:
        named = {one for item in items for one in (item.lead, *item.helpers) if one}
        silent = sum(one.id in named and not may_show(one, audience, date.today()) for one in partners)
        if silent:
            words = ngettext(
                "{count} who leads or helps is not named: not agreed to be shown to them.",
                "{count} who lead or help are not named: not agreed to be shown to them.",
                silent,
            )
            said.append(words.format(count=silent))
    if audience is Audience.OFFICE:
        said.append(_("Where each step came from, and its history, stay here."))
    return " ".join(said)
