"""Links in a plan's sheet: who leads and helps, and what a step waits for, read by name, by number or by words.

What was sent says whom an unchanged name means, also when they are called otherwise by now; and since only what was added to a
list and taken from it counts, helpers whom the sheet's readers may not see stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.model.clean import tidy_line
from app.model.finding import folded
from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_sheet import mark, numbers_of
from app.model.sheet_cells import Unreadable, is_nobody
from app.model.sheet_lines import Line

_NUMBERED = re.compile(r"(\d{1,4}(?:\.\d{1,4})*)\.?(?:\s+(.*))?")


@dataclass
class Links:
    """What a cell says: ids that it still names, that it adds, and that it takes away; `troubles` are sentences."""

    kept: list[str] = field(default_factory=list[str])
    added: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    troubles: list[str] = field(default_factory=list[str])


class SentLinks:
    """The links of one field as they were sent: pairs of marks, of the id and of the words."""

    def __init__(self, item_id: str, field_name: str, marks: str) -> None:
        self._seed = (item_id, field_name)
        self.pairs = [(one[0], one[2]) for one in (part.partition(".") for part in marks.split("+")) if one[0]]

    def by_words(self, words: str) -> str:
        """The mark of whom these words were sent for, or empty."""
        wanted = mark(*self._seed, tidy_line(words))
        return next((one for one, said in self.pairs if said == wanted), "") if wanted else ""

    def id_mark(self, target: str) -> str:
        """The mark of an id."""
        return mark(*self._seed, target)


def read_links(
    cell: str,
    here: Sequence[str],
    sent: SentLinks | None,
    parts: Callable[[str], list[str]],
    find: Callable[[str], str],
) -> Links:
    """What a cell says beside what is `here`; `parts` parts a line into names, and `find` says who is meant (or Unreadable)."""
    found = Links()
    by_mark = {sent.id_mark(one): one for one in here} if sent is not None else {}
    named: set[str] = set()
    for words in _names(cell, sent, parts):
        known = sent.by_words(words) if sent is not None else ""
        if known:
            named.add(known)
            continue
        try:
            target = find(words)
        except Unreadable as trouble:
            found.troubles.append(str(trouble))
            continue
        if sent is not None:
            named.add(sent.id_mark(target))
        if target in here:
            found.kept.append(target)
        elif target not in found.added:
            found.added.append(target)
    if sent is not None and not found.troubles:
        gone = [one for one, _words in sent.pairs if one not in named]
        found.removed = [by_mark[one] for one in gone if one in by_mark]
    return found


def _names(cell: str, sent: SentLinks | None, parts: Callable[[str], list[str]]) -> list[str]:
    names: list[str] = []
    for line in cell.split("\n"):
        if not line.strip():
            continue
        whole = sent is not None and sent.by_words(line)
        names += [tidy_line(line)] if whole else parts(line)
    return names


class Steps:
    """Which step is meant by “2.1 Book the hall”, by its number in the sheet, or by its words."""

    def __init__(self, lines: Sequence[Line], outline: Outline) -> None:
        self._what = {item.id: item.what for item, _depth in outline.walk()}
        self._what |= {line.id: line.what for line in lines if "what" in line.cells}
        self._numbers: dict[str, str] = {number: key for key, number in numbers_of(outline).items()}
        self._numbers |= {line.number: line.id for line in lines if line.number}
        self._words: dict[str, list[str]] = {}
        for key, what in self._what.items():
            self._words.setdefault(folded(what), []).append(key)

    def parted(self, line: str) -> list[str]:
        """The single steps of a line: “1.2, 1.3” are two."""
        parts = [one.strip() for one in re.split(r"[;,]", line)]
        if len(parts) > 1 and (";" in line or all(_is_number(one) for one in parts)):
            return [one for one in parts if not is_nobody(one)]
        return [] if is_nobody(line) else [tidy_line(line)]

    def words_of(self, key: str) -> str:
        """A step's words, also of one that is only in the sheet."""
        return self._what.get(key, "")

    def find(self, words: str, nobody: str) -> str:
        """The id of a step. Raises Unreadable with the sentence `nobody`."""
        same = self._words.get(folded(words), [])
        if len(same) == 1:
            return same[0]
        numbered = _NUMBERED.fullmatch(words)
        if numbered:
            said = folded(numbered[2] or "")
            there = self._numbers.get(numbered[1], "")
            what = folded(self._what.get(there, ""))
            if there and (not said or what == said or (words.endswith("…") and what.startswith(said))):
                return there
            others = self._words.get(said, []) if said else []
            if len(others) == 1:
                return others[0]
        raise Unreadable(nobody)


def _is_number(words: str) -> bool:
    found = _NUMBERED.fullmatch(words)
    return found is not None and found[2] is None


class Waits:
    """Who waits for whom, with what has been accepted so far: a circle is noticed before it closes."""

    def __init__(self, outline: Outline) -> None:
        self._for: dict[str, tuple[str, ...]] = {item.id: item.waits_for for item, _depth in outline.walk()}

    def closes_circle(self, item: Item | None, item_id: str, wanted: Sequence[str]) -> bool:
        """Whether a step would, over others, wait for itself."""
        new = [one for one in wanted if item is None or one not in item.waits_for]
        stack, seen = list(new), set[str]()
        while stack:
            one = stack.pop()
            if one == item_id:
                return True
            if one not in seen:
                seen.add(one)
                stack.extend(self._for.get(one, ()))
        return False

    def accept(self, item_id: str, wanted: Sequence[str]) -> None:
        """Count with these from now on."""
        self._for[item_id] = tuple(wanted)
