"""What stays together at the end of a page: a list with the words that lead to it, and a closing note with what it closes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from app.reports.boxes import Box
from app.reports.document import Address, Block, Entry, Heading, Note, Para
from app.reports.lettering import Look


def stays_with_next(before: Block | None, block: Block, after: Block | None, later: Block | None) -> bool:
    """Whether a block may not be the last of a page, so that the next one stands on the same.

    `before` and `after` are its neighbours, `later` is what comes after those.
    """
    if isinstance(after, Entry):
        if isinstance(block, Para):
            return True
        # No entry of several is alone at either end of a page.
        return isinstance(block, Entry) and not (isinstance(before, Entry) and isinstance(later, Entry))
    closes = isinstance(after, Para) and after.look is Look.SMALL and (later is None or isinstance(later, Heading))
    return closes and isinstance(block, Para | Entry | Note | Address)


def leading(box: Box) -> Box:
    """The box as one that is never the last of a page."""
    return cast("Box", replace(cast("Any", box), leads=True))
