"""Notes on each page which drawn marks belong to which element, and writes the tree of elements into the PDF.

The PDF writer knows nothing of tags. What is used of it beyond its documented calls stands here and nowhere else:
`_doc`, `_annotationCount`, `_addAnnotation`, and `__NoDefault__` of its page; the version is pinned.
"""

# ruff: noqa: SLF001 - see above

from __future__ import annotations

from collections.abc import Sequence
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
        doc, page = self._canvas._doc, self._canvas._doc.thisPageRef()
        number = len(self._parents)
        self._parents.append(element)
        name = f"NUMBER{self._canvas._annotationCount + 1}"
        fields = {
            "Type": _name("Annot"),
            "Subtype": _name("Link"),
            "F": 4,
            "Border": _array([0, 0, 0]),
            "Rect": _array(frame),
            "Contents": _pdf.PDFString(says),
            "StructParent": number,
            "Dest": self._canvas._bookmarkReference(key),
        }
        self._canvas._addAnnotation(_pdf.PDFDictionary(fields), name)
        element.hold(page, Pressed(page, doc.refAnnotation(name)))

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
        root = _pdf.PDFObjectReference("structure")
        elements = [one for one in self._tree.walk() if one is self._tree or _says_something(one)]
        names = {id(one): _pdf.PDFObjectReference(f"element{number}") for number, one in enumerate(elements)}
        for one in elements:
            doc.Reference(_entry(one, names, root), names[id(one)].name)
        tree = {
            "Type": _name("StructTreeRoot"),
            "K": _array([names[id(self._tree)]]),
            "ParentTree": doc.Reference(_pdf.PDFDictionary({"Nums": _array(self._numbers(names))})),
            "ParentTreeNextKey": len(self._parents),
        }
        doc.Reference(_pdf.PDFDictionary(tree), root.name)
        doc.Catalog.StructTreeRoot = root
        doc.Catalog.MarkInfo = _pdf.PDFDictionary({"Marked": "true"})
        doc.Catalog.Metadata = _pdf.XMP(creator=partial(_facts, title, author))

    def _close(self) -> None:
        if self._open != _CLOSED:
            self._canvas.addLiteral("EMC")
            self._open = _CLOSED

    def _numbers(self, names: dict[int, Any]) -> list[Any]:
        found: list[Any] = []
        for number, one in enumerate(self._parents):
            led = names[id(one)] if isinstance(one, Element) else _array([names[id(each)] for each in one])
            found += [number, led]
        return found


def _says_something(element: Element) -> bool:
    """A cell or row without words is still a cell; other elements without anything are left out."""
    return element.role in (Role.TD, Role.TH) or any(
        not isinstance(kid, Element) or _says_something(kid) for kid in element.kids
    )


def _entry(element: Element, names: dict[int, Any], root: Any) -> Any:
    kids = [_kid(one, element, names) for one in element.kids if not isinstance(one, Element) or id(one) in names]
    above = element.parent
    fields: dict[str, Any] = {
        "Type": _name("StructElem"),
        "S": _name(element.role),
        "P": names[id(above)] if above is not None else root,
        "K": kids[0] if len(kids) == 1 else _array(kids),
    }
    if element.page is not None:
        fields["Pg"] = element.page
    if element.alt:
        fields["Alt"] = _pdf.PDFString(element.alt)
    said = _attributes(element)
    if said:
        fields["A"] = _pdf.PDFDictionary(said)
    return _pdf.PDFDictionary(fields)


def _kid(kid: Element | Drawn | Pressed, element: Element, names: dict[int, Any]) -> Any:
    if isinstance(kid, Element):
        return names[id(kid)]
    if isinstance(kid, Pressed):
        return _pdf.PDFDictionary({"Type": _name("OBJR"), "Pg": kid.page, "Obj": kid.thing})
    if kid.page.name == element.page.name:
        return kid.number
    return _pdf.PDFDictionary({"Type": _name("MCR"), "Pg": kid.page, "MCID": kid.number})


def _attributes(element: Element) -> dict[str, Any]:
    """ISO 32000-1, 14.8.5: where a figure lies, which cells a heading is for and how far it spans, how a list is numbered."""
    if element.frame is not None:
        return {"O": _name("Layout"), "Placement": _name("Block"), "BBox": _array(element.frame)}
    if element.numbering:
        return {"O": _name("List"), "ListNumbering": _name(element.numbering)}
    said: dict[str, Any] = {"Scope": _name(element.scope)} if element.scope else {}
    spans = {"ColSpan": element.columns, "RowSpan": element.rows}
    said |= {name: count for name, count in spans.items() if count > 1}
    return {"O": _name("Table"), **said} if said else {}


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
