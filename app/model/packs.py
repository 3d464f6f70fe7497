"""Content packs: newer pages, help lines and words from outside, laid over what came with the program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from app.model.signer import Signer
from app.model.toolkit import Lines, Toolkit

SUFFIX = ".groundwork-pack"
# Which rules a pack keeps; a pack of other rules is for a newer program.
FORM = 1
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,2}")
_LONGEST_ID, _LONGEST_LINE, _LONGEST_NOTE = 40, 80, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFacts:
    """What a pack says of itself. Of one `id` the greater `edition` is the newer; `needs` is the oldest program for it."""

    id: str
    title: str
    edition: int
    made: date
    maker: str
    needs: str = "0"
    note: str = ""
    form: int = FORM


@dataclass(frozen=True, slots=True)
class Phrases:
    """The program's own words in a language: `said` as (English, here), `compiled` as gettext reads them."""

    language: str
    said: tuple[tuple[str, str], ...]
    compiled: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that was read and found sound. `digest` is the SHA-256 of its file."""

    facts: PackFacts
    signer: Signer
    digest: str
    toolkit: Toolkit = field(default_factory=Toolkit)
    lines: Lines = field(default_factory=Lines)
    phrases: Phrases | None = None


def facts_from(given: Mapping[str, object]) -> PackFacts:
    """The facts in a pack's own table. Raises ValueError saying what is wrong, for whoever makes the pack."""
    kinds = {
        "id": str,
        "title": str,
        "edition": int,
        "made": date,
        "maker": str,
        "needs": str,
        "note": str,
        "form": int,
    }
    if unknown := set(given) - set(kinds):
        raise ValueError(f"nobody knows {', '.join(sorted(unknown))}")
    for one in fields(PackFacts):
        if type(given.get(one.name, one.default)) is not kinds[one.name]:
            raise ValueError(f"{one.name} is missing or not a {kinds[one.name].__name__}")
    facts = PackFacts(**given)  # pyright: ignore[reportArgumentType]
    if not _ID.fullmatch(facts.id) or len(facts.id) > _LONGEST_ID:
        raise ValueError("id is not of small letters, digits and single hyphens")
    if facts.edition < 1 or facts.edition > 999_999:
        raise ValueError("edition is not a number from 1 on")
    if not is_version(facts.needs):
        raise ValueError("needs is not a version such as 1.2")
    for name, text, longest in (
        ("title", facts.title, _LONGEST_LINE),
        ("maker", facts.maker, _LONGEST_LINE),
        ("note", facts.note, _LONGEST_NOTE),
    ):
        if not is_plain_line(text, longest) or (name != "note" and not text.strip()):
            raise ValueError(f"{name} is empty, too long, or not one plain line")
    return facts


def is_version(text: str) -> bool:
    """Whether this is a version such as 1.2 or 1.2.3."""
    return _VERSION.fullmatch(text) is not None


def is_older(version: str, than: str) -> bool:
    """Whether a version such as 1.2.3 came before another; a missing number counts as 0."""
    return numbers_of(version) < numbers_of(than)


def numbers_of(version: str) -> tuple[int, ...]:
    """Its three numbers, to be compared."""
    numbers = [int(one) for one in version.split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))


def is_plain_line(text: str, longest: int) -> bool:
    """Of letters that are seen: nothing that hides, or turns what stands beside it."""
    return len(text) <= longest and not any(is_hidden(one) for one in text)


def is_hidden(letter: str) -> bool:
    """Whether nobody sees it: what steers a screen, turns the direction of writing, or breaks a line."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")
