"""The program's own words in another language: read from a translator's file, and used from the next sentence on.

A content pack brings them as `phrases/LANGUAGE.po`, in the form of GNU gettext. What a phrase puts in (`{count}`) must be what
the English one puts in: another would stop the program, or show what is not meant to be seen.
"""

from __future__ import annotations

import gettext
import hashlib
import os
import re
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.packs import Phrases, is_hidden
from app.model.phrases import ENGLISH

if TYPE_CHECKING:
    from polib import POEntry

DOMAIN = "groundwork"
NAME = re.compile(r"phrases/([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)\.po")
_PLURAL = re.compile(r"\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([n0-9 ()?:!=<>&|%*/+-]{1,400})\s*;?\s*")
_LONGEST = 2_000


def read_phrases(text: str, language: str) -> Phrases:
    """The phrases that are translated in a file's text. Raises ValueError naming file and line."""
    # Not before it is needed: most starts meet no other language.
    from polib import POEntry, pofile

    where = f"phrases/{language}.po"
    if "\n" not in text:
        # Shorter words would be taken for the path of a file.
        raise ValueError(f"{where}: there is nothing in it")
    try:
        found = pofile(text, encoding="utf-8")
        forms = _forms(found.metadata.get("Plural-Forms", ""))
    except (OSError, ValueError, IndexError, KeyError, RecursionError) as error:
        raise ValueError(f"{where}: {str(error)[:120]}") from error
    found.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": found.metadata["Plural-Forms"]}
    said: list[tuple[str, str]] = []
    for entry in list(found):
        if not entry.translated():
            found.remove(entry)
            continue
        for english, here in _pairs(entry, forms, where):
            _must_fit(english, here, f"{where}, line {entry.linenum}")
            said.append((english, here))
    # What the language is called is not for anybody to translate.
    for entry in [one for one in found if one.msgid == ENGLISH]:
        found.remove(entry)
    found.append(POEntry(msgid=ENGLISH, msgstr=language))
    if not said:
        raise ValueError(f"{where}: nothing in it is translated")
    return Phrases(language, tuple(said), _compiled(found.to_binary(), where))


def use_phrases(folder: Path, phrases: Phrases | None) -> None:
    """Speak this language from now on, or English again. `folder` is one of the program's own, for what gettext reads.

    Raises OSError when it cannot be written.
    """
    if phrases is None:
        gettext.textdomain("messages")
        os.environ.pop("LANGUAGE", None)
        return
    # By what is in it: gettext keeps what it has read of a file, and a newer edition must not go by the older's name.
    place = folder / hashlib.sha256(phrases.compiled).hexdigest()[:16]
    file = place / phrases.language.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.exists() or file.read_bytes() != phrases.compiled:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(phrases.compiled)
    os.environ["LANGUAGE"] = phrases.language.replace("-", "_")
    gettext.bindtextdomain(DOMAIN, str(place))
    gettext.textdomain(DOMAIN)


# -- inside ----------------------------------------------------------------------------------------------------


def _forms(header: str) -> int:
    """How many plural forms there are."""
    matched = _PLURAL.fullmatch(header)
    if matched is None:
        raise ValueError("Plural-Forms is missing, or not as gettext takes it")
    count = int(matched[1])
    form = gettext.c2py(matched[2])  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    if any(not 0 <= int(form(number)) < count for number in (*range(120), 1_000, 1_000_000)):
        raise ValueError("Plural-Forms names a form that is not there")
    return count


def _pairs(entry: POEntry, forms: int, where: str) -> Iterator[tuple[str, str]]:
    if not entry.msgid_plural:
        yield entry.msgid, entry.msgstr
        return
    plurals = entry.msgstr_plural
    if set(plurals) != set(range(forms)):
        raise ValueError(f"{where}, line {entry.linenum}: there are {forms} plural forms, and not all of them are here")
    for number in range(forms):
        yield entry.msgid_plural, plurals[number]


def _must_fit(english: str, here: str, where: str) -> None:
    hidden = any(is_hidden(one) and one not in english + "\n" for one in here)
    if hidden or len(here) > _LONGEST:
        raise ValueError(f"{where}: too long, or with letters that cannot be seen")
    if ("<" in here and "<" not in english) or not _put_in(here, where) <= _put_in(english, where):
        raise ValueError(f"{where}: it puts in what the English does not")


def _put_in(phrase: str, where: str) -> set[tuple[str, str, str]]:
    try:
        parts = list(string.Formatter().parse(phrase))
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error
    return {(name, form or "", change or "") for _text, name, form, change in parts if name is not None}


def _compiled(content: bytes, where: str) -> bytes:
    try:
        gettext.GNUTranslations(BytesIO(content))
    except (OSError, ValueError, LookupError) as error:
        raise ValueError(f"{where}: {error}") from error
    return content
