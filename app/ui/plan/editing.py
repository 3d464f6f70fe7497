"""The editors inside the outline's cells: while a line is typed, Tab moves it in and out, and Enter begins the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from app.model.schema import FieldType
from app.ui.form.delegate import Choices, EditDelegate, Index
from app.ui.plan.columns import COLUMNS, WHAT, numbers_of
from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE, Cell
from app.ui.widgets.cells import CHEVRON, PAD

# From the edge of a line that is typed in to its words.
FRAME = 7

_NONE, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_WISHES = {
    (Qt.Key.Key_Tab, _NONE): "indent",
    (Qt.Key.Key_Backtab, _SHIFT): "outdent",
    (Qt.Key.Key_Backtab, _NONE): "outdent",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
}


class LineDelegate(EditDelegate):
    """Signal: `wished(QWidget, str)` with the editor when a key moves the line that is being typed: indent, outdent, up, down.

    `entered` says that the editor was left by Enter.
    """

    wished = Signal(object, str)

    def __init__(self, look: Look, view: QAbstractItemView, choices: Choices) -> None:
        super().__init__(look, view, choices, numbers_of(FieldType.DATE), numbers_of(FieldType.LONG))
        self.entered = False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The words stay where they are read: behind the icon."""
        super().updateEditorGeometry(editor, option, index)
        cell = index.data(CELL_ROLE)
        if COLUMNS[index.column()] == WHAT and isinstance(cell, Cell):
            look, box = self._look, editor.geometry()
            box.setLeft(box.left() + PAD + look.px(cell.indent + CHEVRON) + look.px(27) - FRAME)
            editor.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that is being typed; the rest is Qt's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            wish = _WISHES.get((Qt.Key(event.key()), keys))
            if wish is not None and watched.property(WHAT):
                self.wished.emit(watched, wish)
                return True
            self.entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return super().eventFilter(watched, event)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Marked when it is the line's own words."""
        editor = super().createEditor(parent, option, index)
        editor.setProperty(WHAT, COLUMNS[index.column()] == WHAT)
        return editor
