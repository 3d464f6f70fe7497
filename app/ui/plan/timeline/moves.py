"""Taking hold of a bar: what is under the hand, what a drag and a key change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, Qt

from app.model.item import Item
from app.model.timeline import Part, Row, Shape, days_of, moved
from app.ui.plan.timeline.paint import TimelinePaint

# How near to an end a hand must be, in pixels at 100 %, and the narrowest bar whose inside is parted from its ends.
REACH, LEAST_INSIDE = 7, 30

Mod = Qt.KeyboardModifier
_HELD = Mod.AltModifier | Mod.ControlModifier | Mod.ShiftModifier
# Which keys held with an arrow move what, and by how many days.
MOVES: dict[Qt.KeyboardModifier, tuple[Part, int]] = {
    Mod.AltModifier: (Part.ALL, 1),
    Mod.AltModifier | Mod.ShiftModifier: (Part.ALL, 7),
    Mod.AltModifier | Mod.ControlModifier: (Part.END, 1),
    Mod.AltModifier | Mod.ControlModifier | Mod.ShiftModifier: (Part.END, 7),
    Mod.ControlModifier: (Part.START, 1),
    Mod.ControlModifier | Mod.ShiftModifier: (Part.START, 7),
}


@dataclass(frozen=True, slots=True)
class Grip:
    """A part of a row's bar under the hand; `part` is None over a row that has no days yet."""

    place: int
    part: Part | None


@dataclass(frozen=True, slots=True)
class Drag:
    """A bar in the hand: taken hold of at a day, and held over another now."""

    item: Item
    grip: Grip
    taken: date
    now: date

    def changes(self) -> dict[str, date]:
        """The fields that change when it is let go of now."""
        if self.grip.part is None:
            first, last = min(self.taken, self.now), max(self.taken, self.now)
            return {"starts": first, "by": last} if first != last else {"by": last}
        return moved(self.item, (self.now - self.taken).days, self.grip.part)

    def shown(self, row: Row) -> Row:
        """The row as it would be then."""
        item = replace(self.item, **self.changes())
        if row.shape is Shape.ROLL_UP:
            return row._replace(item=item, mark=item.by)
        shape, first, last = days_of(item)
        return row._replace(item=item, shape=shape, first=first, last=last)


def grip_at(paint: TimelinePaint, place: int, at: QPointF, reach: float) -> Grip | None:
    """What of a row's bar is at a point; x is measured from the chart's left. None beside the bar."""
    row, box = paint.row(place), paint.box_of(place)
    if box is None:
        return Grip(place, None) if row.item.level == "action" else None
    if row.shape is Shape.ROLL_UP:
        mark = paint.bars.mark_box(row, box)
        held = row.mark is not None and mark.left <= at.x() <= mark.right and mark.top <= at.y() <= mark.bottom
        return Grip(place, Part.END) if held else None
    if not box.top - 2 <= at.y() <= box.bottom + 2:
        return None
    part = _part(row, at.x(), box.left, box.right, reach)
    return Grip(place, part) if part is not None else None


def _part(row: Row, x: float, left: float, right: float, reach: float) -> Part | None:
    if not left - reach <= x <= right + reach:
        return None
    # A narrow bar is moved from its inside; its ends are taken hold of from outside.
    within = reach if right - left >= LEAST_INSIDE else 0.0
    if x > right - within:
        return Part.END
    return Part.START if x < left + within else Part.ALL


def moved_by_keys(item: Item, held: Qt.KeyboardModifier, days: int, today: date) -> dict[str, date]:
    """What an arrow key with these keys held changes; an item without days gets today."""
    part, step = MOVES[held]
    if days_of(item)[0] is Shape.NONE:
        return {"by": today}
    return moved(item, days * step, part)


def held_keys(modifiers: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    """Of the keys that are held, those that matter here."""
    return modifiers & _HELD
