"""Editors inside the cells of tables and outlines, each fitting its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.form.cell_editors import ChoiceEditor, TextEditor
from app.ui.theme import Look
from app.ui.widgets import CellDelegate, read_day, write_day

Index = QModelIndex | QPersistentModelIndex

# What can be chosen in a column, as (value, words); None for a column that is typed in.
Choices = Callable[[int], Sequence[tuple[object, str]] | None]

# A text of several lines is written in more room than its cell has.
TEXT_WIDTH, TEXT_HEIGHT = 380, 160
BEGUN = "begun"
EDITORS = (QComboBox, QLineEdit, QPlainTextEdit)


class EditDelegate(CellDelegate):
    """Draws as every cell is drawn; a column with choices gets a list, one of `days` reads them as people write them, one of
    `texts` has room for several lines.

    Only what was changed or chosen is handed over. `refused` says that the model did not take the last of it: the view then
    leaves the editor open, and nothing that was typed is lost.
    """

    def __init__(
        self,
        look: Look,
        view: QAbstractItemView,
        choices: Choices,
        days: frozenset[int] = frozenset(),
        texts: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(look, view)
        self._view, self._choices, self._days, self._texts = view, choices, days, texts
        self.refused = False

    def editors(self) -> list[QWidget]:
        """Those that are open now."""
        inside = self._view.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in inside if isinstance(one, EDITORS) and one.isVisible()]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list, a line, or several lines."""
        choices = self._choices(index.column())
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor: QWidget
        if index.column() in self._texts:
            editor = text = TextEditor(parent)
            text.done.connect(partial(self._finish, text))
        elif choices is None:
            editor = QLineEdit(parent)
        else:
            editor = box = ChoiceEditor(parent)
            for value, words in choices:
                box.addItem(words, value)
            box.activated.connect(partial(self._done, box))
            box.left.connect(partial(self._give_up, box))
        editor.setAccessibleName(name)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell; several lines reach beyond it, and stay inside of the view."""
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, TextEditor):
            cell, room = editor.geometry(), cast("QWidget", editor.parent()).size()
            wide = min(max(cell.width(), self._look.px(TEXT_WIDTH)), room.width())
            high = min(self._look.px(TEXT_HEIGHT), room.height())
            left, top = min(cell.left(), room.width() - wide), min(cell.top(), room.height() - high)
            editor.setGeometry(QRect(max(0, left), max(0, top), wide, high))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there; what is typed already stays when the cell changes elsewhere."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, (QLineEdit, QPlainTextEdit)) and not _is_changed(editor):
            words = _words(value)
            editor.setProperty(BEGUN, words)
            if isinstance(editor, QLineEdit):
                editor.setText(words)
            else:
                editor.setPlainText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen or typed; a day that cannot be read goes as it was typed, to be refused in words."""
        if isinstance(editor, ChoiceEditor):
            value = editor.currentData()
            if editor.chosen or value != index.data(Qt.ItemDataRole.EditRole):
                self._hand_over(editor, model, index, value)
        elif isinstance(editor, (QLineEdit, QPlainTextEdit)) and _is_changed(editor):
            self._hand_over(editor, model, index, self._read(_typed(editor), index))

    def _hand_over(self, editor: QWidget, model: QAbstractItemModel, index: Index, value: object) -> None:
        self.refused = not model.setData(_plain(index), value)
        if self.refused:
            editor.setProperty("wrong", True)
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def _read(self, typed: str, index: Index) -> object:
        if index.column() in self._days:
            try:
                return read_day(typed, date.today())
            except ValueError:
                return typed
        if isinstance(index.data(Qt.ItemDataRole.EditRole), tuple):
            return tuple(one.strip() for one in typed.split(","))
        return typed

    def _done(self, box: ChoiceEditor, row: int) -> None:
        box.chosen = True
        self._finish(box)

    def _give_up(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _typed(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _is_changed(editor: QLineEdit | QPlainTextEdit) -> bool:
    """Whether something else stands there than at the start."""
    begun = editor.property(BEGUN)
    return begun is not None and _typed(editor) != begun


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
