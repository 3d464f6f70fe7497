"""A name to type for who leads a step and stands nowhere yet: whoever it is, they are in the circle from then on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.plan.changing import Changing
from app.ui.theme import Look
from app.ui.widgets import Words
from app.ui.widgets.entries import LineEntry
from app.ui.widgets.menu import make_round

WIDTH = 320


class NameBox(QWidget):
    """One line to type a name in. Signal: `named(str)` at Enter; Escape, or a press beside it, closes it without."""

    named = Signal(str)

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        make_round(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.entry = LineEntry()
        self.entry.setAccessibleName(title)
        self.entry.setPlaceholderText(_("Name, or what they do"))
        ground = QFrame()
        ground.setProperty("part", "popup")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(look.space.tiny_gap)
        column.addWidget(Words(title, "strong", wrap=True))
        column.addWidget(self.entry)
        column.addWidget(Words(_("Enter: they lead it, and are in the circle. Escape: leave it."), "small", wrap=True))
        self.setFixedWidth(look.px(WIDTH))
        self.entry.returnPressed.connect(self._take)

    def open_at(self, at: QPoint) -> None:
        """Show it near a point of the screen, inside of it."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(max(at.x(), screen.left()), screen.right() - self.width())
        top = min(max(at.y(), screen.top()), screen.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.entry.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        name = self.entry.text().strip()
        self.close()
        if name:
            self.named.emit(name)


class Newcomers(QObject):
    """Asks who it is where "Somebody new…" was chosen as lead, and has `changing` do it; `place` is where on the screen."""

    def __init__(self, look: Look, changing: Changing, place: Callable[[], QPoint], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._changing, self._place, self._ground = look, changing, place, parent
        changing.newcomer_wanted.connect(self._ask_soon)

    def ask(self, ids: Sequence[str]) -> NameBox:
        """Open the line for these steps."""
        box = NameBox(self._look, _("Who leads it?"), self._ground)
        box.named.connect(partial(self._changing.put_newcomer, ids))
        box.open_at(self._place())
        return box

    def _ask_soon(self, ids: Sequence[str]) -> None:
        # The list in which it was chosen closes first, and would take this one with it.
        QTimer.singleShot(0, self, partial(self.ask, ids))
