"""Typeface files other than BC Sans: which there are here, which letters each can draw, and whether it may be embedded.

Only TrueType outlines can be embedded by the PDF writer; others, among them most Chinese, Japanese and Korean ones of
Linux and macOS, are passed over.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import uharfbuzz

_hb = cast("Any", uharfbuzz)
_ENDINGS = (".ttf", ".ttc")
# A file that stands for "no letter at all", and files that draw words in a way nobody would choose for a report.
_NEVER = ("lastresort", "adobeblank", "unifont")
_LATE = ("bold", "italic", "oblique", "light", "thin", "black", "mono", "serif", "condensed", "naskh", "nastaliq")
# OpenType, OS/2.fsType: 2 is "no embedding", 0x100 "not in part", 0x200 "as pictures only".
_RESTRICTED, _REFUSED = 0x0002, 0x0300


class FontFile:
    """One typeface in a file; a collection (.ttc) holds several, by `index`."""

    def __init__(self, path: Path, index: int, blob: Any) -> None:
        self.path, self.index = path, index
        self._face = _hb.Face(blob, index)
        self._font = _hb.Font(self._face)
        self._letters = self._face.unicodes

    @property
    def may_be_embedded(self) -> bool:
        """Whether the PDF writer can take it, it has outlines (not pictures), and its makers let it be embedded."""
        tables = set(self._face.table_tags)
        if not {"glyf", "loca", "cmap", "head", "hhea", "hmtx", "name", "post"} <= tables or tables & {"sbix", "CBDT"}:
            return False
        facts = bytes(self._face.reference_table("OS/2").data)
        rights = struct.unpack(">H", facts[8:10])[0] if len(facts) >= 10 else 0
        return not rights & _REFUSED and rights & 0xF != _RESTRICTED

    def draws(self, letter: str) -> bool:
        """Whether it has ink for this letter."""
        if ord(letter) not in self._letters:
            return False
        extents = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord(letter)))
        return extents is not None and (extents.width != 0 or letter.isspace())


def faces_in(path: Path) -> list[FontFile]:
    """The typefaces of a file that may be embedded; none when it cannot be read or is no typeface."""
    try:
        with path.open("rb") as file:
            start = file.read(12)
        blob = _hb.Blob.from_file_path(str(path))
        count = struct.unpack(">4sHHI", start)[3] if start[:4] == b"ttcf" else 1
        found = [FontFile(path, index, blob) for index in range(min(count, 64))]
        return [one for one in found if one.may_be_embedded]
    except (OSError, struct.error, _hb.HarfBuzzError):
        return []


class FontFolders:
    """The typeface files of some folders by their names in lower case, looked up at the first question."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._files: dict[str, Path] | None = None
        self._faces: dict[Path, list[FontFile]] = {}

    def named(self, name: str) -> list[FontFile]:
        """The typefaces in the file of this name, if it is there."""
        path = self._all().get(name.lower())
        return self._opened(path) if path is not None else []

    def sweep(self) -> Iterator[FontFile]:
        """Every typeface there is, plain ones first, always in the same order."""
        for name in sorted(self._all(), key=lambda name: (sum(one in name for one in _LATE), name)):
            if not name.startswith(_NEVER):
                yield from self._opened(self._all()[name])

    def _opened(self, path: Path) -> list[FontFile]:
        if path not in self._faces:
            self._faces[path] = faces_in(path)
        return self._faces[path]

    def _all(self) -> Mapping[str, Path]:
        if self._files is None:
            self._files = {}
            for folder in self._folders:
                for path in sorted(_files_below(folder)):
                    self._files.setdefault(path.name.lower(), path)
        return self._files


def system_folders() -> tuple[Path, ...]:
    """Where this computer keeps its typefaces: the folders that Windows, macOS and fontconfig document."""
    home = Path.home()
    if sys.platform == "win32":
        own = os.environ.get("LOCALAPPDATA", "")
        everyone = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return (everyone, Path(own) / "Microsoft" / "Windows" / "Fonts") if own else (everyone,)
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


def _files_below(folder: Path) -> Iterator[Path]:
    for above, _folders, names in os.walk(folder):
        yield from (Path(above) / name for name in names if name.lower().endswith(_ENDINGS))
