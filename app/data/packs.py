"""The content packs that were taken in, kept in a folder of the program's own: the files as they came, and a list of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any, cast

from app.data.own_folders import PACK_LIST
from app.data.pack_file import pack_in
from app.data.safe_file import write_safely
from app.data.signatures import Keys
from app.data.troubles import from_os
from app.model.packs import SUFFIX, Pack, Phrases
from app.model.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. `agreed`: it is not signed by anybody known, and somebody took it in all the same. `language`: of
    the program's own words in it, empty where it has none.
    """

    id: str
    title: str
    edition: int
    digest: str
    agreed: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A pack that is in the list. `why` is a sentence where it cannot be used; `pack` is None where it cannot be read."""

    entry: Entry
    pack: Pack | None
    why: str = ""


class Packs:
    """Only who takes a pack in or out writes; a start reads, and sets aside what is not as it was taken in."""

    def __init__(self, folder: Path, keys: Keys, program: str) -> None:
        self._folder, self.keys, self._program = folder, keys, program

    def taken(self) -> tuple[Taken, ...]:
        """All of them, the first taken in first."""
        return tuple(self._read(one) for one in self._entries())

    def phrases(self) -> Phrases | None:
        """The program's own words that are to be used: those that came in last; only packs that bring some are read."""
        taken = (self._read(one) for one in reversed(self._entries()) if one.language)
        return next((one.pack.phrases for one in taken if one.pack is not None), None)

    def take_in(self, pack: Pack, content: bytes, *, agreed: bool = False) -> None:
        """Keep a pack that was read, in place of an earlier edition of it.

        `agreed`: somebody was told that nobody known signed it, and wants it. Raises Refused, and Troubles of writing.
        """
        entries = list(self._entries())
        if not pack.signer.is_known and not agreed:
            raise Refused(_("Nobody whom this program knows signed this pack. Say that you trust it, or leave it out."))
        self._refuse_older(pack, entries)
        facts = pack.facts
        language = pack.phrases.language if pack.phrases is not None else ""
        entry = Entry(facts.id, facts.title, facts.edition, pack.digest, not pack.signer.is_known, language)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, self._folder) from error
        write_safely(self._path(entry), content)
        earlier = [one for one in entries if one.id == facts.id]
        self._write([*(one for one in entries if one.id != facts.id), entry])
        self._forget(one for one in earlier if one.digest != entry.digest)

    def take_out(self, pack_id: str) -> None:
        """Let go of a pack; what came with the program is shown again. Raises Troubles of writing."""
        entries = self._entries()
        self._write([one for one in entries if one.id != pack_id])
        self._forget(one for one in entries if one.id == pack_id)

    # -- inside -------------------------------------------------------------------------------------------

    def _entries(self) -> tuple[Entry, ...]:
        try:
            listed: Any = json.loads((self._folder / PACK_LIST).read_text("utf-8"))
            return tuple(_entry(row) for row in listed)
        except (OSError, ValueError, TypeError, RecursionError):
            # Missing, or damaged: then the program shows what it came with.
            return ()

    def _write(self, entries: list[Entry]) -> None:
        content = json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=1)
        write_safely(self._folder / PACK_LIST, content.encode("utf-8"))

    def _read(self, entry: Entry) -> Taken:
        try:
            content = self._path(entry).read_bytes()
        except OSError:
            return Taken(entry, None, _("Its file is gone. Take it in again, or take it out."))
        if hashlib.sha256(content).hexdigest() != entry.digest:
            return Taken(entry, None, _("Its file is not as it was taken in. Take it in again, or take it out."))
        try:
            pack = pack_in(content, entry.title, self.keys, self._program)
        except Trouble as trouble:
            return Taken(entry, None, str(trouble))
        if not pack.signer.is_known and not entry.agreed:
            return Taken(entry, None, _("This program does not know any more who signed it. Take it in again."))
        return Taken(entry, pack)

    def _refuse_older(self, pack: Pack, entries: Iterable[Entry]) -> None:
        for one in entries:
            if one.id == pack.facts.id and one.edition > pack.facts.edition:
                sentence = _("A newer edition of “{title}” is in already. Take that out first, if you want the older.")
                raise Refused(sentence.format(title=one.title))

    def _path(self, entry: Entry) -> Path:
        return self._folder / f"{entry.id}-{entry.digest[:16]}{SUFFIX}"

    def _forget(self, entries: Iterable[Entry]) -> None:
        for one in entries:
            with suppress(OSError):
                self._path(one).unlink(missing_ok=True)


def _entry(row: Any) -> Entry:
    given = cast("dict[str, object]", row)
    entry = Entry(**given)  # pyright: ignore[reportArgumentType]
    kinds = (str, str, int, str, bool, str)
    values = (entry.id, entry.title, entry.edition, entry.digest, entry.agreed, entry.language)
    sound = all(type(value) is kind for value, kind in zip(values, kinds, strict=True))
    if not sound or not all(one.isascii() and one.replace("-", "").isalnum() for one in (entry.id, entry.digest)):
        raise ValueError("not a line of this list")
    return entry
