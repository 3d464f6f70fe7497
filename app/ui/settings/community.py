"""The community itself: its name, Nation, place, what the work is about, and its logo."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from app.data.workspace import Changes
from app.model.community import COMMUNITY_ID, Community
from app.model.phrases import N_
from app.model.schema import specs
from app.ui.session import Session
from app.ui.settings.logo import LogoField
from app.ui.theme import Look
from app.ui.widgets import Card, LineField, LongField

LABELS = {"name": N_("Change the community’s name"), "about": N_("Change what the work is about")}


class CommunityCard(Card):
    """Changes count when a field is left, and can be undone like everything else."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, _("This community"), "flag")
        self._session = session
        declared = specs(Community)
        self.fields: dict[str, LineField | LongField] = {
            name: LineField(look, _(declared[name].label)) for name in ("name", "nations", "place")
        }
        self.fields["about"] = LongField(
            look, _(declared["about"].label), _("It stands on the first page of the report.")
        )
        for name, field in self.fields.items():
            field.edited.connect(partial(self._change, name))
            field.set_read_only(session.workspace.read_only)
            self.add(field)
        self.logo = LogoField(look, session)
        self.add(self.logo)
        session.changed.connect(self._follow)
        self._show()

    def _show(self) -> None:
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        for name, field in self.fields.items():
            field.refresh(getattr(community, name))

    def _change(self, name: str, value: object) -> None:
        label = _(LABELS.get(name, N_("Change the community")))
        refused = self._session.change(Community, COMMUNITY_ID, label, {name: value}, by=self)
        if refused is not None:
            self.fields[name].show_error(str(refused))

    def _follow(self, changes: Changes) -> None:
        if changes.of(Community) and changes.by is not self:
            self._show()
