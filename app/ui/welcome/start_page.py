"""The start: make a community file, open one, or look around in the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.frame.mark import Mark
from app.ui.theme import Look
from app.ui.widgets import Banner, Button, Card, Columns, ElidedWords, ScrollPage, Words, clear


class StartPage(ScrollPage):
    """Signals: `new_requested()`, `open_requested()`, `sample_requested()`, `help_lines_requested()`, and
    `recent_requested(Path)` for a file of the list.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)
    help_lines_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Welcome"), parent, widest=look.px(860))
        self.banner = Banner(look)
        self.banner.hide()
        self._recent = Card(look, _("Opened lately"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.tiny_gap)
        self._recent.add(self._rows)
        self.add(self._greeting())
        self.add(self.banner)
        self.add(self._choices())
        self.add(self._recent)
        self.add(self._foot())

    def show_recent(self, files: Sequence[Path], kept: Sequence[Path] = ()) -> None:
        """List what is `kept` here of files on sticks, and the files that were open before, the last one first; an empty list
        hides.
        """
        clear(self._rows)
        listed = [*kept, *(one for one in files if one not in kept)]
        for file in listed:
            self._rows.addWidget(self._row(file, kept=file in kept))
        self._recent.setVisible(bool(listed))

    def _greeting(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, self.look.space.gap, 0, 0)
        row.setSpacing(self.look.space.gap)
        row.addWidget(Mark(self.look, size=44), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(_("Groundwork"), "title"))
        line = _(
            "Learn together, see who to involve, make a plan, and print it. All on this computer, without internet."
        )
        words.addWidget(Words(line, "muted", wrap=True))
        row.addLayout(words, 1)
        return box

    def _choices(self) -> QWidget:
        columns = Columns(self.look, least=700)
        new = self._choice(
            _("Your community"),
            "flag",
            _("Give its name and choose how to protect it. It takes a minute."),
            Button(self.look, _("New community"), icon="file-plus", kind="primary"),
            self.new_requested.emit,
        )
        known = self._choice(
            _("Go on where you were"),
            "folder-open",
            _("Open a community file from this computer or from a stick."),
            Button(self.look, _("Open a file"), icon="folder-open"),
            self.open_requested.emit,
        )
        sample = self._choice(
            _("Look around first"),
            "eye",
            _("Cedar Inlet is an invented community with people, ties and a plan. Try anything in it."),
            Button(self.look, _("Open the sample"), icon="eye"),
            self.sample_requested.emit,
        )
        for card in (new, known, sample):
            columns.add(card)
        return columns

    def _choice(self, title: str, icon: str, line: str, button: Button, do: Callable[[], object]) -> Card:
        card = Card(self.look, title, icon, fills=True)
        words = Words(line, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.add(words)
        card.body.addStretch(1)
        card.add(button)
        button.clicked.connect(do)
        return card

    def _row(self, file: Path, *, kept: bool) -> QWidget:
        button = Button(self.look, file.stem, icon="hard-drive" if kept else "file-text", kind="quiet")
        button.setAccessibleName(_("Open {name}").format(name=file.stem))
        button.setToolTip(str(file))
        button.clicked.connect(lambda: self.recent_requested.emit(file))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        line = _("Kept on this computer: changes that are not on its stick yet") if kept else str(file.parent)
        row.addWidget(ElidedWords(line, "small"), 1)
        return box

    def _foot(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        lines = Button(self.look, _("Help lines"), icon="phone", kind="warn")
        lines.clicked.connect(self.help_lines_requested)
        row.addWidget(Words(_("Does someone need help now?"), "muted"))
        row.addWidget(lines)
        row.addStretch(1)
        return box
