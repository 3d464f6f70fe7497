"""Who may see each field of a partner: as declared, or as this partner wants it."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.partner import SHOW_TO, Partner
from app.model.schema import Audience, specs
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, ChoiceField, Words

FIELDS = ("role", "organisation", "phone", "email", "address", "languages", "skills", "abilities", "passions",
          "connections", "ideas", "notes")  # fmt: skip
AUDIENCES = {Audience.PUBLIC: "public", Audience.COMMITTEE: "committee", Audience.OFFICE: "office"}


class WhoSees(QWidget):
    """Folded away until it is asked for; each choice counts at once."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._session = session
        self._partner = Partner()
        self.open = Button(look, _("Choose for each field"), icon="eye", kind="quiet")
        self.open.setCheckable(True)
        self._list = QWidget()
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        choices = [(one.key, _(one.label)) for one in SHOW_TO]
        self.fields = {name: ChoiceField(look, _(specs(Partner)[name].label), choices) for name in FIELDS}
        for name, field in self.fields.items():
            field.edited.connect(partial(self._choose, name))
            field.set_read_only(session.workspace.read_only)
            rows.addWidget(field)
        self._list.hide()
        self.open.toggled.connect(self._list.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words(_("Who may see each field"), "strong"))
        column.addWidget(self.open)
        column.addWidget(self._list)

    def show_partner(self, partner: Partner) -> None:
        """Show what counts for this partner."""
        self._partner = partner
        for name, field in self.fields.items():
            usual = AUDIENCES[specs(Partner)[name].audience]
            field.set_value(partner.sees.get(name, usual))

    def _choose(self, name: str, audience: object) -> None:
        sees = {**self._partner.sees, name: str(audience)}
        if audience == AUDIENCES[specs(Partner)[name].audience]:
            del sees[name]
        self._session.change(Partner, self._partner.id, _("Change who may see a field"), {"sees": sees})
