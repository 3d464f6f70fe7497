"""Joins the search box, the list of results and the places: type, choose, be there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from PySide6.QtCore import QObject, Signal

from app.model.search import SearchHit
from app.model.trouble import Trouble
from app.ui.search.results import Results
from app.ui.widgets import SearchField

Search = Callable[[str], list[SearchHit]]

SHOWN = 30


class Finder(QObject):
    """Looks with each of the `searches` and takes turns among what they answer. Signal: `hit_chosen(SearchHit, str)` with
    the words that were looked for.
    """

    hit_chosen = Signal(object, str)

    def __init__(self, field: SearchField, results: Results, searches: tuple[Search, ...]) -> None:
        super().__init__(field)
        self._field, self._results, self._searches = field, results, searches
        field.searched.connect(self.look_for)
        field.moved.connect(results.move_by)
        field.chosen.connect(results.choose_current)
        field.left.connect(results.hide)
        field.entry.focus_changed.connect(self._focus)
        results.hit_chosen.connect(self._choose)

    def look_for(self, words: str) -> None:
        """Show what there is for these words."""
        found: list[list[SearchHit]] = []
        for search in self._searches:
            try:
                found.append(search(words))
            except Trouble:
                found.append([])
        turns = [hit for turn in zip_longest(*found) for hit in turn if hit is not None]
        self._results.show_hits(turns[:SHOWN], words, self._field)

    def _focus(self, active: bool) -> None:
        if active and self._field.text().strip():
            self.look_for(self._field.text())
        elif not active and not self._results.underMouse():
            self._results.hide()

    def _choose(self, hit: SearchHit) -> None:
        words = self._field.text()
        self._field.clear()
        self.hit_chosen.emit(hit, words)
