"""A gentle word below a field whose text reads like a story or a suspicion. Nothing is held back: it is the person's to keep."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.caution import SUSPECT, Caution, caution
from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, LongField, Words

REST_MS = 700


def caution_words(found: Caution) -> str:
    """Why a text does not belong here, and who can help."""
    if found.kind == SUSPECT:
        return _(
            "This may be about somebody you suspect. Please leave it out: others can see this file. "
            "Tell the police or a help line instead."
        )
    return _(
        "This may be about somebody who was harmed. Please leave it out: others can see this file. "
        "The help lines can help that person."
    )


class CautionNotice(QFrame):
    """Signals: `help_lines_requested()`, `words_requested()` to have the words chosen, `kept()`."""

    help_lines_requested = Signal()
    words_requested = Signal()
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", "warn")
        self.words = Words("", "small", wrap=True)
        self.lines = Button(look, _("Help lines"), icon="phone", kind="quiet")
        self.choose = Button(look, _("Choose these words"), kind="quiet")
        self.choose.setToolTip(_("They are marked in the text: Delete takes them out"))
        self.keep = Button(look, _("Keep it"), kind="quiet")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for one in (self.lines, self.choose, self.keep):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(4))
        column.setSpacing(look.space.tiny_gap)
        column.addWidget(self.words)
        column.addWidget(buttons)
        self.lines.clicked.connect(self.help_lines_requested)
        self.choose.clicked.connect(self.words_requested)
        self.keep.clicked.connect(self.kept)
        self.hide()

    def say(self, found: Caution) -> None:
        """Say why the text does not belong here, and who can help."""
        sentence = caution_words(found)
        if self.isHidden() or self.words.text() != sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self.words.setText(sentence)
        self.show()


class CautionWatch(QObject):
    """Watches one field, as soon as typing rests. Signal: `help_lines_requested()`."""

    help_lines_requested = Signal()

    def __init__(self, look: Look, field: LongField) -> None:
        super().__init__(field)
        self._look, self._field = look, field
        self._found: Caution | None = None
        self._kept = ""
        self.notice: CautionNotice | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look_now)
        field.entry.textChanged.connect(self._rest.start)
        field.edited.connect(self.look_now)

    def look_now(self) -> None:
        """Look at the text as it stands."""
        text = self._field.entry.toPlainText()
        self._found = caution(text) if text != self._kept else None
        if self._found is None:
            if self.notice is not None:
                self.notice.hide()
            return
        if self.notice is None:
            self.notice = self._make()
        self.notice.say(self._found)

    def _make(self) -> CautionNotice:
        notice = CautionNotice(self._look)
        self._field.column.addWidget(notice)
        notice.help_lines_requested.connect(self.help_lines_requested)
        notice.words_requested.connect(self._choose)
        notice.kept.connect(self._keep)
        return notice

    def _choose(self) -> None:
        """Mark the words in the text, for the person to take out."""
        found, entry = self._found, self._field.entry
        if found is None:
            return
        units = [len(part.encode("utf-16-le")) // 2 for part in _parts(entry.toPlainText(), found)]
        cursor = entry.textCursor()
        cursor.setPosition(units[0])
        cursor.setPosition(units[0] + units[1], QTextCursor.MoveMode.KeepAnchor)
        entry.setTextCursor(cursor)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._kept = self._field.entry.toPlainText()
        self.look_now()
        self._field.entry.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(text: str, found: Caution) -> tuple[str, str]:
    """What is before the words, and the words: Qt counts UTF-16, Python letters."""
    return text[: found.start], text[found.start : found.end]
