"""Which shared libraries are left when those go that only left-out ones asked for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from development.packing.parts import Entry

# What a shared library asks for: the names of other libraries.
AsksFor = Callable[[str], Iterable[str]]


def without_orphans(entries: Sequence[Entry], asks_for: AsksFor, at_home: frozenset[str] = frozenset()) -> list[Entry]:
    """The entries without libraries of the system that nothing else in the package asks for any more.

    PyInstaller adds them for everything it found at first. Modules and plugins are loaded by their name and stay; so do
    files in folders of their own. `at_home` names libraries that are taken from the computer itself, with all they ask for.
    """
    loose = {name(one): one for one in entries if _is_loose(one)}
    kept = [one for one in entries if not _is_loose(one)]
    found: dict[str, Entry] = {}
    waiting = list(kept)
    while waiting:
        for wanted in asks_for(waiting.pop()[1]):
            short = PurePosixPath(wanted.replace("\\", "/")).name
            if short in loose and short not in found and short not in at_home:
                found[short] = loose[short]
                waiting.append(loose[short])
    return [one for one in entries if not _is_loose(one) or name(one) in found]


def asks_for(path: str) -> list[str]:
    """The libraries that an ELF file itself names, by objdump, which PyInstaller needs on Linux anyway; [] for other files."""
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE)


def name(entry: Entry) -> str:
    """The file's own name."""
    return PurePosixPath(entry[0].replace("\\", "/")).name


def _is_loose(entry: Entry) -> bool:
    """Whether it is a library that came along because another asked for it."""
    path = PurePosixPath(entry[0].replace("\\", "/"))
    in_qt = path.parts[:3] == ("PySide6", "Qt", "lib")
    return (
        entry[2] in ("BINARY", "SYMLINK") and (len(path.parts) == 1 or in_qt) and not path.name.startswith("libpython")
    )
