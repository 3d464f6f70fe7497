"""One measured number, and whether it keeps its limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. name: in words. unit: "ms", "MB", "x" (a ratio) ... limit: the most it may be, if there is one."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the value is within the limit; a figure without a limit is always fine."""
        return self.limit is None or self.value <= self.limit
