"""The test of the plan in a room of its own: complete, clear, current, safe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.groups import Groups
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_check import Finding, check_plan, checks
from app.ui.form.room import Room
from app.ui.names import Names
from app.ui.plan.checking import PlanChecks
from app.ui.plan.shown import Shown
from app.ui.session import Session
from app.ui.theme import Look


def findings_in(session: Session) -> list[Finding]:
    """What the test of the plan finds now."""
    return check_plan(*_asked(session))


def findings_one_by_one(session: Session) -> Iterator[list[Finding]]:
    """The same, one question of the test after the other."""
    return checks(*_asked(session))


def _asked(session: Session) -> tuple[Outline, Sequence[Partner], Groups, date, date | None]:
    """What is tested; the clock against the newest edit."""
    workspace = session.workspace
    newest = workspace.newest_edit
    latest = newest.astimezone().date() if newest is not None else None
    return Outline(workspace.all(Item)), workspace.all(Partner), groups_in(workspace), date.today(), latest


class CheckRoom(Room):
    """Signal: `finding_requested(str, str)` with a line's id and the field to go to (may be empty)."""

    finding_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session, names: Names) -> None:
        super().__init__(look, session, _("Test the plan"), back=_("Back to the plan"))
        self._names = names
        self.header.set_line(
            _("A good plan is complete, clear, current and safe. Nothing here must be mended; it is for you to say.")
        )
        self.checks = PlanChecks(look)
        self.add(self.checks)
        self.checks.finding_requested.connect(self.finding_requested)
        self.checks.open_requested.connect(self.open_requested)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Test the plan as it is now."""
        workspace = self.session.workspace
        called = {one.id: self._names.of(one) for one in workspace.all(Partner)}
        shown = Shown(Outline(workspace.all(Item)), called, groups_in(workspace), date.today())
        self.checks.show_findings(findings_in(self.session), shown)

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and (changes.of(Item) or changes.of(Partner)):
            self.refresh()
