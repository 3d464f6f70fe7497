"""The papers that lie beside every packed program."""

from __future__ import annotations

import shutil
from pathlib import Path

from development.places import Places


def add_papers(places: Places, folder: Path) -> None:
    """The licences, and the page for those who look after the computers, where they are seen."""
    shutil.copyfile(places.root / "LICENSE", folder / "LICENSE.txt")
    shutil.copyfile(places.root / "docs" / "it.md", folder / "it.md")
    shutil.copyfile(places.root / "resources" / "licences.txt", folder / "THIRD-PARTY LICENCES.txt")
