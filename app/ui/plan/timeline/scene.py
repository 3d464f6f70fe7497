"""What the timeline shows at a moment, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from app.model.timeline import Row, Timeline, make_timeline
from app.model.timeline_changes import renewed
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.words import row_words


@dataclass(frozen=True)
class TimelineScene:
    """`chosen` is an item's id, which may have no row now; `folded` are the items whose rows below are not shown."""

    shown: Shown
    timeline: Timeline
    chosen: str = ""
    folded: frozenset[str] = field(default=frozenset())

    @property
    def stops(self) -> tuple[str, ...]:
        """The rows' ids from above."""
        return self._stops

    @cached_property
    def _stops(self) -> tuple[str, ...]:
        return tuple(self.timeline.places)

    @cached_property
    def backwards(self) -> tuple[str, ...]:
        """Those who begin before what they wait for ends."""
        rows = self.timeline.rows
        return tuple(dict.fromkeys(rows[one.waiter].item.id for one in self.timeline.waits if one.backwards))

    def row(self, item_id: str) -> Row | None:
        """The row of an item, while it is shown."""
        return self.timeline.row(item_id)

    def words_of(self, stop: str) -> str:
        """What a screen reader says of a row."""
        row, shown = self.row(stop), self.shown
        return row_words(row, self.timeline, shown.outline, shown.names, shown.today) if row is not None else ""


def make_scene(
    shown: Shown, chosen: str = "", folded: frozenset[str] = frozenset(), before: Timeline | None = None
) -> TimelineScene:
    """The scene of what every view shows; sooner with the timeline of just before."""
    # What has nothing below it any more is not folded any more either.
    still = frozenset(one for one in folded if shown.outline.children(one))
    if before is None:
        return TimelineScene(shown, make_timeline(shown.outline, shown.found, still), chosen, still)
    return TimelineScene(shown, renewed(before, shown.outline, shown.found, still), chosen, still)


def unfolded(scene: TimelineScene, item_id: str) -> TimelineScene:
    """The scene with everything open that an item lies under."""
    path = {one.id for one in scene.shown.outline.path(item_id)}
    if not path & scene.folded:
        return scene
    return make_scene(scene.shown, scene.chosen, scene.folded - path)


def folding(scene: TimelineScene, item_id: str, folded: bool) -> TimelineScene:
    """The scene with an item folded or open; as it is where there is nothing to fold."""
    row = scene.row(item_id)
    if row is None or not row.opens or row.folded == folded:
        return scene
    ids = scene.folded | {item_id} if folded else scene.folded - {item_id}
    return make_scene(scene.shown, scene.chosen, ids)
