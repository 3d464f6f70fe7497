"""Fields that any PDF reader can fill in (ISO 32000-1, 12.7), written by us: the PDF writer's own know neither BC Sans nor tags.

A blank field shows nothing, so that the printed lines below it can be written on. What is typed into it stands on white, as
each reader sets lines of type in its own distance. What is used of the writer beyond its documented calls is `_doc`.
"""

# ruff: noqa: SLF001 - see above

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfdoc

from app.reports.fonts import Cut
from app.reports.lettering import Tone
from app.reports.registry import registered
from app.reports.subset import subset
from app.reports.tag_marks import TagMarks
from app.reports.tags import Element

_pdf = cast("Any", pdfdoc)
_FONT = "BCSans"
_MULTILINE = 1 << 12
_NOT_SYMBOLIC = 1 << 5
# The letters of the format's own Latin encoding. Readers take other typefaces for what lies beyond it; the words themselves
# are kept by them in full.
_CODES = range(32, 256)
_UNUSED = (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)


class FormFields:
    """The fields of one PDF, in the order in which they are drawn. `canvas` is the writer's."""

    def __init__(self, canvas: Any, marks: TagMarks, fonts_folder: Path) -> None:
        self._canvas, self._marks, self._folder = canvas, marks, fonts_folder
        self._fields: list[Any] = []

    def text(self, element: Element, key: str, says: str, frame: Sequence[float], size: float) -> None:
        """A field of several lines; `frame` as in `Element`, `size` of its letters in points."""
        ink = " ".join(f"{one:.3f}" for one in _rgb(Tone.INK))
        self._add(
            element,
            {
                "FT": _name("Tx"),
                "Ff": _MULTILINE,
                "T": _pdf.PDFString(key),
                "TU": _pdf.PDFString(says),
                "V": _pdf.PDFString(""),
                "DA": _pdf.PDFString(f"/{_FONT} {size:.2f} Tf {ink} rg"),
                "MK": _pdf.PDFDictionary({"BG": _array([1, 1, 1])}),
                "AP": _pdf.PDFDictionary({"N": self._picture(frame, "/Tx BMC EMC")}),
            },
            frame,
        )

    def tick(self, element: Element, key: str, says: str, frame: Sequence[float]) -> None:
        """A box to be ticked: its own sign is drawn, so that it needs no typeface of signs."""
        states = {"Yes": self._picture(frame, _check(frame)), "Off": self._picture(frame, "")}
        self._add(
            element,
            {
                "FT": _name("Btn"),
                "T": _pdf.PDFString(key),
                "TU": _pdf.PDFString(says),
                "V": _name("Off"),
                "AS": _name("Off"),
                "MK": _pdf.PDFDictionary({"CA": _pdf.PDFString("4")}),
                "AP": _pdf.PDFDictionary({"N": _pdf.PDFDictionary(states)}),
            },
            frame,
        )

    def finish(self) -> None:
        """Tell the file of its fields, and hand it the typeface that they are filled in with."""
        if not self._fields:
            return
        doc = self._canvas._doc
        font = doc.Reference(self._font())
        doc.Catalog.AcroForm = doc.Reference(
            _pdf.PDFDictionary(
                {
                    "Fields": _array(self._fields),
                    "DR": _pdf.PDFDictionary({"Font": _pdf.PDFDictionary({_FONT: font})}),
                    "DA": _pdf.PDFString(f"/{_FONT} 11 Tf 0 g"),
                }
            )
        )

    def _add(self, element: Element, fields: dict[str, Any], frame: Sequence[float]) -> None:
        told = {"Subtype": _name("Widget"), "P": self._canvas._doc.thisPageRef(), **fields}
        self._fields.append(self._marks.press(element, told, frame))

    def _picture(self, frame: Sequence[float], drawn: str) -> Any:
        left, bottom, right, top = frame
        fields = {
            "Type": _name("XObject"),
            "Subtype": _name("Form"),
            "BBox": _array([0, 0, right - left, top - bottom]),
            "Resources": _pdf.PDFDictionary({}),
        }
        return self._canvas._doc.Reference(_stream(drawn.encode("ascii"), fields))

    def _font(self) -> Any:
        doc = self._canvas._doc
        letters = {code: _letter(code) for code in _CODES if code not in _UNUSED}
        data = subset(self._folder, Cut.REGULAR, (ord(one) for one in letters.values()))
        face = registered(self._folder / f"BCSans-{Cut.REGULAR.value}.ttf").writers.face
        name = _name("GWFORM+BCSans-Regular")
        descriptor = {
            "Type": _name("FontDescriptor"),
            "FontName": name,
            "Flags": _NOT_SYMBOLIC,
            "FontBBox": _array(face.bbox),
            "ItalicAngle": face.italicAngle,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "StemV": face.stemV,
            "FontFile2": doc.Reference(_stream(data, {"Length1": len(data)})),
        }
        widths = [face.charWidths.get(ord(letters[code]), 0) if code in letters else 0 for code in _CODES]
        return _pdf.PDFDictionary(
            {
                "Type": _name("Font"),
                "Subtype": _name("TrueType"),
                "BaseFont": name,
                "Encoding": _name("WinAnsiEncoding"),
                "FirstChar": _CODES.start,
                "LastChar": _CODES.stop - 1,
                "Widths": _array(widths),
                "FontDescriptor": doc.Reference(_pdf.PDFDictionary(descriptor)),
            }
        )


def _stream(data: bytes, fields: dict[str, Any]) -> Any:
    return _pdf.PDFStream(_pdf.PDFDictionary(fields), data, filters=[_pdf.PDFZCompress])


def _check(frame: Sequence[float]) -> str:
    """A tick across the box, drawn with a pen of an eighth of its width."""
    left, bottom, right, top = frame
    wide, high = right - left, top - bottom
    points = ((0.20, 0.52), (0.42, 0.26), (0.82, 0.80))
    steps = [f"{x * wide:.2f} {y * high:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points)]
    ink = " ".join(f"{one:.3f}" for one in _rgb(Tone.INK))
    return f"q {ink} RG {wide / 8:.2f} w 1 J 1 j {' '.join(steps)} S Q"


def _letter(code: int) -> str:
    return bytes((code,)).decode("cp1252")


def _rgb(tone: Tone) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(tone.value[1:])
    return red / 255, green / 255, blue / 255


def _name(name: str) -> Any:
    return _pdf.PDFName(name)


def _array(values: Sequence[Any]) -> Any:
    return _pdf.PDFArray(list(values))
