"""The table that cards lie on: piles as columns, single cards in rows. The page and the wall each have one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.model.reflection import Answer, laid
from app.ui.reflect.answer_card import MIME, AnswerCard
from app.ui.reflect.board_layout import Group, Lying, inset, lie
from app.ui.reflect.ink import CardSize, Ink

ENTRY = "\0entry"


class PileHead(QAbstractButton):
    """The name of a pile; pressing it asks for another."""

    def __init__(self, ink: Ink, size: CardSize, name: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink, self._size = ink, size
        self.show_pile(name, count)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pile(self, name: str, count: int) -> None:
        """Show its name and how many cards lie in it."""
        self.setText(name)
        self._count = count
        self.setAccessibleName(_("Pile “{name}”, {count} cards: call it otherwise").format(name=name, count=count))
        self.setToolTip(name)
        self.update()

    def set_size(self, size: CardSize) -> None:
        """Draw it larger or smaller."""
        self._size = size
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, ink = QPainter(self), self._ink
        painter.setFont(ink.font(self._size.small, bold=True))
        painter.setPen(ink.colour("primary" if self.hasFocus() or self.underMouse() else "muted"))
        tail = f"  {self._count}"
        metrics = painter.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(tail)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name + tail)


class Board(QWidget):
    """Signals: `wished(str, str)` with a letter or key and the card; `moved(str, int)`; `laid_on(str, str)` one card on another;
    `laid_in(str, str)` a card in a pile ("" for on its own); `pile_pressed(str)`; `card_chosen(str)`; `left()` upwards.
    """

    wished = Signal(str, str)
    moved = Signal(str, int)
    laid_on = Signal(str, str)
    laid_in = Signal(str, str)
    pile_pressed = Signal(str)
    card_chosen = Signal(str)
    left = Signal()

    def __init__(self, ink: Ink, size: CardSize, *, closed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self.size_of_cards, self._closed = ink, size, closed
        self._answers: list[Answer] = []
        self._cards: dict[str, AnswerCard] = {}
        self._heads: dict[str, PileHead] = {}
        self._lying = Lying()
        self.chosen = ""
        self.entry: QWidget | None = None
        self.setAcceptDrops(not closed)
        self.setAccessibleName(_("Answers"))

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these cards; those that were there keep the focus."""
        self._answers = list(answers)
        kept = {one.id for one in answers}
        had_focus = self.chosen if self.chosen in self._cards and self._cards[self.chosen].hasFocus() else ""
        order = self.order()
        for gone in [one for one in self._cards if one not in kept]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for one in answers:
            if one.id in self._cards:
                self._cards[one.id].show_answer(one)
            else:
                self._cards[one.id] = self._make_card(one)
        self._show_heads()
        self.lay()
        if self.chosen not in kept:
            self._choose_beside(order, had_focus)
        self._let_tab_in()

    def set_size(self, size: CardSize) -> None:
        """Draw cards larger or smaller."""
        self.size_of_cards = size
        for one in (*self._cards.values(), *self._heads.values()):
            one.set_size(size)
        self.lay()

    def order(self) -> list[str]:
        """The ids of the cards as they are walked through."""
        return [one.id for _pile, cards in laid(self._answers) for one in cards]

    def card(self, answer_id: str) -> AnswerCard:
        """The widget of a card. KeyError when it is not there."""
        return self._cards[answer_id]

    def focus_on(self, answer_id: str) -> None:
        """Put the focus on a card."""
        if answer_id in self._cards:
            self.choose(answer_id)  # the window may not have the keyboard now
            self._cards[answer_id].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> bool:
        """Put the focus on the chosen card, else the first; False when there is none."""
        order = self.order()
        if not order:
            return False
        self.focus_on(self.chosen if self.chosen in order else order[0])
        return True

    def choose(self, answer_id: str) -> None:
        """Mark a card as the one that is spoken of."""
        if answer_id == self.chosen:
            return
        for one in (self.chosen, answer_id):
            if one in self._cards:
                self._cards[one].set_chosen(one == answer_id)
        self.chosen = answer_id
        self._let_tab_in()
        self.card_chosen.emit(answer_id)

    def height_at(self, width: int) -> int:
        """How high everything lies at that width."""
        return self._lie(width).height

    def lay(self) -> None:
        """Put every card where it lies now."""
        self._lying = self._lie(self.width())
        for key, box in self._lying.cards.items():
            widget = self.entry if key == ENTRY else self._cards.get(key)
            if widget is not None:
                widget.setGeometry(*box)
                widget.show()
        for pile, head in self._heads.items():
            x, y, wide, _high = self._lying.piles[pile]
            inside = inset(self.size_of_cards.gap) + 2
            head.setGeometry(x + inside, y, wide - 2 * inside, self._head())
            head.show()
        self.setFixedHeight(max(1, self._lying.height))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns may fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the piles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._ink.colour("line"), 1)
        painter.setPen(pen)
        painter.setBrush(self._ink.colour("surface"))
        radius = self.size_of_cards.radius + 2
        for x, y, wide, high in self._lying.piles.values():
            painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, wide - 1, high - 1), radius, radius)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A card may be laid anywhere."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay the card down."""
        event.acceptProposedAction()
        answer_id = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        self.drop(answer_id, event.position().toPoint())

    def drop(self, answer_id: str, at: QPoint) -> None:
        """Lay a card down at a place: on another, in a pile, or on its own."""
        for key, box in self._lying.cards.items():
            if _inside(box, at) and key in self._cards:
                if key != answer_id:
                    self.laid_on.emit(answer_id, key)
                return
        for pile, box in self._lying.piles.items():
            if _inside(box, at):
                self.laid_in.emit(answer_id, pile)
                return
        self.laid_in.emit(answer_id, "")

    # -- inside --------------------------------------------------------------------------------------------

    def _lie(self, width: int) -> Lying:
        groups: list[Group] = [(pile, [one.id for one in cards]) for pile, cards in laid(self._answers)]
        if self.entry is not None:
            single: list[str] = [*groups.pop()[1]] if groups and not groups[-1][0] else []
            groups.append(("", [*single, ENTRY]))
        size = self.size_of_cards
        return lie(groups, width, size.column, size.gap, self._head(), self._height)

    def _height(self, key: str, width: int) -> int:
        if key != ENTRY:
            return self._cards[key].height_at(width)
        assert self.entry is not None
        return self.entry.heightForWidth(width)

    def _head(self) -> int:
        return round(self.size_of_cards.small * 2.1)

    def _make_card(self, answer: Answer) -> AnswerCard:
        card = AnswerCard(self._ink, self.size_of_cards, answer, self)
        card.may_drag = not self._closed
        card.focused.connect(partial(self.choose, answer.id))
        card.pressed_key.connect(partial(self._wish, answer.id))
        card.moved.connect(partial(self.moved.emit, answer.id))
        card.walked.connect(partial(self._walk, answer.id))
        return card

    def _wish(self, answer_id: str, key: str) -> None:
        self.wished.emit(key, answer_id)

    def _show_heads(self) -> None:
        piles = {pile: len(cards) for pile, cards in laid(self._answers) if pile}
        for gone in [one for one in self._heads if one not in piles]:
            head = self._heads.pop(gone)
            head.hide()
            head.deleteLater()
        for pile, count in piles.items():
            if pile in self._heads:
                self._heads[pile].show_pile(pile, count)
            else:
                head = self._heads[pile] = PileHead(self._ink, self.size_of_cards, pile, count, self)
                head.clicked.connect(partial(self._press_pile, pile))

    def _press_pile(self, pile: str, _checked: bool = False) -> None:
        self.pile_pressed.emit(pile)

    def _walk(self, answer_id: str, key: int) -> None:
        order = self.order()
        at = order.index(answer_id)
        match Qt.Key(key):
            case Qt.Key.Key_Left:
                self.focus_on(order[max(0, at - 1)])
            case Qt.Key.Key_Right:
                self.focus_on(order[min(len(order) - 1, at + 1)])
            case Qt.Key.Key_Up:
                above = self._beyond(answer_id, -1)
                if above:
                    self.focus_on(above)
                else:
                    self.left.emit()
            case _:
                self.focus_on(self._beyond(answer_id, 1) or answer_id)

    def _beyond(self, answer_id: str, way: int) -> str:
        """The nearest card above (-1) or below (1), in the same column where there is one."""
        x, y, wide, _high = self._lying.cards[answer_id]
        found: list[tuple[int, str]] = []
        for key, (left, top, width, _tall) in self._lying.cards.items():
            if key in self._cards and (top - y) * way > 0:
                sideways = abs(left + width // 2 - x - wide // 2)
                found.append((abs(top - y) + 3 * sideways, key))
        return min(found)[1] if found else ""

    def _let_tab_in(self) -> None:
        """Tab stops once at the table; arrows walk on it."""
        order = self.order()
        stop = self.chosen if self.chosen in order else next(iter(order), "")
        for key, card in self._cards.items():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)

    def _choose_beside(self, order: list[str], had_focus: str) -> None:
        """The chosen card is gone: its neighbour is chosen, and has the focus where the gone one had it."""
        at = order.index(self.chosen) if self.chosen in order else 0
        left = self.order()
        beside = left[min(at, len(left) - 1)] if left and had_focus else ""
        self.choose(beside)
        if had_focus and beside:
            self.focus_on(beside)
        elif had_focus:
            self.left.emit()


def _inside(box: tuple[int, int, int, int], at: QPoint) -> bool:
    x, y, wide, high = box
    return x <= at.x() < x + wide and y <= at.y() < y + high
