"""A view of the plan as one list: steps under headings that fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.model.item import Item
from app.ui.plan.shown import Shown
from app.ui.plan.steps.card import StepsCard
from app.ui.plan.steps.headed import HEAD, HeadedView
from app.ui.plan.steps.model import Head, Row
from app.ui.plan.steps.view import SIDES
from app.ui.theme import Look

Step = tuple[Item, str]


class Section(NamedTuple):
    """A heading and its steps, each with its mark. `hidden` are steps that are shown on demand only (`more` says how many).

    `note` is the sentence where there is none.
    """

    key: str
    head: Head
    steps: Sequence[Step]
    hidden: Sequence[Step] = ()
    more: str = ""
    fewer: str = ""
    note: str = ""

    def holds(self, item_id: str) -> bool:
        """Whether an item is in it, shown or not."""
        return any(item.id == item_id for item, _mark in chain(self.steps, self.hidden))

    def rows(self, *, folded: bool, whole: bool) -> list[Row]:
        """Its rows: the heading alone while it is folded; with the hidden steps where the whole is wanted."""
        key = self.key
        head = self.head if self.head.folded == folded else replace(self.head, folded=folded)
        rows = [Row(HEAD + key, key, head=head)]
        if folded:
            return rows
        steps = chain(self.steps, self.hidden) if whole else self.steps
        rows += [Row(f"{key}/{item.id}{mark}", key, item, None, mark) for item, mark in steps]
        if self.note and len(rows) == 1:
            rows.append(Row(f"note:{key}", key, head=Head(self.note, "note")))
        if self.hidden:
            rows.append(Row(f"more:{key}", key, head=Head(self.fewer if whole else self.more, "more")))
        return rows


class SectionsCard(StepsCard):
    """`view` is the list. Whoever makes one says what its sections are, and what keys of its own do."""

    def __init__(
        self, look: Look, name: str, keys: str, nothing: str, *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, keys, closed=closed, parent=parent)
        self.view = HeadedView(look, name, self.tell, lambda: look.text.row, nothing, closed=closed)
        self._sections: Sequence[Section] = ()
        self._folds: dict[str, bool] = {}
        self._whole: set[str] = set()
        # Rows of sections that stay as they are, which after most edits are all but one or two, are not made anew.
        self._made: dict[str, tuple[Section | None, bool, bool, list[Row]]] = {}
        self.add(self.view, self.hint)
        self.body.setStretch(0, 1)
        self.setFocusProxy(self.view)
        self.view.item_selected.connect(self.item_selected)
        self.view.opened.connect(self._open)
        self.view.marked.connect(self._mark)
        self.view.key_pressed.connect(self._press)
        self.view.add_wished.connect(self._add)
        self.view.step_dropped.connect(self.take_drop)

    # -- what each says for itself ------------------------------------------------------------------------

    def sections(self) -> Sequence[Section]:
        """The sections of what is shown now."""
        raise NotImplementedError

    def fields_of(self, row: Row | None) -> dict[str, object]:
        """The fields of a new step that begins at a row."""
        raise NotImplementedError

    def press(self, event: QKeyEvent, row: Row) -> None:
        """A key on the chosen step; accept it where it is one of the view's own."""

    def mark(self, row: Row) -> None:
        """Space on a step."""
        if row.item is not None:
            self.mark_done(row.item)

    def take_drop(self, item_id: str, row: Row | None) -> None:
        """A step was let go over a row."""

    # -- a view of the plan -------------------------------------------------------------------------------

    def show_plan(self, shown: Shown) -> None:
        """Bring the list to it by exact steps."""
        self.shown = shown
        self._sections = self.sections()
        keys = {one.key for one in self._sections}
        self._made = {key: made for key, made in self._made.items() if key in keys}
        self._fill()

    def select(self, item_id: str) -> None:
        """Choose an item, without a word about it, and bring it into view: its section opens."""
        if item_id and self.view.source.row_of("", item_id) < 0:
            holding = next((one for one in self._sections if one.holds(item_id)), None)
            if holding is not None:
                self._folds[holding.key] = False
                if not any(item.id == item_id for item, _mark in holding.steps):
                    self._whole.add(holding.key)
                self._fill()
        self.view.select(item_id)

    def take_focus(self) -> None:
        """Bring the keys to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, key: str, folded: bool) -> None:
        """Fold a section, or open it."""
        self._folds[key] = folded
        self._fill()
        self.view.go_to_key(HEAD + key)

    def sizeHint(self) -> QSize:
        """Room for rows."""
        return QSize(self.look.px(900), self.look.px(560))

    def _fill(self) -> None:
        rows: list[Row] = []
        for one in self._sections:
            folded = self._folds.get(one.key, one.head.folded)
            whole = one.key in self._whole
            section, was_folded, was_whole, made = self._made.get(one.key, (None, folded, whole, []))
            if section != one or (was_folded, was_whole) != (folded, whole):
                made = one.rows(folded=folded, whole=whole)
                self._made[one.key] = (one, folded, whole, made)
            rows += made
        self.view.show_rows(rows)

    # -- keys ---------------------------------------------------------------------------------------------

    def _open(self, row: Row) -> None:
        kind = row.head.kind if row.head is not None else ""
        if row.item is not None:
            self.panel_requested.emit("")
        elif row.head is not None and kind == "head":
            self.fold(row.section, not row.head.folded)
        elif kind == "more":
            self._whole ^= {row.section}
            self._fill()

    def _mark(self, row: Row) -> None:
        if row.item is None:
            self._open(row)
        elif not self.closed:
            self.mark(row)

    def _add(self) -> None:
        self.add_requested.emit(self.fields_of(self.view.near_row()))

    def fold_all(self, folded: bool) -> None:
        """Fold every section, or open all."""
        row = self.view.near_row()
        self._folds = dict.fromkeys((one.key for one in self._sections), folded)
        self._fill()
        if folded and row is not None:
            self.view.go_to_key(HEAD + row.section)

    def _press(self, event: QKeyEvent) -> None:
        row, way = self.view.row(), SIDES.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is not None and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            event.accept()
            self.fold_all(way < 0)
        elif row is None:
            return
        elif way is not None and plain:
            event.accept()
            if row.head is None or row.head.kind != "head":
                self.view.go_to_key(HEAD + row.section if way < 0 else "")
            elif row.head.folded != (way < 0):
                self.fold(row.section, way < 0)
        elif row.item is not None and not self.closed:
            self.press(event, row)
