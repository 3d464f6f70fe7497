"""The partners as a table model: a row each, found, sorted, and exact about what comes and goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.clean import tidy_line
from app.model.finding import folded
from app.model.groups import Groups, groups_of
from app.model.partner import SHOW_TO, Partner
from app.model.schema import FieldType, label_of, specs
from app.ui.form.origin_link import origin_words
from app.ui.form.tips import tip
from app.ui.names import Names
from app.ui.who.listing import Listing
from app.ui.widgets import CELL_ROLE, Cell, write_day

Index = QModelIndex | QPersistentModelIndex
# Asks for a field of a partner to be set; whether it was.
Change = Callable[[str, str, object], bool]

# Every field there is, in the order of the panel beside the table.
COLUMNS = (
    "name", "form", "group", "role", "organisation", "involvement", "takes_on",
    "skills", "abilities", "passions", "connections", "ideas",
    "phone", "email", "address", "languages",
    "interest", "influence",
    "consent_show", "consent_what", "consent_asked", "consent_asked_by", "consent_until", "sees",
    "notes", "origin",
)  # fmt: skip
# Each is made by several presses elsewhere, and only told here.
READ_ONLY = ("sees", "origin")
# Not by a choice that everybody has and nobody looks for, and not by what is no word of people's own.
FOUND_BY = tuple(
    name
    for name, spec in specs(Partner).items()
    if spec.type in (FieldType.LINE, FieldType.LONG, FieldType.WORDS, FieldType.CHOICE)
    and name not in ("consent_show", "origin")
)
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FORM_ICONS = {"person": "user-round", "organisation": "building-2", "committee": "hexagon"}
TONES = {"active": "ok", "committed": "primary", "interested": "blue", "asked": "gold", "said-no": "warn"}
STATE_ICONS = {
    "active": "circle-check",
    "committed": "handshake",
    "interested": "circle-dot",
    "asked": "circle-question-mark",
    "not-asked": "circle-dashed",
    "stepped-back": "circle-pause",
    "said-no": "circle-x",
}


class PartnersModel(QAbstractTableModel):
    """`change` is asked for a change when a cell was edited; the row changes when it is on the disk."""

    def __init__(self, parent: QObject, names: Names, change: Change, *, closed: bool) -> None:
        super().__init__(parent)
        self._names, self._change, self._closed = names, change, closed
        self._all: list[Partner] = []
        self._ids: list[str] = []
        self._listing = Listing(self._text, self._key)
        self._rows: list[Partner] = []
        self._places: dict[str, int] | None = None
        self._labels: dict[tuple[str, str], str] = {}
        self._groups = groups_of()

    # -- who is shown -------------------------------------------------------------------------------------

    def show(self, partners: Iterable[Partner]) -> None:
        """Show these instead of all before. Who is chosen is forgotten: the table keeps it (`PartnersTable.show`)."""
        self.beginResetModel()
        self._all = sorted(partners, key=lambda one: one.id)
        self._ids = [one.id for one in self._all]
        self._labels.clear()
        self._listing.show(self._all)
        self._set(self._listing.rows())
        self.endResetModel()

    def set_groups(self, groups: Groups) -> None:
        """Groups are called otherwise, or have another order; call `show` after it."""
        self._groups = groups
        self._labels.clear()

    @property
    def groups(self) -> Groups:
        """The groups that it shows."""
        return self._groups

    def put(self, partner: Partner) -> None:
        """Add a partner, or show a changed one."""
        self._note(partner)
        self._bring(partner.id)

    def put_all(self, partners: Iterable[Partner]) -> None:
        """Show many that have changed, in one step; each of them is here already."""
        for one in partners:
            self._note(one)
        self._lay_out()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def take(self, partner_id: str) -> None:
        """Take a partner out."""
        place = bisect_left(self._ids, partner_id)
        if place < len(self._ids) and self._ids[place] == partner_id:
            del self._all[place], self._ids[place]
            self._listing.take(partner_id)
            self._bring(partner_id)

    def search(self, typed: str) -> None:
        """Show those who hold the words. Who is chosen is forgotten, as by `show`."""
        self._listing.search(typed)
        rows = self._listing.rows()
        if rows != self._rows:
            self.beginResetModel()
            self._set(rows)
            self.endResetModel()

    @property
    def found(self) -> frozenset[str] | None:
        """Ids of those who hold the words that were searched for; None for all."""
        return self._listing.found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; who is chosen stays chosen."""
        self._listing.sort(COLUMNS[column], descending=order == Qt.SortOrder.DescendingOrder)
        self._lay_out()

    def prepare(self, count: int) -> bool:
        """Make some more partners ready for the first search; whether there are more to do."""
        return self._listing.prepare(count)

    def row_of(self, partner_id: str) -> int:
        """The row of a partner, or -1 for one who is not shown."""
        if self._places is None:
            self._places = {one.id: row for row, one in enumerate(self._rows)}
        return self._places.get(partner_id, -1)

    def id_at(self, row: int) -> str:
        """Whose row it is."""
        return self._rows[row].id

    def get(self, partner_id: str) -> Partner | None:
        """A partner, shown or not."""
        place = bisect_left(self._ids, partner_id)
        return self._all[place] if place < len(self._ids) and self._ids[place] == partner_id else None

    @property
    def partners(self) -> Sequence[Partner]:
        """All of them, in the order in which they came."""
        return self._all

    # -- Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One a partner."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One a field."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The fields' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(specs(Partner)[COLUMNS[section]].label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be changed that is not hidden or made elsewhere."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        partner, name = self._rows[index.row()], COLUMNS[index.column()]
        kept = self._closed or name in READ_ONLY or self._names.hides(partner, name)
        return found if kept else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, how to draw them, and what to edit."""
        if not index.isValid():
            return None
        partner, name = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return first_line(self.words(partner, name))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_(specs(Partner)[name].label)}: {first_line(self.words(partner, name))}"
            case Qt.ItemDataRole.EditRole:
                return None if self._names.hides(partner, name) else getattr(partner, name)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.words(partner, name)) if specs(Partner)[name].type is FieldType.LONG else None
            case _:
                return partner.id if role == ID_ROLE else _cell(partner, name) if role == CELL_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change; False when it was refused, so that what was typed stays."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        return self._change(self._rows[index.row()].id, COLUMNS[index.column()], value)

    def words(self, partner: Partner, name: str) -> str:
        """A field as it may be shown now, whole."""
        if self._names.hides(partner, name):
            return self._names.of(partner) if name == "name" else ""
        if specs(Partner)[name].type is not FieldType.CHOICE:
            return words(partner, name, self._groups)
        # Looking a phrase up takes long enough to be felt where it is done for thousands.
        key = (name, str(getattr(partner, name)))
        if key not in self._labels:
            self._labels[key] = words(partner, name, self._groups)
        return self._labels[key]

    # -- inside -------------------------------------------------------------------------------------------

    def _text(self, partner: Partner) -> str:
        """What somebody is found by: what is hidden finds nobody."""
        return " ".join(self.words(partner, name) for name in FOUND_BY if getattr(partner, name))

    def _key(self, partner: Partner, name: str) -> str:
        if self._names.hides(partner, name):
            return folded(self.words(partner, name))
        return sort_key(partner, name, self._groups)

    def _set(self, rows: list[Partner]) -> None:
        self._rows, self._places = rows, None

    def _note(self, partner: Partner) -> None:
        place = bisect_left(self._ids, partner.id)
        there = place < len(self._ids) and self._ids[place] == partner.id
        self._all[place : place + there] = [partner]
        self._ids[place : place + there] = [partner.id]
        self._listing.put(partner)

    def _lay_out(self) -> None:
        """Show the same rows in another order; nothing that points at one of them loses it."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[one.row()].id for one in before]
        self._set(self._listing.rows())
        after = [self.index(self.row_of(key), one.column()) for key, one in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _bring(self, partner_id: str) -> None:
        """Show where one partner is now, by the one step that leads there."""
        rows, old = self._listing.rows(), self.row_of(partner_id)
        new = next((row for row, one in enumerate(rows) if one.id == partner_id), -1)
        if old < 0 or new < 0:
            self._come_or_go(rows, old, new)
            return
        if old != new:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), new + 1 if new > old else new)
            self._set(rows)
            self.endMoveRows()
        self._set(rows)
        self.dataChanged.emit(self.index(new, 0), self.index(new, len(COLUMNS) - 1))

    def _come_or_go(self, rows: list[Partner], old: int, new: int) -> None:
        if new >= 0:
            self.beginInsertRows(QModelIndex(), new, new)
            self._set(rows)
            self.endInsertRows()
        elif old >= 0:
            self.beginRemoveRows(QModelIndex(), old, old)
            self._set(rows)
            self.endRemoveRows()


