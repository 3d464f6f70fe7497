"""Reads filled worksheets: one PDF, or a folder of them. Each is opened by the process that reads PDFs, never by the program.

Whatever a file turns out to be, the others are read, and it is listed with a sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path

from app.data.pdf import Pdf, read_pdf_file
from app.data.troubles import calmly
from app.model.trouble import Refused, Trouble
from app.model.worksheet import FilledSheet, LeftSheet

# A worksheet is some 0.1 MB; a scanned one may be large, and has no fields.
MOST_BYTES = 30_000_000
MOST_FILES = 500


def worksheet_files(source: Path) -> list[Path]:
    """The files to read: the one that was chosen, or all PDFs of a folder by name.

    Raises Refused for a folder without any, or with more than MOST_FILES, and the Troubles of reading.
    """
    with calmly(source):
        if not source.is_dir():
            return [source]
        found = sorted(one for one in source.iterdir() if one.suffix.casefold() == ".pdf" and one.is_file())
    if not found:
        raise Refused(_("There is no PDF in the folder “{name}”. Choose another one.").format(name=source.name))
    if len(found) > MOST_FILES:
        sentence = _("There are more than {count} PDFs in “{name}”. Take the worksheets into a folder of their own.")
        raise Refused(sentence.format(count=MOST_FILES, name=source.name))
    return found


def read_worksheets(
    files: Sequence[Path], going: Callable[[int], bool] | None = None
) -> tuple[list[FilledSheet], list[LeftSheet]]:
    """What stands in the fields of each file, and the files that could not be read.

    `going` is told how many are done and answers whether to go on.
    """
    sheets: list[FilledSheet] = []
    left: list[LeftSheet] = []
    pdf: Pdf | None = None
    try:
        for done, path in enumerate(files):
            if going is not None and not going(done):
                break
            try:
                content = _content(path)
                pdf = _turned_to(pdf, content, path.name)
                fields = tuple(pdf.fields())
            except Trouble as trouble:
                left.append(LeftSheet(path.name, str(trouble)))
                # A process that stumbled over one file is not trusted with the next.
                pdf = _ended(pdf)
                continue
            sheets.append(FilledSheet(path.name, hashlib.sha256(content).hexdigest(), fields))
    finally:
        _ended(pdf)
    return sheets, left


def _content(path: Path) -> bytes:
    with calmly(path):
        if path.stat().st_size > MOST_BYTES:
            sentence = _("“{name}” is too big for a worksheet, so it was not read. Nothing was changed.")
            raise Refused(sentence.format(name=path.name))
    return read_pdf_file(path)


def _turned_to(pdf: Pdf | None, content: bytes, name: str) -> Pdf:
    if pdf is None:
        return Pdf(content, name)
    pdf.turn_to(content, name)
    return pdf


def _ended(pdf: Pdf | None) -> None:
    if pdf is not None:
        pdf.close()
