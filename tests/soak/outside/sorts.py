"""The sorts of files that come from outside: how each is made up, and who reads it."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdf
from hypothesis import strategies as st

from app.data.opening import create_workspace
from app.data.settings import Settings
from app.model.community import Community
from app.model.groups import groups_of
from app.model.worksheet import WORDS, field_name
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv
from app.reports.plan_sheet import plan_csv, plan_xlsx
from tests.everything import everything
from tests.meetings import FILLED, MEETING, blank_sheet, filled
from tests.packs import FILES, FRENCH, pack_bytes
from tests.pdfs import locked, sound
from tests.sheets import ITEMS, PEOPLE, sheet_for
from tests.soak.outside.community_files import odd_files, seed_file
from tests.soak.outside.made_up import Bytes, damaged, damaged_in_place, damaged_inside, put_together
from tests.soak.outside.office import Office

TOOLKIT = Path(__file__).resolve().parents[3] / "resources" / "toolkit" / "en"
Read = Callable[[Office, Path], None]


@dataclass(frozen=True)
class Sort:
    """`made`: the strategy; `ending`: of the file's name; `read`: who reads it; `ours`: a page of ours may raise ValueError."""

    name: str
    ending: str
    made: Callable[[], Bytes]
    read: Read
    ours: bool = False

    @property
    def allowed(self) -> tuple[type[Exception], ...]:
        """What may be raised beside Troubles."""
        return (ValueError,) if self.ours else ()


# -- made up ---------------------------------------------------------------------------------------------------

_CSV = [
    b",", b";", b"\t", b'"', b'""', b"\n", b"\r\n", b"\r", b"Name", b"E-mail", b"sep=;", b"=1+1", b"'", b"What",
    b"\xef\xbb\xbf", b"\xff\xfe", b"By when", b"2027-03-15", b"1.2.27", b"Lead", b"#", b"Helpers", b"yes", b"-1",
    b"1e999", b"|",
]  # fmt: skip
_VCARD = [
    b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:", b"N:", b";", b":", b"\n", b"\n ", b"=\n", b"TEL;TYPE=cell:", b"\\n",
    b"\\", b"ENCODING=QUOTED-PRINTABLE", b";CHARSET=utf-7:", b";CHARSET=zlib:", b"=C3=A9", b"PHOTO;ENCODING=b:",
    b"ORG:", b'"',
]  # fmt: skip
_XML = [
    b"<", b">", b"</row>", b'r="A1"', b'r="XFD9999999"', b't="s"', b"<v>", b"99999999999", b"-1", b"1e308",
    b"&#0;", b"<f>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'ref="A1:XFD1048576"', b"</sheetData>", b'sheetId="0"',
    b"NaN", b"\xef\xbf\xbf",
]  # fmt: skip
_PDF = [
    b"obj", b"endobj", b"stream", b"endstream", b"<<", b">>", b"/Kids", b"/Parent", b"/Length 99999999",
    b"/AcroForm", b"/Fields", b"/FlateDecode", b"/Count -1", b"1 0 R", b"startxref", b"%%EOF", b"/T", b"/V", b"(",
    b")", b"/JavaScript", b"/Prev 0",
]  # fmt: skip
_MARKDOWN = [
    b"+++\n", b"## ", b"### ", b"> ", b"> [!note] ", b"[!question 3]", b"[a](page:x/y)", b"[b](term:c)", b"* ",
    b"1. ", b"**", b"\n\n", b"\n", b"`", b"<b>", b"![x](y)", b"---\n", b'title = "T"\n', b"order = 1\n", b"\\",
    b"&amp;", b"    ", b"\t",
]  # fmt: skip
_JSON = [
    b"{", b"}", b"[", b"]", b'"', b":", b",", b"null", b"true", b"1e999", b"-0", b"99999999999999999999",
    b'"\\ud800"', b"NaN",
]  # fmt: skip


def _csv() -> Bytes:
    return damaged([people_csv(PEOPLE, groups_of((), ()))], _CSV) | put_together(_CSV)


def _vcards() -> Bytes:
    whole = put_together(_VCARD).map(lambda one: b"BEGIN:VCARD\n" + one)
    return damaged([people_vcards(PEOPLE, groups_of((), ()))], _VCARD) | whole


def _plan_csv() -> Bytes:
    return damaged([plan_csv(sheet_for())], _CSV) | put_together(_CSV).map(lambda one: b"What,Lead,By when\n" + one)


