"""What may be asked of a PDF from somebody else, how much of it is taken, and what is said when it is not.

It may be damaged, locked, or made to harm; each of these is one calm sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _

from app.model.trouble import Trouble

MOST_BYTES = 100_000_000
MOST_PAGES = 3_000
# The standard's own limit for a side, in points: 200 inches.
MOST_POINTS = 14_400
# The longer side may be this many times the shorter one.
MOST_SLENDER = 20
# A page is never drawn with more dots than this.
MOST_DOTS = 16_000_000
# A page's words are taken up to this many letters.
MOST_LETTERS = 100_000
# A form is read up to this many fields, and as many letters in each as a page may have.
MOST_FIELDS = 2_000
SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's sides in points; `shown` is False for one too large to be drawn."""

    width: float
    height: float

    @property
    def shown(self) -> bool:
        """Whether it can be drawn."""
        short, long = sorted((self.width, self.height))
        return short > 0 and long <= min(MOST_POINTS, short * MOST_SLENDER)


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page: four bytes a dot (blue, green, red, unused), line by line from the top."""

    width: int
    height: int
    dots: bytes


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, each from 0 to 1 of the page."""


class PdfTrouble(Trouble):
    """A PDF could not be taken or read; the community's file is not concerned."""


class NotAPdf(PdfTrouble):
    """Something else, whatever its name says."""

    def __init__(self, name: str) -> None:
        super().__init__(_("“{name}” is not a PDF. Choose a file whose name ends in .pdf.").format(name=name))


class PdfDamaged(PdfTrouble):
    """It begins like a PDF and cannot be read."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is damaged and cannot be read. Get it again from where it came from.")
        super().__init__(sentence.format(name=name))


class PdfLocked(PdfTrouble):
    """It asks for a password."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is locked with a password. Save it without one, then add that.")
        super().__init__(sentence.format(name=name))


class PdfTooBig(PdfTrouble):
    """More bytes than are taken."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is too big: a kept copy has at most {limit} MB. Choose a smaller one.")
        super().__init__(sentence.format(name=name, limit=MOST_BYTES // 1_000_000))


class PdfTooLong(PdfTrouble):
    """More pages than are taken."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is too long: a kept copy has at most {limit} pages. Choose a shorter one.")
        super().__init__(sentence.format(name=name, limit=MOST_PAGES))


class PdfTooHard(PdfTrouble):
    """Reading took too long, or more of the computer than it may."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” took too long to read, so reading was stopped. Nothing was harmed.")
        super().__init__(sentence.format(name=name))


class PageTooLarge(PdfTrouble):
    """One page has sides that nobody prints."""

    def __init__(self) -> None:
        super().__init__(_("This page is too large to be shown. The other pages can be read."))


class CopyMissing(PdfTrouble):
    """The record is there and its PDF is not: it was removed, the file was closed, and the removal was undone later."""

    def __init__(self, name: str) -> None:
        sentence = _("The PDF of “{name}” is no longer in this file. Add it again.")
        super().__init__(sentence.format(name=name))
