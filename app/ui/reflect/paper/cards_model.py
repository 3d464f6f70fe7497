"""The cards of filled worksheets as Qt's model: a row for each question, and below it one for each card, with ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.clean import tidy_line
from app.model.trouble import Refused
from app.model.worksheet import LONGEST, CardProposal
from app.ui.widgets import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex
_INDENT = 26


@dataclass(frozen=True, slots=True)
class _Question:
    """A question with its cards; its words are the meeting's name as well, where several meetings come in."""

    words: str
    cards: tuple[CardProposal, ...]


class CardsModel(QAbstractListModel):
    """Ticks are kept by card, so that they stay when the sheets are compared once more. Signal: `choice_changed()`."""

    choice_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Question | CardProposal] = []
        self._ticked: set[str] = set()
        self._known: set[str] = set()
        self._reworded: dict[str, str] = {}

    def show(self, cards: Sequence[CardProposal], words: Callable[[CardProposal], str], *, keep: bool) -> None:
        """Show these, in their order; `words` says which question a card answers.

        What need not be looked at first is ticked; with `keep`, cards that were there already stay as they were set and worded.
        """
        self.beginResetModel()
        if not keep:
            self._reworded = {}
        cards = [replace(one, words=self._reworded.get(one.id, one.words)) for one in cards]
        self._rows = []
        questions: dict[tuple[str, str], list[CardProposal]] = {}
        for one in cards:
            questions.setdefault((one.meeting, one.question), []).append(one)
        for group in questions.values():
            self._rows += [_Question(words(group[0]), tuple(group)), *group]
        fresh = [one for one in cards if not (keep and one.id in self._known)]
        kept = self._ticked if keep else set[str]()
        self._ticked = kept | {one.id for one in fresh if not one.unsure}
        self._known = {one.id for one in cards}
        self.endResetModel()
        self.choice_changed.emit()

    def all(self) -> list[CardProposal]:
        """Every card."""
        return [one for one in self._rows if isinstance(one, CardProposal)]

    def wanted(self) -> list[CardProposal]:
        """What is ticked."""
        return [one for one in self.all() if one.id in self._ticked]

    def tick(self, cards: Iterable[CardProposal]) -> None:
        """Set the ticks of these and take all others."""
        self._ticked = {one.id for one in cards}
        self._tell()

    def reword(self, card_id: str, words: str) -> None:
        """Let a card come in with other words, which may be none of somebody's story. Refused: without words, or too many."""
        tidied = tidy_line(words)
        if not tidied:
            raise Refused(_("A card needs some words. To leave it out, take its tick away."))
        if len(tidied) > LONGEST:
            sentence = _("A card holds {most} letters at most, and this has {count}. Say it more shortly.")
            raise Refused(sentence.format(most=LONGEST, count=len(tidied)))
        self._reworded[card_id] = tidied
        self._rows = [_with_words(one, card_id, tidied) for one in self._rows]
        self._tell()

    def turn(self, index: Index) -> None:
        """Set or take the tick of a card; that of a question goes for all of its cards."""
        keys = {one.id for one in self._cards(index)}
        if keys:
            self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
            self._tell()

    def card(self, index: Index) -> CardProposal | None:
        """The card of a row, or None for a question."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, CardProposal) else None

    # -- what Qt asks -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Questions and cards."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, ticks and looks."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._aloud(index)
            case Qt.ItemDataRole.CheckStateRole:
                return self._state(index)
            case _:
                return self._cell(index) if role == CELL_ROLE else None

    # -- inside -------------------------------------------------------------------------------------------

    def _cards(self, index: Index) -> Sequence[CardProposal]:
        row = self._rows[index.row()] if index.isValid() else None
        if isinstance(row, CardProposal):
            return (row,)
        return row.cards if row is not None else ()

    def _words(self, index: Index) -> str:
        row = self._rows[index.row()]
        if isinstance(row, CardProposal):
            return row.words
        count = len(row.cards)
        said = ngettext("{question} — {count} card", "{question} — {count} cards", count)
        return said.format(question=row.words, count=count)

    def _hint(self, index: Index) -> str:
        card = self.card(index)
        return "\n".join(one for one in (self._words(index), card.unsure if card is not None else "") if one)

    def _aloud(self, index: Index) -> str:
        words = {Qt.CheckState.Checked: _("ticked"), Qt.CheckState.PartiallyChecked: _("partly ticked")}
        said = words.get(self._state(index), _("not ticked"))
        return f"{self._hint(index)}, {said}".replace("\n", ", ")

    def _state(self, index: Index) -> Qt.CheckState:
        keys = {one.id for one in self._cards(index)}
        if keys <= self._ticked:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if keys & self._ticked else Qt.CheckState.Unchecked

    def _cell(self, index: Index) -> Cell:
        state, card = self._state(index), self.card(index)
        unsure = card is not None and bool(card.unsure)
        icons = {Qt.CheckState.Checked: "circle-check", Qt.CheckState.PartiallyChecked: "circle-dot"}
        icon = icons.get(state, "triangle-alert" if unsure else "circle")
        role = "warn" if icon == "triangle-alert" else "muted" if icon == "circle" else "primary"
        return Cell(icon=icon, icon_role=role, bold=card is None, indent=_INDENT if card is not None else 0)

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.choice_changed.emit()


def _with_words(row: _Question | CardProposal, card_id: str, words: str) -> _Question | CardProposal:
    if isinstance(row, CardProposal):
        return replace(row, words=words) if row.id == card_id else row
    return replace(row, cards=tuple(replace(one, words=words) if one.id == card_id else one for one in row.cards))
