"""Gathers the licences of everything that is shipped into resources/licences.txt: `python -m development.packing.licences`.

They are read from what is installed, so it is run after the pinned lists were renewed; a test compares the list with them.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from app.data.licences import HEAD

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
# In the list for running because another part names it, and not in the package.
NOT_SHIPPED = {"pip", "pycparser", "tzdata"}
# What is shipped without being a part of its own in the pinned lists: name, version or "", licence, its file.
OTHERS = (
    ("BC Sans, and the Noto typefaces", "", "SIL Open Font License 1.1", "resources/fonts/OFL.txt"),
    ("HarfBuzz", "", "MIT", "packaging/licences/HarfBuzz.txt"),
    ("Lucide icons", "", "ISC", "resources/icons/LICENSE"),
    ("OpenSSL (within SQLCipher)", "", "Apache 2.0", "LICENSE"),
    ("PyInstaller’s bootloader", "", "GPL 2.0 with an exception", "packaging/licences/PyInstaller.txt"),
    ("Python", "", "PSF License 2.0", "packaging/licences/Python.txt"),
    ("SQLCipher", "", "BSD 3-Clause", "packaging/licences/SQLCipher.txt"),
)
QT = ("pyside6-essentials", "shiboken6")
QT_TEXTS = ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
# Where the part's own description does not say which it is.
NAMED = {"sqlcipher3": "zlib"}
_FILES = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")


@dataclass(frozen=True, slots=True)
class Found:
    """One part: what it is called, its version, the licence's short name and full text."""

    name: str
    version: str
    licence: str
    text: str


def shipped(root: Path) -> dict[str, str]:
    """The pinned parts that are in the package, with their versions."""
    pinned = dict(PINNED.findall((root / "requirements" / "run.txt").read_text("utf-8")))
    return {name: version for name, version in pinned.items() if name not in NOT_SHIPPED}


def gather(root: Path) -> list[Found]:
    """Every part with its licence. Raises ValueError for a part that has none."""
    parts = [_of_part(root, name, version) for name, version in shipped(root).items()]
    others = [Found(name, version, licence, _read(root / file)) for name, version, licence, file in OTHERS]
    return sorted([*parts, *others], key=lambda one: one.name.casefold())


def as_text(found: list[Found]) -> str:
    """The whole list, which app/data/licences.py reads."""
    return "".join(f"{HEAD}{one.name}\t{one.version}\t{one.licence}\n\n{one.text.strip()}\n\n" for one in found)


def _of_part(root: Path, name: str, version: str) -> Found:
    part = distribution(name)
    if part.version != version:
        raise ValueError(f"{name} {part.version} is installed, and {version} is pinned: python3 dev.py setup")
    if name in QT:
        text = "\n\n".join(_read(root / "packaging" / "licences" / one).strip() for one in QT_TEXTS)
        return Found(part.metadata["Name"], version, "LGPL 3.0", text)
    texts = [_read(Path(str(one.locate()))) for one in part.files or [] if _is_licence(one.parts)]
    if not texts:
        raise ValueError(f"{name} brings no text of its licence")
    return Found(part.metadata["Name"], version, _short(part), "\n\n".join(dict.fromkeys(texts)))


def _is_licence(parts: tuple[str, ...]) -> bool:
    return ".dist-info" in parts[0] and any(_FILES.match(one) for one in parts[1:])


def _short(part: Distribution) -> str:
    given = [one for name in ("License-Expression", "License") for one in part.metadata.get_all(name) or []]
    first = str(given[0]).strip().splitlines()[0] if given and str(given[0]).strip() else ""
    if first and len(first) < 60:
        return first
    named = [one for one in part.metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    return named[-1].rsplit(" :: ", 1)[-1] if named else NAMED[part.metadata["Name"]]


def _read(path: Path) -> str:
    text = path.read_text("utf-8", errors="replace").replace("\r\n", "\n").replace("\f", "\n")
    return "\n".join(line.rstrip() for line in text.splitlines())


def main(root: Path) -> int:
    """Write the list."""
    target = root / "resources" / "licences.txt"
    target.write_text(as_text(gather(root)), encoding="utf-8", newline="\n")
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[2]))
