"""The file around the text: parts, properties, and a packing that gives the same bytes each time.

python-docx brings a file of its own to begin with; everything in it that speaks of somebody else is replaced here.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from app.reports.document import Document
from app.reports.flow import readable
from app.reports.word.typeface import fonts_xml, kept_cuts
from app.reports.word.xml import NAMESPACES, said

_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KEPT_PARTS = {
    "styles",
    "settings",
    "fontTable",
    "theme",
    "numbering",
    "core-properties",
    "extended-properties",
    "officeDocument",
}
# The first moment that a packed file can name.
_PACKED = (1980, 1, 1, 0, 0, 0)


class Package:
    """An empty Word file. What python-docx gives is pinned down here, for the rest of the room."""

    def __init__(self, document: Document, fonts_folder: Path) -> None:
        self._document, self._fonts = document, fonts_folder
        self._file: Any = docx.Document()
        self.part: Any = self._file.part
        for holder in (self.part, self.part.package):
            for key, one in list(holder.rels.items()):
                if one.reltype.rpartition("/")[2] not in _KEPT_PARTS:
                    del holder.rels[key]
        self._describe()

    def link(self, address: str) -> str:
        """Take in an address outside the file; the name that the text calls it by."""
        return str(self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def fill(self, body: str, section: str) -> None:
        """Put in the text, and how its pages are."""
        made = cast("Any", parse_xml(f"<w:body {NAMESPACES}>{body}{section}</w:body>"))
        self._file.element.replace(self._file.element.body, made)

    def running_line(self, kind: str, xml: str) -> str:
        """Add a "header" or "footer" that holds one paragraph; the name that the text calls it by."""
        part, name = self.part.add_header_part() if kind == "header" else self.part.add_footer_part()
        for old in list(part.element):
            part.element.remove(old)
        _move(f"<w:hdr {NAMESPACES}>{xml}</w:hdr>", part.element)
        return str(name)

    def set_styles(self, xml: str) -> None:
        """Instead of those it came with."""
        _replace(self.part.styles.element, xml)

    def set_numbering(self, xml: str) -> None:
        """Instead of those it came with."""
        _replace(self.part.numbering_part.element, xml)

    def set_letters(self, text: str) -> None:
        """Keep the typeface in the file, for the letters of its text."""
        fonts = self.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
        kept: list[tuple[Any, str]] = []
        for number, one in enumerate(kept_cuts(text, self._fonts), 1):
            part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _FONT_TYPE, one.data, self.part.package)
            kept.append((one, fonts.relate_to(part, RELATIONSHIP_TYPE.FONT)))
        fonts._blob = _as_file(fonts_xml(kept))  # noqa: SLF001  python-docx has no other way to fill a plain part

    def packed(self) -> bytes:
        """The finished file."""
        out = io.BytesIO()
        self._file.save(out)
        return _packed_anew(out.getvalue())

    def _describe(self) -> None:
        core = self._file.core_properties
        made = datetime(self._document.made_on.year, self._document.made_on.month, self._document.made_on.day)
        core.title, core.author = _short(self._document.title), _short(self._document.author)
        core.language = self._document.language
        core.created = core.modified = made
        core.comments = core.keywords = core.subject = core.category = core.last_modified_by = ""
        core.revision = 1
        _replace(self.part.settings.element, _settings(self._document.language))
        program = self.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        program._blob = _as_file(  # noqa: SLF001  python-docx has no other way to fill a plain part
            f'<Properties xmlns="{space}"><Application>Groundwork</Application></Properties>'
        )


def _settings(language: str) -> str:
    """How Word is to treat the file: as one of today, and keeping the typeface that lies in it."""
    address = "http://schemas.microsoft.com/office/word"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{address}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:saveSubsetFonts/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{said(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _short(text: str) -> str:
    """Properties hold 255 letters (python-docx refuses more)."""
    return " ".join(readable(text).split())[:255]


def _as_file(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _replace(root: Any, xml: str) -> None:
    for old in list(root):
        root.remove(old)
    _move(xml, root)


def _move(xml: str, root: Any) -> None:
    for one in list(cast("Any", parse_xml(xml))):
        root.append(one)


def _packed_anew(data: bytes) -> bytes:
    """The same parts in the same order, each as if packed at one moment by one system."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one != "_rels/.rels", one)):
            entry = zipfile.ZipInfo(name, _PACKED)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return out.getvalue()
