"""Rows of a plan's sheet that are no steps yet: what they hold, and where in the plan they belong."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from app.model.clean import tidy_line
from app.model.plan import Outline, fitting_level, levels_below
from app.model.plan_sheet import FIELDS
from app.model.schema import FieldType, Spec
from app.model.sheet import Spoilt
from app.model.sheet_cells import Unreadable
from app.model.sheet_found import NewStep
from app.model.sheet_lines import Line
from app.model.sheet_reader import SPECS, CellReader


class NewSteps:
    """`ours` says that other rows of the sheet are steps of this plan; then a key that is unknown was removed here."""

    def __init__(self, reader: CellReader, outline: Outline, *, ours: bool) -> None:
        self._reader, self._outline, self._ours = reader, outline, ours
        self.found: list[NewStep] = []
        self.unread: list[Spoilt] = []
        self._levels: dict[str, str] = {item.id: item.level for item, _d in outline.walk()}
        self._parents: dict[str, str] = {item.id: item.parent for item, _d in outline.walk()}
        self._whats: dict[str, str] = {item.id: item.what for item, _d in outline.walk()}
        self._by_number: dict[str, str] = {}
        self._orderly = True

    def take(self, lines: Sequence[Line]) -> None:
        """Go through all rows in order, since a new row's place is told by those around it."""
        parents = {line.number.rpartition(".")[0] for line in lines if line.number}
        self._orderly = orderly = _is_orderly(lines)
        before = ""
        for line in lines:
            if line.item is None and not self._add(line, before if orderly else "", line.number in parents):
                continue
            self._by_number.setdefault(line.number, line.id)
            before = line.id

    def _add(self, line: Line, before: str, has_below: bool) -> bool:
        if not line.what:
            self.unread.append(Spoilt(line.row.line, line.row.text, _("There is no step in this row.")))
            return False
        values = self._values(line)
        level = str(values.get("level") or self._guess_level(line, before, has_below))
        parent, after = self._place(line, before, level)
        level = fitting_level(level, self._levels.get(parent, ""))
        values["level"] = level
        self._levels[line.id], self._parents[line.id], self._whats[line.id] = level, parent, line.what
        gone = bool(line.key) and self._ours and self._outline.get(line.key) is None
        unsure = _("This step is not in the plan any more: it was removed here.") if gone else ""
        where = _("below “{what}”").format(what=self._whats.get(parent, "")) if parent else _("at the top of the plan")
        words = {name: self._reader.words(SPECS[name], value) for name, value in values.items()}
        self.found.append(NewStep(line.id, line.what, line.row.line, values, parent, after, where, unsure, words))
        return True

    # -- its place ----------------------------------------------------------------------------------------

    def _guess_level(self, line: Line, before: str, has_below: bool) -> str:
        if not line.number or not has_below:
            return "action"
        return "goal" if "." not in line.number else "objective"

    def _place(self, line: Line, before: str, level: str) -> tuple[str, str | None]:
        above = self._by_number.get(line.number.rpartition(".")[0], "") if "." in line.number else ""
        if above and level in levels_below(self._levels[above]):
            path = self._upwards(before)
            after = path[path.index(above) - 1] if above in path[1:] else None
            return above, "" if before == above else after
        if line.number and "." not in line.number and before:
            return "", self._upwards(before)[-1]
        for after in self._upwards(before):
            if level in levels_below(self._levels[after]) and level != self._levels[after]:
                return after, "" if after == before else None
            parent = self._parents[after]
            if self._levels[after] == level:
                return parent, after
        return "", "" if self._ours and self._orderly and not before else None

    def _upwards(self, start: str) -> list[str]:
        path: list[str] = []
        while start and start in self._levels and start not in path:
            path.append(start)
            start = self._parents[start]
        return path

    # -- what it holds ------------------------------------------------------------------------------------

    def _values(self, line: Line) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in FIELDS:
            if name in line.cells and line.cells[name].strip():
                try:
                    self._read(line, SPECS[name], values)
                except Unreadable as trouble:
                    self._cannot(line, SPECS[name], str(trouble))
        return values

    def _read(self, line: Line, spec: Spec, values: dict[str, Any]) -> None:
        if not spec.to:
            values[spec.name] = self._reader.only(spec, line.cells[spec.name])
            return
        found = self._reader.links(line, spec, ())
        for sentence in found.troubles:
            self._cannot(line, spec, sentence)
        wanted = found.added
        if spec.type is FieldType.LINK:
            values[spec.name] = wanted[0] if wanted else ""
            wanted, spec = wanted[1:], SPECS["helpers"]
        if spec.name == "waits_for" and self._reader.waits.closes_circle(None, line.id, wanted):
            raise Unreadable(_("The step would in the end wait for itself."))
        if spec.name == "waits_for":
            self._reader.waits.accept(line.id, wanted)
        if wanted:
            values[spec.name] = tuple(dict.fromkeys((*values.get(spec.name, ()), *wanted)))

    def _cannot(self, line: Line, spec: Spec, why: str) -> None:
        said = _("{step}, {field}: {text}").format(
            step=line.what, field=_(spec.label), text=tidy_line(line.cells[spec.name])
        )
        self.unread.append(Spoilt(line.row.line, said, why))


def _is_orderly(lines: Sequence[Line]) -> bool:
    """Whether the rows that are steps still stand in the plan's order; a sheet that was sorted tells no places."""
    numbers = [tuple(map(int, line.number.split("."))) for line in lines if line.item is not None and _counts(line)]
    return numbers == sorted(numbers)


def _counts(line: Line) -> bool:
    return all(one.isdecimal() and len(one) < 9 for one in line.number.split("."))
