"""What the circle's shapes and lines mean, drawn as they are there and said in words."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.partner import FORMS
from app.model.tie import TIE_SORTS
from app.ui.theme import Look
from app.ui.who.circle.paint import TIE_LOOKS, draw_dot
from app.ui.widgets import FlowLayout, Words


class Sample(QWidget):
    """One drawn sign; the words beside it say what it is."""

    def __init__(self, look: Look, form: str = "", tie: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._form, self._tie = look, form, tie
        look.look_changed.connect(self._size)
        self._size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self._form:
            draw_dot(painter, self._look, middle, self._form, self._look.px(5), filled=True)
        else:
            role, style = TIE_LOOKS[self._tie]
            painter.setPen(QPen(self._look.colour(role), 2, style))
            painter.drawLine(QPointF(2, middle.y()), QPointF(self.width() - 2, middle.y()))

    def _size(self) -> None:
        self.setFixedSize(QSize(self._look.px(16 if self._form else 44), self._look.px(18)))


class Legend(QWidget):
    """The forms of partners, what the rings are, and the ties while all of them are drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ties: list[QWidget] = []
        flow = FlowLayout(self)
        for one in FORMS:
            flow.addWidget(self._entry(Sample(look, form=one.key), _(one.label)))
        rings = Words(_("Middle: active. Edge: not yet asked."), "small")
        rings.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        flow.addWidget(rings)
        for one in TIE_SORTS:
            entry = self._entry(Sample(look, tie=one.key), _(one.label))
            entry.hide()
            self._ties.append(entry)
            flow.addWidget(entry)

    def show_ties(self, wanted: bool) -> None:
        """Explain the lines too."""
        for one in self._ties:
            one.setVisible(wanted)

    def _entry(self, sample: Sample, words: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, self._look.px(6), 0)
        row.setSpacing(self._look.px(4))
        row.addWidget(sample)
        row.addWidget(Words(words, "small"))
        return box
