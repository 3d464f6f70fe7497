"""Reads a plan's sheet from a file: a spreadsheet (Office Open XML, as Excel, LibreOffice and Google write it) or a CSV sheet.

A spreadsheet is a zip of XML, and whoever sends one may mean harm: nothing is unpacked before its size is known, and XML that
declares entities is not read at all. Formulas are never worked out: the values that were saved count.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from gettext import gettext as _
from pathlib import Path
from typing import Any

from app.data.sheet_file import MAC, WINDOWS, decode, is_old, read_rows
from app.data.troubles import from_os
from app.model.arrivals import unmarked
from app.model.plan_sheet import KEY
from app.model.sheet import Row, Spoilt
from app.model.sheet_headings import Headings, find_headings
from app.model.trouble import Refused

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 20_000_000, 20_000, 80
# A sheet of 5,000 steps unpacks to some 6 MB; the worst that can be packed into 16 MB takes 0.5 GB and a few seconds to read.
# Cells compress to a tenth or so, a bomb to a thousandth.
MOST_UNPACKED, MOST_PARTS, MOST_TIMES = 16_000_000, 2_000, 250
LONGEST_CELL = 40_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class PlanFile:
    """Rows with their headings; `old` says in which older letters a CSV sheet was read, when it does not say so itself."""

    name: str
    rows: tuple[Row, ...]
    headings: Headings
    spoilt: tuple[Spoilt, ...] = ()
    old: str = ""


def read_plan_file(path: Path, letters: str = "") -> PlanFile:
    """What is in the file; `letters` is WINDOWS or MAC when the person knows better.

    Raises Refused, with a sentence, for what is no plan's sheet, and the Troubles of reading.
    """
    data = _bytes(path)
    if data.startswith(b"PK\x03\x04"):
        return _read_workbook(path.name, data)
    text = decode(data, letters)
    old = (MAC if text == decode(data, MAC) else WINDOWS) if is_old(data) else ""
    found, spoilt = read_rows(text)
    # In a spreadsheet the apostrophe before a formula is no part of a text; in a CSV sheet it stands in the cell.
    rows = [Row(one.line, tuple(unmarked(cell) for cell in one.cells)) for one in found]
    headings = find_headings(rows)
    if not headings.found:
        raise _no_plan(path.name)
    return PlanFile(path.name, tuple(rows), headings, tuple(spoilt), old)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise from_os(error, path) from error
    sentence = _foreign(data)
    if sentence:
        raise Refused(sentence.format(name=path.name))
    return data


def _foreign(data: bytes) -> str:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return _(
                "“{name}” has a password. Open it in your spreadsheet program, take the password off, and save it."
            )
        return _old_format()
    if data.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf")
    ):
        return _("“{name}” is no sheet. Choose a file that ends in .xlsx or .csv.")
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        return _("“{name}” is empty. Choose another file.")
    return ""


def _old_format() -> str:
    return _(
        "“{name}” is of another kind. In your spreadsheet program, choose Save As and Excel (.xlsx), and take that file."
    )


def _too_large(name: str) -> Refused:
    return Refused(_("“{name}” is too large for a plan. Save a part of it, and take that.").format(name=name))


def _damaged(name: str) -> Refused:
    sentence = _("“{name}” is damaged and cannot be read. Nothing was changed. Ask for the file once more.")
    return Refused(sentence.format(name=name))


def _no_plan(name: str) -> Refused:
    sentence = _(
        "There is no plan in “{name}”. It needs a row with headings, and one of them must be “What” or “Task”."
    )
    return Refused(sentence.format(name=name))


# -- spreadsheets ----------------------------------------------------------------------------------------------


def _read_workbook(name: str, data: bytes) -> PlanFile:
    _check_parts(name, data)
    best: PlanFile | None = None
    for rows, spoilt in _sheets(name, data):
        headings = find_headings(rows)
        if headings.found and (best is None or _better(headings, best.headings)):
            best = PlanFile(name, tuple(rows), headings, tuple(spoilt))
    if best is None:
        raise _no_plan(name)
    return best


def _better(one: Headings, other: Headings) -> bool:
    def rank(headings: Headings) -> tuple[bool, int]:
        return KEY in headings.columns, sum(bool(name) for name in headings.columns)

    return rank(one) > rank(other)


def _check_parts(name: str, data: bytes) -> None:
    """Refuse what is no spreadsheet of this kind, or would unpack beyond measure, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
            names = {one.filename for one in infos}
            if any(one.flag_bits & 1 for one in infos):
                raise Refused(_("“{name}” has a password. Take it off, and choose the file again.").format(name=name))
            if "[Content_Types].xml" not in names or not any(one.startswith("xl/") for one in names):
                raise Refused(_old_format().format(name=name))
            if len(infos) > MOST_PARTS or sum(one.file_size for one in infos) > MOST_UNPACKED:
                raise _too_large(name)
            for one in infos:
                if one.file_size > max(2_000_000, MOST_TIMES * one.compress_size):
                    raise _too_large(name)
                if one.filename.endswith((".xml", ".rels", ".vml")) and _ENTITIES.search(parts.read(one)):
                    raise _damaged(name)
    except Refused:
        raise
    except Exception as error:
        # zipfile, zlib, lzma and bz2 have errors of their own for broken streams, of no common kind.
        raise _damaged(name) from error


def _sheets(name: str, data: bytes) -> Iterator[tuple[list[Row], list[Spoilt]]]:
    """The rows of each sheet that can be seen."""
    # Loaded when it is wanted: most people start the program for something else.
    from openpyxl.reader.excel import load_workbook

    book: Any = None
    try:
        with warnings.catch_warnings():
            # It warns of decorations that it does not know; they are nothing to us.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            found = [_rows(page) for page in book.worksheets if page.sheet_state == "visible"]
    except Exception as error:
        # A broken file makes the library fail in any of its parts, and with errors of every kind.
        raise _damaged(name) from error
    finally:
        if book is not None:
            book.close()
    yield from found


def _rows(page: Any) -> tuple[list[Row], list[Spoilt]]:
    rows: list[Row] = []
    spoilt: list[Spoilt] = []
    page.reset_dimensions()
    line = 0
    for cells in page.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS * 2):
        # A row that holds nothing may be left out of the file altogether, so it is asked for its number.
        line = next((int(cell.row) for cell in cells if hasattr(cell, "row")), line + 1)
        texts = _trimmed([_text(cell.value) for cell in cells])
        if not texts:
            continue
        if len(rows) > MOST_ROWS:
            why = _("A sheet may have {count} rows. Bring the rest in as another file.").format(count=MOST_ROWS)
            spoilt.append(Spoilt(line, Row(line, tuple(texts)).text[:200], why))
            break
        rows.append(Row(line, tuple(texts)))
    width = max((len(one.cells) for one in rows), default=0)
    return [Row(one.line, one.cells + ("",) * (width - len(one.cells))) for one in rows], spoilt


def _trimmed(texts: Sequence[str]) -> list[str]:
    last = max((place for place, text in enumerate(texts) if text.strip()), default=-1)
    return list(texts[: last + 1])


def _text(value: object) -> str:
    """A cell as `app.model.sheet_cells` reads it."""
    if value is None or isinstance(value, time):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e15 else str(value)
    return str(value)[:LONGEST_CELL]
