"""An invented meeting for trying worksheets and minutes, and sheets of it filled in by several programs."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf

from app.model.audience import ShownReflection
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import Audience
from app.model.worksheet import WORDS, field_name
from app.reports.content import CommunityContent, Picked
from app.reports.paper import LETTER
from app.reports.worksheets import worksheet_report
from tests.reports.build import make_content
from tests.reports.reading import FONTS

# Filled in and saved in Chromium's PDF viewer, and by poppler's library (as in Evince and Okular).
FILLED = Path(__file__).parent / "data" / "worksheets"
MEETING_ID = "0190aabbccdd7000800000000000abcd"
OWN = Question(id="own1", text="What makes the hall a safe place (SENĆOŦEN)?")
MEETING = Meeting(
    id=MEETING_ID,
    name="First evening at the hall",
    on=date(2027, 3, 15),
    place="Friendship centre",
    asks=("1", "7", "8", OWN.id),
)


def meeting_content(
    *answers: Answer,
    meeting: Meeting = MEETING,
    sheet: str = "person",
    audience: Audience = Audience.OFFICE,
    sample: bool = False,
) -> CommunityContent:
    """Content with this meeting and these answers."""
    content = make_content(partners=4, goals=1, steps=2, audience=audience)
    return replace(
        content,
        community=replace(content.community, sample=sample),
        reflection=ShownReflection((meeting,), (OWN,), answers),
        picked=Picked(meeting.id, sheet),
    )


def blank_sheet(sheet: str = "person", meeting: Meeting = MEETING) -> bytes:
    """A worksheet nobody has filled in."""
    return worksheet_report(meeting_content(meeting=meeting, sheet=sheet), LETTER, FONTS).pdf


def filled(answers: dict[str, str], ticks: tuple[str, ...] = (), meeting: Meeting = MEETING) -> bytes:
    """A worksheet filled in by pypdf: words by question, and ticks as "7:tick2"."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(blank_sheet(meeting=meeting)))
    values = {field_name("person", meeting.id, key, WORDS): words for key, words in answers.items()}
    for one in ticks:
        key, part = one.split(":")
        values[field_name("person", meeting.id, key, part)] = "/Yes"
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
