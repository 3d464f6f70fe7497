"""Draws the timeline's head: steps of time in two rows of words, and where today is."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model.time_axis import Axis, Label, Step, Tick, fitting_step, label_in, step_above, tick_words, ticks
from app.ui.plan.timeline.camera import Frame
from app.ui.plan.timeline.letters import Letters
from app.ui.theme import Look

Align = Qt.AlignmentFlag
# The widest of the shortest wordings that a step of time has: a day's number, "Mar", "Oct–Dec", a year.
SAMPLES = {"day": "30", "week": "30", "month": "May", "quarter": "Oct–Dec", "year": "2028"}
PAD = 5.0


class HeadPaint:
    """The days above the chart. `step` is the finest step of time whose words have room."""

    def __init__(self, look: Look, letters: Letters, axis: Axis, frame: Frame, today: date) -> None:
        self._look, self._letters, self._axis, self._frame = look, letters, axis, frame
        self._width = frame.chart.width()
        self.today = (axis.x_of(today) + axis.end_of(today)) / 2
        self.step = fitting_step(axis.day, self._room_for)

    def draw(self, painter: QPainter) -> None:
        """Draw it, and the corner above the names."""
        look, head, names = self._look, self._frame.head, self._frame.names
        whole = QRectF(names.left(), head.top(), names.width() + head.width(), head.height())
        painter.fillRect(whole, look.colour("surface"))
        painter.setFont(self._letters.font(look.text.small))
        painter.setPen(look.colour("muted"))
        corner = QRectF(names.left() + look.px(16), head.top(), names.width(), head.height())
        what = self._letters.said("what", lambda: _("What"))
        painter.drawText(corner, int(Align.AlignLeft | Align.AlignVCenter), what)
        painter.save()
        painter.setClipRect(head)
        painter.translate(head.left(), 0)
        above, half = step_above(self.step), head.height() / 2
        if above is not None:
            self._draw_row(painter, above, head.top(), bold=True)
        self._draw_row(painter, self.step, head.top() + (half if above is not None else 0))
        self._draw_pill(painter)
        painter.restore()
        painter.fillRect(QRectF(whole.left(), head.bottom() - 1, whole.width(), 1), look.colour("line"))
        painter.fillRect(QRectF(names.right() - 1, head.top(), 1, head.height()), look.colour("line"))

    def labels(self, step: Step, *, bold: bool = False) -> list[Label]:
        """The words of one row that have room, all in one wording: as long as each of them has room for."""
        seen = list(ticks(self._axis, self._width, step))
        wordings = [self._wordings(tick, bold=bold) for tick in seen]
        room = step.shortest * self._axis.day - 2 * PAD
        least = 0 if bold else max((_first_fit(one, room) for one in wordings), default=0)
        found = (label_in(tick, self._width, one[least:], PAD) for tick, one in zip(seen, wordings, strict=True))
        kept = [label for label in found if label is not None]
        if bold or step_above(step) is None:
            return kept
        # Today's sign stands in this row, and what would lie below it is left out.
        pill = self.pill()
        return [one for one in kept if one.x + one.width + PAD <= pill.left() or one.x >= pill.right() + PAD]

    def pill(self) -> QRectF:
        """Where today's sign is; x is measured from the chart's left."""
        look, head = self._look, self._frame.head
        wide = self._letters.width(self._word(), look.text.small, bold=True) + look.px(14)
        high = min(float(look.px(20)), head.height() / 2 - 2)
        return QRectF(self.today - wide / 2, head.bottom() - high - 3, wide, high)

    def _draw_row(self, painter: QPainter, step: Step, top: float, *, bold: bool = False) -> None:
        look, high = self._look, self._frame.head.height() / 2
        for tick in ticks(self._axis, self._width, step):
            if tick.left > 0:
                painter.fillRect(QRectF(round(tick.left), top, 1, self._frame.head.bottom() - top), look.colour("line"))
        painter.setFont(self._letters.font(look.text.small, bold=bold))
        painter.setPen(look.colour("ink" if bold else "muted"))
        for label in self.labels(step, bold=bold):
            place = QRectF(label.x, top, label.width + 2, high)
            painter.drawText(place, int(Align.AlignLeft | Align.AlignVCenter), label.words)

    def _draw_pill(self, painter: QPainter) -> None:
        look, pill = self._look, self.pill()
        painter.setPen(QPen(look.colour("gold"), 1))
        painter.setBrush(look.colour("gold_soft"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(self._letters.font(look.text.small, bold=True))
        painter.setPen(look.colour("gold"))
        painter.drawText(pill, int(Align.AlignCenter), self._word())

    def _wordings(self, tick: Tick, *, bold: bool) -> list[tuple[str, float]]:
        # Months above days stand alone at the left edge, so they say their year.
        alone = step_above(tick.step) is None or (bold and tick.step.unit == "month")
        small = self._look.text.small
        said = self._letters.said((tick.step, tick.first, alone), lambda: tick_words(tick, alone=alone))
        return [(one, self._letters.width(one, small, bold=bold)) for one in said]

    def _room_for(self, step: Step) -> float:
        sample = SAMPLES[step.unit] if step.count == 1 else "2020–2029"
        return self._letters.width(sample, self._look.text.small) + 2 * PAD + 2

    def _word(self) -> str:
        return self._letters.said("today", lambda: _("Today"))


def _first_fit(wordings: list[tuple[str, float]], room: float) -> int:
    """The place of the longest wording that fits into some room; the last one when none does."""
    return next((n for n, (_words, wide) in enumerate(wordings) if wide <= room), len(wordings) - 1)
