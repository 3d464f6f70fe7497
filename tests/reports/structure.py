"""Reading the tree of a finished PDF back as a screen reader gets it: what each part is, and the words it holds."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Part:
    role: str
    alt: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    kids: list[Part] = field(default_factory=list)

    def words(self) -> str:
        """Its own words and those of all below it."""
        said = [self.text, *(one.words() for one in self.kids)]
        return " ".join(" ".join(said).split())

    def all(self, *roles: str) -> list[Part]:
        """The parts of these roles below it, in reading order."""
        found: list[Part] = []
        for one in self.kids:
            found += [one] if one.role in roles else []
            found += one.all(*roles)
        return found


def tree_of(pdf: bytes) -> Part:
    """The document's root."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    return _part(root, pages, _marked_words(pdf))


def _part(element: Any, pages: dict[int, int], words: dict[tuple[int, int], str]) -> Part:
    part = Part(element["/S"][1:], str(element.get("/Alt", "")), dict(element.get("/A", {})))
    if "/ActualText" in element:
        # It stands in place of all that the element holds (ISO 32000-1, 14.9.4).
        part.text = str(element["/ActualText"])
        return part
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        one = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(one, int):
            part.text += words.get((pages[element.raw_get("/Pg").idnum], one), "")
        elif one.get("/Type") == "/MCR":
            part.text += words.get((pages[one.raw_get("/Pg").idnum], int(one["/MCID"])), "")
        elif one.get("/Type") != "/OBJR":
            part.kids.append(_part(one, pages, words))
    return part


def _marked_words(pdf: bytes) -> dict[tuple[int, int], str]:
    """The words of every run of marks, by page and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(one.raw)
                found[number, mark] += _text(one.raw, text.raw)
    return found


def _text(raw: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(raw, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(raw, text_page, buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le")
