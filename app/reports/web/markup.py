"""Words as HTML: whatever people wrote is text, never markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.reports.document import Para
from app.reports.flow import readable
from app.reports.lettering import Look, Tone


def words(text: str) -> str:
    """Text between two tags; a line break in it begins a new line."""
    return escape(readable(text), quote=False).replace("\n", "<br>")


def said(text: str) -> str:
    """Text within an attribute's double quotes."""
    return escape(" ".join(readable(text).split()), quote=True)


def names(*classes: str) -> str:
    """The class attribute, or nothing."""
    kept = [one for one in classes if one]
    return f' class="{" ".join(kept)}"' if kept else ""


def look_name(look: Look) -> str:
    """The class of a style."""
    return look.name.lower().replace("_", "-")


def tone_name(tone: Tone | None) -> str:
    """The class of a colour that overrides the style's own."""
    return f"tone-{tone.name.lower().replace('_', '-')}" if tone is not None else ""


def paragraph(para: Para) -> str:
    """A paragraph in its style."""
    return f"<p{names(look_name(para.look), tone_name(para.tone))}>{linked(para)}</p>"


def linked(para: Para) -> str:
    """Its words, as a link where they are an address."""
    return f'<a href="{said(para.link)}" rel="noreferrer">{words(para.text)}</a>' if para.link else words(para.text)


def lines(parts: Iterable[str]) -> str:
    """Parts under each other, without those that are empty."""
    return "\n".join(one for one in parts if one)
