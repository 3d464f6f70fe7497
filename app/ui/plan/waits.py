"""What a step waits for and what waits for it, each a way there; another is found by typing a few of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from typing import Any, cast

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QStringListModel, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.words import STATUS_ICONS
from app.ui.theme import Look
from app.ui.widgets import IconButton, PressRow, Words, clear
from app.ui.widgets.entries import LineEntry

# Asks for other steps to wait for; why it was refused, or None.
Change = Callable[[str, tuple[str, ...]], Exception | None]


class FindStep(LineEntry):
    """A line to type some words of a step in. The list is made when somebody comes here: a plan may have thousands.

    Signal: `step_found(str)`.
    """

    step_found = Signal(str)

    def __init__(self, offers: Callable[[], Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._offers = offers
        self._ids: list[str] = []
        self._words = QStringListModel(self)
        self._finder = QCompleter(self._words, self)
        self._finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self._finder.setMaxVisibleItems(12)
        self.setCompleter(self._finder)
        activated: SignalInstance = cast("Any", self._finder.activated)[QModelIndex]
        activated.connect(self._take)
        self.textEdited.connect(self._fill)
        self.returnPressed.connect(self._take_only)

    def forget(self) -> None:
        """Another step is shown."""
        self.clear()
        self._ids = []

    def _fill(self) -> None:
        if not self._ids:
            offered = self._offers()
            self._ids = [key for key, _words in offered]
            self._words.setStringList([words for _key, words in offered])

    def _take(self, index: QModelIndex) -> None:
        proxy = cast("QAbstractProxyModel", self._finder.completionModel())
        row = proxy.mapToSource(index).row()
        if 0 <= row < len(self._ids):
            found = self._ids[row]
            self.forget()
            self.step_found.emit(found)

    def _take_only(self) -> None:
        """Enter takes the one that is left, or the one that is called so."""
        self._finder.setCompletionPrefix(self.text())
        if self.text().strip() and self._finder.completionCount() == 1:
            self._take(self._finder.completionModel().index(0, 0))


class Waits(QWidget):
    """`change` asks for a step to wait for others. Signal: `item_requested(str)` to go to one."""

    item_requested = Signal(str)

    def __init__(self, look: Look, outline: Callable[[], Outline], change: Change, *, closed: bool) -> None:
        super().__init__()
        self._look, self._outline, self._change, self._closed = look, outline, change, closed
        self._item = ""
        self._before, self._after = QVBoxLayout(), QVBoxLayout()
        self.finder = FindStep(self._offers)
        self.finder.setPlaceholderText(_("Type some words of a step…"))
        self.finder.setAccessibleName(_("Waits for"))
        self.finder.setVisible(not closed)
        self.error = Words("", "error", wrap=True)
        self.error.hide()
        self.after_heading = Words(_("Waiting for it"), "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.tiny_gap)
        for one in (self._before, self._after):
            one.setSpacing(0)
        column.addLayout(self._before)
        column.addWidget(self.finder)
        column.addWidget(self.error)
        column.addWidget(self.after_heading)
        column.addLayout(self._after)
        self.finder.step_found.connect(self._add)

    def show_item(self, item: Item) -> None:
        """Show an item's, or how they stand now."""
        if item.id != self._item:
            self.finder.forget()
            self._say("")
        self._item = item.id
        outline = self._outline()
        clear(self._before)
        clear(self._after)
        for key in item.waits_for:
            awaited = outline.get(key)
            if awaited is not None:
                self._before.addWidget(self._row(awaited, removable=True))
        after = [one for one in outline if item.id in one.waits_for]
        for one in after:
            self._after.addWidget(self._row(one, removable=False))
        self.after_heading.setVisible(bool(after))

    def _row(self, item: Item, *, removable: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = item.what or _("A step without words")
        link = PressRow(self._look, words, STATUS_ICONS.get(item.status, "circle"))
        link.clicked.connect(partial(self._go, item.id))
        row.addWidget(link, 1)
        if removable and not self._closed:
            cross = IconButton(self._look, "x", _("No longer wait for: {what}").format(what=words))
            cross.clicked.connect(partial(self._drop, item.id))
            row.addWidget(cross)
        return box

    def _go(self, item_id: str, _checked: bool = False) -> None:
        self.item_requested.emit(item_id)

    def _now(self) -> tuple[str, ...]:
        item = self._outline().get(self._item)
        return item.waits_for if item is not None else ()

    def _offers(self) -> list[tuple[str, str]]:
        """Steps by their words, with what they stand below where several are called alike."""
        outline, there = self._outline(), {self._item, *self._now()}
        steps = [one for one in outline if one.level == "action" and one.what and one.id not in there]
        count: dict[str, int] = {}
        for one in steps:
            count[one.what] = count.get(one.what, 0) + 1
        return sorted(
            ((one.id, self._named(outline, one, count[one.what] > 1)) for one in steps), key=lambda pair: pair[1]
        )

    def _named(self, outline: Outline, item: Item, twice: bool) -> str:
        above = outline.get(item.parent)
        return f"{item.what} ({above.what})" if twice and above is not None else item.what

    def _add(self, item_id: str) -> None:
        self._put((*self._now(), item_id))

    def _drop(self, gone: str, _checked: bool = False) -> None:
        self._put(tuple(one for one in self._now() if one != gone))

    def _put(self, ids: tuple[str, ...]) -> None:
        refused = self._change(self._item, ids)
        self._say(str(refused) if refused is not None else "")

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.finder.setAccessibleDescription(sentence)
