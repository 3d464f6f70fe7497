"""Changing and removing partners, one or several at once: always one edit, and one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import cast

from PySide6.QtCore import QObject, Signal

from app.data.edit import Edit
from app.model.caution import caution
from app.model.partner import Partner
from app.model.schema import FieldType, specs
from app.ui.form.caution_notice import caution_words
from app.ui.names import Names
from app.ui.session import Session

# What several may have alike. A name, a number to call or a text is one partner's own.
ALIKE = frozenset({FieldType.CHOICE, FieldType.SCALE, FieldType.DATE, FieldType.WORDS})


class Together(QObject):
    """`chosen` says who is chosen now. Signals: `message_requested(str, str, object)`, `help_lines_requested()`."""

    message_requested = Signal(str, str, object)
    help_lines_requested = Signal()

    def __init__(self, session: Session, names: Names, chosen: Callable[[], Sequence[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._names, self._chosen = session, names, chosen

    def put(self, partner_id: str, field: str, value: object) -> bool:
        """Set a field where somebody has edited it: for all chosen, when that partner is one of them and the field may be
        alike. False when it was refused.
        """
        chosen = self._chosen()
        if partner_id in chosen and len(chosen) > 1 and specs(Partner)[field].type in ALIKE:
            return self.put_all(chosen, field, value, partner_id)
        label = _("Rename partner") if field == "name" else _("Change partner")
        took = self._took(self._session.change(Partner, partner_id, label, {field: value}, by=self))
        found = caution(value) if took and isinstance(value, str) else None
        if found is not None:
            # A cell has no room below it for the word that a form says there.
            self.message_requested.emit(caution_words(found), "warn", (_("Help lines"), self.help_lines_requested.emit))
        return took

    def put_all(self, ids: Sequence[str], field: str, value: object, edited: str = "") -> bool:
        """Set a field for all of these. Of a list of words each is given, and loses, what the `edited` one was and did."""
        changed: list[str] = []

        def do(edit: Edit) -> None:
            pattern = edit.get(Partner, edited) if edited else None
            before = getattr(pattern, field) if pattern is not None else None
            for one in ids:
                steps = len(edit.steps)
                edit.change(Partner, one, **{field: self._merged(edit, one, field, before, value)})
                if len(edit.steps) > steps:
                    changed.append(one)

        label = ngettext("Change partner", "Change partners", len(ids))
        if not self._took(self._session.edit(label, do, by=self)):
            return False
        if changed:
            count = len(changed)
            told = ngettext("Changed for {count} partner.", "Changed for {count} partners.", count).format(count=count)
            self.message_requested.emit(told, "info", (_("Undo"), self._session.undo))
        return True

    def remove(self, partners: Sequence[Partner]) -> None:
        """Remove these."""
        if not partners or self._session.workspace.read_only:
            return
        names = [self._names.of(one) for one in partners]

        def do(edit: Edit) -> None:
            for one in partners:
                edit.remove(Partner, one.id)

        label = ngettext("Remove partner", "Remove partners", len(partners))
        if self._took(self._session.edit(label, do, by=self)):
            gone = names[0] if len(names) == 1 else _("{count} partners").format(count=len(names))
            told = _("Removed: {what}").format(what=gone)
            self.message_requested.emit(told, "info", (_("Undo"), self._session.undo))

    def _merged(self, edit: Edit, partner_id: str, field: str, before: object, value: object) -> object:
        """The words of one partner, with what was added elsewhere and without what was taken out there."""
        partner = edit.get(Partner, partner_id)
        if partner is None or not isinstance(before, tuple) or not isinstance(value, tuple):
            return value
        old, new = cast("tuple[str, ...]", before), cast("tuple[str, ...]", value)
        theirs = cast("tuple[str, ...]", getattr(partner, field))
        kept = [one for one in theirs if one in new or one not in old]
        return tuple(dict.fromkeys([*kept, *(one for one in new if one not in old)]))

    def _took(self, refused: Exception | None) -> bool:
        if refused is not None:
            self.message_requested.emit(str(refused), "warn", None)
        return refused is None
