"""Notes on each page which drawn marks belong to which element, and writes the tree of elements into the PDF.

The PDF writer knows nothing of tags. What is used of it beyond its documented calls stands here and nowhere else:
`_doc`, `_annotationCount`, `_addAnnotation`, and `__NoDefault__` of its page; the version is pinned.
"""

# ruff: noqa: SLF001 - see above

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any, cast

from reportlab.pdfbase import pdfdoc

from app.reports.tags import Drawn, Element, Pressed, Role

_pdf = cast("Any", pdfdoc)
# ISO 32000-1, table 330: what runs along every page is decoration of this sort.
HEADER = "/Type /Pagination /Subtype /Header"
FOOTER = "/Type /Pagination /Subtype /Footer"
REPEATED = "/Type /Pagination"
_CLOSED = "closed"
_ROOT, _PARENTS = "structure", "structure-parents"


class TagMarks:
    """Follows the drawing of one PDF. `canvas` is the writer's."""

    def __init__(self, canvas: Any, tree: Element) -> None:
        self._canvas, self._tree = canvas, tree
        # Whose marks are being drawn now: an element, or decoration of some sort.
        self._open: Element | str = _CLOSED
        self._on_page: list[Element] = []
        # What each number of the parent tree leads to: one element of an annotation, or those of a page's marks.
        self._parents: list[Element | list[Element]] = []

    def draws(self, whose: Element | str) -> None:
        """What is drawn next belongs to this element, or is decoration (with its properties as text)."""
        if whose is self._open or whose == self._open:
            return
        self._close()
        if isinstance(whose, Element):
            page = self._canvas._doc.thisPageRef()
            whose.hold(page, Drawn(page, len(self._on_page)))
            self._canvas.addLiteral(f"/{whose.role} <</MCID {len(self._on_page)}>> BDC")
            self._on_page.append(whose)
        else:
            self._canvas.addLiteral(f"/Artifact <<{whose}>> BDC" if whose else "/Artifact BMC")
        self._open = whose

    def link(self, element: Element, says: str, key: str, frame: Sequence[float]) -> None:
        """A part of the page that leads to the place with this key; `frame` as in `Element`."""
        fields = {
            "Subtype": _name("Link"),
            "Border": _array([0, 0, 0]),
            "Contents": _pdf.PDFString(says),
            "Dest": self._canvas._bookmarkReference(key),
        }
        self.press(element, fields, frame)

    def link_out(self, element: Element, says: str, address: str, frame: Sequence[float]) -> None:
        """A part of the page that leads to a web or mail address (ISO 32000-1, 12.6.4.7)."""
        action = _pdf.PDFDictionary({"S": _name("URI"), "URI": _pdf.PDFString(address)})
        fields = {
            "Subtype": _name("Link"),
            "Border": _array([0, 0, 0]),
            "Contents": _pdf.PDFString(says),
            "A": action,
        }
        self.press(element, fields, frame)

    def press(self, element: Element, fields: Mapping[str, Any], frame: Sequence[float]) -> Any:
        """A part of the page that does something, with what the format wants to know of it; answers with its reference."""
        doc, page = self._canvas._doc, self._canvas._doc.thisPageRef()
        number = len(self._parents)
        self._parents.append(element)
        name = f"NUMBER{self._canvas._annotationCount + 1}"
        told = {"Type": _name("Annot"), "F": 4, "Rect": _array(frame), "StructParent": number}
        self._canvas._addAnnotation(_pdf.PDFDictionary({**told, **fields}), name)
        reference = doc.refAnnotation(name)
        element.hold(page, Pressed(page, reference))
        return reference

    def end_page(self) -> None:
        """Call before the writer ends a page; `page_ended` after it."""
        self._close()

    def page_ended(self) -> None:
        """Tell the page where its marks stand in the parent tree, and that Tab goes from press to press in reading order."""
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*_pdf.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._parents), _name("S")
        self._parents.append(self._on_page)
        self._on_page = []

    def finish(self, title: str, author: str) -> None:
        """Write the tree; nothing may be drawn any more."""
        doc = self._canvas._doc
        elements = [one for one in self._tree.walk() if one is self._tree or _says_something(one)]
        names = {id(one): f"element{number}" for number, one in enumerate(elements)}
        for one in elements:
            doc.Reference(_Written(partial(_entry, one, names)), names[id(one)])
        doc.Reference(_Written(partial(_parent_tree, self._parents, names)), _PARENTS)
        doc.Reference(_Written(partial(_root, names[id(self._tree)], len(self._parents))), _ROOT)
        doc.Catalog.StructTreeRoot = _pdf.PDFObjectReference(_ROOT)
        doc.Catalog.MarkInfo = _pdf.PDFDictionary({"Marked": "true"})
        doc.Catalog.Metadata = _pdf.XMP(creator=partial(_facts, title, author))

    def _close(self) -> None:
        if self._open != _CLOSED:
            self._canvas.addLiteral("EMC")
            self._open = _CLOSED


