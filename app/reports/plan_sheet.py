"""The plan as a real spreadsheet (Office Open XML, ECMA-376) or as a CSV sheet (RFC 4180): opened, changed and taken back in.

The same plan makes the same bytes: no clock is read, and nobody's name stands in the file's properties.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date
from gettext import gettext as _
from math import ceil
from typing import Any

from app.model.arrivals import marked
from app.model.item import LEVELS, REPEATS, STATUSES
from app.model.plan_sheet import KEY, NUMBER, SENT, PlanSheet, SheetCell, SheetRow
from app.model.schema import Choice
from app.reports.people_sheet import BOM

# The library's own types are not whole, so what it makes is taken as it comes.
Book = Page = Format = Any

WIDTHS = {
    NUMBER: 8, "level": 11, "what": 44, "lead": 22, "helpers": 22, "starts": 12, "by": 12, "status": 14, "waits_for": 26,
    "needs": 32, "cost": 10, "review": 14, "repeats": 18,
}  # fmt: skip
WIDE = 34
# What is printed, so that a page can still be read: the others are for the screen.
PRINTED = (
    NUMBER, "level", "what", "lead", "helpers", "starts", "by", "status", "waits_for", "needs", "cost"
)  # fmt: skip
SPARE_ROWS = 500
# Points. Programs do not fit the height of a row to its words by themselves when they open a file.
LINE_HEIGHT, MOST_LINES = 15, 14
HEAD, GOAL, OBJECTIVE, EDGE = "#14494B", "#D9E8E6", "#EEF4F3", "#C9D3D2"
CHOICES: Mapping[str, tuple[Choice, ...]] = {"status": STATUSES, "level": LEVELS, "repeats": REPEATS}


def plan_csv(sheet: PlanSheet) -> bytes:
    """A row a line of the plan. Cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    for row in sheet.rows:
        pairs = zip(sheet.columns, row.cells, strict=True)
        writer.writerow([_in_csv(name, cell) for name, cell in pairs])
    return (BOM + out.getvalue()).encode("utf-8")


