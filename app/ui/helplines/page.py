"""Who can be called, when, and how sure the facts are; emergency first."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.helplines import CAUTIONS, CERTAINTY, LOCAL, WAYS, HelpLine, Number, PrintedNumber
from app.model.local_line import LocalLine, with_local
from app.model.pack_words import brought_words
from app.ui.home.words import long_day
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Chip, PageHeader, ScrollPage, Words, clear

# The welcome shows this page too, before anything that reads a file is loaded.
if TYPE_CHECKING:
    from app.data.workspace import Changes
    from app.ui.session import Session

ICONS = {"call": "phone", "text": "message-square-plus", "email": "mail"}
WAY_NAMES = {one.key: one.label for one in WAYS}
CERTAINTY_NAMES = {one.key: one.label for one in (*CERTAINTY, LOCAL)}


class HelpLinesPage(ScrollPage):
    """All help lines in their order. Nothing here calls anybody: numbers are read, or copied.

    Where a file is open, its own numbers stand before the province's, and `below` are what changes and prints them.
    """

    def __init__(
        self,
        look: Look,
        lines: Sequence[HelpLine],
        session: Session | None = None,
        below: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _("Help lines"), parent, widest=look.px(820))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = PageHeader(look, _("Help lines"))
        self.header.set_line(_("If someone is in danger now, call 9-1-1 or the local police."))
        self.add(self.header)
        care = Card(look, _("Before you call"), "triangle-alert", "gold")
        for one in CAUTIONS:
            care.add(Words(_(one), wrap=True))
        ordered = sorted(lines, key=lambda one: (not one.emergency, one.order))
        for line in ordered[:1]:
            self.add(self._card(line))
        self.add(care)
        self._own = QVBoxLayout()
        self._own.setSpacing(look.space.gap)
        self.add(self._own)
        for line in ordered[1:]:
            self.add(self._card(line))

        self._session = session
        if session is not None:
            session.changed.connect(self._follow)
            self._show_own(session)
        for one in below:
            self.add(one)
        if below:
            more = Button(look, _("Add or print numbers"), icon="plus")
            more.clicked.connect(lambda: self._go_to(below[0]))
            self.header.add_action(more)

    def _follow(self, changes: Changes) -> None:
        if self._session is not None and changes.of(LocalLine):
            self._show_own(self._session)

    def _show_own(self, session: Session) -> None:
        clear(self._own)
        for line in with_local((), session.workspace.all(LocalLine)):
            self._own.addWidget(self._card(line))

    def _go_to(self, widget: QWidget) -> None:
        # To the end first: then coming into view puts it at the top.
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self.ensureWidgetVisible(widget, 0, self.look.space.gap)

    def _card(self, line: HelpLine) -> Card:
        card = Card(self.look, line.name, tone="warn" if line.emergency else "plain")
        for number in line.numbers:
            card.add(self._number(line, number))
        card.add(Words(line.for_whom, wrap=True))
        facts = _("Open: {hours}  ·  Languages: {languages}").format(hours=line.hours, languages=line.languages)
        card.add(Words(facts, "small", wrap=True))
        if line.note:
            card.add(Words(line.note, "small", wrap=True))
        for printed in line.printed:
            card.add(self._printed(printed))
        card.add(Words(_how_sure(line).replace("/", "/\u200b"), "small", wrap=True))
        return card

    def _number(self, line: HelpLine, number: Number) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space.small_gap)
        words = number.display if not number.send else _("{number} (send {word})").format(
            number=number.display, word=number.send
        )  # fmt: skip
        shown = Words(words, "heading")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(Chip(self.look, _(WAY_NAMES[number.way]), "plain", ICONS[number.way]))
        row.addWidget(shown)
        copy = Button(self.look, _("Copy"), icon="copy", kind="quiet")
        copy.setAccessibleName(_("Copy {number}, {name}").format(number=number.display, name=line.name))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(number.dial))
        row.addWidget(copy)
        row.addStretch(1)
        if not number.note:
            return box
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(box)
        column.addWidget(Words(number.note, "small", wrap=True))
        return whole

    def _printed(self, printed: PrintedNumber) -> QWidget:
        card = Card(self.look, tone="raised")
        where = _("Printed in {where}: {number}").format(where=printed.where, number=printed.number)
        card.add(Words(where, "strong", wrap=True), Words(printed.note, "small", wrap=True))
        return card


def _how_sure(line: HelpLine) -> str:
    sure = _(CERTAINTY_NAMES[line.certainty])
    if line.checked is None:
        return _("{sure}. Not checked yet.").format(sure=sure)
    words = _("{sure}. Looked up {day} {year}.").format(sure=sure, day=long_day(line.checked), year=line.checked.year)
    source = _("Source: {source}").format(source=line.source) if line.source else ""
    return " ".join(part for part in (words, source, brought_words(line.pack)) if part)
