"""Which columns the table of partners shows."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from app.model.partner import Partner
from app.model.schema import specs
from app.ui.form import columns
from app.ui.form.arrangement import Arrangement
from app.ui.form.columns import ColumnsMenu
from app.ui.theme import Look
from app.ui.who.panel import PARTS

__all__ = ["ColumnsButton", "ColumnsMenu"]

CONSENT = "consent_show"


class ColumnsButton(columns.ColumnsButton):
    """A tick for each field in the order of the panel."""

    def __init__(self, look: Look, arrangement: Callable[[], Arrangement], about: Callable[[], str]) -> None:
        parts = [
            (_(heading) if heading else "", (*fields, "sees") if CONSENT in fields else fields)
            for heading, fields in PARTS
        ]
        super().__init__(look, arrangement, about, [*parts, ("", ("origin",))], label)


def label(name: str) -> str:
    """What the column of a field is called."""
    return _(specs(Partner)[name].label)
