"""Tables of a Word file: their first row is repeated on each page and marked as the heading."""

from __future__ import annotations

from app.reports.document import Bar, Cell, Para, Row, Sign, Table
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.word.drawing import bar_png, sign_png
from app.reports.word.pictures import Pictures
from app.reports.word.styles import style_of
from app.reports.word.xml import Shape, paragraph, run, said

_INDENT, _DEEPEST = 260, 4
_BAR_STEPS = 50
_BAR_ABOVE = 60


class Tables:
    """Makes them as wide as the paper's measure."""

    def __init__(self, paper: Paper, pictures: Pictures) -> None:
        self._paper, self._pictures = paper, pictures

    def table(self, block: Table, caption: str) -> str:
        """`caption` names the table for those who go from table to table."""
        titled = any(one.title for one in block.columns)
        widths = [round(one.share * self._paper.measure * 20) for one in block.columns]
        head = self._heading_row(block, widths) if titled else ""
        rows = "".join(
            self._group_row(row, widths) if row.level else self._row(row, widths, block) for row in block.rows
        )
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        name = f'<w:tblCaption w:val="{said(caption)}"/>' if caption else ""
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"04A0" if titled else "0480"}" w:firstRow="{int(titled)}" w:lastRow="0" w:firstColumn="1" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{name}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
        )

    def _heading_row(self, block: Table, widths: list[int]) -> str:
        line = (
            f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{Tone.INK.value[1:]}"/></w:tcBorders>'
        )
        cells = "".join(
            _cell(
                self._paras((Para(one.title, Look.COLUMN),), keep=True, right=one.right), width, borders=line, low=True
            )
            for one, width in zip(block.columns, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: Row, widths: list[int], block: Table) -> str:
        columns = zip(row.cells, widths, block.columns, strict=False)
        made = "".join(_cell(self._inner(cell, width, right=one.right), width) for cell, width, one in columns)
        made += "".join(_cell(_empty(), width) for width in widths[len(row.cells) :])
        room = round(row.room * self._paper.scale * 20)
        height = f'<w:trHeight w:val="{room}" w:hRule="atLeast"/>' if room else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{made}</w:tr>"

    def _group_row(self, row: Row, widths: list[int]) -> str:
        """A title over all columns but those of the words at its right; in a table too narrow for that they share a cell."""
        title, *asides = row.cells
        apart = asides if len(row.cells) <= len(widths) else []
        span = len(widths) - len(apart)
        tone = Tone.PRIMARY if row.level == 1 else Tone.LINE
        line = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{tone.value[1:]}"/></w:tcBorders>'
        above = 240 if row.level == 1 else 140
        inner = self._inner(title, sum(widths[:span]), keep=True, above=above)
        inner += "" if apart else "".join(self._inner(one, sum(widths), keep=True) for one in asides)
        cells = _cell(inner, sum(widths[:span]), span=span, borders=line, low=True)
        for one, width in zip(apart, widths[span:], strict=True):
            said_there = self._inner(one, width, keep=True, above=above, right=True)
            cells += _cell(said_there, width, borders=line, low=True, flush=True)
        height = (
            f'<w:trHeight w:val="{round(row.room * self._paper.scale * 20)}" w:hRule="atLeast"/>' if row.room else ""
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"

    def _inner(self, cell: Cell, width: int, *, keep: bool = False, above: int = 0, right: bool = False) -> str:
        left = min(cell.indent, _DEEPEST) * _INDENT
        drawn = self._figure(cell.figure, width / 20 - 14)
        above = _BAR_ABOVE if isinstance(cell.figure, Bar) else above
        return self._paras(cell.paras, keep=keep, above=above, right=right, left=left, drawn=drawn)

    def _paras(
        self,
        paras: tuple[Para, ...],
        *,
        keep: bool = False,
        above: int = 0,
        right: bool = False,
        left: int = 0,
        drawn: str = "",
    ) -> str:
        found: list[str] = []
        for number, one in enumerate(paras or (Para("", Look.CELL),)):
            before = above if number == 0 else round(one.above * 20)
            shape = Shape(keep_next=keep, before=before or None, left=left or None, right=right)
            lead = drawn if number == 0 else ""
            # The space after a sign belongs to the sign: no word of the text may be changed by it.
            text = run(one.text, one.tone) if one.text else ""
            found.append(paragraph((lead + run(" ") if lead and text else lead) + text, style_of(one.look), shape))
        return "".join(found)

    def _figure(self, figure: Sign | Bar | None, room: float) -> str:
        """A decoration: the words beside it say the same."""
        scale = self._paper.scale
        if isinstance(figure, Sign):
            return self._pictures.decoration(figure, lambda: sign_png(figure), 8.5 * scale, 8.5 * scale)
        if isinstance(figure, Bar):
            # Steps too small to be seen, so that many bars are few pictures.
            share = round(figure.share * _BAR_STEPS) / _BAR_STEPS or (figure.share and 1 / _BAR_STEPS)
            width = max(24.0, min(room, 96 * scale))
            return self._pictures.decoration(share, lambda: bar_png(share), width, width / 16)
        return ""


def _cell(inner: str, width: int, *, span: int = 1, borders: str = "", low: bool = False, flush: bool = False) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    at = '<w:vAlign w:val="bottom"/>' if low else ""
    edge = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' if flush else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{borders}{edge}{at}</w:tcPr>{inner}</w:tc>'


def _empty() -> str:
    return paragraph("", style_of(Look.CELL))
