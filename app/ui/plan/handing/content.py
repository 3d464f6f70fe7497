"""What is handed over, gathered from the open file for the readers that were chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from gettext import gettext as _

from app.data.groups import groups_in
from app.data.workspace import Workspace
from app.model.audience import audience_named, shown_to
from app.model.calendar import Plan
from app.model.community import COMMUNITY_ID, Community
from app.model.handing import Share, shares
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.local_line import LocalLine, with_local
from app.model.partner import Partner
from app.reports.calendar import CalendarFile
from app.reports.content import CommunityContent
from app.ui.welcome.new_page import file_name

NO_REMINDER = "none"


@dataclass(frozen=True)
class HandOver:
    """`content` for the pages, and everybody's `shares` in it. `before` is a number of days as text, or NO_REMINDER."""

    content: CommunityContent
    workspace: Workspace
    before: str

    @cached_property
    def shares(self) -> list[Share]:
        """Everybody who has taken something on and may be shown to the readers."""
        return shares(self.content.shown)

    def calendar(self, partner: Partner | None = None) -> CalendarFile:
        """The plan as a calendar, called after a partner or after the community. Reads the history; raises Damaged."""
        name = self.content.community.name
        plan = Plan(self.content.shown, self.workspace.past.traces(), self.content.made_on)
        title = f"{name}: {partner.name}" if partner is not None else _("{name}: plan").format(name=name)
        before = None if self.before == NO_REMINDER else int(self.before)
        return CalendarFile(title, plan, self.content.audience, datetime.now(UTC), before)


def gather(workspace: Workspace, lines: tuple[HelpLine, ...], audience: str, before: str) -> HandOver:
    """Everything as it stands now; `audience` is the key of an Audience."""
    readers = audience_named(audience)
    content = CommunityContent(
        community=workspace.get(Community, COMMUNITY_ID) or Community(),
        shown=shown_to(readers, workspace.all(Partner), workspace.all(Item)),
        audience=readers,
        helplines=with_local(lines, workspace.all(LocalLine)),
        made_on=date.today(),
        groups=groups_in(workspace),
    )
    return HandOver(content, workspace, before)


def renamed(file: CalendarFile, partner: Partner, community: str) -> CalendarFile:
    """The same calendar called after another partner."""
    return replace(file, title=f"{community}: {partner.name}")


def safe_names(names: Sequence[str]) -> list[str]:
    """A file name without ending for each of these, no two alike on any computer (some do not tell A from a)."""
    taken: set[str] = set()
    found: list[str] = []
    for one in names:
        plain = file_name(_("{name} steps").format(name=one)).removesuffix(".groundwork")
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        found.append(name)
    return found
