"""What the plan's filter finds, kept in line with what changes: a line does not vanish under the hand that changes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer

from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_filter import Finder, PlanFilter
from app.model.schema import specs

# Texts made ready for the search at a time, while nobody is waiting.
PREPARED, REST_MS = 100, 15
FOUND_BY = tuple(name for name, spec in specs(Item).items() if spec.search)


class Finding(QObject):
    """Who is called how is told by `set_people`; names that are hidden find nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._groups: Mapping[str, str] = {}
        self._finder = Finder(self._text, lambda lead: self._groups.get(lead, ""))
        self._outline = Outline(())
        self._wanted, self._found = PlanFilter(), frozenset[str]()
        self._resting = QTimer(self)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._prepare)

    def set_people(self, names: Mapping[str, str], groups: Mapping[str, str]) -> None:
        """Names and groups of the partners by id."""
        self._names, self._groups = names, groups
        self._finder.forget()
        self._resting.start()

    def forget(self, ids: Collection[str]) -> None:
        """These lines are others now."""
        self._finder.forget(ids)

    def find(
        self, wanted: PlanFilter, outline: Outline, today: date, changed: Collection[str] | None
    ) -> frozenset[str] | None:
        """Ids of what is found; None while nothing is asked for. What has `changed` stays, or comes when it answers."""
        self._outline = outline
        if not wanted.parts and not wanted.branch:
            self._wanted = wanted
            return None
        if changed is None or wanted != self._wanted or wanted.branch:
            self._found = self._finder.find(wanted, outline, today) or frozenset()
        else:
            now = (outline.get(one) for one in changed)
            new = {one.id for one in now if one is not None and self._finder.fits(wanted, one, today)}
            self._found |= new
        self._wanted = wanted
        return self._found

    def _text(self, item: Item) -> str:
        """What a line is found by: its words, and who leads it or helps."""
        people = (self._names.get(one, "") for one in (item.lead, *item.helpers))
        return " ".join([*(getattr(item, name) for name in FOUND_BY), *people])

    def _prepare(self) -> None:
        if not self._finder.prepare(self._outline, PREPARED):
            self._resting.stop()
