"""Which days and which rows are seen, and how large: the timeline's camera, and how its room is shared out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from app.model.time_axis import Axis, fitted_axis
from app.model.timeline import Timeline
from app.ui.theme import Look

# The width of a day in pixels at 100 %: from lifetimes to single days.
LEAST, MOST = 0.004, 56.0
# A whole plan is not enlarged further than this, and shows at least so many days.
MOST_FITTED, LEAST_DAYS = 22.0, 28
# How far beyond the plan one may go, in days, and as a share of what is seen.
BEYOND_DAYS, BEYOND_SHARE = 120, 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of the picture: names at the left, the days above, and the chart; all in pixels of the widget."""

    names: QRectF
    head: QRectF
    chart: QRectF
    row: float

    @classmethod
    def of(cls, look: Look, room: QRectF) -> Frame:
        """Shared out so that names can be read, and the chart gets at least half."""
        wide = min(max(room.width() * 0.32, look.px(215)), look.px(360), room.width() * 0.46)
        high = float(look.px(50))
        left, top = room.left() + round(wide), room.top() + high
        return cls(
            QRectF(room.left(), top, round(wide), max(1.0, room.height() - high)),
            QRectF(left, room.top(), max(1.0, room.width() - round(wide)), high),
            QRectF(left, top, max(1.0, room.width() - round(wide)), max(1.0, room.height() - high)),
            float(look.text.row),
        )


@dataclass(frozen=True, slots=True)
class Camera:
    """`axis` is measured from the chart's left edge; `top` is how far the rows are scrolled, in pixels."""

    axis: Axis
    top: float = 0.0

    @classmethod
    def fitted(cls, look: Look, frame: Frame, timeline: Timeline, today: date) -> Camera:
        """All days of the plan, and today, with a little air."""
        first, last = min(timeline.first or today, today), max(timeline.last or today, today)
        width, air = frame.chart.width(), max(2, round((last - first).days * 0.04))
        days = (last - first).days + 1 + 3 * air
        wide = max(days, LEAST_DAYS)
        # More air behind, where the words beside the last bars stand.
        axis = fitted_axis(first, last, width * ((last - first).days + 1) / wide, LEAST, look.scale * MOST_FITTED)
        spare = width / axis.day - ((last - first).days + 1)
        return cls(Axis(axis.day, first.toordinal() - spare / 3), 0.0)

    def zoomed(self, look: Look, by: float, around: float) -> Camera:
        """The days made wider by a factor; the one at `around`, in pixels from the chart's left, stays there."""
        day = min(max(self.axis.day * by, LEAST), look.scale * MOST)
        there = self.axis.left + around / self.axis.day
        return replace(self, axis=Axis(day, there - around / day))

    def panned(self, across: float, down: float) -> Camera:
        """The picture moved by pixels, as a hand moves paper."""
        return Camera(Axis(self.axis.day, self.axis.left - across / self.axis.day), self.top - down)

    def kept(self, frame: Frame, timeline: Timeline, today: date) -> Camera:
        """The nearest camera that does not lose the plan from sight."""
        lowest = max(0.0, len(timeline.rows) * frame.row - frame.chart.height())
        first, last = day_bounds(self.axis, frame.chart.width(), timeline, today)
        left = min(max(self.axis.left, first), last - frame.chart.width() / self.axis.day)
        return Camera(Axis(self.axis.day, left), min(max(self.top, 0.0), lowest))


def day_bounds(axis: Axis, width: float, timeline: Timeline, today: date) -> tuple[float, float]:
    """Between which days, by their numbers, the camera may go."""
    first, last = min(timeline.first or today, today), max(timeline.last or today, today)
    beyond = max(BEYOND_DAYS, width / axis.day * BEYOND_SHARE)
    return first.toordinal() - beyond, last.toordinal() + 1 + beyond


def row_at(frame: Frame, camera: Camera, timeline: Timeline, at: QPointF) -> int | None:
    """The row at a point of the widget, over names or chart."""
    if at.y() < frame.chart.top() or at.y() >= frame.chart.bottom():
        return None
    place = int((at.y() - frame.chart.top() + camera.top) // frame.row)
    return place if 0 <= place < len(timeline.rows) else None


def seen_rows(frame: Frame, camera: Camera, timeline: Timeline) -> range:
    """The rows that are seen wholly or partly."""
    first = int(camera.top // frame.row)
    last = int((camera.top + frame.chart.height()) // frame.row) + 1
    return range(max(0, first), min(last, len(timeline.rows)))