# -- writing the tree: thousands of elements, so as text at once rather than through the writer's own objects ------------

Numbers = Mapping[str, tuple[int, int]]


class _Written(_pdf.PDFObject):  # pyright: ignore[reportUntypedBaseClass]
    """An object of the file that is written when the number of every other one is known."""

    def __init__(self, write: Callable[[Numbers], str]) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        """Called by the PDF writer."""
        return self._write(document.idToObjectNumberAndVersion).encode("ascii")


def _says_something(element: Element) -> bool:
    """A cell or row without words is still a cell; other elements without anything are left out."""
    return element.role in (Role.TD, Role.TH) or any(
        not isinstance(kid, Element) or _says_something(kid) for kid in element.kids
    )


def _root(tree: str, parents: int, numbers: Numbers) -> str:
    leads = f"/ParentTree {_to(_PARENTS, numbers)} /ParentTreeNextKey {parents}"
    return f"<< /Type /StructTreeRoot /K [ {_to(tree, numbers)} ] {leads} >>"


def _parent_tree(parents: Sequence[Element | list[Element]], names: Mapping[int, str], numbers: Numbers) -> str:
    found: list[str] = []
    for number, one in enumerate(parents):
        if isinstance(one, Element):
            found.append(f"{number} {_to(names[id(one)], numbers)}")
        else:
            led = " ".join(_to(names[id(each)], numbers) for each in one)
            found.append(f"{number} [ {led} ]")
    return "<< /Nums [ " + "\n".join(found) + " ] >>"


def _entry(element: Element, names: Mapping[int, str], numbers: Numbers) -> str:
    above = names[id(element.parent)] if element.parent is not None else _ROOT
    kids = [_kid(one, element, names, numbers) for one in element.kids]
    held = " ".join(one for one in kids if one)
    said = [f"/Type /StructElem /S /{element.role} /P {_to(above, numbers)}"]
    said.append(f"/K {held}" if len(element.kids) == 1 and held else f"/K [ {held} ]")
    if element.page is not None:
        said.append(f"/Pg {_to(element.page.name, numbers)}")
    if element.alt:
        said.append(f"/Alt <{utf16(element.alt)}>")
    if element.said:
        said.append(f"/ActualText <{utf16(element.said)}>")
    attributes = _attributes(element)
    if attributes:
        said.append(f"/A << {attributes} >>")
    return "<< " + " ".join(said) + " >>"


def _kid(kid: Element | Drawn | Pressed, element: Element, names: Mapping[int, str], numbers: Numbers) -> str:
    if isinstance(kid, Element):
        return _to(names[id(kid)], numbers) if id(kid) in names else ""
    if isinstance(kid, Pressed):
        return f"<< /Type /OBJR /Pg {_to(kid.page.name, numbers)} /Obj {_to(kid.thing.name, numbers)} >>"
    if kid.page.name == element.page.name:
        return str(kid.number)
    return f"<< /Type /MCR /Pg {_to(kid.page.name, numbers)} /MCID {kid.number} >>"


def _attributes(element: Element) -> str:
    """ISO 32000-1, 14.8.5: where a figure lies, which cells a heading is for and how far it spans, how a list is numbered."""
    if element.frame is not None:
        frame = " ".join(f"{one:.2f}" for one in element.frame)
        return f"/O /Layout /Placement /Block /BBox [ {frame} ]"
    if element.numbering:
        return f"/O /List /ListNumbering /{element.numbering}"
    said = [f"/Scope /{element.scope}"] if element.scope else []
    spans = (("ColSpan", element.columns), ("RowSpan", element.rows))
    said += [f"/{name} {count}" for name, count in spans if count > 1]
    return " ".join(["/O /Table", *said]) if said else ""


def _to(name: str, numbers: Numbers) -> str:
    number, version = numbers[name]
    return f"{number} {version} R"


def utf16(text: str) -> str:
    """As the PDF format writes text that is not plain letters (ISO 32000-1, 7.9.2.2), in hexadecimal digits."""
    return (BOM_UTF16_BE + text.encode("utf-16-be")).hex().upper()


def _facts(title: str, author: str, _doc: Any) -> bytes:
    """The title once more, and that the file means to be PDF/UA-1 (ISO 14289-1, 5)."""
    creator = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>{creator}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _name(name: str) -> Any:
    return _pdf.PDFName(name)


def _array(values: Sequence[Any]) -> Any:
    return _pdf.PDFArray(list(values))
