"""What can be chosen in the plan: leads, how a step stands, repeats, and what the filter can ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from app.model.item import REPEATS, STATUSES
from app.model.partner import Partner
from app.ui.names import Names
from app.ui.plan.changing import NEWCOMER
from app.ui.plan.filter_bar import offered
from app.ui.plan.shown import Shown


class Choices:
    """`shown` answers with what is shown now, `names` says what people are called. `read` before anything is asked."""

    def __init__(self, names: Names, shown: Callable[[], Shown]) -> None:
        self._called, self._shown = names, shown
        self.names_by_id: dict[str, str] = {}
        self._people: list[tuple[str, str]] = []

    def read(self, partners: Sequence[Partner]) -> None:
        """Offer these partners, by name."""
        self.names_by_id = {one.id: self._called.of(one) for one in partners}
        self._people = sorted(self.names_by_id.items(), key=lambda pair: pair[1].casefold())

    def of(self, field: str) -> Sequence[tuple[object, str]] | None:
        """The values of a field with their words; None for a field that is typed."""
        match field:
            case "lead":
                return [("", _("no one yet")), *self._people, (NEWCOMER, _("Somebody new…"))]
            case "status":
                return [(one.key, _(one.label)) for one in STATUSES]
            case "repeats":
                return [(one.key, _(one.label)) for one in REPEATS]
            case _:
                return None

    def of_several(self, field: str) -> Sequence[tuple[object, str]]:
        """The same, with nothing for a field that is typed."""
        return self.of(field) or ()

    def people(self, kind: str) -> Sequence[tuple[str, str]]:
        """Whoever can be named in a field that links to records of a kind."""
        return self._people if kind == "partner" else ()

    def offers(self, part: str) -> Sequence[tuple[str, str]]:
        """What the filter can ask for: of the people those who lead something."""
        shown = self._shown()
        leads = {one.lead for one in shown.outline}
        people = [pair for pair in self._people if pair[0] in leads]
        return offered(part, people, [(one.key, one.label) for one in shown.groups.all])

    def line(self, item_id: str) -> str:
        """The words of a line of the plan."""
        item = self._shown().outline.get(item_id)
        return (item.what if item is not None else "") or _("A step without words")
