"""What can be done with the passage that is chosen, in a bar below the page."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.mark import Mark
from app.ui.theme import Look
from app.ui.widgets import Button, ElidedWords, FlowLayout, IconButton, LongField, rule


class PassageBar(QWidget):
    """Signals: `highlight_requested()`, `note_written(str)`, `step_requested()`, `partner_requested()`, `discuss_requested()`,
    `keep_requested()` and `remove_requested()` for a mark that has lost its place, and `closed()`.
    """

    highlight_requested = Signal()
    note_written = Signal(object)
    step_requested = Signal()
    discuss_requested = Signal()
    partner_requested = Signal()
    keep_requested = Signal()
    remove_requested = Signal()
    closed = Signal()

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._closed = look, closed
        self.words = ElidedWords("", "strong")
        self.highlight = Button(look, _("Highlight"), icon="highlighter")
        self.write = Button(look, _("Note"), icon="sticky-note")
        self.step = Button(look, _("Make a step"), icon="list-plus")
        self.partner = Button(look, _("Add partner"), icon="user-plus")
        self.discuss = Button(look, _("Discuss it"), icon="circle-question-mark", kind="quiet")
        self.keep = Button(look, _("Keep as a note on the page"), icon="sticky-note")
        self.remove = Button(look, _("Remove it"), icon="x")
        self.note = LongField(look, _("Your note"))
        self.cross = IconButton(look, "x", _("Choose no passage (Esc)"))
        self._lay()
        self._join()
        self.hide()

    def show_passage(self, words: str, mark: Mark | None, *, note: bool = False) -> None:
        """Offer what can be done with some words, which may be marked already; empty words are the whole page."""
        self._offer(lost=False, whole=not words)
        self.words.setText(f"“{words}”" if words else _("This page"))
        self.highlight.set_text(_("Remove the mark") if mark is not None else _("Highlight"))
        self.note.set_value(mark.note if mark is not None else "")
        self.note.setVisible(note or bool(mark is not None and mark.note))
        self.note.set_read_only(self._closed)
        self.write.setVisible(self.note.isHidden() and not self._closed)
        self.show()
        if note and not self._closed:
            self.note.setFocus()

    def show_lost(self, mark: Mark) -> None:
        """Say that a mark's words are not on the page any more, and offer the two ways out."""
        self._offer(lost=True, whole=False)
        self.words.setText(_("This page has changed. You had marked: “{words}”").format(words=mark.quote))
        self.note.set_value(mark.note)
        self.note.setVisible(bool(mark.note))
        self.note.set_read_only(True)
        self.show()

    def leave(self) -> None:
        """Keep what is being typed, and go."""
        self.note.commit()
        self.hide()

    def _offer(self, *, lost: bool, whole: bool) -> None:
        for button in (self.keep, self.remove):
            button.setVisible(lost and not self._closed)
        for button in (self.write, self.step, self.partner, self.discuss):
            button.setVisible(not lost and not self._closed)
        self.highlight.setVisible(not lost and not whole and not self._closed)

    def _lay(self) -> None:
        edge, look = self._look.px(18), self._look
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.cross)
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in (self.highlight, self.write, self.step, self.partner, self.discuss, self.keep, self.remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, 0, edge, look.space.small_gap)
        column.setSpacing(look.space.small_gap)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(holder)
        keyed = (self.highlight, self.write, self.step, self.partner, self.discuss)
        for button, keys in zip(keyed, "HNSPD", strict=True):
            button.setToolTip(_("Key: {keys}").format(keys=keys))

    def _join(self) -> None:
        self.highlight.clicked.connect(self.highlight_requested)
        self.write.clicked.connect(self._begin_note)
        self.step.clicked.connect(self.step_requested)
        self.partner.clicked.connect(self.partner_requested)
        self.discuss.clicked.connect(self.discuss_requested)
        self.keep.clicked.connect(self.keep_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.cross.clicked.connect(self.closed)
        self.note.edited.connect(self.note_written)

    def _begin_note(self) -> None:
        self.note.show()
        self.write.hide()
        self.note.setFocus()
