"""The partners as a table model: a row each, exact about what comes and goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.groups import Groups, groups_of
from app.model.partner import Partner
from app.model.schema import FieldType, label_of, specs
from app.ui.names import Names
from app.ui.widgets import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    "name", "group", "role", "organisation", "involvement", "languages", "interest", "influence", "phone", "email",
    "consent_show",
)  # fmt: skip
# What says who somebody is, and can be hidden.
HIDING = ("name", "phone", "email")
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
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
    """Signal: `change_requested(partner id, field, value)` when a cell was edited."""

    change_requested = Signal(str, str, object)

    def __init__(self, parent: QObject, names: Names, *, closed: bool) -> None:
        super().__init__(parent)
        self._names, self._closed = names, closed
        self._rows: list[Partner] = []
        self._ids: list[str] = []
        self._groups = groups_of()

    def show(self, partners: Iterable[Partner]) -> None:
        """Show these, at the start."""
        self.beginResetModel()
        self._rows = sorted(partners, key=lambda one: one.id)
        self._ids = [one.id for one in self._rows]
        self.endResetModel()

    def set_groups(self, groups: Groups) -> None:
        """Groups are called otherwise, or have another order."""
        if groups != self._groups:
            self._groups = groups
            self.show_names_anew()

    def put(self, partner: Partner) -> None:
        """Add a partner, or show a changed one."""
        row = bisect_left(self._ids, partner.id)
        if row < len(self._ids) and self._ids[row] == partner.id:
            self._rows[row] = partner
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, partner)
        self._ids.insert(row, partner.id)
        self.endInsertRows()

    def take(self, partner_id: str) -> None:
        """Take a partner out."""
        row = self.row_of(partner_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row], self._ids[row]
            self.endRemoveRows()

    def show_names_anew(self) -> None:
        """Names were hidden, or are shown again."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def row_of(self, partner_id: str) -> int:
        """The row of a partner, or -1."""
        row = bisect_left(self._ids, partner_id)
        return row if row < len(self._ids) and self._ids[row] == partner_id else -1

    @property
    def groups(self) -> Groups:
        """The groups that it shows."""
        return self._groups

    @property
    def partners(self) -> Sequence[Partner]:
        """All of them."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """One a partner."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One a shown field."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The fields' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(specs(Partner)[COLUMNS[section]].label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        hidden = self._names.hidden and COLUMNS[index.column()] in HIDING
        return found if self._closed or hidden else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, how to draw them, what to edit and what to sort by."""
        if not index.isValid():
            return None
        partner, name = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(partner, name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(specs(Partner)[name].label)}: {self._words(partner, name)}"
        if role == Qt.ItemDataRole.EditRole:
            return getattr(partner, name)
        if role == SORT_ROLE:
            return sort_key(partner, name, self._groups)
        if role == ID_ROLE:
            return partner.id
        return _cell(partner, name) if role == CELL_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change; the row changes when it is on the disk."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.change_requested.emit(self._ids[index.row()], COLUMNS[index.column()], value)
        return True

    def _words(self, partner: Partner, name: str) -> str:
        if name == "name":
            return self._names.of(partner)
        return "" if self._names.hidden and name in HIDING else words(partner, name, self._groups)


def words(partner: Partner, name: str, groups: Groups) -> str:
    """A field of a partner in words."""
    spec, value = specs(Partner)[name], getattr(partner, name)
    if name == "group":
        return groups.label(value) if value in groups else ""
    if spec.type is FieldType.CHOICE:
        return _(label_of(spec, value)) if value else ""
    if spec.type is FieldType.WORDS:
        return ", ".join(value)
    return "" if value is None else str(value)


def sort_key(partner: Partner, name: str, groups: Groups) -> str:
    """What a column is sorted by: choices in their own order, the rest as words; what is empty comes last."""
    spec, value = specs(Partner)[name], getattr(partner, name)
    if name == "group":
        return f"{groups.place(value):03d}"
    if spec.type is FieldType.CHOICE:
        keys = [one.key for one in spec.choices]
        return f"{keys.index(value):03d}" if value in keys else "999"
    text = words(partner, name, groups).casefold()
    return text or "\U0010ffff"


def _cell(partner: Partner, name: str) -> Cell:
    if name == "name":
        return Cell(icon=FORM_ICONS.get(partner.form, "user-round"), icon_role="primary", bold=True)
    if name == "involvement":
        return Cell(chip=True, tone=TONES.get(partner.involvement, "plain"), icon=STATE_ICONS[partner.involvement])
    return Cell()
