"""What a place shows before there is anything in it: one sentence, and the action that begins it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.words import Picture, Words


class EmptyState(QWidget):
    """Icon, a heading, a sentence and perhaps an action; `action_requested` when it is pressed."""

    action_requested = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        heading: str,
        sentence: str,
        action: str = "",
        action_icon: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space.card, 40, look.space.card, 40)
        column.setSpacing(look.space.small_gap)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Picture(look, icon, "muted", size=36), 0, middle)
        self.heading = Words(heading, "heading", wrap=True)
        self.sentence = Words(sentence, "muted", wrap=True)
        for words in (self.heading, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        self.button = Button(look, action, action_icon, "primary")
        self.button.clicked.connect(self.action_requested)
        self.button.setVisible(bool(action))
        column.addSpacing(6)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(look.space.small_gap)
        self._actions.addWidget(self.button)
        column.addLayout(self._actions)
        column.setAlignment(self._actions, middle)
        column.addStretch(2)

    def add_action(self, button: Button) -> None:
        """Put another way to begin beside the first."""
        self._actions.addWidget(button)
