"""Which meeting a report is about, and for whom a worksheet is: shown for reports that ask for it alone."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.reflection import Meeting
from app.model.worksheet import SHEETS
from app.reports.catalogue import ReportKind
from app.reports.content import Picked
from app.ui.reflect.paper.meetings import meeting_choices
from app.ui.theme import Look
from app.ui.widgets import ChoiceField, Words


class MeetingChoice(QWidget):
    """Signal: `changed()` when something else was picked."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meeting = ChoiceField(look, _("Meeting"), ())
        self.sheet = ChoiceField(look, _("For whom"), [(one.key, _(one.label)) for one in SHEETS])
        self.about = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        for one in (self.meeting, self.sheet, self.about):
            column.addWidget(one)
        self.meeting.edited.connect(self.changed)
        self.sheet.edited.connect(self._change_sheet)
        self._tell_sheet()

    def show_for(self, kind: ReportKind, meetings: Iterable[Meeting]) -> None:
        """Show what a report asks for, with the meetings there are."""
        choices = meeting_choices(meetings)
        self.meeting.set_choices(choices)
        self.meeting.setVisible("meeting" in kind.asks and bool(choices))
        for one in (self.sheet, self.about):
            one.setVisible("sheet" in kind.asks)
        self.setVisible(bool(kind.asks) and (bool(choices) or "sheet" in kind.asks))

    def show_meeting(self, meeting: str) -> None:
        """Pick a meeting; it is announced by nobody."""
        self.meeting.set_value(meeting)

    def picked(self) -> Picked:
        """What is picked."""
        return Picked(self.meeting.value(), self.sheet.value())

    def _change_sheet(self) -> None:
        self._tell_sheet()
        self.changed.emit()

    def _tell_sheet(self) -> None:
        self.about.setText(next(_(one.about) for one in SHEETS if one.key == self.sheet.value()))
