"""The timeline after a small change: what the change does not reach is taken over as it was.

An edit seldom changes more than one step of thousands, and a timeline that is drawn after every key press has no time to be
laid out anew each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from app.model.item import Item
from app.model.plan import Outline
from app.model.timeline import (
    Below,
    Row,
    Span,
    Timeline,
    Wait,
    days_between,
    make_timeline,
    row_of,
    span_of,
    undated_in,
    waits_of,
)

# With more changes than this, all anew is as quick.
MOST = 50


def renewed(before: Timeline, outline: Outline, found: Set[str] | None, folded: Set[str]) -> Timeline:
    """The same as `make_timeline(outline, found, folded)`, sooner when little has changed since `before`."""
    walked = list(outline.walk())
    changed = None if (found, folded) != (before.found, before.folded) else _changed(before, walked)
    if changed is None:
        return make_timeline(outline, found, folded)
    spans, below = dict(before.spans), dict(before.below)
    reached = {one.id: one for one in changed}
    for item in changed:
        reached |= {above.id: above for above in reversed(outline.path(item.id))}
    # From the deepest up, so that each parent gathers what is new below it.
    for item in sorted(reached.values(), key=lambda one: -len(outline.path(one.id))):
        if outline.children(item.id):
            below[item.id] = _gathered(outline, item.id, spans, below)
        spans[item.id] = span_of(item, below.get(item.id))
    rows = list(before.rows)
    places = [before.places[key] for key in reached if key in before.places]
    for place in places:
        old = rows[place]
        item = reached[old.item.id]
        rows[place] = row_of(item, old.depth, spans[item.id], opens=old.opens, folded=old.folded)
    first, last = days_between(rows)
    return replace(
        before,
        rows=tuple(rows),
        waits=_waits(before, rows, set(places)),
        spans=spans,
        first=first,
        last=last,
        undated=undated_in(walked, spans, found),
        walked=walked,
        below=below,
    )


def _changed(before: Timeline, walked: list[tuple[Item, int]]) -> list[Item] | None:
    """The items that are others now; None when the outline itself is another, or too much has changed."""
    if len(walked) != len(before.walked):
        return None
    pairs = [
        (new, old) for new, old in zip(walked, before.walked, strict=True) if new[0] is not old[0] or new[1] != old[1]
    ]
    if len(pairs) > MOST:
        return None
    for (new, depth), (old, old_depth) in pairs:
        if (new.id, new.parent, depth) != (old.id, old.parent, old_depth):
            return None
    return [new for (new, _depth), _old in pairs]


def _gathered(outline: Outline, parent: str, spans: Mapping[str, Span], below: Mapping[str, Below]) -> Below:
    found = Below()
    for child in outline.children(parent):
        span = spans[child.id]
        found.take(child, span.first, span.last, below.get(child.id))
    return found


def _waits(before: Timeline, rows: list[Row], places: set[int]) -> tuple[Wait, ...]:
    """The lines of rows that have not changed, and anew those that come to or from the others."""
    touched = {one.waiter for one in before.waits if one.awaited in places} | places
    # A line may begin where none was: its end had no day before.
    bare = {rows[place].item.id for place in places if before.rows[place].last is None}
    if bare:
        touched |= {place for place, row in enumerate(rows) if bare.intersection(row.item.waits_for)}
    kept = [one for one in before.waits if one.waiter not in touched]
    new = [wait for place in touched for wait in waits_of(rows, before.places, place)]
    # Sorted by the rows they come to; within a row they keep the order of its list.
    return tuple(sorted(kept + new, key=lambda one: one.waiter))
