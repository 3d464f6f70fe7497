"""What a report hands back to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """A finished file. `warnings` are sentences for the person who makes it, such as which letters cannot be printed.

    `pages` is 0 where the program that opens the file deals out the pages; `kind` is a key of `app.reports.kinds.KINDS`.
    """

    data: bytes
    pages: int
    warnings: tuple[str, ...] = ()
    kind: str = "pdf"

    @property
    def pdf(self) -> bytes:
        """The bytes of a report that is a PDF."""
        return self.data
