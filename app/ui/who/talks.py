"""The talks with a partner: what was said about the work, and what comes next by when."""

from __future__ import annotations

from datetime import date
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.talk import Talk, latest_first
from app.ui.form.record_form import RecordForm
from app.ui.home.words import short_day
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, CheckBox, IconButton, Words, clear

FIELDS = ("on", "said", "next", "by")


class Talks(QWidget):
    """Every field saves when it is left, as everywhere in the program. Signal: `help_lines_requested()`."""

    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._partner, self._editing = "", ""
        self._closed = session.workspace.read_only
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.small_gap)
        self.add_button = Button(look, _("Note a talk"), icon="message-square-plus")
        self.add_button.setVisible(not self._closed)
        self.editor = Card(look, tone="raised")
        self.form = RecordForm(look, session, Talk, (("", FIELDS),), _("Change talk"), lambda _kind: ())
        self.done = Button(look, _("Done"), icon="check", kind="primary")
        care = Words(
            _("About the work only: no stories of people who were harmed, and nobody you suspect."), "small", wrap=True
        )
        self.editor.add(care, self.form, self.done)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        column.addWidget(Words(_("Talks"), "strong"))
        column.addWidget(self.editor)
        column.addLayout(self._rows)
        column.addWidget(self.add_button)
        self.form.help_lines_requested.connect(self.help_lines_requested)
        self.add_button.clicked.connect(self.add_talk)
        self.done.clicked.connect(self.stop_editing)
        session.changed.connect(self._follow)

    def show_partner(self, partner_id: str) -> None:
        """Show another partner's talks; what is being typed is kept first."""
        if partner_id != self._partner:
            self.stop_editing()
            self._partner = partner_id
        self.refresh()

    def talks(self) -> list[Talk]:
        """Those with the partner who is shown, the newest first."""
        return latest_first(self._session.workspace.all(Talk), self._partner)

    def refresh(self) -> None:
        """List them anew."""
        clear(self._rows)
        talks = self.talks()
        if self._editing and self._editing not in {one.id for one in talks}:
            self._close_editor()
        for one in talks:
            self._rows.addWidget(self._row(one))
        if not talks:
            self._rows.addWidget(Words(_("None noted yet."), "small"))

    def add_talk(self) -> None:
        """Begin another, of today."""
        made: list[Talk] = []

        def do(edit: Edit) -> None:
            made.append(edit.add(Talk(partner=self._partner, on=date.today())))

        self._session.edit(_("Note a talk"), do)
        if made:
            self.edit_talk(made[0])

    def edit_talk(self, talk: Talk) -> None:
        """Show everything about one in the form."""
        self._editing = talk.id
        self.form.show_record(talk)
        self.editor.show()
        self.form.focus_on("said")

    def stop_editing(self) -> None:
        """Keep what is being typed, and put the form away."""
        if self._editing:
            self._close_editor()
            self.refresh()

    def _close_editor(self) -> None:
        self._editing = ""
        self.form.show_record(None)
        self.editor.hide()

    def _row(self, talk: Talk) -> QWidget:
        box, today = QWidget(), date.today()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        day = short_day(talk.on, today) if talk.on is not None else _("No day yet")
        head.addWidget(Words(day, "strong"), 1)
        if not self._closed:
            change = Button(self._look, _("Change"), kind="quiet")
            change.setAccessibleName(_("Change the talk of {day}").format(day=day))
            change.clicked.connect(lambda: self.edit_talk(talk))
            remove = IconButton(self._look, "x", _("Remove the talk of {day}").format(day=day))
            remove.clicked.connect(lambda: self._remove(talk.id))
            head.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if talk.said:
            column.addWidget(Words(talk.said, "small", wrap=True))
        if talk.next or talk.by is not None:
            self._add_follow_up(column, talk, today)
        return box

    def _add_follow_up(self, column: QVBoxLayout, talk: Talk, today: date) -> None:
        by = _("by {day}").format(day=short_day(talk.by, today)) if talk.by is not None else ""
        words = _("Next: {what}").format(what=" ".join(one for one in (talk.next, by) if one))
        column.addWidget(Words(words, wrap=True))
        box = CheckBox(self._look, _("Followed up"))
        box.setChecked(talk.done)
        box.setEnabled(not self._closed)
        box.setAccessibleName(_("Followed up: {what}").format(what=words))
        box.toggled.connect(partial(self._mark, talk.id))
        column.addWidget(box)

    def _mark(self, talk_id: str, done: bool) -> None:
        self._session.edit(_("Follow up"), lambda edit: edit.change(Talk, talk_id, done=done), by=self)

    def _remove(self, talk_id: str) -> None:
        self._session.edit(_("Remove talk"), lambda edit: edit.remove(Talk, talk_id))

    def _follow(self, changes: Changes) -> None:
        if self._partner and changes.of(Talk):
            self.refresh()
