"""The part of the program that answers a question, how things stand there, and the way to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from app.data.groups import groups_in
from app.data.reflection import BRINGS
from app.data.workspace import Workspace
from app.model.committees import committees
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.origin import PAGE, Origin
from app.model.partner import Partner
from app.model.plan import FINISHED
from app.model.reflection import Answer, Asked, agreements
from app.model.summary import gaps

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Door:
    """`kind` and `thing` are where it leads (as in `open_requested`), `text` the words of the way, `stands` how it stands there
    and `missing` what is missing, for all to see.
    """

    kind: str
    thing: str
    text: str
    stands: str = ""
    missing: str = ""


def door_of(asked: Asked, workspace: Workspace) -> Door | None:
    """The door of a question by what it leads to, or back to the page it came from; None where it leads nowhere."""
    make = _DOORS.get(asked.leads)
    if make is not None:
        return make(workspace)
    origin = Origin.read(asked.origin)
    if origin.sort != PAGE:
        return None
    return Door(PAGE, origin.passage, _("Read the page that this comes from"))


def _scope(workspace: Workspace) -> Door:
    return Door("page", "get-informed/what-it-is", _("Read what it is, and what it looks like here"))


def _learn(workspace: Workspace) -> Door:
    marked = sum(one.is_bookmark for one in workspace.all(Mark))
    stands = ngettext("{count} page is marked to read.", "{count} pages are marked to read.", marked)
    return Door("place", "learn", _("Open the pages to read"), stands.format(count=marked))


def _idea(workspace: Workspace) -> Door:
    return Door("place", "plan", _("Open the plan"), _steps(workspace))


def _support(workspace: Workspace) -> Door:
    agreed = len(agreements(workspace.all(Answer)))
    stands = ngettext("We agreed on {count} thing so far.", "We agreed on {count} things so far.", agreed)
    page = "take-action/difficult-conversations"
    return Door("page", page, _("Read about hard conversations"), stands.format(count=agreed) if agreed else "")


def _resource(workspace: Workspace) -> Door:
    own = len(workspace.all(LocalLine))
    stands = ngettext(
        "{count} number of our own is in the help lines.", "{count} numbers of our own are in the help lines.", own
    )
    return Door("helpline", "", _("Open the help lines and your own numbers"), stands.format(count=own) if own else "")


def _committee(workspace: Workspace) -> Door:
    found = len(committees(workspace.all(Partner)))
    stands = ngettext("{count} committee is in our circle.", "{count} committees are in our circle.", found)
    return Door("committees", "", _("Join or start a committee"), stands.format(count=found) if found else "")


def _offer(workspace: Workspace) -> Door:
    bring = sum(any(getattr(one, name) for name in BRINGS) for one in workspace.all(Partner))
    stands = ngettext("We know what {count} partner brings.", "We know what {count} partners bring.", bring)
    return Door("place", "who", _("Open the partners"), stands.format(count=bring) if bring else "")


def _who(workspace: Workspace) -> Door:
    missing = gaps(workspace.all(Partner), groups_in(workspace))
    names = [one.label for one in missing]
    if not names:
        return Door("circle", "", _("Open the circle"), _("Every group of the circle has somebody."))
    count = len(names)
    stands = ngettext("{count} group has no one yet:", "{count} groups have no one yet:", count).format(count=count)
    rest = [_("and {count} more").format(count=count - MOST_NAMED)] if count > MOST_NAMED else []
    return Door("circle", "", _("Open the circle and its gaps"), stands, ", ".join([*names[:MOST_NAMED], *rest]) + ".")


def _first_step(workspace: Workspace) -> Door:
    return Door("place", "plan", _("Open the plan"), _steps(workspace))


def _steps(workspace: Workspace) -> str:
    open_steps = [one for one in workspace.all(Item) if one.level == "action" and one.status not in FINISHED]
    count = len(open_steps)
    return ngettext("{count} step is open in our plan.", "{count} steps are open in our plan.", count).format(
        count=count
    )


_DOORS: dict[str, Callable[[Workspace], Door]] = {
    "scope": _scope,
    "learn": _learn,
    "idea": _idea,
    "support": _support,
    "resource": _resource,
    "committee": _committee,
    "offer": _offer,
    "who": _who,
    "step": _first_step,
}
