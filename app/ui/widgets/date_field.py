"""A day: typed as people write it, or picked from a calendar; it may stay empty."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import cast

from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.model.days import read_day, write_day
from app.ui.theme import Look
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.entries import LineEntry
from app.ui.widgets.field import Field
from app.ui.widgets.menu import make_round


class DateField(Field["date | None"]):
    """Its value is a `date` or None. What cannot be read stays as typed, with a sentence under it."""

    def __init__(self, look: Look, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = LineEntry()
        self.entry.setPlaceholderText(_("No day yet"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.space.tiny_gap)
        self.button = IconButton(look, "calendar", _("Choose from a calendar: {label}").format(label=label))
        self.button.clicked.connect(self.open_calendar)
        line.addWidget(self.entry, 1)
        line.addWidget(self.button)
        self._row = row
        self.set_entry(self.entry, row)
        self._outline = self.entry
        self.entry.left.connect(self.commit)
        self.entry.returnPressed.connect(self.commit)
        self.edited.connect(self._tidy)
        self.set_value(None)

    def value(self) -> date | None:
        """The day; ValueError with a sentence when it cannot be read."""
        return read_day(self.entry.text(), date.today())

    def set_read_only(self, closed: bool) -> None:
        """Close the field for looking only."""
        self._row.setEnabled(not closed)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        self.popup = CalendarPopup(self.look, self)
        self.popup.calendar.clicked.connect(self._pick)
        self.popup.calendar.activated.connect(self._pick)
        self.popup.clear.clicked.connect(self._clear)
        self.popup.open_at(self.entry, self._known())

    def _known(self) -> date:
        try:
            return self.value() or date.today()
        except ValueError:
            return date.today()

    def _pick(self, picked: QDate) -> None:
        self._take(cast("date", picked.toPython()))

    def _clear(self) -> None:
        self._take(None)

    def _take(self, day: date | None) -> None:
        self._show(day)
        self.entry.setFocus(Qt.FocusReason.PopupFocusReason)
        self.commit()

    def _tidy(self, day: date | None) -> None:
        self._show(day)

    def _show(self, value: date | None) -> None:
        self.entry.setText(write_day(value))


class CalendarPopup(QWidget):
    """A calendar that goes away by itself when a day is picked or the person clicks elsewhere."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        make_round(self)
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.calendar.setAccessibleName(_("Calendar"))
        self.clear = Button(look, _("No day"), "x", "quiet")
        ground = QFrame()
        ground.setProperty("part", "popup")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        column.addWidget(self.clear)
        self._dress(look)
        for signal in (self.calendar.clicked, self.calendar.activated):
            signal.connect(self.close)
        self.clear.clicked.connect(self.close)

    def open_at(self, entry: QWidget, day: date) -> None:
        """Open below `entry` with `day` chosen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = entry.mapToGlobal(QPoint(0, entry.height() + 4))
        room = entry.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            place = entry.mapToGlobal(QPoint(0, -self.height() - 4))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _dress(self, look: Look) -> None:
        names = {
            "qt_calendar_prevmonth": ("chevron-left", _("Month before")),
            "qt_calendar_nextmonth": ("chevron-right", _("Month after")),
        }
        for name, (icon, words) in names.items():
            button = cast("QToolButton", self.calendar.findChild(QToolButton, name))
            button.setIcon(look.icon(icon, "muted"))
            button.setIconSize(QSize(look.text.icon, look.text.icon))
            button.setAccessibleName(words)
        plain = QTextCharFormat()
        plain.setForeground(look.colour("ink"))
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(look.colour("muted"))
        head.setBackground(look.colour("surface"))
        self.calendar.setHeaderTextFormat(head)
