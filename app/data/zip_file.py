"""Reads a zip from somebody else, who may mean harm: nothing is unpacked to the disk, and nothing beyond measure into memory."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from app.data.troubles import from_os

MOST_FILES = 30_000
# A list of so many files takes some 5 MB; what is longer is not even looked through.
MOST_LIST = 20_000_000
# All of it unpacked may be so large, or so many times the zip: words compress to a tenth or so, a bomb to a thousandth.
ALWAYS, MOST_TIMES = 1_000_000_000, 30
# All the words that are read from one zip.
MOST_WORDS = 400_000_000
_ENCRYPTED = 1
_PIECE = 1_000_000
# PKWARE APPNOTE 6.3, 4.3.14 to 4.3.16: the end of the list, and for a large one what stands before it.
_END, _END_SIZE, _LOCATOR_SIZE, _END64_SIZE = b"PK\x05\x06", 22, 20, 56
_LONGEST_REMARK = 65_536


class Unsound(Exception):
    """The zip, or something in it, is not as it should be; whoever asked says so in a sentence of theirs."""


class ZipReader:
    """Made by `reading_zip`. Every method raises Unsound."""

    def __init__(self, opened: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> None:
        self._opened, self._infos = opened, infos
        self._words_left = MOST_WORDS

    @property
    def sizes(self) -> dict[str, int]:
        """Every file, not the folders, with the size that it says it has."""
        return {name: info.file_size for name, info in self._infos.items() if not info.is_dir()}

    def read(self, name: str, most: int) -> bytes:
        """A file that may have `most` bytes."""
        info = self._infos.get(name)
        if info is None or info.file_size > most:
            raise Unsound("a file is missing or too large")
        pieces: list[bytes] = []
        got = 0
        # Piece by piece: a part that lies about its size must not fill the memory before it is noticed.
        with _sound(), self._opened.open(info) as file:
            while piece := file.read(_PIECE):
                got += len(piece)
                if got > most:
                    raise Unsound("a file is larger than it says")
                pieces.append(piece)
        return b"".join(pieces)

    def read_json(self, name: str, most: int) -> Any:
        """What a JSON file holds."""
        content = self.read(name, min(most, self._words_left))
        self._words_left -= len(content)
        with _sound():
            return json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)


@contextmanager
def reading_zip(path: Path) -> Generator[ZipReader, None, None]:
    """Open a zip and look its list over. Raises Unsound, and Troubles of reading."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise from_os(error, path) from error
    with file, zip_in(file) as opened:
        yield opened


@contextmanager
def zip_in(file: BinaryIO) -> Generator[ZipReader, None, None]:
    """The same for a file that is open, or was read into memory. Raises Unsound."""
    with _sound():
        if _list_size(file) > MOST_LIST:
            raise Unsound("a list beyond measure")
        opened = zipfile.ZipFile(file)
        infos = _checked(opened.infolist(), file.seek(0, 2))
    with opened:
        yield ZipReader(opened, infos)


@contextmanager
def _sound() -> Generator[None, None, None]:
    """What a broken or hostile zip makes the libraries raise, of no common kind, as one error."""
    try:
        yield
    except (OSError, ValueError, EOFError, RecursionError, MemoryError, NotImplementedError) as error:
        raise Unsound(type(error).__name__) from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error) as error:
        raise Unsound(type(error).__name__) from error


def _list_size(file: BinaryIO) -> int:
    """How many bytes the zip says that its list of files has."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _LONGEST_REMARK - _END_SIZE - _LOCATOR_SIZE - _END64_SIZE))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise Unsound("no zip")
    size = int(struct.unpack_from("<L", tail, at + 12)[0])
    large = at - _LOCATOR_SIZE - _END64_SIZE
    if large >= 0 and tail.startswith(b"PK\x06\x06", large):
        size = max(0 if size == 0xFFFFFFFF else size, int(struct.unpack_from("<Q", tail, large + 40)[0]))
    return size


def _checked(infos: list[zipfile.ZipInfo], length: int) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > MOST_FILES or sum(one.file_size for one in infos) > max(ALWAYS, MOST_TIMES * length):
        raise Unsound("too much")
    seen: set[str] = set()
    for one in infos:
        if one.filename.casefold() in seen or one.flag_bits & _ENCRYPTED or not _stays_inside(one.orig_filename):
            raise Unsound("a name that leads out, or comes twice, or is locked")
        if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unsound("packed otherwise than we pack")
        seen.add(one.filename.casefold())
    return {one.filename: one for one in infos}


def _stays_inside(name: str) -> bool:
    """Nothing is ever written by these names; but who makes such a zip means harm, or has a damaged one."""
    parts = name.removesuffix("/").split("/")
    return not any(one in ("", ".", "..") or set("\\:\0") & set(one) for one in parts)


def _refuse_constant(word: str) -> Any:
    raise ValueError(word)
