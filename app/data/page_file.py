"""Reads one page of the toolkit: TOML between `+++` lines, then Markdown."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from app.data.page_blocks import read_blocks
from app.data.toml_values import are_texts, table_of
from app.model.page import Page, PageSource

_FENCE = "+++"
_TEXTS = ("title", "summary", "certainty")


def read_page(text: str, section: str, name: str) -> Page:
    """The page in a file's text; `name` is the file's without its ending. Raises ValueError naming file and line."""
    lines = text.splitlines()
    where = f"{section}/{name}.md"
    if not lines or lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise ValueError(f"{where}, line 1: the page must begin with its title and sources between two +++ lines")
    end = lines.index(_FENCE, 1)
    front = _front(lines[1:end], where)
    return Page(
        id=f"{section}/{name}",
        section=section,
        blocks=read_blocks("\n".join(lines[end + 1 :]), where, end + 1),
        **front,
    )


def _front(lines: list[str], where: str) -> dict[str, Any]:
    front = table_of("\n".join(lines), f"{where}, before the second +++ (its first line is 2)")
    known = {"title": str, "order": int, "summary": str, "checked": date, "certainty": str}
    for name, kind in known.items():
        if type(front.get(name)) is not kind:
            raise ValueError(f"{where}, line 2: {name} is missing or not a {kind.__name__}")
    if any(not front[name].strip() for name in _TEXTS):
        raise ValueError(f"{where}, line 2: title, summary or certainty is empty")
    if unknown := set(front) - {*known, "sources", "keywords"}:
        raise ValueError(f"{where}, line 2: nobody knows {', '.join(sorted(unknown))}")
    keywords = front.get("keywords", [])
    if not isinstance(keywords, list) or not are_texts(cast("list[object]", keywords)):
        raise ValueError(f"{where}, line 2: keywords is not a list of words")
    return {**front, "sources": _sources(front, where), "keywords": tuple(cast("list[str]", keywords))}


def _sources(front: dict[str, Any], where: str) -> tuple[PageSource, ...]:
    try:
        sources = tuple(PageSource(**one) for one in front["sources"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"{where}, line 2: sources: {error}") from error
    if not are_texts(text for one in sources for text in (one.title, one.address)):
        raise ValueError(f"{where}, line 2: sources: a title or an address is no text")
    if not sources or any(not one.title for one in sources):
        raise ValueError(f"{where}, line 2: a page names its sources")
    return sources
