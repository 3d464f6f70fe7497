"""The outline's cells: what each says, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from gettext import gettext as _

from app.model.groups import Groups
from app.model.item import Item
from app.model.plan import FINISHED, Outline, Progress, days_late
from app.model.schema import FieldType, label_of, specs
from app.ui.form.origin_link import origin_words
from app.ui.home.words import short_day
from app.ui.plan.columns import COLUMNS, WHAT, WHY, title
from app.ui.plan.shown import Shown
from app.ui.plan.words import (
    LEVEL_ICONS,
    STATUS_ICONS,
    is_urgent,
    progress_words,
    status_words,
)
from app.ui.widgets import Cell

INDENT = 24


class Cells:
    """Answers for what is shown now. `progress` says how far a goal or objective is."""

    def __init__(self, shown: Shown, progress: Callable[[str], Progress]) -> None:
        self.shown, self._progress = shown, progress
        # Looking a phrase up takes long enough to be felt where it is done for every cell in sight.
        self._stands: dict[tuple[str, int], tuple[str, Cell]] = {}
        self._days: dict[date | None, str] = {}
        self._nobody = _("no one yet")

    def show(self, shown: Shown) -> None:
        """Answer for this from now on."""
        if shown.today != self.shown.today:
            self._stands.clear()
            self._days.clear()
        self.shown = shown

    def words(self, item: Item, name: str) -> str:
        """A field of an item, whole."""
        special = _SPECIAL.get(name)
        if special is not None:
            return special(self, item)
        spec, value = specs(Item)[name], getattr(item, name)
        if spec.type is FieldType.CHOICE:
            return "" if name == "repeats" and value == "none" else _(label_of(spec, value))
        if isinstance(value, date):
            return self.day(value)
        return "" if value is None else str(value)

    def cell(self, item: Item, name: str, depth: int, fold: bool | None, *, cut: bool) -> Cell:
        """How a cell is drawn; `fold` says whether what is below is in sight, None where there is nothing below."""
        today = self.shown.today
        if name == WHAT:
            tone = "muted" if cut or not self.shown.passes(item) else ""
            icon = LEVEL_ICONS.get(item.level) or STATUS_ICONS.get(item.status, "circle")
            bold, struck = item.level != "action", item.status == "dropped"
            indent = INDENT * depth
            chevron = _CHEVRONS[fold]
            return Cell(tone, icon, bold=bold, struck=struck, indent=indent, chevron=chevron, two_lines=True)
        if name in ("lead", "helpers"):
            nobody = name == "lead" and item.level == "action" and not item.lead and item.status not in FINISHED
            return Cell(tone="warn" if nobody else "", two_lines=True)
        if name == "by" and is_urgent(item, today):
            return Cell(tone="warn")
        if name == "status":
            if item.level != "action":
                found = self._progress(item.id)
                return Cell(progress=found.share) if found.total else Cell()
            return Cell(chip=True, tone="plain") if self._waiting(item) else self._stand(item)[1]
        return Cell(chip=True, icon="link") if name == WHY and item.origin else Cell()

    def spoken(self, item: Item, name: str, depth: int, fold: bool | None, *, cut: bool) -> str:
        """What a screen reader says of a cell: for the first its level and what is below as well."""
        said = [f"{title(name)}: {first_line(self.words(item, name))}"]
        if name == WHAT:
            said += [_(label_of(specs(Item)["level"], item.level)), _("depth {number}").format(number=depth + 1)]
            if fold is not None:
                said.append(_("open") if fold else _("folded"))
            if cut:
                said.append(_("marked to be moved"))
        return ", ".join(said)

    def _waiting(self, item: Item) -> Item | None:
        """The first step that it waits for and that is not finished, where nothing else is to be said of it."""
        if not item.waits_for or item.status not in ("not-started", "waiting") or days_late(item, self.shown.today):
            return None
        outline = self.shown.outline
        awaited = (outline.get(one) for one in item.waits_for)
        return next((one for one in awaited if one is not None and one.status not in FINISHED), None)

    def what(self, item: Item) -> str:
        """Its own words; above what a filter has found, that it is no find itself, where no narrow column cuts it."""
        words = item.what or ("" if item.level == "action" else _("Without words"))
        return words if self.shown.passes(item) else _("Context: {what}").format(what=words)

    def status(self, item: Item) -> str:
        """How it stands, or how far it is."""
        if item.level != "action":
            return progress_words(self._progress(item.id))
        awaited = self._waiting(item)
        if awaited is not None:
            return _("Waits for: {what}").format(what=awaited.what)
        return self._stand(item)[0]

    def day(self, day: date | None) -> str:
        """A day, short."""
        if day not in self._days:
            self._days[day] = short_day(day, self.shown.today) if day is not None else ""
        return self._days[day]

    def _stand(self, item: Item) -> tuple[str, Cell]:
        key = (item.status, days_late(item, self.shown.today))
        if key not in self._stands:
            self._stands[key] = status_words(item, self.shown.today)
        return self._stands[key]

    def lead(self, item: Item) -> str:
        """Who leads it."""
        found = self.shown.names.get(item.lead, "")
        return found or (self._nobody if item.level == "action" and item.status not in FINISHED else "")

    def helpers(self, item: Item) -> str:
        """Who helps."""
        return ", ".join(_named(self.shown.names, item.helpers))

    def waits_for(self, item: Item) -> str:
        """What must be done before."""
        return "; ".join(waits_words(self.shown.outline, item))


def waits_words(outline: Outline, item: Item) -> list[str]:
    """The words of what an item waits for."""
    found = (outline.get(one) for one in item.waits_for)
    return [one.what or _("A step without words") for one in found if one is not None]


def first_line(text: str) -> str:
    """A long text's first line, with a sign when there is more."""
    first, _break, rest = text.partition("\n")
    return f"{first} …" if rest else first


def cost_words(cost: int | None) -> str:
    """Dollars, such as $1,200."""
    return "" if cost is None else f"${cost:,}"


def why_words(item: Item, groups: Groups) -> str:
    """Where it came from."""
    return origin_words(item.origin, groups) if item.origin else ""


def _named(names: Mapping[str, str], ids: tuple[str, ...]) -> list[str]:
    return [names[one] for one in ids if one in names]


_CHEVRONS: Mapping[bool | None, str] = {None: "none", True: "chevron-down", False: "chevron-right"}
_SPECIAL: Mapping[str, Callable[[Cells, Item], str]] = {
    WHAT: Cells.what,
    "status": Cells.status,
    "lead": Cells.lead,
    "helpers": Cells.helpers,
    "waits_for": Cells.waits_for,
    "by": lambda cells, item: cells.day(item.by),
    "cost": lambda _cells, item: cost_words(item.cost),
    WHY: lambda cells, item: why_words(item, cells.shown.groups),
}
assert set(_SPECIAL) <= set(COLUMNS)
