"""The row of tools above a copy that is read."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, IconButton, SearchField, Words


class Tools(QWidget):
    """Buttons and the search box; the reader joins them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.before = IconButton(look, "chevron-left", _("The page before"))
        self.after = IconButton(look, "chevron-right", _("The next page"))
        self.where = Words("", "muted")
        self.smaller = Button(look, "−")
        self.smaller.setAccessibleName(_("Smaller"))
        self.larger = Button(look, "+")
        self.larger.setAccessibleName(_("Larger"))
        self.fit = Button(look, _("Fit the width"))
        self.copy = Button(look, _("Copy this page’s text"), icon="copy")
        self.search = SearchField(look, _("Find in this copy"))
        self.found = Words("", "muted")
        self.last_hit = IconButton(look, "arrow-left", _("The place before"))
        self.next_hit = IconButton(look, "arrow-right", _("The next place"))
        self.close_button = IconButton(look, "x", _("Close this copy"))
        flow = FlowLayout(self)
        for widget in (self.before, self.where, self.after, self.smaller, self.larger, self.fit, self.copy):
            flow.addWidget(widget)
        # One thing, so that a narrow window moves it to the next line as a whole.
        finding = QWidget()
        row = QHBoxLayout(finding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.tiny_gap)
        for widget in (self.search, self.last_hit, self.found, self.next_hit):
            row.addWidget(widget)
        flow.addWidget(finding)
        look.look_changed.connect(self._size)
        self._size()

    def say(self, sentence: str) -> None:
        """Say which page is read."""
        self.where.setText(sentence)

    def say_found(self, sentence: str) -> None:
        """Say how many places were found, also aloud."""
        self.found.setText(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _size(self) -> None:
        self.search.setFixedWidth(self._look.px(230))
        self.where.setMinimumWidth(self._look.px(110))
        self.found.setMinimumWidth(self._look.px(70))
        for words in (self.where, self.found):
            words.setMinimumHeight(self._look.text.control)
