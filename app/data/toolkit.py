"""Reads a toolkit's files: the program's own in a folder, or those that a content pack brings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from app.data.page_file import read_page
from app.data.toml_values import are_texts, table_of
from app.model.page import Section, Term
from app.model.toolkit import Toolkit

SECTIONS, GLOSSARY, PAGE = "sections.toml", "glossary.toml", ".md"
_Row = TypeVar("_Row", Section, Term)


def texts_in(folder: Path) -> dict[str, str]:
    """The files of a toolkit by their names from its folder on, "section/page.md"."""
    found = [folder / SECTIONS, folder / GLOSSARY]
    for row in tomllib.loads((folder / SECTIONS).read_text("utf-8"))["section"]:
        found += sorted((folder / row["id"]).glob(f"*{PAGE}"))
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in found}


def read_toolkit(texts: Mapping[str, str]) -> Toolkit:
    """What the files hold; each of them may be missing. Raises ValueError naming file and line."""
    pages = [
        read_page(text, *name.removesuffix(PAGE).split("/")) for name, text in texts.items() if name.endswith(PAGE)
    ]
    return Toolkit(
        _rows(texts, SECTIONS, "section", Section, {"id", "title", "note"}),
        tuple(pages),
        _rows(texts, GLOSSARY, "term", Term, {"id", "word", "meaning"}),
    )


def _rows(texts: Mapping[str, str], name: str, table: str, kind: type[_Row], fields: set[str]) -> tuple[_Row, ...]:
    try:
        listed: list[dict[str, Any]] = table_of(texts.get(name, ""), name).get(table, [])
        rows = tuple(kind(**row) for row in listed)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"{name}: {error}") from error
    for row, given in zip(rows, listed, strict=True):
        if set(given) - fields or not are_texts(given.values()) or not row.id.strip():
            raise ValueError(f"{name}: {given.get('id', '?')} is not as it should be")
    return rows
