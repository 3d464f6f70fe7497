"""Reads the list of what the program is made of and under which licences: `resources/licences.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# A line that begins so begins a part: name, version and the licence's short name follow, with tabs between them.
HEAD = "######## "


@dataclass(frozen=True, slots=True)
class Licence:
    """One part of the program: what it is called, its version or "", the licence's short name and its full text."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".strip()


def load_licences(path: Path) -> tuple[Licence, ...]:
    """Every part, by name. Raises ValueError for a file that is not such a list: it is ours."""
    found: list[Licence] = []
    for block in f"\n{path.read_text('utf-8')}".split(f"\n{HEAD}")[1:]:
        head, _line, text = block.partition("\n")
        name, version, licence = head.split("\t")
        found.append(Licence(name, version, licence, text.strip()))
    if not found:
        raise ValueError("the list of licences is empty")
    return tuple(found)
