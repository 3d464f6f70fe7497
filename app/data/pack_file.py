"""Reads a content pack, which may come from anybody: everything in it is looked at before anything of it is used.

A pack is a zip with the suffix `.groundwork-pack`: `pack.toml` says what it is; `toolkit/` holds pages (Markdown), and may
hold `sections.toml` and `glossary.toml`; `helplines.toml` may bring help lines, `phrases/LANGUAGE.po` the program's own words;
`signature` is a line over all of them.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.data.helplines import read_lines
from app.data.phrases import NAME as PHRASES
from app.data.phrases import read_phrases
from app.data.signatures import LONGEST, Forged, Keys
from app.data.toml_values import table_of
from app.data.toolkit import GLOSSARY, SECTIONS, read_toolkit
from app.data.troubles import from_os
from app.data.zip_file import Unsound, ZipReader, zip_in
from app.model.packs import FORM, Pack, PackFacts, Phrases, facts_from, is_older, is_version
from app.model.toolkit import Lines, Toolkit
from app.model.trouble import NotAPack, PackForged, PackTooNew, PackWrong

FACTS, HELP_LINES, SIGNATURE, TOOLKIT = "pack.toml", "helplines.toml", "signature", "toolkit/"
# What a signature over a pack is for.
PURPOSE = "content pack 1"
# A whole toolkit has some forty pages of 10 kB each.
MOST_FILES, LARGEST, MOST_ALL, LARGEST_PACK = 1_000, 400_000, 10_000_000, 10_000_000
_PAGE = re.compile(r"toolkit/[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*\.md")
_OTHERS = {FACTS, HELP_LINES, TOOLKIT + SECTIONS, TOOLKIT + GLOSSARY}


def read_pack(path: Path, keys: Keys, program: str) -> tuple[Pack, bytes]:
    """The pack in a file, and the file's bytes as they were looked at; `program` is the version of this one.

    Raises NotAPack, PackForged, PackTooNew, PackWrong, and Troubles of reading.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PACK + 1)
    except OSError as error:
        raise from_os(error, path) from error
    if len(content) > LARGEST_PACK:
        raise NotAPack(path.name)
    return pack_in(content, path.name, keys, program), content


def pack_in(content: bytes, name: str, keys: Keys, program: str) -> Pack:
    """The pack in a file's bytes; raises as `read_pack` does."""
    try:
        with zip_in(io.BytesIO(content)) as opened:
            # Before all else: a pack for a newer program may well hold what this one does not know.
            _refuse_too_new(opened, name, program)
            files = _files(opened)
            signature = opened.read(SIGNATURE, LONGEST) if SIGNATURE in opened.sizes else None
        signer = keys.signer(PURPOSE, listing(files), signature)
    except Unsound as error:
        raise NotAPack(name) from error
    except Forged as error:
        raise PackForged(name) from error
    try:
        facts = facts_of(files)
        toolkit, lines, phrases = contents_of(files)
        _refuse_later(toolkit, lines, facts.made)
    except ValueError as error:
        raise PackWrong(name, str(error)) from error
    return Pack(
        facts=facts,
        signer=signer,
        digest=hashlib.sha256(content).hexdigest(),
        toolkit=replace(toolkit, pages=tuple(replace(page, pack=facts.title) for page in toolkit.pages)),
        lines=replace(lines, lines=tuple(replace(line, pack=facts.title) for line in lines.lines)),
        phrases=phrases,
    )


def belongs(name: str) -> bool:
    """Whether a pack may hold a file of that name, beside its signature."""
    return name in _OTHERS or any(one.fullmatch(name) is not None for one in (_PAGE, PHRASES))


def listing(files: Mapping[str, bytes]) -> bytes:
    """What is signed: each file's SHA-256, size and name, a line each, in the order of the names."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()} {len(files[name])} {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def contents_of(files: Mapping[str, bytes]) -> tuple[Toolkit, Lines, Phrases | None]:
    """The pages, help lines and words of the program in a pack's files. Raises ValueError naming file and line."""
    texts: dict[str, str] = {}
    for name, content in files.items():
        try:
            texts[name] = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ValueError(f"{name}: not written in UTF-8") from error
    pages = {name.removeprefix(TOOLKIT): text for name, text in texts.items() if name.startswith(TOOLKIT)}
    lines = read_lines(texts.get(HELP_LINES, ""))
    if any(one.emergency for one in lines.lines):
        raise ValueError(f"{HELP_LINES}: the emergency line comes with the program, and no pack changes it")
    try:
        toolkit = read_toolkit(pages)
    except RecursionError as error:
        raise ValueError("a page is folded too deep") from error
    phrases = _phrases_in(texts)
    if toolkit == Toolkit() and lines == Lines() and phrases is None:
        raise ValueError("there is nothing in it")
    return toolkit, lines, phrases


def facts_of(files: Mapping[str, bytes]) -> PackFacts:
    """What a pack's files say of it. Raises ValueError naming the line."""
    try:
        return facts_from(table_of(files[FACTS].decode("utf-8"), FACTS))
    except KeyError as error:
        raise ValueError(f"{FACTS} is missing") from error
    except ValueError as error:
        raise ValueError(f"{FACTS}: {error}") from error


# -- inside ----------------------------------------------------------------------------------------------------


def _files(opened: ZipReader) -> dict[str, bytes]:
    sizes = {name: size for name, size in opened.sizes.items() if name != SIGNATURE}
    if len(sizes) > MOST_FILES or sum(sizes.values()) > MOST_ALL or not all(belongs(one) for one in sizes):
        raise Unsound("too much, or what no pack holds")
    return {name: opened.read(name, LARGEST) for name in sizes}


def _phrases_in(texts: Mapping[str, str]) -> Phrases | None:
    named = [found for name in texts if (found := PHRASES.fullmatch(name)) is not None]
    if len(named) > 1:
        raise ValueError("it holds more than one language")
    return read_phrases(texts[named[0][0]], named[0][1]) if named else None


def _refuse_too_new(opened: ZipReader, name: str, program: str) -> None:
    try:
        table = table_of(opened.read(FACTS, LARGEST).decode("utf-8"), FACTS)
    except ValueError as error:
        raise PackWrong(name, str(error)) from error
    form, needs = table.get("form", FORM), table.get("needs", "0")
    if type(form) is int and form > FORM:
        raise PackTooNew(name)
    if isinstance(needs, str) and is_version(needs) and is_older(program, needs):
        raise PackTooNew(name, needs)


def _refuse_later(toolkit: Toolkit, lines: Lines, made: date) -> None:
    """What says that it was checked after the pack was made would stand over all that comes later."""
    days = [
        *((one.id, one.checked) for one in toolkit.pages),
        *((one.id, one.checked or made) for one in (*lines.lines, *lines.closed)),
    ]
    for thing, day in days:
        if day > made:
            raise ValueError(f"{thing}: checked after the pack was made")
