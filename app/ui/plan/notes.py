"""The dated notes on one line of the plan: what happened, and what was agreed."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.note import Note, notes_on
from app.ui.form.record_form import RecordForm
from app.ui.home.words import short_day
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, IconButton, Words, clear

FIELDS = ("on", "words")


class Notes(QWidget):
    """Every field saves when it is left, as everywhere in the program. Signals: `help_lines_requested()`, `counted(int)`."""

    help_lines_requested = Signal()
    counted = Signal(int)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._item, self._editing = "", ""
        self._closed = session.workspace.read_only
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.small_gap)
        self.add_button = Button(look, _("Add a note"), icon="sticky-note")
        self.add_button.setVisible(not self._closed)
        self.editor = Card(look, tone="raised")
        self.form = RecordForm(look, session, Note, (("", FIELDS),), _("Change note"), lambda _kind: ())
        self.done = Button(look, _("Done"), icon="check", kind="primary")
        self.editor.add(self.form, self.done)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        column.addWidget(self.add_button)
        column.addWidget(self.editor)
        column.addLayout(self._rows)
        self.form.help_lines_requested.connect(self.help_lines_requested)
        self.add_button.clicked.connect(self.add_note)
        self.done.clicked.connect(self.stop_editing)
        session.changed.connect(self._follow)

    def show_item(self, item_id: str) -> None:
        """Show another line's notes; what is being typed is kept first."""
        if item_id != self._item:
            self.stop_editing()
            self._item = item_id
            self.refresh()

    def notes(self) -> list[Note]:
        """Those on the line that is shown, the latest first."""
        return notes_on(self._session.workspace.all(Note), self._item)

    def refresh(self) -> None:
        """List them anew."""
        clear(self._rows)
        notes = self.notes() if self._item else []
        if self._editing and self._editing not in {one.id for one in notes}:
            self._close_editor()
        for one in notes:
            if one.id != self._editing:
                self._rows.addWidget(self._row(one))
        self.counted.emit(len(notes))

    def add_note(self) -> None:
        """Begin another, of today."""
        made: list[Note] = []

        def do(edit: Edit) -> None:
            made.append(edit.add(Note(item=self._item, on=date.today())))

        self._session.edit(_("Add note"), do)
        if made:
            self.edit_note(made[0])

    def edit_note(self, note: Note) -> None:
        """Show everything about one in the form."""
        self._editing = note.id
        self.form.show_record(note)
        self.editor.show()
        self.refresh()
        self.form.focus_on("words")

    def stop_editing(self) -> None:
        """Keep what is being typed, and put the form away."""
        if self._editing:
            self._close_editor()
            self.refresh()

    def _close_editor(self) -> None:
        self._editing = ""
        self.form.show_record(None)
        self.editor.hide()

    def _row(self, note: Note) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        day = short_day(note.on, date.today()) if note.on is not None else _("No day yet")
        head.addWidget(Words(day, "strong"), 1)
        if not self._closed:
            change = Button(self._look, _("Change"), kind="quiet")
            change.setAccessibleName(_("Change the note of {day}").format(day=day))
            change.clicked.connect(lambda: self.edit_note(note))
            remove = IconButton(self._look, "x", _("Remove the note of {day}").format(day=day))
            remove.clicked.connect(lambda: self._remove(note.id))
            head.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(
            Words(note.words or _("Nothing is written yet."), "body" if note.words else "small", wrap=True)
        )
        return box

    def _remove(self, note_id: str) -> None:
        self._session.edit(_("Remove note"), lambda edit: edit.remove(Note, note_id))

    def _follow(self, changes: Changes) -> None:
        if self._item and changes.of(Note):
            self.refresh()
