"""The letter that lies in everything that a community takes with it: what each file is, whose it is, and what to heed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app import __version__
from app.reports.words import long_day

WIDTH = 76


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file, what it holds, and how many of it."""

    name: str
    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose it is, when it was made, and how many kept PDFs were not in the community file any more."""

    community: str
    nations: str
    made_on: date
    lost: int = 0


def readme(facts: Facts, files: Sequence[FileLine]) -> str:
    """The letter, in lines that every program shows."""
    return "\r\n".join([*_head(facts), *_listed(files), *_tail(facts)]) + "\r\n"


def _head(facts: Facts) -> Iterator[str]:
    title = _("Everything from {name}").format(name=facts.community)
    yield from (title, "=" * min(len(title), WIDTH), "")
    made = _("Made on {day} by Groundwork {version}.").format(day=long_day(facts.made_on), version=__version__)
    yield from (made, "")
    yield from _chapter(_("Whose it is"), _whose(facts))
    yield from _chapter(
        _("Please take care"),
        _("It is for the office alone. Nobody and nothing is left out: not those who did not agree to be shown, not what "
          "was told in confidence, and not what was removed, as long as it was not erased for good."),
        _("No passphrase protects it, also where the community file has one. Keep it where only the office can "
          "read it, give it to nobody outside, and delete it when it has done its work. Programs that open parts of it "
          "may keep copies of their own."),
    )  # fmt: skip
    yield from _chapter(
        _("What is in it"),
        _("records: one file for each sort of thing, twice. Files that end in .json hold every field exactly; those that "
          "end in .csv open in any spreadsheet program. There, an apostrophe before a sign such as = keeps the "
          "program from working it out."),
        _("reading: the same to be read, as text with a few signs for headings and lists (Markdown)."),
        _("handy: for your contacts, your spreadsheet program and your calendar."),
        _("history: every change with its hour, what it was, and how each field was before and after (a line of JSON "
          "each). Who made it is not written anywhere."),
        _("copies: the PDFs that you keep, unchanged."),
        _("manifest.json: a list for programs, so that all of this can be taken back in."),
    )  # fmt: skip


def _whose(facts: Facts) -> str:
    owner = f"{facts.community} ({facts.nations})" if facts.nations else facts.community
    return _(
        "All of this belongs to the community: {owner}. Where it is about First Nations, OCAP® holds: the Nation owns its "
        "information, controls it, can get at it, and keeps it. Ask the community before any of it goes further. (OCAP® is "
        "a trademark of the First Nations Information Governance Centre.)"
    ).format(owner=owner)


def _listed(files: Sequence[FileLine]) -> Iterator[str]:
    widest = max((len(one.name) for one in files), default=0)
    for one in files:
        yield f"{one.name:<{widest}}  {one.count:>6}  {one.what}"
    yield ""


def _tail(facts: Facts) -> Iterator[str]:
    if facts.lost:
        said = ngettext(
            "{count} kept copy is on the list without its PDF: the community file did not have it any more.",
            "{count} kept copies are on the list without their PDFs: the community file did not have them any more.",
            facts.lost,
        )
        yield from _chapter(_("What is missing"), said.format(count=facts.lost))
    yield from _chapter(
        _("Going back to Groundwork"),
        _("Groundwork makes a new community file of this, with everything but the history, which begins anew. Whoever "
          "looks after your computers types:"),
        "groundwork import everything.zip NEW.groundwork --from THIS.zip",
        _("How Groundwork is set on your computer is not in here, and neither is the toolkit, which comes with it."),
    )  # fmt: skip


def _chapter(heading: str, *paragraphs: str) -> Iterator[str]:
    yield from (heading, "-" * len(heading))
    for one in paragraphs:
        yield from (*textwrap.wrap(one, WIDTH, break_long_words=False, break_on_hyphens=False), "")
