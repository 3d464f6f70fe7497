"""What erasing somebody for good means: their own words, and the places where their name stands in others' words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from app.model.schema import FieldType, Record, specs

# What tells who somebody is.
TELLING = ("name", "phone", "email", "address")
_SHORTEST = 3
# What the toolkit says, quoted: not words about anybody, and the way back to a page is found by them.
_QUOTED = {("mark", "quote"), ("mark", "before"), ("mark", "after"), ("item", "origin"), ("partner", "origin")}
_WORDS = (FieldType.LINE, FieldType.LONG, FieldType.WORDS)
# What stands where a name was taken out of a text.
GAP = "…"
# A letter, or a mark on one: where neither stands a word begins or ends.
_LETTER = r"[\w\u0300-\u036f]"


def telling_words(values: Iterable[object]) -> list[str]:
    """Names, numbers and addresses that can be looked for in other words, each once, the longest first."""
    found = {one.strip() for one in values if isinstance(one, str) and len(one.strip()) >= _SHORTEST}
    return sorted(found, key=lambda one: (-len(one), one))


def is_sure(word: str) -> bool:
    """Whether the word stands for one person alone: a name of two words, a number, an address; "Elder" may be anybody."""
    return len(word.split()) > 1 or any(one.isdigit() or one == "@" for one in word)


def is_typed(kind: type[Record] | None, field: str) -> bool:
    """Whether people type words of their own into this field."""
    spec = specs(kind).get(field) if kind is not None else None
    return kind is not None and spec is not None and spec.type in _WORDS and (kind.kind, field) not in _QUOTED


class Wanted:
    """Words that are looked for, each as a whole and whatever its capital letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = telling_words(words)
        each = "|".join(re.escape(one) for one in self.words)
        self._pattern = re.compile(f"(?<!{_LETTER})(?:{each})(?!{_LETTER})", re.IGNORECASE) if each else None

    def stand_in(self, value: Any) -> bool:
        """Whether a plain value (text, list, map) has one of them in it."""
        if self._pattern is None:
            return False
        if isinstance(value, str):
            return self._pattern.search(value) is not None
        if isinstance(value, dict):
            pairs = cast("dict[str, object]", value)
            return any(self.stand_in(one) for pair in pairs.items() for one in pair)
        return isinstance(value, list) and any(self.stand_in(one) for one in cast("list[object]", value))

    def taken_out_of(self, value: Any) -> Any:
        """The value with a gap where they stood."""
        if self._pattern is None:
            return value
        if isinstance(value, str):
            return self._pattern.sub(GAP, value)
        if isinstance(value, dict):
            pairs = cast("dict[str, object]", value)
            return {self.taken_out_of(key): self.taken_out_of(one) for key, one in pairs.items()}
        if isinstance(value, list):
            return [self.taken_out_of(one) for one in cast("list[object]", value)]
        return value
