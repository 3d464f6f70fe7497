"""LibreOffice, where it is, for what another program makes of our files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def office_with(part: str) -> Path | None:
    """LibreOffice's program, if it has this part beside it ("libsclo.so" for spreadsheets): each is a package of its own."""
    found = shutil.which("soffice")
    if found is None:
        return None
    program = Path(found).resolve()
    there = (program.parent / part).is_file() or not sys.platform.startswith("linux")
    return program if there else None
