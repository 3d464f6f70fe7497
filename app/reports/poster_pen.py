"""A pen for posters: whoever draws has one large sheet, and each comes out as a guide and the sheets that make it up."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from app.reports.fonts import Fonts
from app.reports.lettering import Style
from app.reports.lines import Line
from app.reports.pen import Pen
from app.reports.poster import Poster, Sheet
from app.reports.poster_sheets import Picture, draw_poster
from app.reports.tags import Element, new_tree
from app.reports.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself. `readers` are the words for whom it is, which stand on every sheet of a poster."""

    title: str
    author: str
    language: str
    made_on: date
    readers: str = ""


def open_pen(paper: Sheet, fonts: Fonts, facts: Facts, watch: Watch = unwatched) -> Pen:
    """A pen for a sheet, or for a poster: both are drawn on in the same way."""
    if isinstance(paper, Poster):
        return PosterPen(paper, fonts, facts, watch)
    return Pen(
        paper,
        fonts,
        title=facts.title,
        author=facts.author,
        language=facts.language,
        made_on=facts.made_on,
        watch=watch,
    )


class PosterPen(Pen):
    """`paper` is the whole poster, and `end_page` ends one poster; the sheets are made when all is drawn.

    A part of a picture that is put on several sheets cannot be tagged, so what is drawn is noted in words, and each
    poster is a figure with these words.
    """

    def __init__(self, poster: Poster, fonts: Fonts, facts: Facts, watch: Watch = unwatched) -> None:
        super().__init__(
            poster.sheet,
            fonts,
            title=facts.title,
            author=facts.author,
            language=facts.language,
            made_on=facts.made_on,
            watch=watch,
        )
        self._poster, self._facts, self._own_tree = poster, facts, self.tree
        self.paper, self.tree = poster.whole, new_tree()
        self._unfinished = True
        self._drawn: list[Picture] = []
        self._open = False
        self._said: dict[Element, list[str]] = {}

    @contextmanager
    def drawing(self, whose: Element | str) -> Generator[None, None, None]:
        """A figure is noted by its text."""
        if self._unfinished and isinstance(whose, Element):
            self._said[whose] = [whose.alt]
        with super().drawing(whose):
            yield

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[Line],
        style: Style,
        *,
        right: float | None = None,
        tag: Element | None = None,
    ) -> None:
        """Lines that belong to an element are noted."""
        if self._unfinished and tag is not None:
            runs = (run for line in lines for run in line.runs)
            self._said.setdefault(tag, []).extend(run.spelled or str(run.text) for run in runs)
        super().lines(x, top, lines, style, right=right, tag=tag)

    def expect(self, pages: int) -> None:
        """While posters are drawn, nobody knows yet how many there will be."""
        if not self._unfinished:
            super().expect(pages)

    def end_page(self) -> None:
        """While posters are drawn, this ends one."""
        if not self._unfinished:
            super().end_page()
            return
        self._begin()
        self._end_picture()
        self._open = False
        ordered = (one for one in self.tree.walk() if one in self._said)
        words = " ".join(" ".join("".join(self._said[one]).split()) for one in ordered)
        self._drawn.append(Picture(f"poster-{len(self._drawn) + 1}", words))
        self._said = {}

    def finish(self) -> bytes:
        """The PDF: for each poster how to put it together, then its sheets."""
        self.paper, self.tree = self._poster.sheet, self._own_tree
        self._unfinished = False
        # One page before the sheets of each says how they are put together.
        self.expect(len(self._drawn) * (1 + self._poster.count))
        draw_poster(self, self._poster, self._drawn, self._facts.title, self._facts.readers)
        return super().finish()

    def _draws(self, tag: Element | None = None) -> None:
        if self._unfinished:
            self._watch(0, 0)
            self._begin()
        else:
            super()._draws(tag)

    def _begin(self) -> None:
        if not self._open:
            self._begin_picture(f"poster-{len(self._drawn) + 1}")
            self._open = True
