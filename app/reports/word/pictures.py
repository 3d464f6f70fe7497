"""Pictures in a Word file: each kind kept once, shown as often as it is needed, and said in words or marked as decoration."""

from __future__ import annotations

import io
from collections.abc import Callable, Hashable
from typing import Protocol

from app.reports.word.xml import said

_EMU = 12700  # of Word's units in a point


class Keeper(Protocol):
    """What takes pictures into the file."""

    def get_or_add_image(self, image_descriptor: io.BytesIO) -> tuple[str, object]:
        """The name that the text calls the picture by, and the picture."""
        ...


class Pictures:
    """`keeper` is the file's main part."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._names: dict[bytes, str] = {}
        self._drawn: dict[Hashable, bytes] = {}
        self._count = 0

    def decoration(self, what: Hashable, draw: Callable[[], bytes], width: float, height: float) -> str:
        """A picture that screen readers pass over; `draw` is asked once for each `what`."""
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self.run(self._drawn[what], width, height)

    def run(self, png: bytes, width: float, height: float, says: str = "") -> str:
        """A picture in the line, sizes in points; without words it is a decoration that screen readers pass over."""
        self._count += 1
        name = self._names.get(png)
        if name is None:
            name = self._names[png] = self._keeper.get_or_add_image(io.BytesIO(png))[0]
        size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        described = f'<wp:docPr id="{self._count}" name="Picture {self._count}" descr="{said(says)}"'
        mark = (
            ""
            if says
            else (
                '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
            )
        )
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f"{described}>{mark}</wp:docPr>"
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{self._count}" name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
