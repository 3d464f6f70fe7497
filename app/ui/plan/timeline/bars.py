"""Draws one row's days: a bar, a single day, an open end, or a goal's roll-up, with its signs and words."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.model.plan import FINISHED, days_late
from app.model.time_axis import Axis
from app.model.timeline import Row, Shape
from app.model.timeline_boxes import Box, bar_box
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.letters import Letters
from app.ui.plan.timeline.words import late_words, range_words
from app.ui.plan.words import progress_words
from app.ui.theme import Look

Align = Qt.AlignmentFlag
# Ground, edge and ink of a bar by how its step stands; a late one looks late however it stands.
BAR_LOOKS = {
    "not-started": ("primary_soft", "primary", "ink"),
    "in-progress": ("primary", "primary", "on_primary"),
    "waiting": ("gold_soft", "gold", "ink"),
    "done": ("ok_soft", "ok", "ink"),
    "dropped": ("surface", "edge", "muted"),
}
LATE_LOOK = ("warn_soft", "warn", "ink")
OUTSIDE = 60.0
# How far from a bar its waits-for line turns, in pixels at 100 %.
GAP = 9.0


@dataclass(frozen=True, slots=True)
class Tag:
    """Words beside a bar: at its right where there is room, else at its left."""

    words: str
    role: str
    icon: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Around:
    """What else is drawn where words may stand: `lines` (boxes around lines), and the ids that lines leave or come to."""

    lines: list[QRectF] = field(default_factory=list[QRectF])
    leaving: Set[str] = frozenset()
    coming: Set[str] = frozenset()
    chosen: str = ""


class BarPaint:
    """Draws rows of one picture; x is measured from the chart's left edge and y from the widget's top."""

    def __init__(
        self, look: Look, letters: Letters, shown: Shown, axis: Axis, width: float, around: Around | None = None
    ) -> None:
        self._look, self._letters, self._shown, self._axis, self._width = look, letters, shown, axis, width
        self.around = around or Around()

    def draw(self, painter: QPainter, row: Row, top: float, height: float) -> None:
        """Draw a row's days, if it has any, and the words that belong to them."""
        box = bar_box(row, top, top + height, self._axis)
        if box is None:
            if row.item.level == "action" and row.item.status not in FINISHED:
                self._draw_missing(painter, top, height)
            return
        seen = Box(max(box.left, -OUTSIDE), box.top, min(box.right, self._width + OUTSIDE), box.bottom)
        if seen.left < seen.right:
            self._draw_shape(painter, row, seen)
        dated = row.shape is not Shape.ROLL_UP and self._write_inside(painter, row, seen)
        self._write_beside(painter, row, box, dated=dated)

    def _draw_shape(self, painter: QPainter, row: Row, box: Box) -> None:
        if row.shape is Shape.ROLL_UP:
            self._draw_roll_up(painter, row, box)
            return
        look, late = self._look, bool(days_late(row.item, self._shown.today))
        ground, edge, _ink = looks_of(row, late=late)
        style = Qt.PenStyle.DashLine if row.item.status == "dropped" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour(edge), 1.4, style))
        painter.setBrush(look.colour(ground))
        draw_shape(painter, row.shape, box)
        if late:
            hatch = QColor(look.colour("warn"))
            hatch.setAlphaF(0.45)
            painter.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            draw_shape(painter, row.shape, box)

    def _draw_roll_up(self, painter: QPainter, row: Row, box: Box) -> None:
        look, wide = self._look, box.right - box.left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("edge"))
        high, cap = box.bottom - box.top, min(look.px(6), wide / 2)
        painter.drawRect(QRectF(box.left, box.top, wide, high))
        if row.progress.done:
            painter.setBrush(look.colour("primary"))
            whole_left, whole = self._axis.x_of(row.first) if row.first else box.left, row.progress.share
            right = min(box.right, whole_left + (self._end_of(row) - whole_left) * whole)
            if right > box.left:
                painter.drawRect(QRectF(box.left, box.top, right - box.left, high))
        painter.setBrush(look.colour("ink"))
        for x, inwards in ((box.left, cap), (box.right, -cap)):
            points = (QPointF(x, box.top), QPointF(x + inwards, box.top), QPointF(x, box.bottom + look.px(6)))
            painter.drawPolygon(QPolygonF(points))
        if row.mark is not None:
            self._draw_mark(painter, row, box)

    def _end_of(self, row: Row) -> float:
        return self._axis.end_of(row.last) if row.last is not None else 0.0

    def _draw_mark(self, painter: QPainter, row: Row, box: Box) -> None:
        """A goal's own day: a hollow square on its corner."""
        if row.mark is None:
            return
        late = bool(days_late(row.item, self._shown.today))
        painter.setPen(QPen(self._look.colour("warn" if late else "ink"), 1.6))
        painter.setBrush(self._look.colour("surface"))
        painter.drawPolygon(diamond(self.mark_box(row, box)))

    def mark_box(self, row: Row, box: Box) -> Box:
        """Where a roll-up's own day is marked."""
        day = row.mark
        x = (self._axis.x_of(day) + self._axis.end_of(day)) / 2 if day is not None else box.right
        half = self._look.px(7)
        return Box(x - half, box.middle - half, x + half, box.middle + half)

    # -- words ------------------------------------------------------------------------------------------------

    def _write_inside(self, painter: QPainter, row: Row, box: Box) -> bool:
        """The check sign and the days in the bar, where there is room for them."""
        if row.shape not in (Shape.BAR, Shape.DAY):
            return False
        look, small = self._look, self._look.text.small
        late = bool(days_late(row.item, self._shown.today))
        ink = looks_of(row, late=late)[2]
        left, right, size = max(box.left, 0.0), min(box.right, self._width), float(look.px(14))
        if row.item.status == "done" and self._checked(row):
            x = (
                min(left + look.px(6), (left + right - size) / 2)
                if row.shape is Shape.BAR
                else (left + right - size) / 2
            )
            self._icon(painter, "check", ink if row.shape is Shape.DAY else "ok", x, box.middle)
            left += size + look.px(6)
        words = self._days(row)
        wide, pad = self._letters.width(words, small), look.px(8)
        if row.shape is Shape.DAY or right - left < wide + 2 * pad:
            return False
        x = left + pad
        if late:
            # The hatching would run through the words.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("warn_soft"))
            painter.drawRoundedRect(QRectF(x - 4, box.top + 2, wide + 8, box.bottom - box.top - 4), 4, 4)
        self._write(painter, words, ink, x, box.middle)
        return True

    def _write_beside(self, painter: QPainter, row: Row, box: Box, *, dated: bool) -> None:
        tags = self._tags(row, dated=dated)
        if tags:
            gap = self._look.px(8)
            wide = sum(self._tag_width(one) for one in tags) + gap * (len(tags) - 1)
            x = self._room_beside(row, box, wide)
            if x is not None:
                self._write_tags(painter, row, tags, QRectF(x, box.middle - gap, wide, 2 * gap))

    def _room_beside(self, row: Row, box: Box, wide: float) -> float | None:
        """Where words of a width begin: right of a bar and its line, else left of it; None where both are out of sight."""
        gap = self._look.px(8)
        right = box.right + gap + (self._look.px(GAP) if row.item.id in self.around.leaving else 0)
        if row.mark is not None:
            mark = self.mark_box(row, box)
            if mark.right > box.right - gap and mark.left < right + wide + gap:
                right = mark.right + gap
        if right < 0:
            return None
        if right + wide <= self._width:
            return right
        # Room for the line's last turn, and for the sign that it runs backwards.
        left = box.left - gap - wide - (self._look.px(GAP + 20) if row.item.id in self.around.coming else 0)
        return left if left >= 0 and box.left <= self._width else None

    def _write_tags(self, painter: QPainter, row: Row, tags: list[Tag], place: QRectF) -> None:
        around = place.adjusted(-3, 0, 3, 0)
        if any(around.intersects(one) for one in self.around.lines):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("primary_soft" if row.item.id == self.around.chosen else "surface"))
            painter.drawRoundedRect(around, 4, 4)
        x, middle = place.left(), place.center().y()
        for one in tags:
            if one.icon:
                self._icon(painter, one.icon, one.role, x, middle)
            begin = x + (self._look.px(18) if one.icon else 0)
            self._write(painter, one.words, one.role, begin, middle, bold=one.bold)
            x += self._tag_width(one) + self._look.px(8)

    def _tags(self, row: Row, *, dated: bool) -> list[Tag]:
        found: list[Tag] = []
        if row.shape is Shape.ROLL_UP and row.progress.total:
            words = self._letters.said(row.progress, lambda: progress_words(row.progress))
            found.append(Tag(words, "ink", bold=True))
        late = self._late(row)
        if late:
            found.append(Tag(late, "warn", "triangle-alert", bold=True))
        if not dated:
            done = row.item.status == "done" and not self._checked(row)
            found.append(Tag(self._days(row), "muted", "check" if done else ""))
        return found

    def _days(self, row: Row) -> str:
        today = self._shown.today
        key = (row.shape, row.first, row.last, today)
        return self._letters.said(key, lambda: range_words(row, today))

    def _late(self, row: Row) -> str:
        today = self._shown.today
        late = days_late(row.item, today)
        return self._letters.said(("late", late), lambda: late_words(row.item, today)) if late else ""

    def _checked(self, row: Row) -> bool:
        """Whether the check sign has room in the bar itself."""
        if row.shape is Shape.DAY or row.first is None or row.last is None:
            return row.shape is Shape.DAY
        left, right = max(self._axis.x_of(row.first), 0.0), min(self._axis.end_of(row.last), self._width)
        return row.shape is Shape.BAR and right - left >= self._look.px(14) + 4

    def _tag_width(self, tag: Tag) -> float:
        words = self._letters.width(tag.words, self._look.text.small, bold=tag.bold)
        return words + (self._look.px(18) if tag.icon else 0)

    def _draw_missing(self, painter: QPainter, top: float, height: float) -> None:
        box = Box(0.0, top, self._width, top + height)
        self._icon(painter, "circle-dashed", "muted", self._look.px(10), box.middle)
        self._write(
            painter, self._letters.said("no day", lambda: _("No day yet")), "muted", self._look.px(30), box.middle
        )

    def _write(self, painter: QPainter, words: str, role: str, x: float, y: float, *, bold: bool = False) -> None:
        painter.setFont(self._letters.font(self._look.text.small, bold=bold))
        painter.setPen(self._look.colour(role))
        place = QRectF(x, y - 50, self._width + OUTSIDE, 100)
        painter.drawText(place, int(Align.AlignLeft | Align.AlignVCenter), words)

    def _icon(self, painter: QPainter, name: str, role: str, x: float, y: float) -> None:
        size = self._look.px(14)
        self._look.paint_icon(painter, QRectF(x, y - size / 2, size, size), name, role)


def looks_of(row: Row, *, late: bool) -> tuple[str, str, str]:
    """The names of a bar's ground, edge and ink."""
    return LATE_LOOK if late else BAR_LOOKS.get(row.item.status, BAR_LOOKS["not-started"])


def diamond(box: Box) -> QPolygonF:
    """A square on its corner within a box."""
    x = (box.left + box.right) / 2
    return QPolygonF(
        (QPointF(x, box.top), QPointF(box.right, box.middle), QPointF(x, box.bottom), QPointF(box.left, box.middle))
    )


def draw_shape(painter: QPainter, shape: Shape, box: Box) -> None:
    """The outline of a bar, a single day or an open end, with the pen and the brush of now."""
    if shape is Shape.DAY:
        painter.drawPolygon(diamond(box))
    elif shape is Shape.OPEN:
        tip = min((box.right - box.left) / 2, (box.bottom - box.top) / 2)
        shoulder = box.right - tip
        corners = ((box.left, box.top), (shoulder, box.top), (box.right, box.middle))
        corners += ((shoulder, box.bottom), (box.left, box.bottom))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    else:
        radius = min(6.0, (box.right - box.left) / 2)
        painter.drawRoundedRect(QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top), radius, radius)
