"""Editors inside the cells of tables and outlines, each fitting its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from app.ui.theme import Look
from app.ui.widgets import CellDelegate, read_day, write_day

Index = QModelIndex | QPersistentModelIndex

# What can be chosen in a column, as (value, words); None for a column that is typed in.
Choices = Callable[[int], Sequence[tuple[object, str]] | None]


class EditDelegate(CellDelegate):
    """Draws as every cell is drawn; a column with choices gets a list, one with days reads them as people write them."""

    def __init__(
        self, look: Look, view: QAbstractItemView, choices: Choices, days: frozenset[int] = frozenset()
    ) -> None:
        super().__init__(look, view)
        self._choices, self._days = choices, days

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list or a line."""
        choices = self._choices(index.column())
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        if choices is None:
            line = QLineEdit(parent)
            line.setAccessibleName(name)
            return line
        box = QComboBox(parent)
        box.setAccessibleName(name)
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(partial(self._done, box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit):
            editor.setText(_words(value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen or typed; a day that cannot be read goes as it was typed, to be refused in words."""
        if isinstance(editor, QComboBox):
            model.setData(_plain(index), editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(_plain(index), self._read(editor.text(), index))

    def _read(self, typed: str, index: Index) -> object:
        if index.column() in self._days:
            try:
                return read_day(typed, date.today())
            except ValueError:
                return typed
        if isinstance(index.data(Qt.ItemDataRole.EditRole), tuple):
            return tuple(one.strip() for one in typed.split(","))
        return typed

    def _done(self, box: QComboBox, row: int) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _words(value: object) -> str:
    """What stands in the editor's line at the start."""
    if isinstance(value, date):
        return write_day(value)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in cast("tuple[object, ...]", value))
    return "" if value is None else str(value)


def _plain(index: Index) -> QModelIndex:
    """Qt takes either kind of index here; its types know one."""
    return cast("QModelIndex", index)
