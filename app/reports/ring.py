"""What the ring on the cover shows, in words: the same sentence wherever the ring is drawn."""

from __future__ import annotations

from gettext import gettext as _

from app.reports.document import Cover


def ring_words(cover: Cover) -> str:
    """The sum, then which groups are filled and which are empty."""
    said = [_("Ring of the groups: {figure} {caption}.").format(figure=cover.ring_figure, caption=cover.ring_caption)]
    return " ".join([*said, *ring_groups(cover)])


def ring_groups(cover: Cover) -> list[str]:
    """A sentence for the groups that are filled and one for those that are empty, where there are any."""
    filled = "; ".join(one.name for one in cover.ring if one.filled)
    empty = "; ".join(one.name for one in cover.ring if not one.filled)
    said: list[str] = []
    if filled:
        said.append(_("Filled: {groups}.").format(groups=filled))
    if empty:
        said.append(_("Empty: {groups}.").format(groups=empty))
    return said
