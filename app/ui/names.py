"""What people are called on the screen: by name, or, while others can see it, by role or initials."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.model.naming import goes_by
from app.model.partner import Partner

# What could say who somebody is: ways to reach them, and all that was written about them in free words.
TELLING = frozenset({
    "phone", "email", "address", "skills", "abilities", "passions", "connections", "ideas", "notes", "consent_what",
    "consent_asked_by",
})  # fmt: skip


class Names(QObject):
    """One for a window; every place that shows a person asks it. Signal: `names_hidden(bool)` when that changed.

    Organisations and committees keep their names: it is a person whom a name on a wall can put at risk.
    """

    names_hidden = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden = False

    def of(self, partner: Partner) -> str:
        """What to call a partner now."""
        return goes_by(partner, hidden=self.hidden)

    def hides(self, partner: Partner, field: str) -> bool:
        """Whether a field of a partner may not be seen now."""
        if not self.hidden:
            return False
        # Where somebody works tells who they are in a small place.
        return field in TELLING or (field in ("name", "organisation") and partner.form == "person")

    def set_hidden(self, hidden: bool) -> None:
        """Hide names or show them again."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.names_hidden.emit(hidden)
