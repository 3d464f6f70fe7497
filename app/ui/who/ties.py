"""Who a partner works with, and the steps they lead or help with."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import label_of, specs
from app.model.tie import TIE_SORTS, Tie
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, ChoiceField, IconButton, Words, clear
from app.ui.widgets.press_row import PressRow


class Ties(QWidget):
    """Signal: `open_requested(str, str)`."""

    open_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._partner = ""
        self._offered: list[tuple[str, str]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(2)
        self.sort = ChoiceField(look, _("Kind of tie"), [(one.key, _(one.label)) for one in TIE_SORTS])
        self.other = ChoiceField(look, _("With whom"), [("", _("Choose a partner"))])
        self.add = Button(look, _("Add this tie"), icon="link")
        self.error = Words("", "error", wrap=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        column.addWidget(Words(_("Works with"), "strong"))
        column.addLayout(self._rows)
        if not session.workspace.read_only:
            for one in (self.sort, self.other, self.add, self.error):
                column.addWidget(one)
        column.addWidget(Words(_("Their steps"), "strong"))
        column.addLayout(self._steps)
        self.add.clicked.connect(self._add)

    def show_partner(self, partner_id: str) -> None:
        """Show what joins this partner to others and to the plan."""
        self._partner = partner_id
        workspace = self._session.workspace
        names = {one.id: one.name for one in workspace.all(Partner)}
        others = sorted(
            ((key, name) for key, name in names.items() if key != partner_id), key=lambda one: one[1].casefold()
        )
        if self._offered != others:
            self._offered = others
            self.other.set_choices([("", _("Choose a partner")), *others])
        clear(self._rows)
        for tie in workspace.all(Tie):
            if partner_id in (tie.from_partner, tie.to_partner):
                self._rows.addWidget(self._tie(tie, names))
        if not self._rows.count():
            self._rows.addWidget(Words(_("No ties yet."), "small"))
        clear(self._steps)
        for item in workspace.all(Item):
            if item.lead == partner_id or partner_id in item.helpers:
                row = PressRow(self._look, item.what or _("A step without words"), "list-checks")
                row.setAccessibleName(_("Open the step: {what}").format(what=item.what))
                row.clicked.connect(lambda _checked=False, step=item.id: self.open_requested.emit("item", step))
                self._steps.addWidget(row)
        if not self._steps.count():
            self._steps.addWidget(Words(_("No steps yet."), "small"))

    def _tie(self, tie: Tie, names: dict[str, str]) -> QWidget:
        sort = _(label_of(specs(Tie)["sort"], tie.sort))
        outward = tie.from_partner == self._partner
        other = tie.to_partner if outward else tie.from_partner
        name = names.get(other, "")
        words = _("{sort} {name}") if outward else _("{name} {sort} them")
        text = words.format(sort=sort, name=name)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        press = PressRow(self._look, text, "link")
        press.clicked.connect(lambda: self.open_requested.emit("partner", other))
        row.addWidget(press, 1)
        if not self._session.workspace.read_only:
            drop = IconButton(self._look, "x", _("Remove the tie: {tie}").format(tie=text), kind="small")
            drop.clicked.connect(lambda: self._remove(tie.id))
            row.addWidget(drop)
        return box

    def _add(self) -> None:
        other = str(self.other.value())
        refused: Exception | None = None
        if other:
            tie = Tie(from_partner=self._partner, to_partner=other, sort=str(self.sort.value()))
            refused = self._session.edit(_("Add tie"), lambda edit: edit.add(tie))
        sentence = str(refused) if refused is not None else "" if other else _("Choose with whom first.")
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _remove(self, tie_id: str) -> None:
        self._session.edit(_("Remove tie"), lambda edit: edit.remove(Tie, tie_id))
