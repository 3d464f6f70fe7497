"""A passage's runs as rich text: escaped, with links, found words and highlights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from app.model.finding import fold
from app.model.page import Run, Term
from app.ui.theme import Look

PAGE_LINK, TERM_LINK = "page:", "term:"


@dataclass(frozen=True, slots=True)
class Spot:
    """Highlighted letters of a page's text, from `start` up to `end`."""

    start: int
    end: int


class Writer:
    """Writes runs as rich text. `wanted` are folded words to show as found, `spots` what is highlighted."""

    def __init__(
        self, look: Look, terms: Mapping[str, Term], wanted: Sequence[str] = (), spots: Sequence[Spot] = ()
    ) -> None:
        self._look, self._terms, self._wanted, self._spots = look, terms, wanted, spots

    def html(self, runs: Sequence[Run], start: int) -> str:
        """The runs, of which the first begins at letter `start` of the page's text."""
        parts: list[str] = []
        for run in runs:
            parts.append(self._run(run, start))
            start += len(run.text)
        return "".join(parts)

    def _run(self, run: Run, start: int) -> str:
        html = "".join(self._piece(text, lit) for text, lit in self._pieces(run.text, start))
        if run.bold:
            html = f"<b>{html}</b>"
        if run.italic:
            html = f"<i>{html}</i>"
        colours = self._look.colours
        if run.page:
            html = f"<a href='{PAGE_LINK}{escape(run.page)}' style='color:{colours.primary}'>{html}</a>"
        elif run.term and run.term in self._terms:
            html = f"<a href='{TERM_LINK}{escape(run.term)}' style='color:{colours.ink}'>{html}</a>"
        return html

    def _pieces(self, text: str, start: int) -> Iterator[tuple[str, bool]]:
        """The text cut where a highlight begins or ends, and whether each piece is highlighted."""
        end = start + len(text)
        cuts = {edge - start for spot in self._spots for edge in (spot.start, spot.end) if start < edge < end}
        edges = [0, *sorted(cuts), len(text)]
        for first, last in pairwise(edges):
            lit = any(spot.start <= start + first and start + last <= spot.end for spot in self._spots)
            yield text[first:last], lit

    def _piece(self, text: str, lit: bool) -> str:
        html = self._found(text)
        if not lit:
            return html
        colours = self._look.colours
        return f"<span style='background-color:{colours.gold_soft}; color:{colours.ink}'>{html}</span>"

    def _found(self, text: str) -> str:
        """The text escaped, with every word that begins with a wanted one on a coloured ground."""
        if not self._wanted:
            return escape(text)
        ground, ink = self._look.colours.primary_soft, self._look.colours.ink
        parts: list[str] = []
        for word in text.split(" "):
            hit = any(fold(word.strip("“”\"'(),.;:?!")).startswith(one) for one in self._wanted)
            safe = escape(word)
            parts.append(f"<span style='background-color:{ground}; color:{ink}'>{safe}</span>" if hit else safe)
        return " ".join(parts)
