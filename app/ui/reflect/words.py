"""Meetings and what came of a card, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.data.workspace import Workspace
from app.model.helplines import HelpLine
from app.model.item import Item
from app.model.local_line import LocalLine, with_local
from app.model.partner import Partner
from app.model.reflection import Answer, Asked, Meeting
from app.ui.home.words import long_day
from app.ui.names import Names

# More than these nobody reads from a wall, or hears out.
MOST_NUMBERS = 6


def text_of(asked: Asked) -> str:
    """A question in the language of the program; a community's own as it was written."""
    return _(asked.text) if asked.number else asked.text


def help_of(asked: Asked) -> str:
    """The sentence below a question."""
    return _(asked.help) if asked.number else asked.help


def examples_of(asked: Asked) -> str:
    """Words to begin with, as a sentence; empty for a question that has none."""
    examples = " · ".join(_(one) for one in asked.examples)
    return _("For instance: {examples}.").format(examples=examples) if examples else ""


def called(meeting: Meeting) -> str:
    """What a meeting is called in lists."""
    return meeting.name or _("Meeting")


def day_and_place(meeting: Meeting) -> str:
    """When and where, as far as it is known."""
    day = long_day(meeting.on) if meeting.on is not None else ""
    return " · ".join(one for one in (day, meeting.place) if one)


def is_coming(meeting: Meeting, today: date) -> bool:
    """Whether it is yet to be held."""
    return not meeting.is_held(today)


def came(meeting: Meeting) -> str:
    """How many were there; empty when nobody has been noted."""
    count = len(meeting.came) + (meeting.others or 0)
    return ngettext("{count} person came", "{count} people came", count).format(count=count) if count else ""


def outcome(answers: list[Answer]) -> str:
    """How many answers a meeting has, and what came of them."""
    parts = [ngettext("{count} answer", "{count} answers", len(answers)).format(count=len(answers))]
    steps = len({item for one in answers for item in one.items})
    partners = len({partner for one in answers for partner in one.partners})
    agreed = sum(one.agreed for one in answers)
    if steps:
        parts.append(ngettext("{count} step", "{count} steps", steps).format(count=steps))
    if partners:
        parts.append(ngettext("{count} partner", "{count} partners", partners).format(count=partners))
    if agreed:
        parts.append(ngettext("{count} agreement", "{count} agreements", agreed).format(count=agreed))
    return ", ".join(parts)


def outcomes(workspace: Workspace, names: Names, answer: Answer) -> list[tuple[str, str, str]]:
    """What came of a card, each as (kind, id, words)."""
    found: list[tuple[str, str, str]] = []
    for one in answer.items:
        item = workspace.get(Item, one)
        if item is not None:
            words = _("Goal: {what}") if item.level == "goal" else _("Step: {what}")
            found.append(("item", one, words.format(what=item.what)))
    for one in answer.partners:
        partner = workspace.get(Partner, one)
        if partner is not None:
            found.append(("partner", one, _("Partner: {name}").format(name=names.of(partner))))
    for one in answer.numbers:
        line = workspace.get(LocalLine, one)
        if line is not None:
            found.append(("helpline", one, _("Number: {name}").format(name=line.name)))
    if answer.page:
        found.append(("page", answer.page, _("A page to read")))
    return found


def marks_of(answer: Answer) -> str:
    """What came of a card in a few words, for the card itself: no names."""
    parts: list[str] = []
    if answer.items:
        parts.append(_("step"))
    if answer.partners:
        parts.append(_("partner"))
    if answer.numbers:
        parts.append(_("number"))
    if answer.page:
        parts.append(_("page"))
    if answer.agreed:
        parts.append(_("agreed"))
    return ", ".join(parts)


def numbers_to_go_home_with(lines: Iterable[HelpLine], workspace: Workspace) -> list[str]:
    """The first help lines for the close of a meeting, the office's own among them: as many as are read from a wall."""
    known = with_local(lines, workspace.all(LocalLine))[:MOST_NUMBERS]
    return [f"{one.name}: {number.display}" for one in known for number in one.numbers[:1]]
