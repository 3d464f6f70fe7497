"""The office's own numbers among the help lines: added, changed and removed in place."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.local_line import LocalLine
from app.ui.form.record_form import RecordForm
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, Card, IconButton, Words, clear

FIELDS = ("name", "number", "hours", "for_whom", "languages", "note", "checked", "source")


class OwnLines(Card):
    """Every field saves when it is left, as everywhere in the program."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Numbers of your own"), "phone", parent=parent)
        self._session, self._editing = session, ""
        self.add_button = Button(look, _("Add a number"), icon="plus")
        self.add_button.setVisible(not session.workspace.read_only)
        self.add_to_head(self.add_button)
        why = _("The nurse’s station, the local police, the band’s own phone after hours. They are printed on the cards "
                "before the province’s. Offices and services only: a private number may bring danger to its door.")  # fmt: skip
        self.banner = Banner(look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.small_gap)
        self.editor = Card(look, tone="raised")
        self.form = RecordForm(look, session, LocalLine, (("", FIELDS),), _("Change number"), lambda _kind: ())
        self.done = Button(look, _("Done"), icon="check", kind="primary")
        self.editor.add(self.form, self.done)
        self.editor.hide()
        self.add(Words(why, "small", wrap=True), self.banner, self._rows, self.editor)
        self.add_button.clicked.connect(self.add_line)
        self.done.clicked.connect(self.stop_editing)
        session.changed.connect(self._follow)
        self.refresh()

    def lines(self) -> list[LocalLine]:
        """All of them, by name."""
        return sorted(self._session.workspace.all(LocalLine), key=lambda one: one.name.casefold())

    def refresh(self) -> None:
        """List them anew."""
        clear(self._rows)
        lines = self.lines()
        if self._editing and self._editing not in {one.id for one in lines}:
            self._editing = ""
            self.form.show_record(None)
            self.editor.hide()
        for one in lines:
            self._rows.addWidget(self._row(one))

    def add_line(self) -> None:
        """Begin another number."""
        made: list[LocalLine] = []

        def do(edit: Edit) -> None:
            made.append(edit.add(LocalLine(name=_("New number"), checked=date.today())))

        refused = self._session.edit(_("Add number"), do)
        if refused is not None:
            self.banner.say(str(refused), "warn")
        elif made:
            self.edit_line(made[0])
            entry = self.form.fields["name"].entry
            entry.selectAll()

    def edit_line(self, line: LocalLine) -> None:
        """Show everything about one in the form."""
        self._editing = line.id
        self.form.show_record(line)
        self.editor.show()
        self.form.focus_on("name")

    def stop_editing(self) -> None:
        """Keep what is being typed, and put the form away."""
        self._editing = ""
        self.form.show_record(None)
        self.editor.hide()
        self.refresh()

    def remove_line(self, line: LocalLine) -> None:
        """Take one away; Undo brings it back."""
        refused = self._session.edit(_("Remove number"), lambda edit: edit.remove(LocalLine, line.id))
        sentence = _("“{name}” is removed. Undo brings it back.").format(name=line.name)
        self.banner.say(str(refused or sentence), "warn" if refused else "info")

    def _row(self, line: LocalLine) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(line.name, "strong", wrap=True))
        number = line.number or _("No number yet: it will not be printed.")
        words.addWidget(Words(" · ".join(one for one in (number, line.hours) if one), "small", wrap=True))
        row.addLayout(words, 1)
        if not self._session.workspace.read_only:
            change = Button(self.look, _("Change"), kind="quiet")
            change.setAccessibleName(_("Change: {name}").format(name=line.name))
            change.clicked.connect(lambda: self.edit_line(line))
            remove = IconButton(self.look, "x", _("Remove: {name}").format(name=line.name))
            remove.clicked.connect(lambda: self.remove_line(line))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _follow(self, changes: Changes) -> None:
        if changes.of(LocalLine):
            self.refresh()