def _in_csv(name: str, cell: SheetCell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    # Without the last dot, “1.10” would come back as 1.1.
    return f"{cell}." if name == NUMBER else marked("" if cell is None else str(cell))


def plan_xlsx(sheet: PlanSheet) -> bytes:
    """A workbook: the plan, and the lists that its cells choose from. Every text is a text, whatever sign it begins with."""
    # Loaded when it is wanted: most people start the program for something else.
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    book: Book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = sheet.made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": _("Action plan"), "author": "", "created": made})
    _PlanPage(book, sheet).write()
    book.close()
    return out.getvalue()


class _PlanPage:
    """Writes one workbook."""

    def __init__(self, book: Book, sheet: PlanSheet) -> None:
        self._book, self._sheet = book, sheet
        self._page: Page = book.add_worksheet(_("Plan"))
        self._formats: dict[tuple[str, str, bool], Format] = {}
        self._last = len(sheet.rows)

    def write(self) -> None:
        """Everything, in the order of the rows."""
        head = self._book.add_format({
            "bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "border": 1, "border_color": EDGE,
            "text_wrap": True, "valign": "vcenter",
        })  # fmt: skip
        self._page.set_row(0, 32)
        for column, (name, words) in enumerate(zip(self._sheet.columns, self._sheet.headings, strict=True)):
            hidden = {"hidden": True} if name in (KEY, SENT) else {}
            self._page.set_column(column, column, WIDTHS.get(name, WIDE), self._format(name, ""), hidden)
            self._page.write_string(0, column, words, head)
        for place, row in enumerate(self._sheet.rows, start=1):
            self._row(place, row)
        self._lists()
        self._look()
        self._print()

    def _row(self, place: int, row: SheetRow) -> None:
        lines = max((_lines(cell, WIDTHS.get(name, WIDE)) for name, cell in self._shown(row)), default=1)
        height = LINE_HEIGHT * min(lines, MOST_LINES) + 3
        self._page.set_row(place, height, None, {"level": min(row.depth, 7)} if row.depth else {})
        for column, (name, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True)):
            self._cell(
                place, column, cell, self._format(name, row.level, isinstance(cell, str) and marked(cell) != cell)
            )

    def _shown(self, row: SheetRow) -> list[tuple[str, SheetCell]]:
        pairs = zip(self._sheet.columns, row.cells, strict=True)
        return [(name, cell) for name, cell in pairs if name not in (KEY, SENT)]

    def _cell(self, place: int, column: int, cell: SheetCell, look: Format) -> None:
        if isinstance(cell, date):
            self._page.write_datetime(place, column, cell, look)
        elif isinstance(cell, int):
            self._page.write_number(place, column, cell, look)
        elif cell:
            self._page.write_string(place, column, cell, look)
        else:
            self._page.write_blank(place, column, None, look)

    def _format(self, name: str, level: str, quoted: bool = False) -> Format:
        key = (_sort(name), level, quoted)
        if key not in self._formats:
            look: dict[str, Any] = {"valign": "top", "text_wrap": True}
            if level:
                look |= {"border": 1, "border_color": EDGE}
            look |= {"date": {"num_format": "yyyy-mm-dd", "align": "left"}, "money": {"num_format": '"$"#,##0'}}.get(
                key[0], {"num_format": "@"}
            )
            if level in ("goal", "objective"):
                look |= {"bold": True, "bg_color": GOAL if level == "goal" else OBJECTIVE}
            if quoted:
                look["quote_prefix"] = True
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    # -- drop-downs ---------------------------------------------------------------------------------------

    def _lists(self) -> None:
        page = self._book.add_worksheet(_("Lists"))
        bold = self._book.add_format({"bold": True, "bg_color": GOAL})
        columns: dict[str, Sequence[str]] = {
            name: [_(one.label) for one in choices] for name, choices in CHOICES.items() if name in self._sheet.columns
        }
        if self._sheet.names:
            columns["lead"] = self._sheet.names
        for column, (name, words) in enumerate(columns.items()):
            page.set_column(column, column, 30)
            page.write_string(0, column, self._sheet.headings[self._sheet.columns.index(name)], bold)
            for place, one in enumerate(words, start=1):
                page.write_string(place, column, one)
            letter = chr(ord("A") + column)
            self._choose(name, f"='{_('Lists')}'!${letter}$2:${letter}${len(words) + 1}")
        page.hide()
        self._check_kinds()

    def _choose(self, name: str, source: str) -> None:
        sentence = _("Choose from the list. Another name is listed when the sheet is taken back in.")
        self._validate(name, {"validate": "list", "source": source, "error_message": sentence})

    def _check_kinds(self) -> None:
        day = {
            "validate": "date",
            "criteria": ">=",
            "value": date(1900, 1, 1),
            "error_message": _("Write a day as 2027-03-15."),
        }
        for name in ("starts", "by", "review"):
            self._validate(name, day)
        whole = {
            "validate": "integer",
            "criteria": ">=",
            "value": 1,
            "error_message": _("Write whole dollars, such as 1200."),
        }
        self._validate("cost", whole)

    def _validate(self, name: str, rule: dict[str, Any]) -> None:
        if name in self._sheet.columns:
            column = self._sheet.columns.index(name)
            last = self._last + SPARE_ROWS
            title = self._sheet.headings[column][:32]
            self._page.data_validation(1, column, last, column, {**rule, "error_type": "warning", "error_title": title})

    # -- how it looks and prints --------------------------------------------------------------------------

    def _look(self) -> None:
        page, columns = self._page, self._sheet.columns
        page.outline_settings(symbols_below=False)
        page.freeze_panes(1, columns.index("what") + 1)
        shown = len([one for one in columns if one not in (KEY, SENT)])
        page.autofilter(0, 0, max(self._last, 1), shown - 1)
        page.hide_gridlines(2)
        page.ignore_errors({"number_stored_as_text": f"A1:A{self._last + SPARE_ROWS}"})
        page.activate()

    def _print(self) -> None:
        page, columns = self._page, self._sheet.columns
        printed = [at for at, name in enumerate(columns) if name in PRINTED]
        page.set_landscape()
        page.set_paper(1)
        page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.print_area(0, 0, max(self._last, 1), printed[-1])
        community = self._sheet.community.replace("&", "&&")[:120]
        page.set_header(f"&L{community}&R{_('Action plan')}")
        page.set_footer(
            f"&L{self._sheet.made_at:%Y-%m-%d}&R" + _("Page {page} of {pages}").format(page="&P", pages="&N")
        )


def _lines(cell: SheetCell, width: int) -> int:
    """How many lines a text takes in a column, at a guess on the safe side: words are not cut at its edge."""
    return sum(max(1, ceil(len(line) / (width - 3))) for line in cell.split("\n")) if isinstance(cell, str) else 1


def _sort(name: str) -> str:
    return "date" if name in ("starts", "by", "review") else "money" if name == "cost" else "text"
