"""Bringing people in from a sheet or contact cards: choose the file, say what the columns are, look, and take them in."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.people_file import PeopleFile, read_people
from app.model.arrivals import Arrival, Arrivals, Known, people_of
from app.model.partner import Partner
from app.model.schema import specs
from app.model.sheet import FIELDS, TARGET_LABELS, Sheet, guess_matching
from app.model.trouble import Trouble
from app.ui.form.file_card import FileCard
from app.ui.form.left_rows import LeftRows
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.arrivals import ArrivalsList
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, CheckBox, ChoiceField, FlowLayout, Segmented, Words, clear

SHOWN_VALUES = 3


class BringInRoom(Room):
    """Nothing comes in before the last button is pressed, and all of it is one step of undo."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Bring people in"), widest=980)
        self.header.set_line(
            _("From a sheet (CSV) or contact cards (VCF), as Outlook, Google, Excel or a phone save them.")
        )
        self._path = Path()
        self._file: PeopleFile | None = None
        self._sheet = Sheet((), ())
        self.matching: list[str] = []
        self._arrivals = Arrivals((), ())
        self.take_drops(self.read)
        self._first = self._make_first()
        self._second = self._make_second()
        self._third = self._make_third()
        for card in (self._first, self._second, self._third):
            self.add(card)

    def refresh(self) -> None:
        """Begin without a file, unless one is being looked at."""
        if self._file is not None:
            self._show_arrivals()
        self._show_cards()

    def read(self, path: Path, letters: str = "") -> None:
        """Look at a file; nothing comes in yet."""
        try:
            found = read_people(path, letters)
        except Trouble as trouble:
            self.banner.say(str(trouble), "warn")
            return
        self.banner.close_message()
        self._path, self._file = path, found
        self._take(found.sheet)

    def take_in(self) -> None:
        """Add them to the circle, all in one step of undo."""
        wanted = self.people.wanted()
        if not wanted or self.closed:
            self.banner.say(_("Nobody is ticked. Tick those who shall come in."), "info")
            return

        known = Known(self.session.workspace.all(Partner))

        def do(edit: Edit) -> None:
            for one in wanted:
                there = known.find(one)
                if there is None or self.again.current() == "add":
                    edit.add(Partner(**one.values))
                else:
                    edit.change(Partner, there.id, **_missing(there, one))

        refused = self.session.edit(_("Bring people in"), do)
        if self.say_refused(refused):
            return
        count = ngettext("{count} partner came in.", "{count} partners came in.", len(wanted)).format(count=len(wanted))
        bad = len(self._arrivals.bad)
        if bad:
            left = ngettext("{count} row was not taken.", "{count} rows were not taken.", bad).format(count=bad)
            count = f"{count} {left}"
        self._file = None
        self._show_cards()
        self.say_done(count)
        self.left.emit()

    # -- the three cards ----------------------------------------------------------------------------------

    def _make_first(self) -> FileCard:
        card = FileCard(
            self.look,
            _("1. The file"),
            asking=_("Choose a file with people"),
            filters=f"{_('Sheets and contact cards')} (*.csv *.tsv *.txt *.vcf *.vcard)",
            hint=_("Or drop a file here. A short list can also be pasted into the circle with Ctrl+V."),
            closed=self.closed,
        )
        card.file_chosen.connect(self.read)
        card.letters_chosen.connect(self._read_again)
        return card

    def _make_second(self) -> Card:
        card = Card(self.look, _("2. What the columns are"), "columns-3")
        self.headed = CheckBox(self.look, _("The first row names the columns"))
        self.headed.toggled.connect(self._turn_headings)
        self._columns_box = QWidget()
        self._columns = QGridLayout(self._columns_box)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setHorizontalSpacing(self.look.space.gap)
        self._columns.setColumnStretch(0, 2)
        self._columns.setColumnStretch(1, 3)
        self._columns.setColumnStretch(2, 2)
        card.add(self.headed, self._columns_box)
        return card

    def _make_third(self) -> Card:
        card = Card(self.look, _("3. Who comes in"), "user-plus")
        self.said = Words("", wrap=True)
        self.again = Segmented(
            self.look,
            _("Those who are there already"),
            (
                ("leave", _("Leave as they are"), ""),
                ("fill", _("Fill in what is empty"), ""),
                ("add", _("Add once more"), ""),
            ),
        )
        self.again.view_chosen.connect(self._show_arrivals)
        self.again_words = Words(_("Those who are there already:"), "label")
        self.people = ArrivalsList(self.look)
        self.people.choice_changed.connect(self._count)
        self._bad = LeftRows(self.look)
        self.copy_bad = self._bad.copy
        self._bad.message_requested.connect(self.message_requested)
        self.take = Button(self.look, _("Bring them in"), icon="check", kind="primary")
        self.take.clicked.connect(self.take_in)
        self.drop = Button(self.look, _("Put the file away"), icon="x")
        self.drop.clicked.connect(self._put_away)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.take)
        flow.addWidget(self.drop)
        card.add(self.said, self.again_words, self.again, self.people, self._bad, buttons)
        return card

    # -- inside -------------------------------------------------------------------------------------------

    def _take(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.matching = list(guess_matching(sheet, groups_in(self.session.workspace)))
        self._show_columns()
        self._show_arrivals()
        self._show_cards()

    def _show_cards(self) -> None:
        found = self._file
        self._second.setVisible(found is not None)
        self._third.setVisible(found is not None)
        self.headed.setVisible(found is not None and not found.cards)
        if found is None:
            self._first.show_file("", "")
            return
        count = len(self._sheet.rows)
        rows = ngettext("{count} row", "{count} rows", count).format(count=count)
        self._first.show_file(_("“{name}”: {rows}.").format(name=found.name, rows=rows), found.old)

    def _show_columns(self) -> None:
        clear(self._columns)
        self.headed.blockSignals(True)
        self.headed.setChecked(self._sheet.has_headings)
        self.headed.blockSignals(False)
        declared = specs(Partner)
        choices = [(key, _(words)) for key, words in TARGET_LABELS.items()]
        choices += [(name, _(declared[name].label)) for name in FIELDS]
        line = 0
        for column, heading in enumerate(self._sheet.headings):
            values = [row.cells[column].strip() for row in self._sheet.rows if row.cells[column].strip()]
            if not values:
                continue
            name = heading.strip() or _("Column {number}").format(number=column + 1)
            field = ChoiceField(self.look, _("What “{column}” is").format(column=name), choices)
            field.label.hide()
            field.set_value(self.matching[column])
            field.edited.connect(partial(self._match, column))
            examples = " · ".join(" ".join(one.split())[:40] for one in dict.fromkeys(values[:SHOWN_VALUES]))
            for place, widget in enumerate(
                (Words(name, "strong", wrap=True), Words(examples, "muted", wrap=True), field)
            ):
                self._columns.addWidget(widget, line, place, Qt.AlignmentFlag.AlignVCenter)
            line += 1

    def _read_again(self, letters: str) -> None:
        self.read(self._path, letters)

    def _match(self, column: int, target: object) -> None:
        self.matching[column] = str(target)
        self._show_arrivals()

    def _turn_headings(self, wanted: bool) -> None:
        self._take(self._sheet.with_headings(wanted))

    def _show_arrivals(self) -> None:
        groups = groups_in(self.session.workspace)
        self._arrivals = people_of(self._sheet, self.matching, groups)
        known = Known(self.session.workspace.all(Partner))
        there = {one.line: known.find(one) is not None for one in self._arrivals.partners}
        self.people.show_people(self._arrivals.partners, groups, there, leave=self.again.current() == "leave")
        any_there = any(there.values())
        self.again.setVisible(any_there)
        self.again_words.setVisible(any_there)
        self._bad.show_rows(self._arrivals.bad)
        self._count()

    def _count(self) -> None:
        wanted, bad = len(self.people.wanted()), len(self._arrivals.bad)
        said = ngettext("{count} partner will come in.", "{count} partners will come in.", wanted).format(count=wanted)
        if bad:
            said += " " + ngettext("{count} row cannot.", "{count} rows cannot.", bad).format(count=bad)
        self.said.setText(said)
        self.take.setEnabled(bool(wanted) and not self.closed)

    def _put_away(self) -> None:
        self._file = None
        self._show_cards()


def _missing(partner: Partner, one: Arrival) -> dict[str, object]:
    """What the arrival says where the partner says nothing; notes are joined."""
    empty = Partner()
    found: dict[str, object] = {}
    for name, value in one.values.items():
        mine = getattr(partner, name)
        if name == "notes" and mine and str(value) not in mine:
            found[name] = f"{mine}\n{value}"
        elif mine == getattr(empty, name) and name != "name":
            found[name] = value
    return found
