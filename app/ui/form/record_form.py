"""A form for one record, made from its declaration: each field saves when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.workspace import Changes
from app.model.schema import FieldType, Record, Spec, specs
from app.ui.form.caution_notice import CautionWatch
from app.ui.form.fold import Fold
from app.ui.form.links_field import LinksField
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import ChoiceField, DateField, LineField, LongField, NumberField, Rating, TagField, Words

# Names to choose from for a link: (id, name) of the records of the kind that is named; of groups all, with none as well.
Names = Callable[[str], Sequence[tuple[str, str]]]

# Asks for a field of a record to be set; why it was refused, or None.
Change = Callable[[str, str, object], Exception | None]

LATER_MS = 150
MOST_DOTS = 5


class RecordForm(QWidget):
    """`parts` are headings with the names of the fields below each; `label` is what Undo calls a change. What is in `folded` are
    headings that are folded at first. `change`, where it is given, makes the changes and answers with why one was refused.

    Signal: `help_lines_requested()` from the notice below a text that reads like somebody's story.
    """

    help_lines_requested = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        kind: type[Record],
        parts: Sequence[tuple[str, Sequence[str]]],
        label: str,
        names: Names,
        *,
        folded: Sequence[str] = (),
        change: Change | None = None,
    ) -> None:
        super().__init__()
        self._look, self._session, self._kind, self._label, self._names = look, session, kind, label, names
        self._id = ""
        self._ask = change or self._change_record
        self.folds: dict[str, Fold] = {}
        self._inside: dict[str, Fold] = {}
        self.fields: dict[str, Any] = {}
        # What each list offers now: filling one anew with 5,000 names takes longer than a key press may.
        self._offered: dict[str, list[tuple[str, str]]] = {}
        self._sources: dict[str, tuple[int, str]] = {}
        # As long as a list is kept here no other can be taken for it.
        self._kept: dict[str, Sequence[tuple[str, str]]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        declared = specs(kind)
        for heading, fields in parts:
            into = self._begin_part(column, heading, fields, heading in folded)
            for name in fields:
                into.addWidget(self._make(declared[name]))
        # Lists of 5,000 names are filled when nothing else is waiting, not at each key press.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._refresh_links)
        session.changed.connect(self._follow)

    def _begin_part(self, column: QVBoxLayout, heading: str, fields: Sequence[str], folded: bool) -> QVBoxLayout:
        if folded:
            fold = self.folds[heading] = Fold(self._look, heading)
            self._inside.update(dict.fromkeys(fields, fold))
            column.addWidget(fold)
            return fold.body
        if heading:
            column.addSpacing(self._look.space.small_gap)
            column.addWidget(Words(heading, "strong"))
        return column

    def show_record(self, record: Record | None) -> None:
        """Show a record; what was being typed in the one before is saved first."""
        for field in self.fields.values():
            field.commit()
        self._id = record.id if record is not None else ""
        if record is None:
            return
        self._fill_links()
        for name, field in self.fields.items():
            field.set_value(getattr(record, name))
        self._tell_folds(record)

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field."""
        if name in self._inside:
            self._inside[name].open()
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, spec: Spec) -> QWidget:
        label = _(spec.label)
        look = self._look
        field: Any
        match spec.type:
            case FieldType.LONG:
                field = LongField(look, label, lines=2)
                CautionWatch(look, field).help_lines_requested.connect(self.help_lines_requested)
            case FieldType.CHOICE:
                field = ChoiceField(look, label, [(one.key, _(one.label)) for one in spec.choices])
            case FieldType.SCALE:
                field = Rating(look, label) if spec.limit <= MOST_DOTS else NumberField(look, label)
            case FieldType.DATE:
                field = DateField(look, label)
            case FieldType.WORDS:
                field = TagField(look, label)
            case FieldType.LINK:
                field = ChoiceField(look, label, [("", _("no one yet"))])
            case FieldType.LINKS:
                field = LinksField(look, label)
            case _:
                field = LineField(look, label)
        field.edited.connect(partial(self._change, spec.name))
        field.set_read_only(self._session.workspace.read_only)
        self.fields[spec.name] = field
        return field

    def _fill_links(self) -> None:
        for name, spec in specs(self._kind).items():
            field = self.fields.get(name)
            if field is None or not spec.to:
                continue
            source = self._names(spec.to)
            own = self._id if spec.to == self._kind.kind else ""
            # The same list as before, and nobody in it who is to be left out: there is nothing to look through.
            if self._sources.get(name) == (id(source), own):
                continue
            self._sources[name] = (id(source), own)
            self._kept[name] = source
            found = [(key, words) for key, words in source if key != self._id]
            offered = found if spec.type is not FieldType.LINK else [("", _("no one yet")), *found]
            if self._offered.get(name) != offered:
                self._offered[name] = offered
                field.set_choices(offered)

    def _change(self, name: str, value: object) -> None:
        if not self._id:
            return
        refused = self._ask(self._id, name, value)
        if refused is not None:
            self.fields[name].show_error(str(refused))

    def _change_record(self, record_id: str, name: str, value: object) -> Exception | None:
        return self._session.change(self._kind, record_id, self._label, {name: value}, by=self)

    def _tell_folds(self, record: Record) -> None:
        """A folded part says how much is in it."""
        for fold in self.folds.values():
            mine = [name for name, inside in self._inside.items() if inside is fold]
            filled = sum(getattr(record, name) not in ("", None, (), "none") for name in mine)
            fold.tell(_("{count} of {all}").format(count=filled, all=len(mine)) if filled else "")

    def _follow(self, changes: Changes) -> None:
        mine = [one for one in changes.of(self._kind) if one.id == self._id and one.after is not None]
        if any(one.kind in self._linked() for one in changes.records):
            self._later.start()
        if mine and mine[0].after is not None:
            for name, field in self.fields.items():
                field.refresh(getattr(mine[0].after, name))
            self._tell_folds(mine[0].after)

    def _linked(self) -> set[str]:
        return {spec.to for name, spec in specs(self._kind).items() if spec.to and name in self.fields}

    def _refresh_links(self) -> None:
        if not self._session.is_open:
            return
        record = self._session.workspace.get(self._kind, self._id) if self._id else None
        if record is None:
            return
        self._fill_links()
        for name, spec in specs(self._kind).items():
            if spec.to and name in self.fields:
                self.fields[name].refresh(getattr(record, name))
