"""Each block of a document as HTML that says what it is, so that it can be gone through by headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.reports.document import Address, Note, Para, Ruled, Table, Tiles
from app.reports.flow import Listing, Part, Titled, note_parts
from app.reports.lettering import Look, Tone
from app.reports.links import linkable
from app.reports.web.figures import code
from app.reports.web.markup import lines, look_name, names, paragraph, said, tone_name, words
from app.reports.web.tables import table


def blocks(parts: Iterable[Part], title: str) -> Iterator[str]:
    """The parts in order. `title` names a table that stands before the first heading."""
    caption = title
    for part in parts:
        match part:
            case Titled():
                caption = part.heading.text
                yield heading(part)
            case Para():
                yield paragraph(part)
            case Tiles():
                yield _tiles(part)
            case Table():
                yield table(part, caption)
            case Note():
                yield note(part)
            case Listing():
                yield _listing(part)
            case Address():
                yield _address(part)
            case Ruled():
                yield f'<div class="ruled" aria-hidden="true">{"<i></i>" * part.count}</div>'


def heading(part: Titled) -> str:
    """A heading that can be led to."""
    page = "new-page" if part.heading.new_page else ""
    kind = "section" if part.depth > 1 and part.heading.level > 1 else "chapter"
    return f'<h{part.depth} id="{part.key}"{names(kind, page)}>{words(part.heading.text)}</h{part.depth}>'


def note(block: Note) -> str:
    """A tinted box. It is a note and no landmark: a page with many landmarks is hard to find a way through."""
    title = f'<p class="note-title {tone_name(block.tone)}">{words(block.title)}</p>' if block.title else ""
    said_in_it = [
        _listing(one) if isinstance(one, Listing) else f'<p class="note">{words(one)}</p>' for one in note_parts(block)
    ]
    entries = "".join(f"<li>{words(one)}</li>" for one in block.entries)
    listed = f'<ul class="gaps">{entries}</ul>' if entries else ""
    kind = "box warn" if block.tone is Tone.WARN else "box"
    return lines([f'<aside role="note"{names(kind)}>', title, *said_in_it, listed, "</aside>"])


def _tiles(block: Tiles) -> str:
    tiles = "".join(
        f"<li><strong{names(look_name(Look.FIGURE), tone_name(one.tone))}>{words(one.figure)}</strong> "
        f'<span class="caption">{words(one.caption)}</span></li>'
        for one in block.tiles
    )
    return f'<ul class="tiles">{tiles}</ul>'


def _listing(part: Listing) -> str:
    if part.first is not None:
        start = f' start="{part.first}"' if part.first != 1 else ""
        return f'<ol{start} class="list">{_entries(part)}</ol>'
    if part.bulleted:
        return f'<ul class="list">{_entries(part)}</ul>'
    signed = "".join(f"<li><span>{words(one.sign)}</span> {words(one.text)}</li>" for one in part.entries)
    return f'<ul class="signed">{signed}</ul>'


def _entries(part: Listing) -> str:
    return "".join(f"<li>{words(one.text)}</li>" for one in part.entries)


def _address(block: Address) -> str:
    """The title is the link; the address stands there plainly, to be typed, and as a code, to be scanned."""
    title = words(block.title)
    plain = words(block.address)
    if linkable(block.address):
        link = f'href="{said(block.address)}" rel="noreferrer"'
        title, plain = (f"<a {link}>{title}</a>", plain) if block.title else ("", f"<a {link}>{plain}</a>")
    texts = [
        f'<p class="note-title">{title}</p>' if title else "",
        f'<p class="small">{words(block.note)}</p>' if block.note else "",
        f'<p class="small tone-ink address">{plain}</p>' if plain else "",
    ]
    drawn = code(block.address) if block.address else ""
    return f'<div class="box scan"><div>{"".join(texts)}</div>{drawn}</div>'
