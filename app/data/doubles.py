"""Makes one partner out of two: what named the second names the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.data.edit import Edit
from app.model.partner import Partner
from app.model.tie import Tie


def merge_partners(edit: Edit, ties: Iterable[Tie], keep: str, gone: str, values: Mapping[str, Any]) -> None:
    """Give the first partner these fields, lead all links of the second to the first, and remove the second.

    `ties` are all there are: one between the two goes, and one that would be there twice.
    """
    edit.change(Partner, keep, **values)
    seen: set[tuple[str, str, str]] = set()
    for tie in sorted(ties, key=lambda one: (gone in (one.from_partner, one.to_partner), one.id)):
        start, end = (keep if one == gone else one for one in (tie.from_partner, tie.to_partner))
        key = (start, end, tie.sort)
        if gone in (tie.from_partner, tie.to_partner) and (start == end or key in seen):
            edit.remove(Tie, tie.id)
        seen.add(key)
    edit.redirect(Partner, gone, keep)
    edit.remove(Partner, gone)
