"""Makes a new community file of what was taken out as everything: all records as they were, and the kept PDFs.

The history begins anew. The zip may come from anywhere, so nothing in it is trusted, and a new file appears only when all of
it has been taken in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import Any, cast

from app.data.connection import left_beside, remove_part
from app.data.opening import create_workspace
from app.data.troubles import calmly
from app.data.workspace import Workspace
from app.data.zip_file import Unsound, ZipReader, reading_zip
from app.model.community import COMMUNITY_ID, Community
from app.model.copy import Copy
from app.model.everything import FORMAT, MANIFEST, VERSION, in_outline_order
from app.model.kinds import KINDS
from app.model.pdf import MOST_BYTES as MOST_PDF
from app.model.pdf import MOST_LETTERS, MOST_PAGES
from app.model.plain_values import NotPlain, UnknownField, record_from_plain
from app.model.schema import Record
from app.model.trouble import AlreadyThere, NameTooLong, NoSpace, NotAllowed, NotThere, Refused

MOST_MANIFEST, MOST_JSON, MOST_WORDS = 20_000_000, 200_000_000, 100_000_000
MOST_RECORDS, MOST_COPIES = 200_000, 5_000


@dataclass(slots=True)
class Rebuilt:
    """The new file, and how many of each kind are in it; `copies` counts PDFs."""

    path: Path
    records: dict[str, int] = field(default_factory=dict[str, int])
    copies: int = 0


def rebuild(
    source: Path, target: Path, passphrase: str | None = None, kinds: Sequence[type[Record]] = KINDS
) -> Rebuilt:
    """Make `target` of the zip `source`. It appears under its name only when it is whole, and nothing else is written.

    Raises AlreadyThere, Refused (with a sentence about the zip), NotThere, NotAllowed, NameTooLong, NoSpace or DiskTrouble.
    """
    _refuse_what_stands(target)
    part = target.with_name(f".{target.name}.new")
    remove_part(part)
    try:
        with reading_zip(source) as parts:
            rebuilt = _Builder(parts, kinds).build(part, target, passphrase)
        with calmly(target):
            if target.exists():
                raise AlreadyThere(target.name)
            part.rename(target)
    except UnknownField as error:
        raise _newer(source.name) from error
    except (Unsound, NotPlain) as error:
        raise _damaged(source.name) from error
    except (NotAllowed, NameTooLong, NoSpace) as refused:
        raise type(refused)(target.name) from refused  # not by the name of the unfinished file
    finally:
        remove_part(part)
    return rebuilt


def _refuse_what_stands(target: Path) -> None:
    with calmly(target):
        in_the_way = target if target.exists() else left_beside(target)
        if in_the_way is not None:
            raise AlreadyThere(in_the_way.name)
        if not target.parent.is_dir():
            raise NotThere(target.parent.name)


def _damaged(name: str) -> Refused:
    sentence = _(
        "“{name}” is not everything from a community file, or it was changed or damaged. Nothing was made. Ask for the "
        "file once more."
    )
    return Refused(sentence.format(name=name))


def _newer(name: str) -> Refused:
    sentence = _("“{name}” was made by a newer Groundwork. Nothing was made of it. Install the newer program first.")
    return Refused(sentence.format(name=name))


class _Builder:
    """Reads all of the records before it makes anything."""

    def __init__(self, parts: ZipReader, kinds: Sequence[type[Record]]) -> None:
        self._parts, self._kinds = parts, kinds

    def build(self, part: Path, target: Path, passphrase: str | None) -> Rebuilt:
        manifest = _map(self._parts.read_json(MANIFEST, MOST_MANIFEST))
        _check_manifest(manifest)
        records = self._read_records(_map(manifest.get("records")))
        copies = _list(manifest.get("copies"), MOST_COPIES)
        community = next((one for one in records[Community] if one.id == COMMUNITY_ID), None)
        if not isinstance(community, Community) or len(records[Community]) != 1 or not community.name.strip():
            raise Unsound("no community")
        workspace = create_workspace(part, Community(name=community.name), passphrase, kinds=self._kinds)
        try:
            with workspace.edit("", undoable=False) as edit:
                edit.restore([one for kind in self._kinds for one in records[kind]])
            rebuilt = Rebuilt(target, {kind.kind: len(found) for kind, found in records.items()})
            named = {one.digest for one in cast("list[Copy]", records.get(Copy, []))}
            rebuilt.copies = sum(self._keep(workspace, _map(one), named) for one in copies)
        finally:
            workspace.close()
        return rebuilt

    def _read_records(self, listed: dict[str, Any]) -> dict[type[Record], list[Record]]:
        known = {kind.kind for kind in self._kinds}
        if any(_count(_map(one)) for name, one in listed.items() if name not in known):
            raise UnknownField("a kind of record that is not known")
        return {kind: self._read_kind(kind, listed.get(kind.kind)) for kind in self._kinds}

    def _read_kind(self, kind: type[Record], entry: object) -> list[Record]:
        if entry is None:
            return []  # an older program did not have it
        told = _map(entry)
        plain = _list(self._parts.read_json(_name(told.get("file")), MOST_JSON), MOST_RECORDS)
        found = [record_from_plain(kind, one) for one in plain]
        if len(found) != _count(told) or len({one.id for one in found}) != len(found):
            raise Unsound("not as many as there should be")
        ordered = in_outline_order(found) if kind.in_tree else found
        if len(ordered) != len(found):
            raise Unsound("something stands below itself")
        return ordered

    def _keep(self, workspace: Workspace, told: dict[str, Any], named: set[str]) -> bool:
        """Put one PDF in, unless no record names it; one at a time is in memory."""
        content = self._parts.read(_name(told.get("file")), MOST_PDF)
        if hashlib.sha256(content).hexdigest() != told.get("digest"):
            raise Unsound("another PDF than there should be")
        words = _list(self._parts.read_json(_name(told.get("words")), MOST_WORDS), MOST_PAGES)
        if not all(isinstance(one, str) and len(one) <= MOST_LETTERS and _is_text(one) for one in words):
            raise Unsound("no words")
        if told["digest"] not in named:
            return False
        workspace.copies.put(content, words)
        return True


def _check_manifest(manifest: dict[str, Any]) -> None:
    version = manifest.get("version")
    if manifest.get("format") != FORMAT or not isinstance(version, int):
        raise Unsound("something else")
    if version > VERSION:
        raise UnknownField("a later layout")


def _map(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise Unsound("no map")
    return cast("dict[str, Any]", found)


def _list(found: object, most: int) -> list[Any]:
    if not isinstance(found, list) or len(cast("list[Any]", found)) > most:
        raise Unsound("no list")
    return cast("list[Any]", found)


def _count(told: dict[str, Any]) -> int:
    count = told.get("count")
    if not isinstance(count, int) or isinstance(count, bool):
        raise Unsound("no count")
    return count


def _name(found: object) -> str:
    if not isinstance(found, str):
        raise Unsound("no name")
    return found


def _is_text(words: str) -> bool:
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
