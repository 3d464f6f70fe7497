"""A mark that the office leaves on a toolkit page: a bookmark, a highlight or a note.

A mark names its page and, where it stands on a passage, holds the passage's own words: pages get new editions, and a
count of letters would then point at something else. `app.model.placing` finds the words again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.model.phrases import N_
from app.model.schema import Audience, Record, line, long

# Of the text on each side of the marked words, enough to tell two like passages apart.
CONTEXT = 60
LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Record):
    """`quote` are the marked words as they stood, empty for the whole page; `before` and `after` the text around them."""

    kind: ClassVar[str] = "mark"
    noun: ClassVar[str] = N_("mark")
    title_field: ClassVar[str] = "quote"

    page: str = line(N_("Page"), required=True)
    quote: str = long(N_("Marked words"), limit=LONGEST_QUOTE, search=5, audience=Audience.OFFICE)
    before: str = line(N_("The words before"), limit=CONTEXT, audience=Audience.OFFICE)
    after: str = line(N_("The words after"), limit=CONTEXT, audience=Audience.OFFICE)
    note: str = long(N_("Your note"), search=5, audience=Audience.OFFICE)

    @property
    def is_bookmark(self) -> bool:
        """Whether it only says that the page is worth finding again."""
        return not self.quote and not self.note
