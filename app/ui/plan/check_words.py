"""What the test of the plan found, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from gettext import ngettext

from app.model import dates
from app.model.phrases import N_
from app.model.plan_check import CLEAR, COMPLETE, CURRENT, GROUPS, PARTNERS, SAFE, Finding
from app.ui.plan.shown import Shown

PART_NAMES = {
    COMPLETE: N_("Complete: are all parts of the community in it?"),
    CLEAR: N_("Clear: does it say who, what and when?"),
    CURRENT: N_("Current: does it fit what is so today?"),
    SAFE: N_("Safe: could it put somebody at risk?"),
}


def finding_words(finding: Finding) -> str:
    """What was found, as a sentence that says what to do where that is not plain."""
    count = len(dict.fromkeys(finding.things))
    words = _SENTENCES[finding.kind](count)
    return words.format(count=count)


def thing_words(finding: Finding, number: int, shown: Shown) -> str:
    """One of the finding's things: a line of the plan, a group or a partner, and the other line of a pair."""
    thing = finding.things[number]
    if finding.sort == GROUPS:
        return shown.groups.label(thing)
    if finding.sort == PARTNERS:
        return shown.names.get(thing, "")
    words = item_words(thing, shown)
    other = finding.others[number] if finding.others else ""
    if not other:
        return words
    pair = _PAIRS[finding.kind]
    return _(pair).format(step=words, other=item_words(other, shown))


def item_words(item_id: str, shown: Shown) -> str:
    """What a line of the plan is called."""
    item = shown.outline.get(item_id)
    return (item.what if item is not None else "") or _("A step without words")


def summary_words(findings: Sequence[Finding]) -> str:
    """ "Test the plan: 5 things to look at"."""
    count = len(findings)
    if not count:
        return _("Test the plan: nothing is missing")
    words = ngettext("Test the plan: {count} thing to look at", "Test the plan: {count} things to look at", count)
    return words.format(count=count)


_PAIRS = {
    "waits-inside": N_("{step} (waits for “{other}”)"),
    "waits-for-dropped": N_("{step} (waits for “{other}”)"),
    dates.BEFORE_WHAT_IT_WAITS_FOR: N_("{step} (waits for “{other}”)"),
    dates.AFTER_THE_ONE_ABOVE: N_("{step} (belongs to “{other}”)"),
}


def _late(count: int) -> str:
    return ngettext(
        "{count} line is past its day. Is it done, or does it need another day?",
        "{count} lines are past their day. Are they done, or do they need another day?",
        count,
    )


def _no_lead(count: int) -> str:
    return ngettext("{count} step has no lead yet.", "{count} steps have no lead yet.", count)


def _no_day(count: int) -> str:
    return ngettext("{count} step has no day yet.", "{count} steps have no day yet.", count)


def _lead_away(count: int) -> str:
    return ngettext(
        "{count} line is led by someone who stepped back or said no.",
        "{count} lines are led by someone who stepped back or said no.",
        count,
    )


def _waits_for_dropped(count: int) -> str:
    return ngettext(
        "{count} step waits for something that was dropped.",
        "{count} steps wait for something that was dropped.",
        count,
    )


def _circle(count: int) -> str:
    return ngettext(
        "{count} step waits for itself, so it can never begin. Take its link away.",
        "{count} steps wait for each other in a circle, so none can begin. Take one of the links away.",
        count,
    )


def _waits_inside(count: int) -> str:
    return ngettext(
        "{count} line waits for one that it belongs to, or that belongs to it. Take that link away.",
        "{count} lines wait for one that they belong to, or that belongs to them. Take those links away.",
        count,
    )


def _before_what_it_waits_for(count: int) -> str:
    return ngettext(
        "{count} step is due before a step that it waits for.",
        "{count} steps are due before a step that they wait for.",
        count,
    )


def _after_the_one_above(count: int) -> str:
    return ngettext(
        "{count} line is due later than the goal or objective that it belongs to.",
        "{count} lines are due later than the goal or objective that they belong to.",
        count,
    )


def _starts_after_end(count: int) -> str:
    return ngettext("{count} line starts after its own day.", "{count} lines start after their own day.", count)


def _far_past(count: int) -> str:
    return ngettext(
        "{count} line has a day of long ago. Is the year right?",
        "{count} lines have a day of long ago. Are the years right?",
        count,
    )


def _far_ahead(count: int) -> str:
    return ngettext(
        "{count} line has a day that is far away. Is the year right?",
        "{count} lines have a day that is far away. Are the years right?",
        count,
    )


def _repeats_without_day(count: int) -> str:
    return ngettext(
        "{count} line repeats, and has no day to count from.",
        "{count} lines repeat, and have no day to count from.",
        count,
    )


def _no_steps(count: int) -> str:
    return ngettext(
        "{count} goal or objective has no step that leads to it.",
        "{count} goals or objectives have no step that leads to them.",
        count,
    )


def _no_words(count: int) -> str:
    return ngettext("{count} line has no words yet.", "{count} lines have no words yet.", count)


def _too_much(count: int) -> str:
    return ngettext(
        "{count} lead has a lot to do in the next four weeks, or is late with several steps. Who could help?",
        "{count} leads have a lot to do in the next four weeks, or are late with several steps. Who could help?",
        count,
    )


def _review_past(count: int) -> str:
    return ngettext(
        "{count} line was to be looked at again before today.",
        "{count} lines were to be looked at again before today.",
        count,
    )


def _groups_without_part(count: int) -> str:
    return ngettext(
        "Nobody from {count} group of the circle leads or helps with anything.",
        "Nobody from {count} groups of the circle leads or helps with anything.",
        count,
    )


def _no_sign(count: int) -> str:
    return ngettext(
        "{count} step does not say how you will see that it worked.",
        "{count} steps do not say how you will see that they worked.",
        count,
    )


def _clock(_count: int) -> str:
    return _("Something was saved here on a later day than today. Look at this computer’s date, then come back.")


def _nothing_for_youth(_count: int) -> str:
    return _("Nothing in the plan is led or helped by young people, or came from the page about them.")


def _no_safety(_count: int) -> str:
    return _("No step has a safety check yet. Ask of each: could this put somebody at risk?")


_SENTENCES: dict[str, Callable[[int], str]] = {
    "clock": _clock,
    "circle": _circle,
    "waits-inside": _waits_inside,
    "late": _late,
    "lead-away": _lead_away,
    "waits-for-dropped": _waits_for_dropped,
    "no-lead": _no_lead,
    "no-day": _no_day,
    dates.BEFORE_WHAT_IT_WAITS_FOR: _before_what_it_waits_for,
    dates.AFTER_THE_ONE_ABOVE: _after_the_one_above,
    dates.STARTS_AFTER_END: _starts_after_end,
    dates.FAR_PAST: _far_past,
    dates.FAR_AHEAD: _far_ahead,
    "repeats-without-day": _repeats_without_day,
    "no-safety": _no_safety,
    "no-steps": _no_steps,
    "no-words": _no_words,
    "too-much": _too_much,
    "review-past": _review_past,
    "nothing-for-youth": _nothing_for_youth,
    "groups-without-part": _groups_without_part,
    "no-sign": _no_sign,
}
