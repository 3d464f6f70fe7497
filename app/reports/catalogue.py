"""Every report there is: what it is called, what it is for, who may have it, and what makes it.

A report is loaded when it is first made: what draws PDF takes as long to load as the window itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from importlib import import_module
from pathlib import Path
from typing import cast

from app.model.phrases import N_
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.content import CommunityContent
from app.reports.document import Document
from app.reports.kinds import DRAWN, PDF, SET, written
from app.reports.kinds import Kind as FileKind
from app.reports.paper import Paper
from app.reports.poster import LAYOUTS, Poster, Sheet, poster_for
from app.reports.report import Report
from app.reports.watch import Watch, unwatched

Make = Callable[[CommunityContent, Sheet, Path, Watch], Report]
EVERYBODY = (Audience.OFFICE, Audience.COMMITTEE, Audience.PUBLIC)
INSIDE = (Audience.OFFICE, Audience.COMMITTEE)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report. `title`, `about` and `why_not` are to be translated where they are shown.

    `made_by` is "module:function": of a `Make`, or, for one that is `set` in type from a document, of what makes that.
    `readers` are the audiences it can be made for, and `why_not` the sentence for the others. `people` says that partners may be
    in it. `proportion` is the width to the height that its picture is best in, where it can be a poster as well as a sheet, or 0.
    `asks` names what a person picks beside readers and paper (`app.reports.content.Picked`): "meeting", "sheet".
    `pages` says that it is made of toolkit pages that are chosen for it.
    """

    key: str
    title: str
    about: str
    made_by: str
    readers: tuple[Audience, ...] = EVERYBODY
    why_not: str = ""
    people: bool = True
    set: bool = False
    proportion: float = 0.0
    asks: tuple[str, ...] = ()
    pages: bool = False

    @property
    def files(self) -> Sequence[FileKind]:
        """The kinds of file that it can be."""
        return SET if self.set else DRAWN

    def poster(self, paper: Paper, layout: str) -> Poster:
        """The poster on some paper, of a layout in `poster.LAYOUTS`. Raises Refused when there is none of this report."""
        if not self.proportion:
            raise Refused(
                _("“{title}” cannot be a poster. The circle, the grid and the wall chart can.").format(
                    title=_(self.title)
                )
            )
        return poster_for(paper, LAYOUTS[layout], self.proportion)

    def make(
        self,
        content: CommunityContent,
        paper: Sheet,
        fonts_folder: Path,
        file: FileKind = PDF,
        watch: Watch = unwatched,
    ) -> Report:
        """The report as one of its `files`. Raises Refused when these readers may not have it, OSError without typefaces,
        and what `watch` raises.
        """
        watch(0, 0)
        module, _sign, name = self.made_by.partition(":")
        maker = getattr(import_module(f"app.reports.{module}"), name)
        if not self.set:
            return cast("Make", maker)(content, paper, fonts_folder, watch)
        document = cast("Callable[[CommunityContent], Document]", maker)(content)
        return written(document, file, cast("Paper", paper), fonts_folder, watch)


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that are made for one occasion."""

    title: str
    kinds: tuple[ReportKind, ...]


CATALOGUE: tuple[Part, ...] = (
    Part(
        N_("To hand in"),
        (
            ReportKind(
                "community",
                N_("Community report"),
                N_(
                    "Who is in the circle, who is missing, the plan and the help lines: for a meeting, Council or a funder."
                ),
                "community:community_document",
                set=True,
            ),
            ReportKind(
                "plan",
                N_("Action plan"),
                N_("Goals, objectives and steps as a table: who leads, by when, how it stands."),
                "plan:plan_document",
                set=True,
            ),
            ReportKind(
                "partners",
                N_("List of partners"),
                N_("By group: who they are, what they bring, how involved they are."),
                "partners:partners_document",
                set=True,
            ),
        ),
    ),
    Part(
        N_("From Reflect"),
        (
            ReportKind(
                "minutes",
                N_("Minutes of a meeting"),
                N_(
                    "What was agreed, the steps with lead and day, and every answer. Who was there: for the office only."
                ),
                "minutes:minutes_document",
                INSIDE,
                N_("What is said in a meeting stays inside. Minutes can be made for the committee or the office."),
                set=True,
                asks=("meeting",),
            ),
            ReportKind(
                "reflection",
                N_("What we said, over time"),
                N_("Up to three meetings side by side, question by question."),
                "reflection:reflection_document",
                INSIDE,
                N_("What is said in a meeting stays inside. This summary can be made for the committee or the office."),
                set=True,
                asks=("meeting",),
            ),
            ReportKind(
                "worksheet",
                N_("Worksheets"),
                N_(
                    "The questions of a meeting with lines to write on. The PDF can also be filled in on a computer and "
                    "read back in."
                ),
                "worksheets:worksheet_report",
                INSIDE,
                N_("Worksheets name the meeting. Make them for the committee or the office."),
                people=False,
                asks=("meeting", "sheet"),
            ),
        ),
    ),
    Part(
        N_("For the wall"),
        (
            ReportKind(
                "circle",
                N_("The circle"),
                N_("Who sits where, who is missing, and how involved each one is. A poster has room for most names."),
                "circle:circle_report",
                INSIDE,
                N_("The circle shows how involved each partner is. It can be printed for the office or the committee."),
                proportion=0.85,
            ),
            ReportKind(
                "grid",
                N_("Interest and influence"),
                N_(
                    "Where each partner sits between interest and influence, as your group judged it. Keep it in the office."
                ),
                "influence_grid:grid_report",
                (Audience.OFFICE,),
                N_("The grid shows what the office thinks of each partner. It can be printed for the office alone."),
                proportion=1.0,
            ),
            ReportKind(
                "timeline",
                N_("The plan as a wall chart"),
                N_(
                    "Each step with its days as a bar, what waits for what, and what is late. A poster can be read from afar."
                ),
                "timeline:timeline_report",
                proportion=1.5,
            ),
            ReportKind(
                "wall-card",
                N_("Help numbers for the wall"),
                N_("One sheet to be read from two steps away, emergency first."),
                "cards:wall_card_report",
                people=False,
            ),
        ),
    ),
    Part(
        N_("For a meeting"),
        (
            ReportKind(
                "person",
                N_("A page for each person"),
                N_(
                    "What each has taken on: by when, with whom, what it needs, with boxes to tick and lines to write on."
                ),
                "person_page:person_document",
                INSIDE,
                N_("These pages say who leads what. They can be made for the committee or the office."),
                set=True,
            ),
            ReportKind(
                "meeting-pack",
                N_("Meeting pack"),
                N_(
                    "An agenda with room to write, a sign-in sheet, and a page on which people say what may be kept of them."
                ),
                "meeting_pack:meeting_pack_document",
                people=False,
                set=True,
            ),
            ReportKind(
                "handout",
                N_("Toolkit handout"),
                N_("Pages of the toolkit in plain words, to read at a table. Choose which."),
                "handout:chosen_document",
                people=False,
                set=True,
                pages=True,
            ),
            ReportKind(
                "gaps",
                N_("Who is missing"),
                N_("Each group that nobody stands for, with room to write whom to ask, who asks, by when."),
                "gaps:gaps_document",
                INSIDE,
                N_(
                    "Who is missing shows how involved each partner is. It can be made for the office or the committee."
                ),
                set=True,
            ),
        ),
    ),
    Part(
        N_("To cut out"),
        (
            ReportKind(
                "contact-cards",
                N_("Contact cards"),
                N_("Partners as cards, ten to a sheet: who they are and how to reach them."),
                "contact_cards:contact_cards",
            ),
            ReportKind(
                "pocket-cards",
                N_("Help numbers for the pocket"),
                N_("Eight small cards called “Useful numbers” and no more, as a card may be found by somebody else."),
                "cards:pocket_cards_report",
                people=False,
            ),
        ),
    ),
)

REPORTS: Mapping[str, ReportKind] = {kind.key: kind for part in CATALOGUE for kind in part.kinds}

# No report: it has no pages to look at, and the window asks other things before it is made (`app.reports.everything`).
EVERYTHING = ReportKind(
    "everything",
    N_("Everything, to take with you"),
    N_("All that is in your file, in forms that other programs read. For a new computer, another program, or to keep."),
    "",
    (Audience.OFFICE,),
    N_("Everything is for the office alone: nobody is left out of it."),
)
TAKE_ALONG = Part(N_("To take with you"), (EVERYTHING,))