def words(partner: Partner, name: str, groups: Groups) -> str:
    """A field of a partner in words."""
    spec, value = specs(Partner)[name], getattr(partner, name)
    if name == "group":
        return groups.label(value) if value in groups else ""
    if spec.type is FieldType.CHOICE:
        return _(label_of(spec, value)) if value else ""
    if spec.type is FieldType.WORDS:
        return ", ".join(value)
    if isinstance(value, date):
        return write_day(value)
    if name == "sees":
        return _sees_words(partner.sees)
    if name == "origin":
        return origin_words(partner.origin, groups) if value else ""
    return "" if value is None else str(value)


def sort_key(partner: Partner, name: str, groups: Groups) -> str:
    """What a column is sorted by: choices in their own order, days as they follow each other, the rest as words; empty for
    what is empty.
    """
    spec, value = specs(Partner)[name], getattr(partner, name)
    if name == "group":
        return f"{groups.place(value):03d}" if value in groups else ""
    if spec.type is FieldType.CHOICE:
        keys = [one.key for one in spec.choices]
        return f"{keys.index(value) if value in keys else 999:03d}" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    text = words(partner, name, groups)
    return folded(text) or text


def first_line(text: str) -> str:
    """A long text's first line, with a sign when there is more."""
    first, _break, rest = text.partition("\n")
    return f"{first} …" if rest else first


def _sees_words(sees: Mapping[str, str]) -> str:
    declared, audiences = specs(Partner), {one.key: one.label for one in SHOW_TO}
    told = (
        f"{_(declared[name].label)}: {_(audiences.get(audience, audience))}"
        for name, audience in sees.items()
        if name in declared
    )
    return tidy_line("; ".join(told))


def _cell(partner: Partner, name: str) -> Cell:
    if name == "name":
        return Cell(icon=FORM_ICONS.get(partner.form, "user-round"), icon_role="primary", bold=True)
    if name == "involvement" and partner.involvement in STATE_ICONS:
        return Cell(chip=True, tone=TONES.get(partner.involvement, "plain"), icon=STATE_ICONS[partner.involvement])
    return Cell(tone="muted") if name in READ_ONLY else Cell()
