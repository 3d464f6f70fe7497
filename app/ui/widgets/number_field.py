"""A whole number, such as dollars, as people write it."""

from __future__ import annotations

import re
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets.entries import LineEntry
from app.ui.widgets.field import Field

_NUMBER = re.compile(r"\d+(?:[.,]00?)?|\d{1,3}(?:,\d{3})+(?:\.00?)?")


def read_number(typed: str) -> int | str | None:
    """`1200`, `1,200`, `$1 200`, `1,200.00` as a number; None for nothing, the text itself for what is no whole number."""
    words = "".join(typed.replace("$", " ").split())
    if not words:
        return None
    if not words.isascii() or not _NUMBER.fullmatch(words):
        return typed
    return int(re.sub(r"[.,]00?$", "", words).replace(",", ""))


class NumberField(Field["int | None"]):
    """Its value is a whole number, or None when nothing is typed."""

    def __init__(self, look: Look, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = LineEntry()
        self.set_entry(self.entry)
        self.entry.left.connect(self.commit)
        self.entry.returnPressed.connect(self.commit)
        self.edited.connect(self.entry.settle)
        self.set_value(None)

    def value(self) -> int | None:
        """The number. ValueError with a sentence when there is none in it."""
        found = read_number(self.entry.text())
        if isinstance(found, str):
            raise ValueError(_("“{typed}” is not a whole number. Try 1200.").format(typed=found.strip()))
        return found

    def _show(self, value: int | None) -> None:
        words = "" if value is None else f"{value:,}"
        if self.entry.text() != words:
            self.entry.setText(words)
