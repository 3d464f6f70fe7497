"""A community's own picture for the first page of its report: a small PNG, kept as letters like everything else in the file.

What is kept there may come from anywhere (another copy of the file, a file made by hand), so it is looked through before a
report takes it: only a plain picture (PNG, second edition, 11.2 and 12: eight bits each of red, green and blue, not interlaced)
of a known size counts, whole and with every sum right.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from dataclasses import dataclass

# Twice as many dots as a printer shows at the size that it is printed in.
MOST_WIDE, MOST_HIGH = 720, 320
MOST_BYTES = 150_000
# Letters take a third more than bytes.
MOST_LETTERS = MOST_BYTES * 4 // 3 + 4
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PLAIN = (8, 2, 0, 0, 0)
_FILTERS = 5


@dataclass(frozen=True, slots=True)
class Logo:
    """A sound picture, and how many dots it has."""

    png: bytes
    width: int
    height: int

    def size_in(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of it in a room of this size, in the same units, its sides as they are to each other."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def logo_letters(png: bytes) -> str:
    """As it is kept."""
    return base64.b64encode(png).decode("ascii")


def logo_of(letters: str) -> Logo | None:
    """The picture, or None where there is none that counts."""
    if not letters or len(letters) > MOST_LETTERS:
        return None
    try:
        png = base64.b64decode(letters, validate=True)
        width, height, dots = _parts(png)
        unpacking = zlib.decompressobj()
        lines = unpacking.decompress(dots, (width * 3 + 1) * height + 1)
    except (binascii.Error, ValueError, struct.error, zlib.error):
        return None
    whole = unpacking.eof and len(lines) == (width * 3 + 1) * height
    return Logo(png, width, height) if whole and max(lines[:: width * 3 + 1]) < _FILTERS else None


def _parts(png: bytes) -> tuple[int, int, bytes]:
    """Its size and its packed lines; raises ValueError for anything but a plain picture, struct.error where it is cut short."""
    if not png.startswith(_SIGNATURE):
        raise ValueError("no picture")
    at, width, height, dots = len(_SIGNATURE), 0, 0, b""
    while True:
        size, kind = struct.unpack_from(">I4s", png, at)
        content = png[at + 8 : at + 8 + size]
        (told,) = struct.unpack_from(">I", png, at + 8 + size)
        if zlib.crc32(kind + content) != told:
            raise ValueError("damaged")
        if kind == b"IHDR":
            width, height, *how = struct.unpack(">IIBBBBB", content)
            if tuple(how) != _PLAIN or not (0 < width <= MOST_WIDE and 0 < height <= MOST_HIGH):
                raise ValueError("another sort of picture")
        elif kind == b"IDAT":
            dots += content
        elif kind == b"IEND":
            break
        at += size + 12
    if not width or not dots:
        raise ValueError("nothing in it")
    return width, height, dots