def _xlsx() -> Bytes:
    seeds = [plan_xlsx(sheet_for())]
    seeds += [one.read_bytes() for one in sorted((FILLED.parent / "sheets").glob("*.xlsx"))]
    inside = damaged_inside(seeds, lambda name: name.endswith((".xml", ".rels")), _XML)
    return inside | inside | damaged(seeds, [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"])


def _pdfs() -> Bytes:
    seeds = [sound("Cedar canary", "second"), sound("plain", compress=0), locked()]
    return damaged(seeds, _PDF) | put_together(_PDF).map(lambda one: b"%PDF-1.7\n" + one)


def _worksheets() -> Bytes:
    words = st.dictionaries(st.sampled_from(["1", "7", "8", "own1"]), st.text(max_size=80), max_size=3)
    seeds = [
        _blank(),
        filled({"1": "Ask the Elders"}, ("7:tick2",)),
        *(one.read_bytes() for one in FILLED.glob("*.pdf")),
    ]
    return damaged(seeds, _PDF) | words.map(_filled)


def _filled(answers: dict[str, str]) -> bytes:
    """As another program fills it in; words that it cannot write either are left out."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_blank()))
    values = {field_name("person", MEETING.id, key, WORDS): words for key, words in answers.items()}
    for page in writer.pages:
        with suppress(ValueError, KeyError):
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@cache
def _blank() -> bytes:
    return blank_sheet()


def _pages() -> Bytes:
    front = b'+++\ntitle = "T"\norder = 1\nsummary = "S"\nchecked = 2026-01-01\ncertainty = "c"\n[[sources]]\ntitle = "S"\n+++\n'
    seeds = [one.read_bytes() for one in sorted(TOOLKIT.glob("*/*.md"))[:12]]
    return damaged(seeds, _MARKDOWN) | put_together(_MARKDOWN).map(lambda one: front + one)


def _settings() -> Bytes:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    value = st.recursive(
        leaves, lambda one: st.lists(one, max_size=4) | st.dictionaries(st.text(max_size=9), one, max_size=4)
    )
    names = st.sampled_from([*Settings.__slots__, "other"])
    whole = st.dictionaries(names, value, max_size=9).map(lambda one: json.dumps(one).encode("utf-8", "replace"))
    seed = b'{"theme": "dark", "recent": ["a"], "visits": {"a": "- 2027-01-01T00:00:00+00:00"}, "window": {}}'
    return whole | damaged([seed], _JSON) | put_together(_JSON)


def _everything() -> Bytes:
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "seed.groundwork", Community(name="Cedar Inlet"))
        with workspace.edit("Add") as edit:
            edit.add(MEETING)
            for one in (*PEOPLE, *ITEMS):
                edit.add(one)
        seed = everything(workspace)
        workspace.close()
    inside = damaged_inside([seed], lambda name: name.endswith(".json"), _JSON)
    return inside | inside | damaged([seed], [b"PK\x01\x02", b"PK\x05\x06", b"../"])


_TOML = [
    b"[[line]]\n", b"[[closed]]\n", b"[[section]]\n", b"[[term]]\n", b"id = ", b"= [", b"= {", b'"', b'"""', b"\n", b"2027-01-10",
    b"1979-05-27T07:32:00Z", b"nan", b"true", b"9" * 30, b"a.b.c = 1\n", b"[" * 200,
]  # fmt: skip


_PO = [
    b'msgid "', b'msgstr "', b"msgid_plural ", b"msgstr[0] ", b"msgstr[9] ", b"#, fuzzy\n", b"#~ ", b"nplurals=", b"plural=n**n",
    b"{", b"}", b"{count!r}", b"\\n", b'"\n"',
]  # fmt: skip


def _packs() -> Bytes:
    seeds = [pack_bytes(seed=None), pack_bytes()]
    spoken = pack_bytes({**FILES, "phrases/fr.po": FRENCH.encode()}, None)
    inside = damaged_inside([seeds[0], spoken], lambda _name: True, [*_TOML, *_MARKDOWN, *_PO])
    return inside | inside | damaged(seeds, [b"PK\x01\x02", b"PK\x05\x06", b"../"])


def _workspaces() -> Bytes:
    seed = seed_file()
    words = [b"CREATE TABLE", b"partner", b"STRICT", b"\r\0\0\0", b"\x0a\0\0\0", b"SQLite format 3\0", b"m0002"]
    return damaged_in_place([seed], words) | odd_files(seed) | damaged([seed], words)


SORTS: tuple[Sort, ...] = (
    Sort("partners.csv", ".csv", _csv, Office.people),
    Sort("partners.vcf", ".vcf", _vcards, Office.people),
    Sort("plan.csv", ".csv", _plan_csv, Office.plan),
    Sort("plan.xlsx", ".xlsx", _xlsx, Office.plan),
    Sort("PDF", ".pdf", _pdfs, Office.pdf),
    Sort("filled forms", ".pdf", _worksheets, Office.worksheet),
    Sort("pages", ".md", _pages, Office.page, ours=True),
    Sort("settings", ".json", _settings, Office.settings),
    Sort("everything.zip", ".zip", _everything, Office.everything),
    Sort("content packs", ".groundwork-pack", _packs, Office.pack),
    Sort("community files", ".groundwork", _workspaces, Office.workspace),
)
BY_NAME = {one.name: one for one in SORTS}


class Desk:
    """Where made-up files are put one after the other, and read. `folder` holds nothing else."""

    def __init__(self, folder: Path, sort: Sort) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self._sort = folder, sort
        self.office = Office(folder)
        self.file = folder / f"case{sort.ending}"

    def put(self, content: bytes) -> None:
        """Put a file there, alone."""
        for one in (*self.folder.glob("case*"), *self.folder.glob(".case*")):
            one.unlink()
        self.file.write_bytes(content)

    def read(self) -> None:
        """Have it read."""
        self._sort.read(self.office, self.file)

    def clear(self) -> None:
        """Close everything and take the folder away."""
        self.office.close()
        shutil.rmtree(self.folder, ignore_errors=True)
