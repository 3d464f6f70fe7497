"""Tables as HTML: a caption, headings with their scope, and a body of rows for each group."""

from __future__ import annotations

from app.reports.document import Bar, Cell, Column, Row, Sign, Table
from app.reports.web.figures import bar, sign
from app.reports.web.markup import linked, look_name, names, paragraph, said, tone_name, words

# Steps of indent beyond these look the same, as on paper.
_DEEPEST = 4


def table(block: Table, caption: str) -> str:
    """`caption` names the table for those who go from table to table; it is heard and not seen."""
    head = ""
    if any(one.title for one in block.columns):
        titles = "".join(_title(one) for one in block.columns)
        head = f"<thead><tr>{titles}</tr></thead>\n"
    bodies = "\n".join(_body(block, rows) for rows in groups(block.rows))
    widths = "".join(f'<col style="width:{one.share * 100:.4g}%">' for one in block.columns)
    spoken = f'<caption class="unseen">{words(caption)}</caption>' if caption else ""
    return f"<table>{spoken}<colgroup>{widths}</colgroup>\n{head}{bodies}\n</table>"


def groups(rows: tuple[Row, ...]) -> list[list[Row]]:
    """The rows, parted before each heading."""
    found: list[list[Row]] = []
    for row in rows:
        if row.level or not found:
            found.append([])
        found[-1].append(row)
    return found


def _title(column: Column) -> str:
    side = names("right" if column.right else "")
    return f'<th scope="col"{side}>{words(column.title)}</th>' if column.title else "<td></td>"


def _body(block: Table, rows: list[Row]) -> str:
    inner = "\n".join(_group_row(row, len(block.columns)) if row.level else _row(row, block) for row in rows)
    return f"<tbody>\n{inner}\n</tbody>"


def _group_row(row: Row, columns: int) -> str:
    """A title over all columns but those of the words at its right; in a table too narrow for that they share a cell."""
    title, *asides = row.cells
    apart = asides if len(row.cells) <= columns else []
    shared = "" if apart else "".join(_inner(one) for one in asides)
    span = columns - len(apart)
    wide = f' colspan="{span}"' if span > 1 else ""
    cells = "".join(f'<td class="aside">{_inner(one)}</td>' for one in apart)
    return f'<tr class="level-{row.level}"><th scope="rowgroup"{wide}>{_inner(title)}{shared}</th>{cells}</tr>'


def _row(row: Row, block: Table) -> str:
    """The first cell says what the row is about, so it is the row's heading."""
    cells: list[str] = []
    for number, (cell, column) in enumerate(zip(row.cells, block.columns, strict=False)):
        indent = f"in-{min(cell.indent, _DEEPEST)}" if cell.indent > 0 else ""
        if number == 0 and len(row.cells) > 1 and any(one.text for one in cell.paras):
            cells.append(f'<th scope="row"{names(indent)}>{_inner(cell)}</th>')
            continue
        title = f' data-title="{said(column.title)}"' if number and column.title and cell.paras else ""
        side = "right" if column.right else ""
        cells.append(f"<td{names(indent, side)}{title}>{_inner(cell)}</td>")
    return f"<tr{names('hand' if row.room else '')}>{''.join(cells)}</tr>"


def _inner(cell: Cell) -> str:
    """A single paragraph needs no tag of its own beyond its style."""
    drawn = (
        sign(cell.figure) if isinstance(cell.figure, Sign) else bar(cell.figure) if isinstance(cell.figure, Bar) else ""
    )
    if len(cell.paras) == 1:
        para = cell.paras[0]
        return f"<div{names(look_name(para.look), tone_name(para.tone))}>{drawn}{linked(para)}</div>"
    return drawn + "".join(paragraph(one) for one in cell.paras)
