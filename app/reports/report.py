"""What a report hands back to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """A finished PDF. `warnings` are sentences for the person who makes it, such as which letters cannot be printed."""

    pdf: bytes
    pages: int
    warnings: tuple[str, ...] = ()
