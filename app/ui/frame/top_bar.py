"""The bar at the top: community and menu, search, undo and redo, Help lines and Hide."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.ui.frame.community_button import CommunityButton
from app.ui.frame.key_button import KeyButton
from app.ui.theme import Look
from app.ui.widgets import Button, IconButton, SearchField

SEARCH_WIDEST = 520
ALL_WORDS, SOME_WORDS = 1040, 800


class TopBar(QFrame):
    """Always there. Where there is little room it drops first the keys, then words, never a button."""

    undo_requested = Signal()
    redo_requested = Signal()
    help_lines_requested = Signal()
    hide_requested = Signal()

    def __init__(self, look: Look, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("part", "top")
        self.community = CommunityButton(look, menu)
        self.search = SearchField(look, _("Find a page, a person, a step…"), _("Ctrl K"))
        self.undo = IconButton(look, "undo-2", "")
        self.redo = IconButton(look, "redo-2", "")
        self.help_lines = Button(look, _("Help lines"), "phone", "warn")
        self.hide_button = KeyButton(look, _("Hide"), "eye-off", "F9")
        self.help_lines.setAccessibleName(_("Help lines"))
        self.help_lines.setToolTip(_("Help lines (F1)"))
        self._lay()
        self._join()
        self.set_undo(None)
        self.set_redo(None)
        look.look_changed.connect(self._size)
        self._size()

    def set_undo(self, label: str | None) -> None:
        """Name the edit that Undo takes back, or None when there is none."""
        self.undo.setEnabled(label is not None)
        named = _("Undo: {edit}").format(edit=label)
        self.undo.set_name(_("Nothing to undo") if label is None else named)

    def set_redo(self, label: str | None) -> None:
        """Name the edit that Redo brings again, or None when there is none."""
        self.redo.setEnabled(label is not None)
        named = _("Redo: {edit}").format(edit=label)
        self.redo.set_name(_("Nothing to redo") if label is None else named)

    def set_names_width(self, pixels: int) -> None:
        """Let the search box begin where the pages begin."""
        self.community.set_width(pixels - self._row.contentsMargins().left())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _lay(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 16, 0)
        self._row.setSpacing(self._look.space.small_gap)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self.community)
        self._row.addWidget(self.search, 10)
        self._row.addStretch(1)
        for button in (self.undo, self.redo, self.help_lines, self.hide_button):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _join(self) -> None:
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.help_lines.clicked.connect(self.help_lines_requested)
        self.hide_button.clicked.connect(self.hide_requested)

    def _size(self) -> None:
        self.setFixedHeight(max(self._look.text.top_bar, self._look.text.control + 20))
        self.search.setMaximumWidth(self._look.px(SEARCH_WIDEST))
        self.search.setMinimumWidth(self._look.px(120))
        self._fit()

    def _fit(self) -> None:
        room = self.width() / self._look.scale
        self.help_lines.set_text(_("Help lines") if room >= SOME_WORDS * 0.8 else "")
        self.hide_button.set_level(words=room >= SOME_WORDS, key=room >= ALL_WORDS)
        self.search.show_key(room >= ALL_WORDS)
