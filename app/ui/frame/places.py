"""The list of places on the left, with Settings at its foot."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui.frame.place_button import SIDE, PlaceButton
from app.ui.theme import Look


class Places(QFrame):
    """`place_chosen(key)` when a person picks a place, `settings_requested` for the button at the foot."""

    place_chosen = Signal(str)
    settings_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._narrow = look, False
        self._buttons: dict[str, PlaceButton] = {}
        self.setProperty("part", "places")
        self.setAccessibleName(_("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE - 2, 12, SIDE - 1, 12)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.settings = PlaceButton(look, _("Settings"), "settings")
        self.settings.clicked.connect(self.settings_requested)
        self._column.addWidget(self.settings)
        look.look_changed.connect(self.updateGeometry)

    def add(self, key: str, title: str, icon: str, keys: str, *, behind: QWidget) -> None:
        """Put one more place at the end of the list; Tab comes to the first from `behind`."""
        button = PlaceButton(self._look, title, icon, keys)
        self._column.insertWidget(len(self._buttons), button)
        # Pages are made between the places, and would else stand between them for Tab.
        QWidget.setTabOrder([behind, *self._buttons.values()][-1], button)
        QWidget.setTabOrder(button, self.settings)
        self._buttons[key] = button
        button.set_narrow(self._narrow)
        button.clicked.connect(lambda: self.place_chosen.emit(key))
        button.moved.connect(partial(self._move, key))

    def set_current(self, key: str) -> None:
        """Mark the place that is shown."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def set_count(self, key: str, count: int | None) -> None:
        """Show how many a place holds."""
        self._buttons[key].set_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, for narrow windows and large text."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in (*self._buttons.values(), self.settings):
                button.set_narrow(narrow)
            self.updateGeometry()

    def is_narrow(self) -> bool:
        """True when icons stand alone."""
        return self._narrow

    def sizeHint(self) -> QSize:
        """The width of the list."""
        wide = self._look.text.row + 2 * SIDE - 3 if self._narrow else self._look.text.places
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than it is."""
        return self.sizeHint()

    def _move(self, key: str, steps: int) -> None:
        keys = list(self._buttons)
        place = keys.index(key) + steps
        if 0 <= place < len(keys):
            self._buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
