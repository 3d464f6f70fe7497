"""Everyday words that stand for one another in a search of the toolkit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from app.model.finding import fold


@dataclass(frozen=True, slots=True)
class Synonyms:
    """`same` maps a word to the other words that mean it; `small` words need not occur. All are folded."""

    same: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    small: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path) -> Synonyms:
        """Read `synonyms.toml`; a toolkit without one has none."""
        if not path.exists():
            return cls()
        read = tomllib.loads(path.read_text("utf-8"))
        same: dict[str, tuple[str, ...]] = {}
        for group in read["same"]:
            words = [fold(word) for word in group]
            for word in words:
                same[word] = (*same.get(word, ()), *(other for other in words if other != word))
        return cls(same, frozenset(fold(word) for word in read["small"]))
