"""How somebody has arranged the table of partners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.ui.form import arrangement
from app.ui.form.arrangement import NARROWEST, STEP, WIDEST
from app.ui.who.model import COLUMNS

__all__ = ["NAME", "NARROWEST", "SHOWN", "STEP", "WIDEST", "Arrangement"]

# The column that says whose row it is: always there, and always first.
NAME = "name"
SHOWN = (NAME, "group", "role", "involvement")
_WIDTHS: Mapping[str, int] = {
    NAME: 220, "form": 120, "group": 160, "role": 190, "involvement": 150, "skills": 240, "abilities": 240,
    "passions": 240, "connections": 240, "ideas": 240, "email": 200, "address": 200, "interest": 100, "influence": 100,
    "consent_asked": 130, "consent_until": 130, "sees": 220, "notes": 260, "origin": 180,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrangement(arrangement.Arrangement):
    """By name at the start, with who they are and where they stand."""

    ALL: ClassVar[tuple[str, ...]] = COLUMNS
    FIRST: ClassVar[str] = NAME
    WIDTHS: ClassVar[Mapping[str, int]] = _WIDTHS

    order: tuple[str, ...] = COLUMNS
    shown: frozenset[str] = frozenset(SHOWN)
    sorted_by: str = NAME
