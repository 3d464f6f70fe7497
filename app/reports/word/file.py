"""A document as a Word file: cover, contents that lead, text, and running lines with page x of y."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app.reports.document import Cover, Document
from app.reports.flow import Part, Titled, has_own_title, parts
from app.reports.lettering import Tone
from app.reports.paper import Paper
from app.reports.report import Report
from app.reports.watch import Watch, unwatched, watched
from app.reports.word.blocks import Blocks
from app.reports.word.cover import cover_blocks
from app.reports.word.numbering import Numbering
from app.reports.word.package import Package
from app.reports.word.pictures import Pictures
from app.reports.word.styles import styles_xml
from app.reports.word.xml import field, paragraph, run

# Letters of running lines that stay readable beside each other.
_LINE = 60


def word_report(document: Document, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The file; the same document gives the same bytes. Raises OSError when a typeface file cannot be read, and what `watch`
    raises.
    """
    watch(0, 0)
    package = Package(document, fonts_folder)
    pictures, numbering = Pictures(package.part), Numbering()
    flow = parts(document)
    blocks = Blocks(paper, pictures, numbering, package.link, higher=_higher(document, flow))
    opening = _opening(document, flow, paper, pictures, blocks)
    text = blocks.blocks(flow, document.title, after_cover=document.cover is not None)
    body = "".join([*opening, *watched(text, len(flow), watch)])
    head, foot = _running_lines(document)
    names = (package.running_line("header", head), package.running_line("footer", foot))
    package.fill(body, _section(paper, names, document.cover))
    package.set_styles(styles_xml(document.language, paper.scale, paper.measure))
    package.set_numbering(numbering.xml())
    package.set_letters(body + head + foot)
    return Report(package.packed(), 0, kind="docx")


def _higher(document: Document, flow: list[Part]) -> int:
    """Whether the title is no heading: on a cover, or above several chapters. A single chapter's title is its heading."""
    alone = sum(isinstance(one, Titled) and one.heading.level == 1 for one in flow) == 1
    return 0 if has_own_title(document) and alone else 1


def _opening(document: Document, flow: list[Part], paper: Paper, pictures: Pictures, blocks: Blocks) -> list[str]:
    if document.cover is not None:
        return list(cover_blocks(document.cover, flow, paper, pictures, blocks))
    if has_own_title(document):
        return []
    return [paragraph(run(document.title), "TitleLong")]


def _running_lines(document: Document) -> tuple[str, str]:
    head = run(_cut(document.whose), Tone.INK) + _tab() + run(_cut(document.head))
    return paragraph(head, "Header"), paragraph(run(_cut(document.foot)) + _tab() + _page(), "Footer")


def _page() -> str:
    """ "Page x of y" in the order that the language wants, the numbers worked out by Word."""
    before, _number, rest = _("Page {number} of {count}").partition("{number}")
    between, _count, after = rest.partition("{count}")
    number, count = field("PAGE", run("1")), field("NUMPAGES", run("1"))
    return run(before) + number + run(between) + count + (run(after) if after else "")


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LINE else line[: _LINE - 1].rstrip() + "…"


def _section(paper: Paper, names: tuple[str, str], cover: Cover | None) -> str:
    """The sheet, its margins as in the PDF, and the running lines, which the cover goes without."""
    top, side, bottom = round(paper.top * 20), round(paper.side * 20), round((paper.height - paper.bottom) * 20)
    edge = round(34 * paper.scale * 20)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{names[0]}"/><w:footerReference w:type="default" '
        f'r:id="{names[1]}"/><w:pgSz w:w="{round(paper.width * 20)}" w:h="{round(paper.height * 20)}"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" w:header="{edge}" w:footer="{edge}" '
        f'w:gutter="0"/>{"<w:titlePg/>" if cover is not None else ""}</w:sectPr>'
    )
