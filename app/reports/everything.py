"""Everything a community has, as one zip in open formats, so that it can leave and lose nothing (PKWARE APPNOTE 6.3).

The same contents on the same day give the same bytes: nothing in it tells the hour or the computer. It is written piece by
piece, so that kept PDFs are never all in memory.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from gettext import gettext as _
from typing import Any, BinaryIO, TypeVar, cast

from app import __version__
from app.model.audience import shown_to
from app.model.calendar import Plan
from app.model.community import Community
from app.model.copy import Copy
from app.model.everything import (
    FORMAT,
    HISTORY,
    MANIFEST,
    README,
    REMOVED,
    VERSION,
    Contents,
    Went,
    in_outline_order,
    records_file,
)
from app.model.file_names import safe_name, unlike
from app.model.groups import Group, groups_of
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plain_values import record_to_plain
from app.model.plan import Outline
from app.model.plan_sheet import PlanContent, Scope, plan_sheet
from app.model.schema import Audience, FieldType, Record, specs
from app.model.trouble import Refused
from app.reports.calendar import CalendarFile, calendar_bytes
from app.reports.people_cards import people_vcards
from app.reports.plan_sheet import plan_xlsx
from app.reports.readme import Facts, FileLine, readme
from app.reports.record_reading import plan_markdown, records_markdown
from app.reports.record_words import RecordWords, records_csv

R = TypeVar("R", bound=Record)

_FILE_MODE = 0o100600 << 16
_MEGABYTE = 1_000_000


@dataclass(slots=True)
class Written:
    """What is in the zip: records by kind, edits of the history, removed records, kept PDFs and those that are lost."""

    records: dict[str, int] = field(default_factory=dict[str, int])
    edits: int = 0
    removed: int = 0
    copies: int = 0
    lost: int = 0


def write_everything(contents: Contents, made_on: date, out: BinaryIO, went: Went) -> Written:
    """Write it to `out`, which can be sought in. `went` hears how far it is, and ends it by raising.

    Raises the Troubles of reading, OSError of writing, and whatever `went` raises.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        return _Writer(contents, made_on, parts, went).write()


