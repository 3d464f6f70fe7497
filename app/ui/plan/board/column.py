"""One column of the board: its head, its cards, or folded to a narrow strip that says how many it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.phrases import N_
from app.model.plan import FINISHED
from app.ui.plan.board.delegate import CardDelegate
from app.ui.plan.shown import Shown
from app.ui.plan.steps.model import MIME, Head, Row
from app.ui.plan.steps.view import SIDES, StepsView
from app.ui.plan.words import STATUS_ICONS, STATUS_NAMES, STATUS_TONES
from app.ui.theme import Look
from app.ui.widgets import ElidedWords, IconButton, Picture, Words
from app.ui.widgets.painting import keyboard_focus, paint_ring

# Of finished steps only the newest are shown at first.
NEWEST = 30
LEAST, FOLDED = 190, 46
# Qt's own word for no limit.
WIDEST = 16_777_215
EMPTY = {
    "not-started": N_("Nothing waits to be begun."),
    "in-progress": N_("Nothing is under way."),
    "waiting": N_("Nothing is held up."),
    "done": N_("Nothing is done yet."),
    "dropped": N_("Nothing was dropped."),
}


class Strip(QAbstractButton):
    """A folded column. Pressed, it opens; a step dropped on it goes there.

    Signals: `step_dropped(str)`, `moved(int)` for keys.
    """

    step_dropped = Signal(str)
    moved = Signal(int)

    def __init__(self, look: Look, status: str, parent: QWidget, *, closed: bool) -> None:
        super().__init__(parent)
        self._look, self._status, self._over = look, status, False
        self.setAcceptDrops(not closed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_count(self, words: str, count: int) -> None:
        """Say how many steps it holds."""
        self.setText(f"{_(STATUS_NAMES[self._status])}  {count}")
        self.setAccessibleName(_("{name}, folded. Enter opens it.").format(name=words))
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(self._look.px(FOLDED), self._look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go to the columns beside."""
        way = SIDES.get(Qt.Key(event.key()))
        if way is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Steps are taken here as well."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped here."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        event.acceptProposedAction()
        self._show_over(False)
        self.step_dropped.emit(bytes(event.mimeData().data(MIME).data()).decode())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its icon, and below it name and count, turned to read downwards."""
        look, painter = self._look, QPainter(self)
        box = QRectF(self.rect())
        paint_ground(painter, look, box, over=self._over or self.underMouse())
        size = look.px(18)
        look.paint_icon(
            painter, QRectF(box.center().x() - size / 2, look.px(14), size, size), icon_of(self._status), "muted"
        )
        painter.setFont(look.font(look.text.small, bold=True))
        painter.setPen(look.colour("muted"))
        painter.translate(box.width(), 0)
        painter.rotate(90)
        room = QRectF(look.px(44), 0, box.height() - look.px(54), box.width())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.resetTransform()
        if keyboard_focus(self):
            paint_ring(painter, look, box, "primary", 12)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


class Column(QWidget):
    """`view` lists its steps.

    Signals: `step_dropped(str)`, `add_wished()`, `fold_wished(bool)`, `moved(int)`, `dragged_over()`.
    """

    step_dropped = Signal(str)
    add_wished = Signal()
    fold_wished = Signal(bool)
    moved = Signal(int)
    dragged_over = Signal()

    def __init__(self, look: Look, status: str, tell: Callable[[Row], str], shown: Shown, *, closed: bool) -> None:
        super().__init__()
        self.look, self.status, self.folded = look, status, False
        self.items: Sequence[Item] = ()
        self._all = False
        self._drawn: CardDelegate | None = None
        self.view = StepsView(look, _(STATUS_NAMES[status]), tell, self._height, _(EMPTY[status]), closed=closed)
        self._drawn = CardDelegate(look, self.view, shown)
        self.view.setItemDelegate(self._drawn)
        self.view.size_rows()
        self.strip = Strip(look, status, self, closed=closed)
        self.count = Words("0", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay(closed)
        self._join()
        look.look_changed.connect(self._size)
        self._size()

    @property
    def finished(self) -> bool:
        """Whether its steps are over: such a column folds, and shows the newest first."""
        return self.status in FINISHED

    def show_steps(self, items: Sequence[Item], shown: Shown, *, anew: bool) -> None:
        """Show these; `anew` says that what cards say besides their steps is otherwise now."""
        if self._drawn is not None:
            self._drawn.shown = shown
        if not anew and items == self.items:
            return
        self.items = items
        steps = ngettext("{count} step", "{count} steps", len(items)).format(count=len(items))
        name = f"{_(STATUS_NAMES[self.status])}, {steps}"
        self.count.setText(str(len(items)))
        self.view.setAccessibleName(name)
        self.view.setAccessibleDescription("" if items else _(EMPTY[self.status]))
        self.strip.set_count(name, len(items))
        self._fill()

    def holds(self, item_id: str) -> bool:
        """Whether a step is in this column, shown or not."""
        return bool(item_id) and any(one.id == item_id for one in self.items)

    def reveal(self, item_id: str) -> None:
        """Open the column, and show all of it where the step is not among the newest."""
        if self.folded:
            self.fold_wished.emit(False)
        if self.view.source.row_of("", item_id) < 0:
            self.show_all(True)

    def show_all(self, every: bool) -> None:
        """Show all finished steps, or the newest."""
        self._all = every
        self._fill()

    def set_folded(self, folded: bool) -> None:
        """Narrow, or with its cards."""
        self.folded = folded
        self._inside.setVisible(not folded)
        self.strip.setVisible(folded)
        self._size()

    def take_focus(self) -> None:
        """Bring the keys here."""
        (self.strip if self.folded else self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        items, total = self.items, len(self.items)
        rows = [Row(one.id, self.status, one) for one in (items if self._all or not self.finished else items[:NEWEST])]
        if self.finished and total > NEWEST:
            words = _("Show only the newest {count}").format(count=NEWEST)
            if not self._all:
                words = _("Show all {count}").format(count=total)
            rows.append(Row("more", self.status, head=Head(words, "more")))
        self.view.show_rows(rows)

    def _open(self, row: Row) -> None:
        if row.item is None:
            self.show_all(not self._all)

    def _drop(self, item_id: str) -> None:
        self.step_dropped.emit(item_id)

    def _lay(self, closed: bool) -> None:
        name, icon = _(STATUS_NAMES[self.status]), icon_of(self.status)
        head = QHBoxLayout()
        head.setContentsMargins(self.look.px(8), 4, 0, 0)
        head.setSpacing(self.look.space.tiny_gap)
        head.addWidget(Picture(self.look, icon, STATUS_TONES.get(self.status, "muted")))
        head.addWidget(ElidedWords(name, "strong"))
        head.addWidget(self.count)
        head.addStretch(1)
        if not closed:
            plus = IconButton(self.look, "plus", _("New step: {column} (N)").format(column=name), kind="small")
            plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plus.clicked.connect(self.add_wished)
            head.addWidget(plus)
        if self.finished:
            fold = IconButton(self.look, "chevron-right", _("Fold: {column}").format(column=name), kind="small")
            fold.clicked.connect(lambda: self.fold_wished.emit(True))
            head.addWidget(fold)
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(6, 4, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside)
        whole.addWidget(self.strip)
        self.strip.hide()

    def _join(self) -> None:
        self.view.opened.connect(self._open)
        self.view.add_wished.connect(self.add_wished)
        self.view.step_dropped.connect(self._drop)
        self.strip.step_dropped.connect(self.step_dropped)
        self.strip.clicked.connect(lambda: self.fold_wished.emit(False))
        self.strip.moved.connect(self.moved)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The whole column shows that a step would be dropped into it, or has the keys."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter:
            self.dragged_over.emit()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragLeave, QEvent.Type.Drop, QEvent.Type.Paint):
            self.update()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are laid out for the width there is."""
        super().resizeEvent(event)
        if self._drawn is not None and not self.folded:
            self._drawn.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground that the cards lie on."""
        if self.folded:
            return
        painter, look = QPainter(self), self.look
        paint_ground(painter, look, QRectF(self.rect()), over=self.view.dragged_over)
        if self.view.hasFocus() and not self.view.source.rows:
            paint_ring(painter, look, QRectF(self.rect()), "primary", 12)

    def _height(self) -> int:
        return self._drawn.height() if self._drawn is not None else self.look.px(120)

    def _size(self) -> None:
        px = self.look.px
        self.setMinimumWidth(px(FOLDED if self.folded else LEAST))
        self.setMaximumWidth(px(FOLDED) if self.folded else WIDEST)
        if self._drawn is not None and not self.folded:
            self._drawn.fit(self.width())


def icon_of(status: str) -> str:
    """The icon of a column."""
    return STATUS_ICONS.get(status, "circle")


def paint_ground(painter: QPainter, look: Look, box: QRectF, *, over: bool) -> None:
    """A column's ground; `over` while a step is held over it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("primary" if over else "line"), 2 if over else 1))
    painter.setBrush(look.colour("primary_soft" if over else "raised"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 12, 12)
