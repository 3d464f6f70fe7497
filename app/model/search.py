"""What a search answers with, whether it looked in the toolkit or in the community's own file."""

from __future__ import annotations

from dataclasses import dataclass

# The found words in a snippet stand between these two characters, which no text from people can hold.
HIT_START = "\x02"
HIT_END = "\x03"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result. `kind` is "page" or a record's kind, `where` the section or noun in words, `snippet` plain text."""

    kind: str
    id: str
    title: str
    where: str
    snippet: str