class _Writer:
    def __init__(self, contents: Contents, made_on: date, parts: zipfile.ZipFile, went: Went) -> None:
        self._contents, self._made_on, self._parts, self._went = contents, made_on, parts, went
        self._records: dict[type[Record], list[Record]] = {}
        for kind in contents.kinds:
            found = contents.all(kind)
            self._records[kind] = in_outline_order(found) if kind.in_tree else found
        self._words = RecordWords(self._records)
        self._files: list[FileLine] = []
        self._written = Written()
        self._kept: list[Mapping[str, Any]] = []
        self._done: int = 0
        self._total: int = len(contents.kinds) + 3 + sum(_weight(one) for one in self._of(Copy))

    def write(self) -> Written:
        """Everything, and at the end what tells of it."""
        for kind in self._contents.kinds:
            self._write_records(kind)
            self._go_on()
        self._write_reading()
        self._go_on()
        self._write_handy()
        self._go_on()
        self._write_past()
        self._go_on()
        self._write_copies()
        self._text(MANIFEST, f"{json.dumps(self._manifest(), ensure_ascii=False, indent=1)}\n")
        self._text(README, readme(self._facts(), self._files))
        self._went(self._total, self._total)
        return self._written

    # -- parts --------------------------------------------------------------------------------------------

    def _write_records(self, kind: type[Record]) -> None:
        records = self._records[kind]
        self._written.records[kind.kind] = len(records)
        self._stream(records_file(kind, "json"), _json_list(record_to_plain(one) for one in records))
        self._bytes(records_file(kind, "csv"), records_csv(kind, records, self._words))
        self._tell(records_file(kind, "json"), _noun(kind), len(records))
        self._tell(records_file(kind, "csv"), _noun(kind), len(records))

    def _write_reading(self) -> None:
        items, notes = self._of(Item), self._of(Note)
        title = _("{name}: plan").format(name=self._community.name)
        self._text("reading/plan.md", plan_markdown(title, items, notes, self._words))
        self._tell("reading/plan.md", _("the plan as an outline, with its dated notes"), len(items))
        for kind, records in self._records.items():
            told = kind not in (Item, Note) and any(one.type is FieldType.LONG for one in specs(kind).values())
            if told and records:
                name = f"reading/{kind.kind}.md"
                self._text(name, records_markdown(f"{self._community.name}: {_noun(kind)}", records, self._words))
                self._tell(name, _noun(kind), len(records))

    def _write_handy(self) -> None:
        shown = shown_to(Audience.OFFICE, self._of(Partner), self._of(Item))
        made_at = datetime.combine(self._made_on, time(), UTC)
        if shown.partners:
            groups = groups_of(self._of(Group), self._community.group_order)
            self._bytes("handy/partners.vcf", people_vcards(shown.partners, groups))
            self._tell("handy/partners.vcf", _("partners as contact cards"), len(shown.partners))
        if not shown.items:
            return
        outline, notes = Outline(shown.items), self._of(Note)
        content = PlanContent(
            self._community.name, outline, shown.partners, notes, Audience.OFFICE, Scope(), made_at
        )  # fmt: skip
        self._bytes("handy/plan.xlsx", plan_xlsx(plan_sheet(content)))
        self._tell("handy/plan.xlsx", _("the plan as a spreadsheet"), len(shown.items))
        plan = Plan(shown, self._contents.traces(), self._made_on)
        title = _("{name}: plan").format(name=self._community.name)
        try:
            dated = calendar_bytes(CalendarFile(title, plan, Audience.OFFICE, made_at))
        except Refused:
            return  # no step has a day
        self._bytes("handy/plan.ics", dated)
        self._tell("handy/plan.ics", _("the plan for a calendar"), len(plan.entries()))

    def _write_past(self) -> None:
        self._stream(HISTORY, self._past())
        self._tell(HISTORY, _("every change, the oldest first, a line each"), self._written.edits)
        removed = [one for kind in self._contents.kinds for one in self._contents.removed(kind)]
        self._written.removed = len(removed)
        self._stream(REMOVED, _json_list({"kind": type(one).kind, **record_to_plain(one)} for one in removed))
        self._tell(REMOVED, _("what was removed, as it was last"), len(removed))

    def _past(self) -> Iterator[bytes]:
        for one in self._contents.history():
            self._written.edits += 1
            if self._written.edits % 500 == 0:
                self._went(self._done, self._total)
            line = {"at": one.at, "sort": one.sort, "label": one.label, "changes": one.changes}
            yield f"{json.dumps(line, ensure_ascii=False)}\n".encode()

    def _write_copies(self) -> None:
        copies = list({one.digest: one for one in reversed(self._of(Copy))}.values())[::-1]
        names = unlike(safe_name(one.name.removesuffix(".pdf"), _("Kept copy")) for one in copies)
        for one, name in zip(copies, names, strict=True):
            pieces = self._contents.pdf(one.digest)
            if pieces is None:
                self._written.lost += 1
                self._go_on(_weight(one))
                continue
            kept = {"digest": one.digest, "file": f"copies/{name}.pdf", "words": f"copies/{name}.words.json"}
            self._stream(kept["file"], self._counted(pieces, one), packed=False)
            words = _json_list(self._contents.pdf_words(one.digest))
            self._stream(kept["words"], words)
            self._kept.append(kept)
            self._written.copies += 1
        if copies:
            self._tell("copies/*.pdf", _("kept PDFs, as they were added"), self._written.copies)
            self._tell("copies/*.words.json", _("the words of each page of a kept PDF"), self._written.copies)

    def _counted(self, pieces: Iterable[bytes], copy: Copy) -> Iterator[bytes]:
        end = self._done + _weight(copy)
        for one in pieces:
            yield one
            self._done = min(end, self._done + 1)
            self._went(self._done, self._total)
        self._done = end

    # -- inside -------------------------------------------------------------------------------------------

    @property
    def _community(self) -> Community:
        return next(iter(self._of(Community)), Community())

    def _of(self, kind: type[R]) -> list[R]:
        return cast("list[R]", self._records.get(kind, []))

    def _manifest(self) -> Mapping[str, Any]:
        records = {
            kind.kind: {"file": records_file(kind, "json"), "count": len(found)}
            for kind, found in self._records.items()
        }
        facts = {"format": FORMAT, "version": VERSION, "program": __version__, "made_on": self._made_on.isoformat()}
        return {**facts, "community": self._community.name, "records": records, "copies": self._kept}

    def _facts(self) -> Facts:
        return Facts(self._community.name, self._community.nations, self._made_on, self._written.lost)

    def _tell(self, name: str, what: str, count: int) -> None:
        self._files.append(FileLine(name, what, count))

    def _go_on(self, by: int = 1) -> None:
        self._done += by
        self._went(self._done, self._total)

    def _text(self, name: str, text: str) -> None:
        self._bytes(name, text.encode("utf-8"))

    def _bytes(self, name: str, content: bytes) -> None:
        self._stream(name, (content,))

    def _stream(self, name: str, pieces: Iterable[bytes], *, packed: bool = True) -> None:
        info = zipfile.ZipInfo(name, (max(1980, self._made_on.year), self._made_on.month, self._made_on.day, 0, 0, 0))
        # As if made on one and the same system, wherever it is.
        info.create_system, info.external_attr = 3, _FILE_MODE
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self._parts.open(info, "w", force_zip64=False) as part:
            for one in pieces:
                part.write(one)


def _weight(copy: Copy) -> int:
    return 1 + (copy.size or 0) // _MEGABYTE


def _noun(kind: type[Record]) -> str:
    return _("each {noun}").format(noun=_(kind.noun))


def _json_list(things: Iterable[object]) -> Iterator[bytes]:
    """A list in JSON (RFC 8259) with a thing a line, so that a person can read it and compare it with another."""
    before = "[\n"
    for one in things:
        yield f"{before}{json.dumps(one, ensure_ascii=False)}".encode()
        before = ",\n"
    yield b"\n]\n" if before == ",\n" else b"[]\n"
