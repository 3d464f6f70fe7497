"""How the window was left: its size, views, columns and page, kept in the settings for the next start."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray

from app.data.settings import Settings
from app.ui.frame.window import Frame
from app.ui.learn.page import LearnPage
from app.ui.plan.page import PlanPage
from app.ui.who.page import WhoPage


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept holds no words of people."""

    settings: Settings
    frame: Frame
    learn: LearnPage
    who: WhoPage
    plan: PlanPage

    def keep(self) -> None:
        """Write down how the window stands."""
        window = self.settings.window
        window["geometry"] = bytes(self.frame.saveGeometry().toBase64().data()).decode("ascii")
        window["who"] = self.who.views.current()
        window["columns"] = self.who.arrangement()
        window["plan"] = self.plan.views.current()
        window["plan_columns"] = self.plan.arrangement()
        window["page"] = self.learn.current
        window["scroll"] = str(self.learn.scrolled)
        window["words"] = str(self.learn.reading.factor)
        self.settings.save()

    def restore(self) -> None:
        """Let the window stand as it was left."""
        window = self.settings.window
        kept = window.get("geometry", "")
        if kept:
            self.frame.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        self.who.show_view(window.get("who", ""))
        self.who.arrange(window.get("columns", ""))
        self.plan.show_view(window.get("plan", ""))
        self.plan.arrange(window.get("plan_columns", ""))
        self.learn.show_page(window.get("page", ""), scroll=round(number(window.get("scroll", ""), 0)))


def number(kept: str, otherwise: float) -> float:
    """A number that was kept as a text; `otherwise` where it is none."""
    try:
        return max(0.0, min(1e6, float(kept)))
    except ValueError:
        return otherwise
