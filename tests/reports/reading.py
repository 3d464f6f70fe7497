"""Reading a finished PDF back: its words as somebody who copies them gets them, and where each glyph was put."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pypdf
import pypdfium2
from pypdf.generic import ContentStream

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as a reader copies it, in composed letters, with line ends as single spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return [" ".join(unicodedata.normalize("NFC", text).split()) for text in texts]


def all_text(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(page_texts(pdf))


def squeezed(text: str) -> str:
    """Without any spaces: for comparing text whatever lines it was broken into."""
    return "".join(unicodedata.normalize("NFC", text).split())


def letter_boxes(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top of every printed letter of a page, in points from the bottom left."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        found = [text.get_charbox(number) for number in range(text.count_chars())]
    return [one for one in found if one[2] > one[0] and one[3] > one[1]]


def heights_of(pdf: bytes, page: int, words: str) -> tuple[float, float]:
    """Bottom and top of the letters of some words on a page, in points from the bottom."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        found = text.search(words).get_next()
        assert found is not None, words
        boxes = [text.get_charbox(number) for number in range(found[0], found[0] + found[1])]
    return min(one[1] for one in boxes if one[3] > one[1]), max(one[3] for one in boxes)


def glyph_origins(pdf: bytes, page: int) -> list[tuple[float, float]]:
    """Where the pen stood for every glyph of a page, worked out from the page's own commands."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    leaf = reader.pages[page]
    fonts = {name: list(font.get_object()["/Widths"]) for name, font in leaf["/Resources"]["/Font"].items()}
    stream = ContentStream(leaf.get_contents(), reader)
    return _Walk(fonts).over(stream.operations)


class _Walk:
    def __init__(self, fonts: dict[str, list[float]]) -> None:
        self._fonts = fonts
        self._widths: list[float] = []
        self._size = self._x = self._y = self._rise = 0.0
        self._found: list[tuple[float, float]] = []

    def over(self, operations: list) -> list[tuple[float, float]]:
        for operands, name in operations:
            match name:
                case b"Tf":
                    self._widths, self._size = self._fonts[operands[0]], float(operands[1])
                case b"Tm":
                    self._x, self._y = float(operands[4]), float(operands[5])
                case b"Ts":
                    self._rise = float(operands[0])
                case b"Tj" | b"TJ":
                    self._show(operands[0] if name == b"TJ" else operands)
        return self._found

    def _show(self, parts: list) -> None:
        for part in parts:
            if isinstance(part, (int, float)):
                self._x -= float(part) * self._size / 1000
                continue
            for code in getattr(part, "original_bytes", part):
                self._found.append((self._x, self._y + self._rise))
                self._x += float(self._widths[code]) * self._size / 1000


def letters_over_others(pdf: bytes) -> list[str]:
    """Words around each letter that is printed over another one, of another word; an empty list for a sound page."""
    found: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            text = document[number].get_textpage()
            boxes = sorted((text.get_charbox(one), one) for one in range(text.count_chars()))
            open_ones: list[tuple[tuple[float, float, float, float], int]] = []
            for box, at in boxes:
                open_ones = [one for one in open_ones if one[0][2] > box[0]]
                for other, there in open_ones:
                    if abs(at - there) > 2 and _share(box, other) > 0.1:
                        said = (text.get_text_range(max(0, one - 12), 24) for one in (at, there))
                        found.append(f"page {number + 1}: {' / '.join(repr(one) for one in said)}")
                open_ones.append((box, at))
    return found


def _share(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """How much of the smaller box the larger covers; nothing for what is only a hair."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    sizes = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return wide * high / min(sizes) if wide > 0.8 and high > 0.8 and min(sizes) > 0.1 else 0.0
