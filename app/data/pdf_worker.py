"""The process that reads PDFs for the program: whatever one of them does to it, the window goes on.

It is handed one PDF on standard input and answers questions about it, each message a length, a JSON text, a length and bytes.
It opens no file and no connection, and has little of the computer's memory.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO, cast

import pypdfium2
import pypdfium2.raw

from app.model.finding import fold
from app.model.pdf import MOST_BYTES, MOST_DOTS, MOST_FIELDS, MOST_LETTERS, MOST_PAGES, PageSize

MEMORY = 1_500_000_000
_MOST_HITS = 500
_pdfium = cast("Any", pypdfium2)
_raw = cast("Any", pypdfium2.raw)
_HEAD = 8
# The library's own letters for texts: two bytes each.
_WIDE = ctypes.POINTER(ctypes.c_ushort)
# A message holds a PDF or a picture at most.
_LONGEST = max(MOST_BYTES, 5 * MOST_DOTS) + 1_000_000

Answer = tuple[dict[str, Any], bytes]


def send(stream: BinaryIO, words: Mapping[str, Any], content: bytes = b"") -> None:
    """Write one message."""
    text = json.dumps(words).encode("ascii")
    for part in (text, content):
        stream.write(len(part).to_bytes(_HEAD, "big"))
        stream.write(part)
    stream.flush()


def receive(stream: BinaryIO) -> Answer:
    """Read one message. Raises EOFError when the other side has gone, or talks nonsense."""
    text, content = _part(stream), _part(stream)
    return cast("dict[str, Any]", json.loads(text)), content


def _part(stream: BinaryIO) -> bytes:
    length = int.from_bytes(_exactly(stream, _HEAD), "big")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    if length > _LONGEST:
        raise EOFError
    found = stream.read(length) if length else b""
    if len(found) != length:
        raise EOFError
    return found


def serve() -> int:
    """Answer questions until the other side goes."""
    asked = open(0, "rb", closefd=False)  # noqa: SIM115
    answers = open(os.dup(1), "wb")  # noqa: PTH123, SIM115
    # Nothing but answers may come out there, whatever a library prints.
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    _limit()
    reader = Reader()
    while True:
        try:
            question, content = receive(asked)
            send(answers, *reader.answer(question, content))
        except (EOFError, BrokenPipeError):
            return 0


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue


class Reader:
    """Holds the PDF and answers questions about it; a trouble is answered by its name."""

    def __init__(self) -> None:
        self._pdf: Any = None

    def answer(self, question: Mapping[str, Any], content: bytes) -> Answer:
        """The answer to one question."""
        try:
            match question["do"]:
                case "open":
                    return self._open(content), b""
                case "sizes":
                    return {"sizes": self._sizes()}, b""
                case "words":
                    return {"words": self._words(int(question["page"]))}, b""
                case "find":
                    return {"boxes": self._find(int(question["page"]), str(question["words"]))}, b""
                case "fields":
                    return {"fields": self._fields()}, b""
                case _:
                    return self._draw(int(question["page"]), int(question["width"]))
        except MemoryError:
            return {"trouble": "hard"}, b""
        except (_pdfium.PdfiumError, ValueError, OverflowError, IndexError):
            return {"trouble": "damaged"}, b""

    def _open(self, content: bytes) -> dict[str, Any]:
        if b"%PDF-" not in content[:1024]:
            return {"trouble": "other"}
        try:
            self._pdf = _pdfium.PdfDocument(content)
        except _pdfium.PdfiumError as error:
            locked = getattr(error, "err_code", 0) == _raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
            return {"trouble": "locked" if locked else "damaged"}
        pages = len(self._pdf)
        if pages > MOST_PAGES:
            return {"trouble": "long"}
        return {"pages": pages} if pages else {"trouble": "damaged"}

    def _sizes(self) -> list[tuple[float, float]]:
        return [self._size(page) for page in range(len(self._pdf))]

    def _fields(self) -> list[tuple[str, str]]:
        """The name of each field that can be filled in, page after page, with what stands in it; a ticked box says "x"."""
        self._pdf.init_forms()
        form = self._pdf.formenv
        found: dict[str, str] = {}
        if form is None:
            return []
        for number in range(len(self._pdf)):
            page = self._pdf[number]
            for place in range(_raw.FPDFPage_GetAnnotCount(page.raw)):
                note = _raw.FPDFPage_GetAnnot(page.raw, place)
                try:
                    name, value = _field(form.raw, note)
                finally:
                    _raw.FPDFPage_CloseAnnot(note)
                if name:
                    found[name] = found.get(name) or value
                if len(found) >= MOST_FIELDS:
                    return list(found.items())
            page.close()
        return list(found.items())

    def _size(self, page: int) -> tuple[float, float]:
        try:
            width, height = self._pdf.get_page_size(page)
        except _pdfium.PdfiumError:
            return 0.0, 0.0
        return float(width), float(height)

    def _words(self, page: int) -> str:
        text = self._pdf[page].get_textpage()
        return str(text.get_text_range(0, min(text.count_chars(), MOST_LETTERS)))

    def _find(self, number: int, words: str) -> list[list[tuple[float, float, float, float]]]:
        """For each place where the words stand, folded, the boxes around them in parts of the page."""
        page = self._pdf[number]
        text = page.get_textpage()
        letters, places = _letters(text)
        wanted = " ".join("".join(_folded(one) for one in words).split())
        left, bottom, right, top = page.get_bbox()
        found: list[list[tuple[float, float, float, float]]] = []
        at = letters.find(wanted) if wanted else -1
        while at >= 0 and len(found) < _MOST_HITS:
            first, last = places[at], places[at + len(wanted) - 1]
            boxes = [text.get_rect(n) for n in range(text.count_rects(first, last - first + 1))]
            wide, high = right - left, top - bottom
            found.append(
                [((a - left) / wide, (top - d) / high, (c - left) / wide, (top - b) / high) for a, b, c, d in boxes]
            )
            at = letters.find(wanted, at + len(wanted))
        return found

    def _draw(self, number: int, width: int) -> Answer:
        size = PageSize(*self._size(number))
        if not size.shown:
            return {"trouble": "large"}, b""
        dots = width * width * size.height / size.width
        scale = width / size.width * min(1.0, (MOST_DOTS / dots) ** 0.5)
        bitmap = self._pdf[number].render(scale=scale, prefer_bgrx=True, force_bitmap_format=_raw.FPDFBitmap_BGRx)
        lines = memoryview(bytes(bitmap.buffer))
        row = bitmap.width * 4
        packed = b"".join(lines[n * bitmap.stride : n * bitmap.stride + row] for n in range(bitmap.height))
        return {"width": bitmap.width, "height": bitmap.height}, packed


def _field(form: Any, note: Any) -> tuple[str, str]:
    """The name and value of a field; both are empty for what is none."""
    sort = _raw.FPDFAnnot_GetFormFieldType(form, note)
    if sort in (_raw.FPDF_FORMFIELD_CHECKBOX, _raw.FPDF_FORMFIELD_RADIOBUTTON):
        return _said(_raw.FPDFAnnot_GetFormFieldName, form, note), "x" if _raw.FPDFAnnot_IsChecked(form, note) else ""
    if sort != _raw.FPDF_FORMFIELD_TEXTFIELD:
        return "", ""
    return _said(_raw.FPDFAnnot_GetFormFieldName, form, note), _said(_raw.FPDFAnnot_GetFormFieldValue, form, note)


def _said(ask: Any, form: Any, note: Any) -> str:
    """A text of a field: the library says how many bytes it needs (UTF-16 with a zero at the end), then fills them."""
    length = min(int(ask(form, note, None, 0)), 2 * MOST_LETTERS)
    held = ctypes.create_string_buffer(max(2, length))
    ask(form, note, cast("Any", ctypes).cast(held, _WIDE), length)
    return held.raw.decode("utf-16-le", "replace").split("\0")[0]


def _letters(text: Any) -> tuple[str, list[int]]:
    """The page's letters folded, with one space between words, and where each stands among the page's characters."""
    letters: list[str] = []
    places: list[int] = []
    for place in range(min(text.count_chars(), MOST_LETTERS)):
        for letter in _folded(chr(_raw.FPDFText_GetUnicode(text.raw, place))):
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _folded(letter: str) -> str:
    return " " if letter.isspace() or letter == "\0" else fold(letter)
