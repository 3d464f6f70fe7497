"""Boxes set a little closer, so that a few lines need no page of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from app.reports.boxes import Box
from app.reports.grid import Grid, GridCell, GridRow
from app.reports.stack import Stack

# Parts of the usual white space. Type and its leading stay as they are: what is read does not change.
_BETWEEN, _IN_ROWS, _IN_CELLS = 0.6, 0.6, 0.25


def closer(box: Box) -> Box:
    """The same box with less white space before it, and within and between the rows of a table."""
    if isinstance(box, Grid):
        box = replace(box, rows=tuple(_row(one) for one in box.rows))
    return cast("Box", replace(cast("Any", box), above=box.above * _BETWEEN))


def _row(row: GridRow) -> GridRow:
    again = _row(row.again) if row.again is not None else None
    cells = tuple(_cell(one) for one in row.cells)
    return replace(row, cells=cells, pad=row.pad * _IN_ROWS, above=row.above * _IN_ROWS, again=again)


def _cell(cell: GridCell) -> GridCell:
    return replace(cell, stack=Stack(tuple(replace(one, above=one.above * _IN_CELLS) for one in cell.stack.lines)))
