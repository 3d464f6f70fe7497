"""The kinds of file a report can be: PDF, Word and a web page, all from the same document. One door to all three.

Nothing that draws is loaded before a report is wanted: it takes as long to load as the window itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.phrases import N_
from app.reports.paper import Paper
from app.reports.report import Report

if TYPE_CHECKING:
    from app.reports.document import Document


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its `key` and `suffix`, what people call it, and how a file dialog names it."""

    key: str
    label: str
    suffix: str


PDF = Kind("pdf", N_("PDF"), ".pdf")
WORD = Kind("docx", N_("Word"), ".docx")
WEB = Kind("html", N_("Web page"), ".html")

KINDS: Mapping[str, Kind] = {one.key: one for one in (PDF, WORD, WEB)}
# What a report offers that is drawn with the pen: a picture with places of its own, which no text file can hold.
DRAWN: Sequence[Kind] = (PDF,)
# What a report offers that is made from a document.
SET: Sequence[Kind] = (PDF, WORD, WEB)
_OTHER_ENDINGS = {".htm": WEB}


def kind_named(path: Path) -> Kind | None:
    """The kind that the ending of a file's name asks for."""
    ending = path.suffix.casefold()
    return _OTHER_ENDINGS.get(ending) or next((one for one in SET if one.suffix == ending), None)


def written(document: Document, kind: Kind, paper: Paper, fonts_folder: Path) -> Report:
    """The document as a file of this kind; the same document gives the same bytes.

    `fonts_folder` holds BCSans-Regular.ttf and BCSans-Bold.ttf. Raises OSError when a typeface file cannot be read.
    """
    if kind == WORD:
        from app.reports.word.file import word_report

        return word_report(document, paper, fonts_folder)
    if kind == WEB:
        from app.reports.web.file import web_report

        return web_report(document, paper, fonts_folder)
    from app.reports.render import render

    return render(document, paper, fonts_folder)
