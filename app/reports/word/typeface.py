"""BC Sans within a Word file, so that names in the writing of BC's Nations look right on any computer.

How a typeface is kept: ECMA-376 part 4, 2.8.1 (its first 32 bytes are mixed with a key that stands in the file as well).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from app.reports.fonts import Cut
from app.reports.subset import subset
from app.reports.word.styles import FONT
from app.reports.word.xml import NAMESPACES

_TAGS = {Cut.REGULAR: "embedRegular", Cut.BOLD: "embedBold"}
_MIXED = 32
# What people may type when they go on writing: Latin with all its marks, Greek, signs, arrows and simple shapes.
_ALWAYS = tuple(
    chain(
        range(0x20, 0x7F),
        range(0xA0, 0x400),
        range(0x1AB0, 0x1B00),
        range(0x1D00, 0x1F00),
        range(0x2000, 0x2200),
        range(0x25A0, 0x2600),
        range(0xA700, 0xA800),
    )
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One cut of the typeface as the file keeps it: the tag that names it, its key, and its bytes."""

    tag: str
    key: str
    data: bytes


def kept_cuts(text: str, fonts_folder: Path) -> Iterator[Kept]:
    """Regular and bold, with the letters of a text and those that people usually add. Raises OSError."""
    letters = sorted({*_ALWAYS, *(ord(one) for one in set(text))})
    for cut in Cut:
        font = subset(fonts_folder, cut, letters)
        key = uuid.UUID(bytes=sha256(font).digest()[:16], version=4)
        yield Kept(_TAGS[cut], f"{{{str(key).upper()}}}", _mixed(font, key))


def fonts_xml(kept: list[tuple[Kept, str]]) -> str:
    """The file's list of typefaces; each kept cut with the name that the list calls it by."""
    cuts = "".join(f'<w:{one.tag} r:id="{name}" w:fontKey="{one.key}"/>' for one, name in kept)
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Noto Sans"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        f"{cuts}</w:font></w:fonts>"
    )


def _mixed(font: bytes, key: uuid.UUID) -> bytes:
    backwards = key.bytes[::-1]
    mixed = bytes(one ^ backwards[at % 16] for at, one in enumerate(font[:_MIXED]))
    return mixed + font[_MIXED:]
