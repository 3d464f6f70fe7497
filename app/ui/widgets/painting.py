"""Small pieces of painting that several widgets share: chips, focus rings, thin progress."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look

TONES = ("plain", "primary", "ok", "gold", "warn", "blue")


def keyboard_focus(widget: QWidget) -> bool:
    """True when the widget has the focus and the person moves by keyboard, so the ring is to be seen."""
    moving = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return widget.hasFocus() and moving


def paint_ring(painter: QPainter, look: Look, rect: QRectF, role: str = "primary", radius: float = 9) -> None:
    """A two pixel ring just inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(role), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def chip_size(look: Look, text: str, icon: str = "") -> QSize:
    """Room that a chip needs, in pixels."""
    metrics = QFontMetrics(look.font(look.text.small))
    room = metrics.horizontalAdvance(text) + look.px(22) + 4 + (look.px(20) if icon else 0)
    return QSize(room, max(look.px(25), metrics.height() + 6))


def paint_chip(painter: QPainter, look: Look, rect: QRectF, text: str, tone: str, icon: str = "") -> None:
    """A pill with its words and icon; words that do not fit end in an ellipsis."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground, edge, ink = chip_colours(tone)
    flat = look.colour(ground) == look.colour("surface")
    painter.setPen(QPen(look.colour(ink if flat and tone != "plain" else edge), 1))
    painter.setBrush(look.colour(ground))
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    words = box.adjusted(look.px(11), 0, -look.px(11), 0)
    if icon:
        size = look.px(14)
        look.paint_icon(painter, QRectF(words.left(), box.center().y() - size / 2, size, size), icon, ink)
        words.setLeft(words.left() + look.px(20))
    painter.setFont(look.font(look.text.small))
    painter.setPen(look.colour(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def chip_colours(tone: str) -> tuple[str, str, str]:
    """Names of the ground, edge and text colours of a tone."""
    if tone == "plain":
        return "raised", "line", "muted"
    return f"{tone}_soft", f"{tone}_soft", tone


def paint_bar(painter: QPainter, look: Look, rect: QRectF, part: float, role: str = "primary") -> None:
    """A thin bar filled to `part` (0 to 1)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(look.colour("line" if look.colour("bg") != look.colour("surface") else "hover"))
    painter.drawRoundedRect(rect, radius, radius)
    if part > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.width() * min(part, 1.0), rect.height()))
        painter.setBrush(look.colour(role))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def bar_rect(look: Look, cell: QRect, width: int) -> QRectF:
    """Where a thin bar of `width` pixels stands in the middle of a cell's height."""
    height = look.px(8)
    return QRectF(cell.left(), cell.center().y() - height / 2 + 1, width, height)
