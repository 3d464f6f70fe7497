"""Words as WordprocessingML, the text of a Word file: whatever people wrote is text, never markup.

Order of elements: ECMA-376 part 1, 17.3.1.26 (pPr) and 17.3.2.28 (rPr). Word refuses a file that has another.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.reports.flow import readable
from app.reports.lettering import Tone

NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }.items()
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What one paragraph has beyond its style; sizes in twentieths of a point, None where the style's own holds."""

    keep_next: bool = False
    new_page: bool = False
    numbered: int | None = None
    before: int | None = None
    left: int | None = None
    hanging: int = 0
    right: bool = False


PLAIN = Shape()


def said(text: str) -> str:
    """Text within an attribute's double quotes."""
    return escape(" ".join(readable(text).split()), {'"': "&quot;"})


def run(text: str, tone: Tone | None = None, style: str = "") -> str:
    """Some text; a line break in it begins a new line."""
    props = (f'<w:rStyle w:val="{style}"/>' if style else "") + (
        f'<w:color w:val="{tone.value[1:]}"/>' if tone is not None else ""
    )
    props = f"<w:rPr>{props}</w:rPr>" if props else ""
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in readable(text).split("\n"))
    return f"<w:r>{props}{pieces}</w:r>"


def paragraph(inner: str, style: str, shape: Shape = PLAIN) -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_shaped(shape)}</w:pPr>{inner}</w:p>'


def bookmarked(inner: str, name: str, number: int) -> str:
    """Runs that a link can lead to; `number` is unlike any other's in the file."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str, result: str) -> str:
    """A field with what it shows until it is worked out anew."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _shaped(shape: Shape) -> str:
    said = ["<w:keepNext/>"] if shape.keep_next else []
    if shape.new_page:
        said.append("<w:pageBreakBefore/>")
    if shape.numbered is not None:
        said.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{shape.numbered}"/></w:numPr>')
    if shape.before is not None:
        said.append(f'<w:spacing w:before="{shape.before}"/>')
    if shape.left is not None:
        hanging = f' w:hanging="{shape.hanging}"' if shape.hanging else ""
        said.append(f'<w:ind w:left="{shape.left}"{hanging}/>')
    if shape.right:
        said.append('<w:jc w:val="right"/>')
    return "".join(said)
