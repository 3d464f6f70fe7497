"""The timeline in its card: the picture, its scroll bars, what its signs mean, and the camera's buttons."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from app.ui.plan.shown import Shown
from app.ui.plan.timeline.camera import day_bounds
from app.ui.plan.timeline.legend import Legend
from app.ui.plan.timeline.view import TimelineView
from app.ui.theme import Look
from app.ui.widgets import Button, Card, IconButton, Words

LOW, NARROW = 420, 520


class TimelineCard(Card):
    """A view of the plan. Signals: those of `TimelineView`."""

    item_selected = Signal(str)
    panel_requested = Signal(str)
    change_requested = Signal(str, str, object)
    changes_requested = Signal(str, object)

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent, bare=True, fills=True)
        self.view = TimelineView(look, closed=closed)
        self.across = QScrollBar(Qt.Orientation.Horizontal)
        self.down = QScrollBar(Qt.Orientation.Vertical)
        self.undated = Button(look, "", icon="circle-dashed", kind="quiet")
        self.backwards = Button(look, "", icon="triangle-alert", kind="quiet")
        self.today = Button(look, _("Today"), icon="calendar", kind="quiet")
        self.closer = IconButton(look, "plus", _("Wider days (+)"))
        self.farther = IconButton(look, "minus", _("Narrower days (−)"))
        self.whole = IconButton(look, "maximize", _("The whole plan (0)"))
        self.legend = Legend(look)
        words = _(
            "Drag a bar or its ends. Alt+←→: a day · Alt+Shift+←→: a week · Ctrl+Alt+←→: its end · Ctrl+←→: its start"
        )
        self.hint = Words(words, "small", wrap=True)
        self._closed = closed
        self._told = (-1, -1)
        self._lay()
        self._join()

    def show_plan(self, shown: Shown) -> None:
        """Show the plan as it is now."""
        self.view.show_plan(shown)
        self._tell()

    def select(self, item_id: str) -> None:
        """Choose an item; nothing is announced."""
        self.view.select(item_id)

    def _lay(self) -> None:
        look = self.look
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.addWidget(self.view, 0, 0)
        grid.addWidget(self.down, 0, 1)
        grid.addWidget(self.across, 1, 0)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)
        self.add(grid)
        self.body.setStretch(0, 1)
        self.today.setAccessibleName(_("Today"))
        self.today.setToolTip(_("Go to today (T)"))
        edge = look.px(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.space.small_gap)
        for one in (self.undated, self.backwards):
            buttons.addWidget(one)
        buttons.addStretch(1)
        for one in (self.today, self.farther, self.closer, self.whole):
            buttons.addWidget(one)
        foot = QVBoxLayout()
        foot.setContentsMargins(edge, look.px(2), edge, look.px(6))
        foot.setSpacing(look.px(2))
        foot.addLayout(buttons)
        foot.addWidget(self.legend)
        foot.addWidget(self.hint)
        self.add(foot)
        for one in (self.across, self.down):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.across.setAccessibleName(_("Days"))
        self.down.setAccessibleName(_("Rows"))

    def _join(self) -> None:
        view = self.view
        for theirs, ours in (
            (view.item_selected, self.item_selected),
            (view.panel_requested, self.panel_requested),
            (view.change_requested, self.change_requested),
            (view.changes_requested, self.changes_requested),
        ):
            theirs.connect(ours)
        view.camera_moved.connect(self._follow)
        self.closer.clicked.connect(lambda: view.zoom(1))
        self.farther.clicked.connect(lambda: view.zoom(-1))
        self.whole.clicked.connect(view.fit)
        self.today.clicked.connect(view.go_to_today)
        self.undated.clicked.connect(lambda: view.go_to_next(view.scene.timeline.undated))
        self.backwards.clicked.connect(lambda: view.go_to_next(view.scene.backwards))
        self.across.valueChanged.connect(self._scroll)
        self.down.valueChanged.connect(self._scroll)
        self._tell()

    def _tell(self) -> None:
        """How many steps have no day, and how many wait for something that ends too late."""
        counts = len(self.view.scene.timeline.undated), len(self.view.scene.backwards)
        if counts == self._told:
            return
        self._told = bare, odd = counts
        self.undated.set_text(_("No day yet: {count}").format(count=bare))
        self.undated.setToolTip(_("Go to the next step without a day; drag in its row, or press Alt+→, to give it one"))
        self.undated.setVisible(bare > 0)
        self.backwards.set_text(_("Starts too early: {count}").format(count=odd))
        self.backwards.setToolTip(_("Go to the next step that begins before what it waits for ends"))
        self.backwards.setVisible(odd > 0)

    def _follow(self) -> None:
        """The scroll bars show what is seen of the plan."""
        view = self.view
        frame, camera = view.frame_now(), view.camera
        first, last = day_bounds(camera.axis, frame.chart.width(), view.scene.timeline, view.scene.shown.today)
        across = (camera.axis.left - first) * camera.axis.day
        whole = (last - first) * camera.axis.day - frame.chart.width()
        rows = len(view.scene.timeline.rows) * frame.row - frame.chart.height()
        _set(self.across, across, whole, frame.chart.width())
        _set(self.down, camera.top, rows, frame.chart.height(), frame.row)

    def _scroll(self) -> None:
        view = self.view
        frame, camera = view.frame_now(), view.camera
        first, _last = day_bounds(camera.axis, frame.chart.width(), view.scene.timeline, view.scene.shown.today)
        across = (camera.axis.left - first) * camera.axis.day
        view.pan(across - self.across.value(), camera.top - self.down.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the picture gets the height."""
        super().resizeEvent(event)
        low = self.height() < self.look.px(LOW)
        self.legend.setVisible(not low)
        self.hint.setVisible(not low and not self._closed)
        self.today.set_text(_("Today") if self.width() >= self.look.px(NARROW) else "")


def _set(bar: QScrollBar, value: float, most: float, page: float, step: float = 40.0) -> None:
    with QSignalBlocker(bar):
        bar.setRange(0, max(0, round(most)))
        bar.setPageStep(round(page))
        bar.setSingleStep(round(step))
        bar.setValue(round(value))
    bar.setVisible(most > 0)
