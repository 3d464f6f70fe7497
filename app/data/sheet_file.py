"""Reads a sheet of people from a file of unknown make: which letters it is written in, and what parts its cells.

Never fails for what stands in the file: what cannot be parted into cells is listed by its line.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from app.data.troubles import from_os
from app.model.sheet import Row, Sheet, Spoilt, make_sheet
from app.model.trouble import Refused

MOST_BYTES, MOST_ROWS = 20_000_000, 20_000
WINDOWS, MAC = "cp1252", "mac_roman"
_SEPARATORS = ",;\t|"
_LOOKED_AT = 80
# The letters that people's names have beyond English, and signs that stand in no name: they tell Windows from Mac.
_LIKELY = frozenset("àâäçéèêëîïôöùûüÿœæñáíóúÀÂÇÉÈÊÎÔÖÜÑ’‘“”–—")


def read_bytes(path: Path) -> bytes:
    """What is in the file. Raises Refused for a file of another kind or too large, and Troubles of reading."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(
                _("“{name}” is too large for a list of people. Save a part of it and bring that in.").format(
                    name=path.name
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise from_os(error, path) from error
    sentence = _foreign(data)
    if sentence:
        raise Refused(sentence.format(name=path.name))
    return data


def _foreign(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _("“{name}” is in a spreadsheet’s own format. There, choose Save As and CSV, then bring that file in.")
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3")):
        return _("“{name}” is no list of people. Choose a file that ends in .csv or .vcf.")
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        return _("“{name}” is empty. Choose another file.")
    return ""


def decode(data: bytes, old: str = "") -> str:
    """The text of a file: by its mark, else UTF-8, else the letters of an older Windows or Mac, whichever looks like names.

    `old` says which of the two it is when the person knows better.
    """
    for mark, coding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(coding, "replace")
    if data[:400].count(0) * 3 > len(data[:400]):
        return data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", "replace")
    if not old:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    found = {coding: data.decode(coding, "replace") for coding in (WINDOWS, MAC)}
    return found[old] if old in found else max(found.values(), key=_likeness)


def is_old(data: bytes) -> bool:
    """Whether the file does not say in which letters it is written, so that a person may have to."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and data[:400].count(0) * 3 <= len(data[:400])
    return False


def _likeness(text: str) -> float:
    strange = [one for one in text if ord(one) > 127]
    return sum(one in _LIKELY for one in strange) - 0.5 * sum(one not in _LIKELY for one in strange)


def read_sheet(text: str) -> Sheet:
    """The sheet of a text: comma, semicolon, tab or bar between cells, quoted or not."""
    return make_sheet(*read_rows(text))


def read_rows(text: str) -> tuple[list[Row], list[Spoilt]]:
    """The rows of a text as they stand, and those that are too many."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    first, _sign, rest = clean.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return _limited(list(_rows(rest, first[4])))
    return _limited(list(_rows(clean, _separator(clean))))


def _limited(rows: list[Row]) -> tuple[list[Row], list[Spoilt]]:
    why = _("A sheet may have {count} rows. Bring the rest in as another file.").format(count=MOST_ROWS)
    return rows[:MOST_ROWS], [Spoilt(one.line, one.text, why) for one in rows[MOST_ROWS:]]


def _separator(text: str) -> str:
    """The sign by which most of the first rows have the same number of cells, of which there are several."""
    lines = text.split("\n")[:_LOOKED_AT]
    best, most = ",", (0, 0)
    for sign in _SEPARATORS:
        widths = Counter(len(cells) for cells in _cells(lines, sign) if len(cells) > 1)
        if widths:
            width, rows = widths.most_common(1)[0]
            if (rows, width) > most:
                best, most = sign, (rows, width)
    return best


def _cells(lines: list[str], sign: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader((f"{one}\n" for one in lines), delimiter=sign)
    except csv.Error:
        yield from (one.split(sign) for one in lines)


def _rows(text: str, sign: str) -> Iterator[Row]:
    """Rows with the line that they begin at. With a quotation mark that is never closed, marks mean nothing."""
    lines = text.split("\n")
    if text.count('"') % 2 or any(len(one) > csv.field_size_limit() for one in lines):
        for number, one in enumerate(lines, start=1):
            if one.strip():
                yield Row(number, tuple(cell.strip().strip('"') for cell in one.split(sign)))
        return
    reader = csv.reader((f"{one}\n" for one in lines), delimiter=sign)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A cell of many lines beyond all measure: it is kept whole.
            cells = [" ".join(lines[before : reader.line_num])]
        if any(one.strip() for one in cells):
            yield Row(before + 1, tuple(cells))
        before = reader.line_num
