"""Whom to follow up with, and what was said last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.talk import Talk
from app.ui.home.words import short_day
from app.ui.theme import Look
from app.ui.widgets import Card, PressRow, Words, clear

SHOWN = 5


class FollowUps(Card):
    """Hidden while there are none. Signal: `partner_requested(str)` with the partner's id."""

    partner_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Follow up"), "message-square-plus", parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.tiny_gap)
        self.add(self._rows)

    def show_talks(self, talks: Sequence[Talk], names: Mapping[str, str], today: date, said: Mapping[str, str]) -> None:
        """Show the first few of these; `names` are the partners' by id, and `said` is what each said last."""
        clear(self._rows)
        for one in talks[:SHOWN]:
            self._rows.addWidget(self._row(one, names.get(one.partner, ""), today))
            if last := said.get(one.partner, ""):
                self._rows.addWidget(Words(_("Last time: {words}").format(words=_short(last)), "small", wrap=True))
        more = len(talks) - SHOWN
        if more > 0:
            sentence = ngettext("And {count} more, in Who.", "And {count} more, in Who.", more)
            self._rows.addWidget(Words(sentence.format(count=more), "small"))
        self.setVisible(bool(talks))

    def _row(self, talk: Talk, name: str, today: date) -> PressRow:
        day = short_day(talk.by, today) if talk.by is not None else ""
        late = talk.by is not None and talk.by < today
        when = _("{day}, late") if late else _("by {day}")
        row = PressRow(self.look, f"{name}: {talk.next or _('talk again')} ({when.format(day=day)})", "users")
        row.clicked.connect(lambda: self.partner_requested.emit(talk.partner))
        return row


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:120].rpartition(" ")[0] + " …"
