"""The plan as a calendar file (iCalendar, RFC 5545): an all-day entry a step, with a reminder some days before.

Entries are VEVENTs, not VTODOs: Outlook, Google and Apple's calendar all take in events, and leave tasks away. All-day and
TRANSPARENT, so that nobody looks busy. Google keeps its own reminders and passes over those in a file; the others take them.

No METHOD is given (RFC 5546 would want an organiser to whom calendars answer), so an entry is what it is: a newer SEQUENCE
updates the older one with the same UID, STATUS:CANCELLED takes it back. SEQUENCE is the number of edits that touched the
step, which only ever grows, whatever a computer's clock says; DTSTAMP is the hour of the newest one. Programs that do not
heed STATUS still show the words that say so, and no reminder.

A step that repeats is one entry, the open one, without an RRULE: when it is done the next one comes to be in the plan, with
an id of its own, and a rule would double it.

In it are what, by when, part of which goal, and for committee and office the lead, helpers and what it needs. Never notes,
origins, the safety check or who must be told: calendars are copied to telephones and shared with families.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from gettext import gettext as _

from app import __version__
from app.model.calendar import CANCELLED, DONE, GONE, OPEN, Entry, Plan
from app.model.item import REPEATS, Item
from app.model.plan import Outline
from app.model.schema import Audience, label_of, specs
from app.model.trouble import Refused
from app.reports.content_lines import escaped, to_bytes
from app.reports.words import listed

# Days before, at nine in the morning.
BEFORE = 3
_NINE = 9
_PRODUCT = f"-//Groundwork//Groundwork {__version__}//EN"


@dataclass(frozen=True)
class CalendarFile:
    """What goes into one file. `title` is what the calendar is called; `before` days for the reminder, None for none.

    `made_at` stands in where no edit is known: a plan that was never edited since the sample was made.
    """

    title: str
    plan: Plan
    audience: Audience
    made_at: datetime
    before: int | None = BEFORE


def calendar_bytes(file: CalendarFile, partner_id: str = "", item_id: str = "") -> bytes:
    """The whole plan, one partner's steps, or one step; the same content gives the same bytes.

    Raises Refused when there is no entry: a calendar file without one is none.
    """
    entries = file.plan.entries(partner_id, item_id)
    if not entries:
        raise Refused(_("No step here has a day, so there is nothing for a calendar. Give a step its day first."))
    return to_bytes(_Writer(file).lines(entries))


class _Writer:
    def __init__(self, file: CalendarFile) -> None:
        self._file = file
        self._names = {one.id: one.name for one in file.plan.shown.partners}
        self._outline = Outline(file.plan.shown.items)

    def lines(self, entries: list[Entry]) -> Iterator[str]:
        title = escaped(self._file.title)
        yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN")
        yield from (f"NAME:{title}", f"X-WR-CALNAME:{title}")
        for one in entries:
            yield from self._event(one)
        yield "END:VCALENDAR"

    def _event(self, one: Entry) -> Iterator[str]:
        summary = escaped(_summary(one))
        changed = _hour(one.trace.at or self._file.made_at)
        yield from ("BEGIN:VEVENT", f"UID:{escaped(one.uid)}", f"DTSTAMP:{changed}")
        yield from (f"LAST-MODIFIED:{changed}", f"SEQUENCE:{one.trace.edits}")
        yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
        if one.day < date.max:
            yield f"DTEND;VALUE=DATE:{_day(one.day + timedelta(days=1))}"
        yield from (f"SUMMARY:{summary}", f"STATUS:{'CANCELLED' if one.state in CANCELLED else 'CONFIRMED'}")
        yield "TRANSP:TRANSPARENT"
        if self._file.audience is not Audience.PUBLIC:
            yield "CLASS:PRIVATE"
        description = "\n".join(self._about(one.item)) if one.item is not None and one.state in (OPEN, DONE) else ""
        if description:
            yield f"DESCRIPTION:{escaped(description)}"
        if one.state == OPEN and self._file.before is not None:
            trigger = _trigger(self._file.before)
            yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", f"TRIGGER:{trigger}", "END:VALARM")
        yield "END:VEVENT"

    def _about(self, item: Item) -> Iterator[str]:
        above = " › ".join(one.what for one in self._outline.path(item.id) if one.what)
        if above:
            yield _("Part of: {goal}").format(goal=above)
        if item.lead in self._names:
            yield _("Lead: {name}").format(name=self._names[item.lead])
        helpers = [self._names[one] for one in item.helpers if one in self._names]
        if helpers:
            yield _("With: {names}").format(names=listed(helpers))
        if item.needs:
            yield _("What it needs: {words}").format(words=item.needs)
        if item.sign:
            yield _("Sign that it worked: {words}").format(words=item.sign)
        if item.repeats != REPEATS[0].key:
            often = _(label_of(specs(Item)["repeats"], item.repeats))
            yield _("Repeats: {how_often}. The next one is in the plan once this one is done.").format(how_often=often)


def _summary(one: Entry) -> str:
    if one.state == GONE or one.item is None:
        return _("Cancelled: a step that is no longer in the plan")
    what = one.item.what or _("A step without words")
    match one.state:
        case "open":
            return what
        case "done":
            return _("Done: {what}").format(what=what)
        case "given-away":
            return _("No longer yours: {what}").format(what=what)
        case _:
            return _("Cancelled: {what}").format(what=what)


def _trigger(before: int) -> str:
    """Nine o'clock on that day, counted from the midnight at which an all-day entry begins (RFC 5545 3.8.6.3)."""
    if before <= 0:
        return f"PT{_NINE}H"
    days, hours = before - 1, 24 - _NINE
    return f"-P{days}DT{hours}H" if days else f"-PT{hours}H"


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _hour(at: datetime) -> str:
    found = at.astimezone(UTC)
    return f"{_day(found.date())}T{found:%H%M%S}Z"
