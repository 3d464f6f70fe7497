"""Where the circle's own units come to lie on the screen: fitted, moved and enlarged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

LEAST, MOST = 0.15, 6.0


@dataclass(frozen=True, slots=True)
class Camera:
    """`scale` is pixels for a unit; `x` and `y` are where the circle's middle is, in pixels."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def fitted(cls, room: QRectF, radius: float) -> Camera:
        """The whole circle in the middle of some room."""
        scale = min(room.width(), room.height()) / (2 * radius)
        return cls(max(LEAST, min(MOST, scale)), room.center().x(), room.center().y())

    def to_screen(self, x: float, y: float) -> QPointF:
        """A point of the circle in pixels."""
        return QPointF(self.x + x * self.scale, self.y + y * self.scale)

    def to_circle(self, at: QPointF) -> tuple[float, float]:
        """A point of the screen in the circle's units."""
        return (at.x() - self.x) / self.scale, (at.y() - self.y) / self.scale

    def moved(self, across: float, down: float) -> Camera:
        """The picture moved by some pixels."""
        return replace(self, x=self.x + across, y=self.y + down)

    def zoomed(self, by: float, around: QPointF) -> Camera:
        """The picture enlarged by a factor; the point `around` stays where it is."""
        scale = max(LEAST, min(MOST, self.scale * by))
        x, y = self.to_circle(around)
        return Camera(scale, around.x() - x * scale, around.y() - y * scale)
