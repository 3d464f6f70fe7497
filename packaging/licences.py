"""Gathers the licences of everything that is packed, from the parts themselves: name, version, licence, and each text."""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

# Needed to pack, and not in the package.
TOOLS = {"altgraph", "macholib", "packaging", "pefile", "pip", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes",
         "setuptools"}  # fmt: skip
QT = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie in the package as libraries of their own
(PySide6/), which you may replace with versions of yours. Their source is published by The Qt Company at
https://download.qt.io/official_releases/ (Qt) and https://code.qt.io/pyside/pyside-setup.git (PySide6).
"""


def gathered() -> str:
    """One text for people who want to know."""
    parts = [f"What Groundwork is made of, and under which licences.\n\n{QT}"]
    for one in sorted(distributions(), key=lambda one: str(one.metadata["Name"]).casefold()):
        name = str(one.metadata["Name"])
        if name.casefold() not in TOOLS:
            parts.append(f"{'=' * 78}\n{name} {one.version}: {_licence(one)}\n\n{_texts(one)}")
    parts.append(f"{'=' * 78}\nPython {sys.version.split()[0]}: Python Software Foundation License\n\n{_pythons()}")
    return "\n".join(parts)


def _licence(one: Distribution) -> str:
    said = one.metadata.get("License-Expression") or one.metadata.get("License") or ""
    classes = [
        line.rpartition(" :: ")[2] for line in one.metadata.get_all("Classifier") or () if line.startswith("License")
    ]
    return said.splitlines()[0] if said else ", ".join(classes) or "see below"


def _texts(one: Distribution) -> str:
    wanted = ("licen", "copying", "notice", "authors")
    files = [file for file in one.files or () if "dist-info" in str(file) and file.name.casefold().startswith(wanted)]
    texts = [Path(str(file.locate())).read_text("utf-8", "replace").strip() for file in files]
    return "\n\n".join(texts) + "\n" if texts else "(Its licence text is published with its source.)\n"


def _pythons() -> str:
    base, folder = Path(sys.base_prefix), f"lib/python3.{sys.version_info[1]}"
    for place in (base / "LICENSE.txt", base / folder / "LICENSE.txt"):
        if place.is_file():
            return place.read_text("utf-8", "replace")
    return "(Its text is at https://docs.python.org/3/license.html.)\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(gathered(), "utf-8")
