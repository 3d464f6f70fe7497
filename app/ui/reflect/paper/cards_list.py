"""The list of what comes in from worksheets, and below it the chosen card in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.trouble import Refused
from app.model.worksheet import CardProposal
from app.ui.reflect.paper.cards_model import CardsModel
from app.ui.theme import Look
from app.ui.widgets import ListView, LongField, Words

MOST_ROWS = 16
# How far the tick and the space around it reach from the left, at 100 %.
_TICK = 38


class TickList(ListView):
    """Space sets or takes the tick of the row, as a click on it does. Signal: `reword_requested()` by F2 or Enter."""

    reword_requested = Signal()

    def __init__(self, look: Look, model: CardsModel) -> None:
        super().__init__(look, _("Cards from the worksheets"))
        self.cards, self.look = model, look
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick of the row; F2 and Enter go to its words."""
        if event.key() == Qt.Key.Key_Space:
            self.cards.turn(self.currentIndex())
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reword_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the tick turns it; one on the words only chooses the row, so that they can be changed."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() < self.look.px(_TICK):
            self.cards.turn(self.indexAt(event.position().toPoint()))


class CardsList(QWidget):
    """Signals: `choice_changed()`; `words_entered()` when the keys went to the words below the list."""

    choice_changed = Signal()
    words_entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = CardsModel(self)
        self.list = TickList(look, self.model)
        self.words = LongField(
            look, _("The words of this card"), _("What comes in can be said otherwise, and names taken out."), lines=2
        )
        self._shown = ""
        self.unsure = Words("", "small", wrap=True)
        self.unsure.setProperty("tone", "warn")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.space.small_gap)
        for one in (self.list, self.words, self.unsure):
            whole.addWidget(one)
        self.model.choice_changed.connect(self.choice_changed)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.reword_requested.connect(self._go_to_words)
        self.words.edited.connect(self._reword)
        look.look_changed.connect(self._size)

    def show_cards(self, cards: Sequence[CardProposal], words: Callable[[CardProposal], str], *, keep: bool) -> None:
        """Show them as `CardsModel.show` does."""
        if keep and self._shown:
            self.settle()
        self._shown = ""
        self.model.show(cards, words, keep=keep)
        self.setVisible(bool(cards))
        self._size()
        self.list.setCurrentIndex(self.model.index(0))
        self._show(self.list.currentIndex())

    def settle(self) -> None:
        """Take the words that are being typed."""
        self.words.commit()

    def _reword(self, words: object) -> None:
        try:
            self.model.reword(self._shown, str(words))
        except Refused as refused:
            self.words.show_error(str(refused))

    def _go_to_words(self) -> None:
        if self.words.isVisible():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words_entered.emit()

    def _show(self, index: QModelIndex) -> None:
        """The chosen card in full: rows are cut."""
        card = self.model.card(index)
        if self._shown:
            self.settle()
        self._shown = card.id if card is not None else ""
        self.words.set_value(card.words if card is not None else "")
        self.words.setVisible(card is not None)
        self.unsure.setText(card.unsure if card is not None else "")
        self.unsure.setVisible(card is not None and bool(card.unsure))

    def _size(self) -> None:
        rows = min(self.model.rowCount(), MOST_ROWS)
        self.list.setFixedHeight(rows * self._look.text.row + self._look.px(6))
