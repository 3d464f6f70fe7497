"""Where a step or a partner came from, in words, and the way back there."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.groups import Groups
from app.model.origin import GAP, PAGE, QUESTION, Origin
from app.ui.theme import Look
from app.ui.widgets import PressRow, Words

SHOWN = 200
REFLECTING = "get-organized/reflecting"


def origin_words(kept: str, groups: Groups) -> str:
    """Where something came from, in a word or two."""
    origin = Origin.read(kept)
    if origin.sort == PAGE:
        return _("From the toolkit")
    if origin.sort == QUESTION:
        own = not origin.thing.isdecimal()
        return _("A question of our own") if own else _("Question {number}").format(number=origin.thing)
    if origin.sort == GAP:
        return _("Gap: {group}").format(group=groups.label(origin.thing))
    return kept


class OriginLink(QWidget):
    """Hidden where there is no origin. `title_of` names a page by its id. Signal: `open_requested(str, str)`."""

    open_requested = Signal(str, str)

    def __init__(self, look: Look, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._origin = Origin("", "")
        self._of = ""
        self.row = PressRow(look, "", "link")
        self.quote = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.quote)
        self.row.clicked.connect(self._open)
        self.hide()

    def show_origin(self, kept: str, groups: Groups, of: str = "") -> None:
        """Show what a record remembers; `of` is its id, by which the answer that it came of is found."""
        self._of = of
        origin = self._origin = Origin.read(kept)
        page = _("From the toolkit: {title}")
        words = page.format(title=self._title_of(origin.thing)) if origin.sort == PAGE else origin_words(kept, groups)
        self.row.setText(words)
        self.row.setEnabled(bool(origin.sort))
        cut = origin.quote if len(origin.quote) <= SHOWN else origin.quote[:SHOWN].rpartition(" ")[0] + " …"
        self.quote.setText(f"“{cut}”")
        self.quote.setVisible(bool(cut))
        self.setVisible(bool(kept))

    def _open(self) -> None:
        origin = self._origin
        if origin.sort == PAGE:
            self.open_requested.emit("page", origin.passage)
        elif origin.sort == QUESTION:
            self.open_requested.emit("came-of", self._of)
        elif origin.sort == GAP:
            self.open_requested.emit("group", origin.thing)
