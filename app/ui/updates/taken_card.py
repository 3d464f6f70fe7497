"""The content packs that are in, each with the way out."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.packs import Taken
from app.model.pack_words import signer_words
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Words, clear


class TakenCard(Card):
    """Signals: `choose_requested()` for another pack; `out_requested(str)` with a pack's id."""

    choose_requested = Signal()
    out_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Content packs"), "layers")
        self.none = Words(_("None is in. The pages and help lines are those that came with the program."), wrap=True)
        self.choose = Button(look, _("Look at a pack"), icon="folder-open")
        self.choose.clicked.connect(self.choose_requested)
        about = _(
            "A content pack brings newer pages of the toolkit, or newer help lines. It cannot touch what you wrote, and you "
            "can take it out again."
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.small_gap)
        self.add(Words(about, "muted", wrap=True), self.none, self._rows, self.choose)

    def show_taken(self, taken: tuple[Taken, ...]) -> None:
        """Show what is in."""
        clear(self._rows)
        self.none.setVisible(not taken)
        for one in taken:
            self._rows.addWidget(self._row(one))

    def _row(self, one: Taken) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        entry, pack = one.entry, one.pack
        title = _("{title}, edition {edition}").format(title=entry.title, edition=entry.edition)
        words.addWidget(Words(title, "strong", wrap=True))
        state = Words(signer_words(pack.signer) if pack is not None else one.why, "small", wrap=True)
        state.set_tone("" if pack is not None and pack.signer.is_known else "warn")
        words.addWidget(state)
        out = Button(self.look, _("Take out"), icon="x")
        out.setAccessibleName(_("Take out {title}").format(title=entry.title))
        out.clicked.connect(partial(self.out_requested.emit, entry.id))
        row.addLayout(words, 1)
        row.addWidget(out)
        return box
