"""The kinds of file a report can be: PDF, Word and a web page, all from the same document. One door to all three.

Nothing that draws is loaded before a report is wanted: it takes as long to load as the window itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.phrases import N_
from app.model.trouble import Trouble
from app.reports.paper import Paper
from app.reports.report import Report
from app.reports.watch import Watch, unwatched

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


class NoSuchKind(Trouble):
    """A file was asked for that the report cannot be made as."""

    def __init__(self, name: str, offered: Sequence[Kind]) -> None:
        endings = _(" or ").join(one.suffix for one in offered)
        said = _("This report cannot be made as “{name}”. End the name of the file with {endings}, and try again.")
        super().__init__(said.format(name=name, endings=endings))


def kind_for(path: Path, offered: Sequence[Kind], wanted: str = "") -> Kind:
    """The kind that was `wanted` by its key, or else the one that the ending of the file's name asks for.

    A name without an ending gets the first of those offered. Raises NoSuchKind for a kind that is not offered.
    """
    ending = path.suffix.casefold()
    if not wanted and not ending:
        return offered[0]
    found = KINDS[wanted] if wanted else _OTHER_ENDINGS.get(ending) or _by_ending(ending)
    if found is None or found not in offered:
        raise NoSuchKind(found.suffix if wanted and found is not None else path.name, offered)
    return found


def written(document: Document, kind: Kind, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The document as a file of this kind; the same document gives the same bytes.

    `watch` is told of the pages of a PDF, and of the parts of the text for Word and of a web page.
    `fonts_folder` holds BCSans-Regular.ttf and BCSans-Bold.ttf. Raises OSError when a typeface file cannot be read.
    """
    if kind == WORD:
        from app.reports.word.file import word_report

        return word_report(document, paper, fonts_folder, watch)
    if kind == WEB:
        from app.reports.web.file import web_report

        return web_report(document, paper, fonts_folder, watch)
    from app.reports.render import render

    return render(document, paper, fonts_folder, watch)


def _by_ending(ending: str) -> Kind | None:
    return next((one for one in SET if one.suffix == ending), None)
