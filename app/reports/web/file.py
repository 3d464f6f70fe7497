"""A document as one HTML file: cover, contents that lead, text; everything it needs lies in it."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app.model.logo import logo_letters
from app.reports.document import Cover, Document
from app.reports.flow import Part, Titled, has_own_title, parts, readable
from app.reports.paper import Paper
from app.reports.report import Report
from app.reports.ring import ring_groups
from app.reports.watch import Watch, unwatched, watched
from app.reports.web.blocks import blocks
from app.reports.web.figures import ring
from app.reports.web.markup import lines, said, words
from app.reports.web.style import style
from app.reports.web.typeface import faces

# Even if a word of somebody's were taken for markup by a fault of ours, nothing could be loaded or run.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_LONG = 48
_FEWEST_CONTENTS = 2


def web_report(document: Document, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The page, in UTF-8; `paper` is what it is printed on. Raises OSError when a typeface file cannot be read, and what
    `watch` raises.
    """
    watch(0, 0)
    page = body(document, watch)
    letters = faces(readable(page + "0123456789•○"), fonts_folder)
    return Report(_file(document, page, f"{letters}\n{style(paper)}").encode("utf-8"), 0, kind="html")


def body(document: Document, watch: Watch = unwatched) -> str:
    """What the page says, without its head."""
    flow = parts(document)
    contents = _contents(document, flow)
    kind = "page with-contents" if contents else "page"
    return lines(
        [
            f'<a class="skip" href="#text">{words(_("Go to the text"))}</a>',
            f'<div class="{kind}">',
            _header(document),
            contents,
            '<main id="text">',
            *watched(blocks(flow, document.title), len(flow), watch),
            "</main>",
            _footer(document),
            "</div>",
        ]
    )


def _file(document: Document, page: str, looks: str) -> str:
    author = f'<meta name="author" content="{said(document.author)}">' if document.author else ""
    return lines(
        [
            "<!DOCTYPE html>",
            f'<html lang="{said(document.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            author,
            f"<title>{words(document.title)}</title>",
            f"<style>\n{looks}\n</style>",
            "</head>",
            "<body>",
            page,
            "</body>",
            "</html>",
            "\n",
        ]
    )


def _header(document: Document) -> str:
    if document.cover is not None:
        return _cover(document.cover)
    if has_own_title(document):
        return ""
    return f'<header><h1 class="title">{words(document.title)}</h1></header>'


def _cover(cover: Cover) -> str:
    long = " long" if len(cover.title) > _LONG else ""
    facts = "".join(f"<li>{words(one)}</li>" for one in cover.facts if one)
    sample = f'<p class="cell-strong tone-warn">{words(cover.sample)}</p>' if cover.sample else ""
    return lines(
        [
            '<header class="cover">',
            _logo(cover),
            f'<p class="kicker">{words(cover.kicker)}</p>' if cover.kicker else "",
            f'<h1 class="title{long}">{words(cover.title)}</h1>',
            f'<p class="nations">{words(cover.nations)}</p>' if cover.nations else "",
            f'<p class="place">{words(cover.place)}</p>' if cover.place else "",
            f'<aside role="note" class="box warn">{sample}</aside>' if sample else "",
            f'<ul class="facts">{facts}</ul>' if facts else "",
            _ring(cover) if cover.ring else "",
            "</header>",
        ]
    )


def _logo(cover: Cover) -> str:
    if cover.logo is None:
        return ""
    return (
        f'<img class="logo" alt="{said(cover.logo_words)}" src="data:image/png;base64,{logo_letters(cover.logo.png)}">'
    )


def _ring(cover: Cover) -> str:
    groups = "".join(f'<p class="small">{words(one)}</p>' for one in ring_groups(cover))
    total = f"<p><strong>{words(cover.ring_figure)}</strong> {words(cover.ring_caption)}</p>"
    return f"<figure>{ring(cover)}<figcaption>{total}{groups}</figcaption></figure>"


def _contents(document: Document, flow: list[Part]) -> str:
    """Where the text can be entered: its chapters, or in a document of one chapter its sections."""
    titles = [one for one in flow if isinstance(one, Titled)]
    chosen = [one for one in titles if one.depth == 2]
    if len(chosen) < _FEWEST_CONTENTS:
        return ""
    name = document.cover.contents_title if document.cover is not None else _("On this page")
    entries = "".join(f'<li><a href="#{one.key}">{words(one.heading.text)}</a></li>' for one in chosen)
    return f'<nav aria-labelledby="contents"><h2 id="contents">{words(name)}</h2><ol>{entries}</ol></nav>'


def _footer(document: Document) -> str:
    told = "".join(f"<p>{words(one)}</p>" for one in (document.head, document.foot) if one)
    return f"<footer>{told}</footer>" if told else ""
