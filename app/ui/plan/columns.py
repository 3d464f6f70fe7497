"""The outline's columns: what they are called, how they are arranged at the start, and which of them can be typed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import ClassVar

from app.model.item import Item
from app.model.phrases import N_
from app.model.schema import FieldType, specs
from app.ui.form import arrangement

WHAT, WHY = "what", "origin"
COLUMNS = (
    WHAT, "lead", "by", "status", WHY, "helpers", "starts", "waits_for", "repeats", "cost", "needs", "has", "barriers",
    "tell", "sign", "safety", "review", "notes",
)  # fmt: skip
AT_START = (WHAT, "lead", "by", "status", WHY)
# Made by several presses in the panel, and only told here.
READ_ONLY = frozenset({WHY, "helpers", "waits_for"})
TITLES: Mapping[str, str] = {WHAT: N_("What"), WHY: N_("Why"), "cost": N_("Cost")}
PARTS: Sequence[tuple[str, Sequence[str]]] = (
    ("", AT_START),
    (N_("With whom"), ("helpers", "tell", "waits_for")),
    (N_("When"), ("starts", "repeats", "review")),
    (N_("With what"), ("needs", "has", "barriers", "cost")),
    (N_("How we know"), ("sign", "safety")),
    ("", ("notes",)),
)
# The least room, in pixels at 100 %, in which a column is shown that nobody has asked for.
ROOM: Mapping[str, int] = {"lead": 640, "by": 500, "status": 0, WHY: 890}
LEAST_WHAT = 240
_WIDTHS: Mapping[str, int] = {
    WHAT: LEAST_WHAT, "lead": 132, "by": 116, "status": 156, WHY: 178, "helpers": 180, "starts": 116, "waits_for": 220,
    "repeats": 140, "cost": 96, "needs": 220, "has": 220, "barriers": 220, "tell": 200, "sign": 220, "safety": 220,
    "review": 116, "notes": 240,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrangement(arrangement.Arrangement):
    """Steps stand as people have put them: it is never sorted."""

    ALL: ClassVar[tuple[str, ...]] = COLUMNS
    FIRST: ClassVar[str] = WHAT
    WIDTHS: ClassVar[Mapping[str, int]] = _WIDTHS

    order: tuple[str, ...] = COLUMNS
    shown: frozenset[str] = frozenset(AT_START)
    sorted_by: str = WHAT

    @property
    def is_as_at_the_start(self) -> bool:
        """Whether nobody has chosen columns yet."""
        return self.shown == frozenset(AT_START)


def title(name: str) -> str:
    """What a column is called."""
    return _(TITLES[name]) if name in TITLES else _(specs(Item)[name].label)


def numbers_of(*sorts: FieldType) -> frozenset[int]:
    """The numbers of the columns of a type."""
    return frozenset(n for n, name in enumerate(COLUMNS) if specs(Item)[name].type in sorts)
