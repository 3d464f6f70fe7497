"""What one person gets: their steps, each with its day, and the ways to hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.model.handing import Share
from app.model.item import Item
from app.ui.home.words import when
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Chip, ElidedWords, FlowLayout, IconButton, Words, clear, rule

SHOWN = 30


class Gift(Card):
    """Signals: `page_requested()`, `calendar_requested(str)` with a step's id or "" for all of them, `email_copied(str)`."""

    page_requested = Signal()
    calendar_requested = Signal(str)
    email_copied = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ")
        self.email = Button(look, "", icon="copy", kind="quiet")
        self._mail = QWidget()
        self._sentence = Words(_("Nothing is sent from here. Copy the address into your own mail program."), "small",
                               wrap=True)  # fmt: skip
        mail = QVBoxLayout(self._mail)
        mail.setContentsMargins(0, 0, 0, 0)
        mail.setSpacing(look.space.tiny_gap)
        row = QHBoxLayout()
        row.addWidget(self.email)
        row.addStretch(1)
        mail.addLayout(row)
        mail.addWidget(self._sentence)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.page = Button(look, _("Save the page (PDF)"), icon="file-text")
        self.calendar = Button(look, _("Save the calendar file"), icon="calendar")
        flow.addWidget(self.page)
        flow.addWidget(self.calendar)
        self.add(self._steps, buttons, self._mail)
        self.page.clicked.connect(self.page_requested)
        self.calendar.clicked.connect(lambda: self.calendar_requested.emit(""))
        self.email.clicked.connect(self._copy)

    def show_share(self, share: Share, email: str, today: date) -> None:
        """Show what somebody gets; `email` is empty where none is known."""
        assert self.title is not None
        self.title.setText(share.partner.name)
        clear(self._steps)
        self._list(_("Leads"), share.leads, today)
        self._list(_("Helps with"), share.helps, today)
        if not share.open:
            self._steps.addWidget(Words(_("All that they took on is done. Their page says thank you."), wrap=True))
        if share.done:
            count = len(share.done)
            said = ngettext("{count} more is done already.", "{count} more are done already.", count)
            self._steps.addWidget(Words(said.format(count=count), "small"))
        self.calendar.setEnabled(share.dated)
        self.calendar.setToolTip("" if share.dated else _("No step here has a day yet."))
        self._mail.setVisible(bool(email))
        self.email.set_text(email)
        self.email.setAccessibleName(_("Copy the address {email}").format(email=email))

    def _list(self, title: str, items: Sequence[Item], today: date) -> None:
        if items:
            head = Words(title, "label")
            head.setContentsMargins(0, self.look.space.small_gap if self._steps.count() else 0, 0, 0)
            self._steps.addWidget(head)
        for item in items[:SHOWN]:
            self._steps.addWidget(self._row(item, today))
            self._steps.addWidget(rule())
        more = len(items) - SHOWN
        if more > 0:
            said = ngettext("And {count} more.", "And {count} more.", more)
            self._steps.addWidget(Words(said.format(count=more), "small"))

    def _row(self, item: Item, today: date) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(self.look.space.small_gap)
        what = item.what or _("A step without words")
        row.addWidget(ElidedWords(what), 1)
        text, tone = when(item, today)
        row.addWidget(Chip(self.look, text or _("no day yet"), tone))
        alone = IconButton(
            self.look, "calendar", _("Save this step alone as a calendar file: {what}").format(what=what)
        )
        alone.setEnabled(item.by is not None)
        alone.clicked.connect(lambda: self.calendar_requested.emit(item.id))
        row.addWidget(alone)
        return box

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.email.text())
        self.email_copied.emit(self.email.text())
