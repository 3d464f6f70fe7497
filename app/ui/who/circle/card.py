"""The circle in its card: the picture, what its signs mean, the camera's buttons, and the menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.model.partner import INVOLVEMENT, Partner
from app.ui.theme import Look
from app.ui.who.circle.legend import Legend
from app.ui.who.circle.scene import Stop
from app.ui.who.circle.view import CircleView
from app.ui.widgets import Button, Card, IconButton, Menu

LOW = 420


class CircleCard(Card):
    """Signals: those of `CircleView`, and `step_requested(str)`, `partner_requested(str)` from its menus too."""

    step_requested = Signal(str)
    partner_requested = Signal(str)
    move_requested = Signal(str, str, str)
    panel_requested = Signal()

    def __init__(
        self, look: Look, name_of: Callable[[Partner], str], *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent, bare=True, fills=True)
        self._closed = closed
        self.view = CircleView(look, name_of, closed=closed)
        self.legend = Legend(look)
        self.ties = Button(look, _("All ties"), icon="spline", kind="quiet")
        self.ties.setCheckable(True)
        self.closer = IconButton(look, "plus", _("Larger (+)"))
        self.farther = IconButton(look, "minus", _("Smaller (−)"))
        self.whole = IconButton(look, "maximize", _("The whole circle (0)"))
        foot = self.foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        edge = look.px(14)
        foot.setContentsMargins(edge, 0, edge, look.px(4))
        foot.setSpacing(look.space.small_gap)
        foot.addWidget(self.legend, 100)
        foot.addStretch(1)
        for one in (self.ties, self.farther, self.closer, self.whole):
            foot.addWidget(one)
        self.ties.setAccessibleName(_("All ties"))
        self.ties.setToolTip(_("Draw every tie, or those of the chosen partner alone"))
        self.add(self.view)
        self.body.setStretch(0, 1)
        self.add(foot)
        self._join()

    def _join(self) -> None:
        view = self.view
        self.ties.toggled.connect(view.set_all_ties)
        self.ties.toggled.connect(self.legend.show_ties)
        self.closer.clicked.connect(lambda: view.zoom(1))
        self.farther.clicked.connect(lambda: view.zoom(-1))
        self.whole.clicked.connect(view.show_whole)
        view.step_requested.connect(self.step_requested)
        view.partner_requested.connect(self.partner_requested)
        view.move_requested.connect(self.move_requested)
        view.panel_requested.connect(self.panel_requested)
        view.menu_requested.connect(self._open_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the picture gets all the height: the legend goes, and the buttons stand beside it."""
        super().resizeEvent(event)
        low = self.height() < self.look.px(LOW)
        self.legend.setVisible(not low)
        ways = QBoxLayout.Direction
        self.body.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self.foot.setDirection(ways.BottomToTop if low else ways.LeftToRight)
        self.ties.set_text("" if low else _("All ties"))

    def menu_for(self, stop: Stop) -> Menu:
        """What can be done with a dot or a gap."""
        menu = Menu(_("What to do"), self)
        if stop.partner:
            self._fill_for_partner(menu, stop.partner)
        elif not self._closed:
            group = self.view.scene.groups[stop.wedge]
            ask = menu.addAction(_("Plan to ask someone from: {group} (S)").format(group=group.label))
            ask.triggered.connect(lambda: self.step_requested.emit(group.key))
            add = menu.addAction(_("Add a partner to: {group} (P)").format(group=group.label))
            add.triggered.connect(lambda: self.partner_requested.emit(group.key))
        return menu

    def _fill_for_partner(self, menu: Menu, partner_id: str) -> None:
        partner = self.view.scene.partners[partner_id]
        menu.addAction(_("Everything about them (Enter)")).triggered.connect(self.panel_requested)
        if self._closed:
            return
        involved, group = menu.add_menu(_("How involved")), menu.add_menu(_("Group"))
        for one in INVOLVEMENT:
            action = involved.addAction(_(one.label))
            action.setCheckable(True)
            action.setChecked(one.key == partner.involvement)
            action.triggered.connect(partial(self.move_requested.emit, partner_id, partner.group, one.key))
        for one in self.view.scene.groups:
            action = group.addAction(one.label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.key == partner.group)
            action.triggered.connect(partial(self.move_requested.emit, partner_id, one.key, partner.involvement))

    def _open_menu(self, stop: Stop, at: QPoint) -> None:
        menu = self.menu_for(stop)
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.actions():
            menu.popup(at)
