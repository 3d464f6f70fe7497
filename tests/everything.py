"""What the tests of everything share: writing it out, and changing what is in the zip."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.data.safe_file import writing_safely
from app.data.workspace import Workspace
from app.reports.everything import Written, write_everything

DAY = date(2027, 3, 15)


def nobody(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def everything(workspace: Workspace, day: date = DAY) -> bytes:
    """The zip, in memory."""
    out = io.BytesIO()
    with workspace.outgoing.opened() as contents:
        write_everything(contents, day, out, nobody)
    return out.getvalue()


def save_everything(workspace: Workspace, target: Path) -> Written:
    """The zip, as the program saves it."""
    with workspace.outgoing.opened() as contents, writing_safely(target, private=True) as out:
        return write_everything(contents, DAY, out, nobody)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every file in a zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def with_json(data: bytes, name: str, change: Any) -> bytes:
    """The zip with one JSON file changed: `change` is called with what it holds, and answers with what it shall hold."""
    parts = parts_of(data)
    parts[name] = json.dumps(change(json.loads(parts[name]))).encode()
    return packed(parts)
