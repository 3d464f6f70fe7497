"""Makes the end of a file that was cut short, of empty pages, so that what comes before it can be read.

SQLite opens no file that is shorter than it says of itself: one that a service has brought half, or a stick that was pulled out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.data.connection import beside, connect, is_protected, remove_part
from app.data.troubles import calmly
from app.model.trouble import Damaged

_PAGE = 4096
# Where an unprotected file says how many pages it has (https://www.sqlite.org/fileformat.html, 1.3.7).
_COUNT = slice(28, 32)
# A protected one does not tell before it is open: it may have been so many times as long.
_TIMES = (2, 4, 8, 16, 32, 64)


def fill_up(path: Path, passphrase: str | None, part: Path) -> bool:
    """Write a copy that opens to `part`; whether there is one. Nobody takes room for the empty pages.

    Raises WrongPassphrase, NoSpace, NotAllowed or DiskTrouble.
    """
    remove_part(part)
    with calmly(path):
        size = path.stat().st_size
    for wanted in _sizes(path, size):
        with calmly(part):
            for one in (path, *beside(path)):
                if one.is_file():
                    _copy(one, part.with_name(part.name + one.name.removeprefix(path.name)))
            os.truncate(part, wanted)
        try:
            connect(part, passphrase, read_only=True).close()
        except Damaged:
            continue
        return True
    remove_part(part)
    return False


def _copy(source: Path, target: Path) -> None:
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    shutil.copyfile(source, target)


def _sizes(path: Path, size: int) -> Iterator[int]:
    """How long the file may have been."""
    most = size * _TIMES[-1]
    if is_protected(path):
        yield from (-(-size * times // _PAGE) * _PAGE for times in _TIMES)
        return
    with calmly(path), path.open("rb") as file:
        said = int.from_bytes(file.read(_COUNT.stop)[_COUNT], "big") * _PAGE
    if size < said <= most:
        yield said
