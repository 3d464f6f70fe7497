"""Where a step or a partner came from: a page of the toolkit, a passage of it, a reflecting question, or a gap in the circle.

It is kept as one line of text in the record, `page:get-organized/who#the words of the passage`, so that it can be read by
a person too, also in a file that a newer program wrote.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE, QUESTION, GAP = "page", "question", "gap"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Origin:
    """`sort` is PAGE, QUESTION or GAP, `thing` the page's id, the question's number or the group; `quote` a page's words."""

    sort: str
    thing: str
    quote: str = ""

    @classmethod
    def read(cls, kept: str) -> Origin:
        """Out of what a record holds; anything that is not ours comes back with an empty sort."""
        sort, sign, rest = kept.partition(":")
        if not sign or sort not in (PAGE, QUESTION, GAP):
            return cls("", kept)
        thing, _sign, quote = rest.partition("#") if sort == PAGE else (rest, "", "")
        return cls(sort, thing, quote)

    @property
    def passage(self) -> str:
        """A page's id with the words on it, as the way to a page takes it."""
        return self.kept().removeprefix(f"{PAGE}:")

    def kept(self) -> str:
        """As a record holds it; a long passage is cut after a whole word."""
        plain = f"{self.sort}:{self.thing}" if self.sort else self.thing
        room = LONGEST - len(plain) - 1
        quote = " ".join(self.quote.split())
        if len(quote) > room:
            quote = quote[: max(0, room)].rpartition(" ")[0]
        return f"{plain}#{quote}" if quote else plain
