"""A heading that opens and folds what stands below it, so that a long form is short until somebody wants more of it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import PressRow


class Fold(QWidget):
    """Folded at first. `body` is the column for what is inside; `tell` says what it holds while it is folded."""

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self._heading, self._holds = heading, ""
        self.button = PressRow(look, heading, "chevron-right")
        self.inside = QWidget()
        self.inside.hide()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.space.small_gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.tiny_gap)
        column.addWidget(self.button)
        column.addWidget(self.inside)
        self.button.clicked.connect(lambda: self.open(not self.is_open))
        self._write()

    @property
    def is_open(self) -> bool:
        """Whether what is inside is seen."""
        return not self.inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Open it, or fold it."""
        self.inside.setVisible(opened)
        self.button.set_icon("chevron-down" if opened else "chevron-right")
        self._write()

    def tell(self, holds: str) -> None:
        """Say in a word or two what is inside."""
        self._holds = holds
        self._write()

    def _write(self) -> None:
        words = f"{self._heading} · {self._holds}" if self._holds and not self.is_open else self._heading
        self.button.setText(words)
        self.button.updateGeometry()
        self.button.setAccessibleName(f"{words}, {_('open') if self.is_open else _('folded')}")
