"""What a content pack would change, and the choice whether it may."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.data.contents import Offer
from app.model.pack_changes import CHANGED, GONE, Change
from app.model.pack_words import WHAT, older_words, signer_words
from app.ui.home.words import long_day
from app.ui.theme import Look
from app.ui.widgets import Button, Card, CheckBox, Columns, FlowLayout, ListView, Words

# Height of the list and of the text beside it at 100 %.
_SHOWN = 260


class OfferCard(Card):
    """Nothing is taken in before somebody presses the button, and what nobody known signed not before it is ticked as well.

    Signals: `take_requested(Offer, bool)`, true where it was ticked; `left()`.
    """

    take_requested = Signal(object, bool)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ", "file-input")
        self._offer: Offer | None = None
        self.facts, self.note = Words("", "muted", wrap=True), Words("", wrap=True)
        self.signer = Words("", wrap=True)
        self.none = Words(_("It changes nothing of what is shown here."), wrap=True)
        self.older = Words("", "muted", wrap=True)
        self.list, self.rows = ListView(look, _("What it changes")), QStandardItemModel(self)
        self.list.setModel(self.rows)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What it says before and after"))
        for one in (self.list, self.text):
            one.setFixedHeight(look.px(_SHOWN))
        self.trust = CheckBox(look, _("I know where this pack comes from, and I trust it"))
        self.take = Button(look, _("Take it in"), icon="check", kind="primary")
        self.leave = Button(look, _("Leave it"), kind="quiet")
        self._columns = Columns(look)
        self._lay()
        self.list.selectionModel().currentChanged.connect(self._show)
        self.trust.toggled.connect(self._tell)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def show_offer(self, offer: Offer) -> None:
        """Show a pack that was looked at."""
        self._offer = offer
        facts, known = offer.pack.facts, offer.pack.signer.is_known
        if self.title is not None:
            self.title.setText(facts.title)
        line = _("Edition {edition}, made {day} {year} by {maker}")
        self.facts.setText(
            line.format(edition=facts.edition, day=long_day(facts.made), year=facts.made.year, maker=facts.maker)
        )
        self.note.say(facts.note)
        warning = _("It can change help lines and advice that people rely on. Ask who made it before you take it in.")
        said = signer_words(offer.pack.signer)
        self.signer.setText(said if known else f"{said} {warning}")
        self.signer.set_tone("ok" if known else "warn")
        self.older.say(older_words(offer.unused) if offer.unused else "")
        self._fill(offer.changes)
        self.trust.setVisible(not known)
        self.trust.setChecked(False)
        self._tell()
        self.show()
        (self.list if offer.changes else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show none any more."""
        self._offer = None
        self.hide()

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        self._columns.add(self.list, 2)
        self._columns.add(self.text, 3)
        flow = FlowLayout()
        flow.addWidget(self.take)
        flow.addWidget(self.leave)
        self.add(self.facts, self.signer, self.note, self._columns, self.none, self.older, self.trust, flow)

    def _fill(self, found: tuple[Change, ...]) -> None:
        self.rows.clear()
        self.text.clear()
        for one in found:
            item = QStandardItem(_("{what}: {title}").format(what=_(WHAT[one.sort, one.what]), title=one.title))
            item.setEditable(False)
            self.rows.appendRow(item)
        shown: tuple[QWidget, ...] = (self.list, self.text, self._columns)
        for widget in shown:
            widget.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.rows.index(0, 0))

    def _show(self, index: QModelIndex, _before: object = None) -> None:
        if self._offer is not None and 0 <= index.row() < len(self._offer.changes):
            self.text.setPlainText(as_text(self._offer.changes[index.row()]))

    def _tell(self) -> None:
        known = self._offer is not None and self._offer.pack.signer.is_known
        self.take.setEnabled(known or self.trust.isChecked())

    def _take(self) -> None:
        if self._offer is not None:
            self.take_requested.emit(self._offer, self.trust.isChecked())

    def _leave(self) -> None:
        self.forget()
        self.left.emit()


def as_text(change: Change) -> str:
    """A change as words: what it says now and will say, or all of what is new or goes."""
    if change.what != CHANGED:
        return "\n".join(change.before if change.what == GONE else change.after)
    parts: list[str] = []
    for title, lines in ((_("Now it says:"), change.before), (_("Then it will say:"), change.after)):
        parts.append(title + "\n" + ("\n".join(lines) or _("(nothing)")))
    return "\n\n".join(parts)
