"""The community's name at the top left; pressing it opens the menu of the program."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.ui.frame.mark import paint_mark
from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring

SIDE = 8


class CommunityButton(QAbstractButton):
    """Mark, name, and a small arrow. A long name ends in an ellipsis; the tooltip says all of it."""

    def __init__(self, look: Look, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._menu, self._width = look, menu, 200
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        look.look_changed.connect(self.updateGeometry)
        self.set_name("")

    def set_name(self, name: str) -> None:
        """Show the community's name."""
        self.setText(name or _("Groundwork"))
        self.setAccessibleName(_("Menu, {name}").format(name=self.text()))
        self.setToolTip(self.text())
        self.update()

    def set_width(self, pixels: int) -> None:
        """Take that much room."""
        self._width = pixels
        self.updateGeometry()

    def open_menu(self) -> None:
        """Show the menu under the name."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def sizeHint(self) -> QSize:
        """The room it was given, but at least the mark and a few letters."""
        return QSize(max(self._width, self._look.px(64)), self._look.text.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look, painter, box = self._look, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = look.px(22)
        middle = (box.height() - size) / 2
        arrow = look.px(16)
        words = box.adjusted(SIDE + size + 10, 0, -arrow - 10, 0)
        painter.setFont(look.font(bold=True))
        wide = min(words.width(), painter.fontMetrics().horizontalAdvance(self.text()) + 2)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(0, 0, words.left() + wide + arrow + 10, box.height()), 9, 9)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.setPen(look.colour("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        place = QRectF(words.left() + wide + 4, (box.height() - arrow) / 2 + 1, arrow, arrow)
        look.paint_icon(painter, place, "chevron-down", "muted")
        paint_mark(painter, look, QRectF(SIDE, middle, size, size))
        if keyboard_focus(self):
            paint_ring(painter, look, box)
