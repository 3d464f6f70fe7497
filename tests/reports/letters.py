"""A page with names in the writings of British Columbia and of newcomers: for tests, and to be looked at."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from app.reports.document import Block, Cell, Column, Document, Entry, Heading, Para, Row, Table
from app.reports.lettering import Look
from app.reports.paper import LETTER
from app.reports.render import render
from tests.reports.build import TODAY
from tests.reports.reading import FONTS

LISTS = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
NAMES = tuple(name for names in LISTS.values() for name in names)
# "I need help" or the language's name, in writings that BC Sans lacks and that are shipped beside it.
STRANGE = {
    "Punjabi": "ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ, ਕਿਰਪਾ ਕਰਕੇ।",
    "Hindi": "मुझे मदद चाहिए, कृपया। क्षेत्र",
    "Tamil": "எனக்கு உதவி தேவை. தமிழ் மொழி",
    "Thai": "ฉันต้องการความช่วยเหลือ",
    "Persian": "من به کمک نیاز دارم، لطفا. می‌خواهم",
    "Arabic": "أحتاج إلى المساعدة، لا أعرف (نعم) 123",
    "Hebrew": "אני צריך עזרה, בבקשה (עכשיו) 12",
    "Ukrainian": "Мені потрібна допомога, будь ласка.",
}


def blocks() -> tuple[Block, ...]:
    """Every name as a heading of a row and in a narrow cell that breaks it, regular and bold; then other writings."""
    rows = tuple(
        Row((Cell((Para(name, Look.CELL_STRONG),)), Cell((Para(name, Look.CELL),)), Cell((Para(name, Look.SMALL),))))
        for name in NAMES
    )
    strange = tuple(
        Row(
            (Cell((Para(language, Look.CELL_STRONG),)), Cell((Para(said, Look.CELL),)), Cell((Para(said, Look.GROUP),)))
        )
        for language, said in STRANGE.items()
    )
    columns = (Column("Bold", 0.36), Column("Regular", 0.36), Column("Small", 0.28))
    headings = tuple(Heading(name, level=2) for name in (*LISTS["report"][:4], *LISTS["nations"][:4]))
    return (
        Heading("hən̓q̓əmin̓əm̓ and SENĆOŦEN"),
        *headings,
        Table(columns, rows),
        Heading("Other writings"),
        Table(columns, strange),
        *(Para(f"{said} {said} {said}") for said in STRANGE.values()),
        *(Entry(f"Name: {said} (Vancouver) 250-555-0134") for said in STRANGE.values()),
    )


def document() -> Document:
    """All of it as a report."""
    return Document("Letters", "Cedar Inlet", "en-CA", TODAY, "head", "foot", None, blocks())


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(render(document(), LETTER, FONTS).pdf)
