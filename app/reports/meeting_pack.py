"""What a facilitator lays on the table: an agenda with room to write, a sign-in sheet, and a page on which people say what
may be kept of them.

Source of the agenda's order and of the ground rules: the toolkit page "Lead the first meeting"; of the questions on the
consent page: "Consent: ask, and ask again". Both are this program's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from app.model.phrases import N_
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Document, Entry, Heading, Note, Para, Row, Sign, Table
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.plain import plain_document
from app.reports.render import render
from app.reports.report import Report

SIGN_IN_ROWS = 17
CONSENT_ROWS = 7
_LINE, _WIDE_LINE = 28.0, 34.0

AGENDA = (
    (N_("Welcome"), N_("Whose land we are on; who we are"), 15),
    (N_("Safety words"), N_("Ground rules; who can listen today, and where"), 5),
    (N_("What it is"), N_("Read aloud from the toolkit"), 20),
    (N_("Questions"), N_("In pairs first, then together. Which ones:"), 45),
    (N_("Break"), N_("Food, air, quiet"), 10),
    (N_("First step"), N_("What, who leads, by when"), 20),
    (N_("Close"), N_("One word from each; how everyone goes home"), 5),
)

GROUND_RULES = (
    N_("No names and no stories of people who were harmed, or who may have done harm."),
    N_("One person speaks at a time. Anyone may pass."),
    N_("You may leave the room and come back. Nobody asks why."),
    N_("What people share stays here. What we decide may go out."),
    N_("If a child may be at risk, we must report it."),
)


def meeting_pack(content: CommunityContent, paper: Paper, fonts_folder: Path) -> Report:
    """The pack as a PDF: the same for all readers, as no partner is in it. Raises OSError when a typeface file cannot be read."""
    return render(meeting_pack_document(content), paper, fonts_folder)


def meeting_pack_document(content: CommunityContent) -> Document:
    """The pack before it is set in type."""
    blocks = (*_agenda(), *_sign_in(), *_consent())
    return plain_document(content, _("Meeting pack"), blocks, people=False, narrowed=False)


def _agenda() -> Iterator[Block]:
    yield Heading(_("Agenda"))
    yield _blanks((_("Day and time"), _("Place"), _("Who leads, who listens")))
    columns = (
        Column(_("What"), 0.18),
        Column(_("How"), 0.48),
        Column(_("Minutes"), 0.11, right=True),
        Column(_("Notes"), 0.23),
    )
    rows = tuple(
        Row((_cell(_(what), Look.CELL_STRONG), _cell(_(how)), _cell(str(minutes)), Cell()), room=_LINE)
        for what, how, minutes in AGENDA
    )
    yield Table(columns, rows)
    yield Note(_("Ground rules"), tuple(_(one) for one in GROUND_RULES), tone=Tone.WARN)
    yield Heading(_("What we decided"), level=2)
    columns = (Column(_("Step"), 0.52), Column(_("Who leads"), 0.26), Column(_("By when"), 0.22))
    yield Table(columns, (Row((Cell(), Cell(), Cell()), room=_LINE),) * 3)


def _sign_in() -> Iterator[Block]:
    yield Heading(_("Sign-in sheet"), new_page=True)
    yield Para(
        _(
            "Only write what you want us to keep. A first name, or only your organisation, is fine. "
            "This sheet goes back to the office."
        ),
        Look.LEAD,
    )
    columns = (
        Column(_("Name"), 0.28),
        Column(_("Organisation or role"), 0.28),
        Column(_("How to reach you"), 0.28),
        Column(_("Write to me again?"), 0.16),
    )
    blank = Row((Cell(), Cell(), Cell(), _cell(_("yes · no"), Look.CELL_NOTE)), room=_LINE)
    yield Table(columns, (blank,) * SIGN_IN_ROWS)


def _consent() -> Iterator[Block]:
    yield Heading(_("May we keep your name?"), new_page=True)
    yield Para(
        _(
            "We keep a map of people and groups who may help to prevent trafficking here. It stays on the office computer. "
            "You choose what is in it about you, and who may see it. A no has no price. You can change your mind at any time."
        ),
        Look.LEAD,
    )
    yield Para(_("Who may see it: tick one for each line you fill in."))
    for said in (
        _("Office: only the people who work with the plan in the office."),
        _("Committee: the people who sit on the committee, too."),
        _("Anyone: it may stand in reports for Council, funders and the public."),
    ):
        yield Entry(said)
    columns = (
        Column(_("Name, or how you want to be called"), 0.25),
        Column(_("What may be kept, such as role or phone"), 0.25),
        Column(_("Office"), 0.09),
        Column(_("Committee"), 0.13),
        Column(_("Anyone"), 0.10),
        Column(_("Day, your initials"), 0.18),
    )
    box = Cell(figure=Sign.BOX)
    yield Table(columns, (Row((Cell(), Cell(), box, box, box, Cell()), room=_WIDE_LINE),) * CONSENT_ROWS)
    yield Note(
        _("For whoever keeps this sheet"),
        (
            _(
                "Write the answers into the program the same day, with the day and who asked. Then keep this sheet locked away."
            ),
            _("Ask again before each new use, and once a year."),
        ),
    )


def _blanks(labels: tuple[str, ...]) -> Table:
    columns = tuple(Column(one, 1 / len(labels)) for one in labels)
    return Table(columns, (Row(tuple(Cell() for _one in labels), room=_LINE),))


def _cell(text: str, look: Look = Look.CELL) -> Cell:
    return Cell((Para(text, look),))
