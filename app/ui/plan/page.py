"""Plan: one plan in several views on the left, everything about the chosen line on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from gettext import gettext as _
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.community import Community
from app.model.groups import Group
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_filter import PlanFilter
from app.model.plan_place import new_place
from app.model.starts import Start
from app.ui.names import Names
from app.ui.plan.changing import Changing
from app.ui.plan.choices import Choices
from app.ui.plan.chosen import ChosenPanel
from app.ui.plan.columns import Arrangement
from app.ui.plan.filter_bar import FilterBar
from app.ui.plan.finding import Finding
from app.ui.plan.head import PlanHead
from app.ui.plan.more import MoreButton
from app.ui.plan.no_plan import NoPlan
from app.ui.plan.outline_card import OutlineCard
from app.ui.plan.panel import ItemPanel
from app.ui.plan.people.newcomer import Newcomers
from app.ui.plan.shown import Shown
from app.ui.plan.standing import PlanStanding
from app.ui.plan.views import OUTLINE, SORTS, Sort, Views
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Page

WIDE = 980
# The least width of the page, as WIDE, in which the bar tells what the test of the plan finds.
TELLING = 640


class PlanPage(Page):
    """Signals: `open_requested(str, str)`, `message_requested(str, str, object)`, `help_lines_requested()`,
    `page_requested(QWidget)` with a room behind it to be shown, `left()` when the person comes back from there, and
    `place_requested(str)` as `MoreButton`.

    `title_of` names a toolkit page by its id. `sorts` are the views besides the outline, `starts` the ways to begin.
    """

    open_requested = Signal(str, str)
    message_requested = Signal(str, str, object)
    help_lines_requested = Signal()
    page_requested = Signal(object)
    left = Signal()
    place_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        session: Session,
        title_of: Callable[[str], str],
        names: Names,
        sorts: Sequence[Sort] = SORTS,
        starts: Sequence[Start] = (),
    ) -> None:
        super().__init__(look)
        self._session, self._called = session, names
        self._wants_panel, self._has_room, self._begins = True, True, False
        self._closed = closed = session.workspace.read_only
        self._shown = Shown(Outline(()), {}, groups_in(session.workspace), date.today())
        self.choices = Choices(names, lambda: self._shown)
        self._chosen = ""
        self.changing = Changing(session, lambda: self._shown.outline, self)
        self.card = OutlineCard(look, self.changing, self.choices.of, closed=closed)
        self.model, self.outline = self.card.model, self.card.outline
        self.newcomers = Newcomers(look, self.changing, self.card.place_below, self)
        self.stack = Views(look, self.card, sorts, closed=closed)
        self.finding = Finding(self)
        self.bar = FilterBar(look, self.choices.offers, self.choices.line)
        self.panel = ItemPanel(
            look, session, self.choices.people, title_of, lambda: self._shown.outline, self.changing.put
        )
        self.several = ChosenPanel(look, self.choices.of_several, closed=closed)
        self.more = MoreButton(look, session, names, title_of, starts)
        self.header = PlanHead(look, self.stack.choices, self.more, closed=closed)
        self.views, self.add_button = self.header.views, self.header.add_button
        self.empty_card = NoPlan(look, starts=bool(starts), closed=closed)
        self.test = Button(look, "", icon="sparkles", kind="quiet")
        self.standing = PlanStanding(session, lambda: self._shown, self)
        self._lay()
        self._join()
        self._read_people()
        self._read()
        self.standing.count()
        self.standing.refresh()

    # -- what others ask ----------------------------------------------------------------------------------

    def select(self, item_id: str) -> None:
        """Choose an item and show it, whatever is filtered."""
        if self._shown.found is not None and item_id not in self._shown.found:
            self.bar.set_filter(PlanFilter())
        self._select(item_id)
        self.stack.take_focus()

    def add_step(self, what: str = "", origin: str = "") -> None:
        """Add a step below the chosen line, that remembers where it came from, and begin to write it."""
        self._begin("action", {"what": what, "origin": origin} if what else {"origin": origin})

    def take_focus(self) -> None:
        """Put the keys into the plan, or where there is none to what begins it."""
        if self.empty_card.isHidden():
            if self.stack.isHidden():
                self._close_panel()
            self.stack.take_focus()
        else:
            self.empty_card.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: str) -> None:
        """Show another view; the choice, the filter and undo are the same. A view that nobody knows is the outline."""
        self.views.set_current(self.stack.show_view(view))
        self.card.columns.setVisible(self.stack.current == OUTLINE)
        self.bar.tell_branch(self.stack.current != OUTLINE)
        self._show_panel()

    def wait(self) -> None:
        """Wait for what a room is doing beside the window."""
        self.more.wait()

    def arrangement(self) -> str:
        """The outline's columns, to be remembered."""
        return self.outline.arrangement.kept()

    def arrange(self, kept: str) -> None:
        """Arrange the outline as it was remembered; what cannot be read is as at the start."""
        self.outline.arrange(Arrangement.read(kept))

    # -- making the page ----------------------------------------------------------------------------------

    def _lay(self) -> None:
        self.add(self.header)
        self.bar.row.addWidget(self.test)
        self.bar.row.addWidget(self.card.columns)
        self.add(self.bar)
        row = QHBoxLayout()
        row.setSpacing(self.look.space.gap)
        row.addWidget(self.stack, 1)
        row.addWidget(self.empty_card, 1)
        row.addWidget(self.panel)
        row.addWidget(self.several)
        self.add(row, 1)

    def _join(self) -> None:
        self.views.view_chosen.connect(self.show_view)
        self.add_button.clicked.connect(lambda: self._begin("action"))
        for name in ("page_requested", "left", "place_requested", "message_requested", "open_requested"):
            getattr(self.more, name).connect(getattr(self, name))
        self.more.add_requested.connect(self._begin)
        self.more.item_requested.connect(self._go_to_line)
        self.bar.filter_changed.connect(self._filter)
        self.bar.left.connect(self.stack.take_focus)
        self.empty_card.add_button.clicked.connect(lambda: self.add_step())
        self.empty_card.begin.clicked.connect(self.more.show_starts)
        self.more.started.connect(self._show_started)
        self.test.clicked.connect(self.more.show_check)
        self.standing.counted.connect(self.header.set_line)
        self.standing.tested.connect(self._tell_test)
        self.changing.message_requested.connect(self.message_requested)
        self._called.names_hidden.connect(self._name_anew)
        self._session.changed.connect(self._follow)
        self.look.look_changed.connect(self._fit)
        self._join_views()
        self._join_panels()
        self._join_keys()

    def _join_views(self) -> None:
        card, stack = self.card, self.stack
        card.item_selected.connect(self._show)
        card.chosen_changed.connect(self._show_several)
        card.branch_requested.connect(partial(self.bar.put, "branch"))
        stack.item_selected.connect(self._choose)
        stack.change_requested.connect(self.changing.put_told)
        stack.changes_requested.connect(self._put_several)
        stack.add_requested.connect(self._add_there)
        for one in (card, stack):
            one.panel_requested.connect(self._go_to_panel)
            one.message_requested.connect(self.message_requested)

    def _join_panels(self) -> None:
        self.panel.open_requested.connect(self.open_requested)
        self.panel.item_requested.connect(self.select)
        self.panel.help_lines_requested.connect(self.help_lines_requested)
        self.several.set_requested.connect(self._set_all)
        self.several.wished.connect(self.card.wish)
        for panel in (self.panel, self.several):
            panel.closed.connect(self._close_panel)
            panel.left.connect(self.take_focus)

    def _join_keys(self) -> None:
        for keys, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move_view, steps))
        QShortcut(QKeySequence("F4"), self).activated.connect(self._turn_panel)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.bar.words.setFocus)
        if not self._closed:
            QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(lambda: self._begin("action"))
            paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
            paste.activated.connect(self.card.paste)

    def _move_view(self, steps: int) -> None:
        self.views.go_on(steps)
        self.take_focus()

    # -- the panel ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the plan alone where there is no room for more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, height = self.width() / self.look.scale, self.height() / self.look.scale
        self._has_room = width >= WIDE
        self.set_low(self.header.fit(width, height))
        self._tell_test(self.test.text())
        self._show_panel()

    def _show_several(self, _chosen: object) -> None:
        self._show_panel()

    def _tell_test(self, words: str) -> None:
        self.test.set_text(words)
        self.test.setVisible(bool(words) and self.width() / self.look.scale >= TELLING)

    def _want_panel(self, wanted: bool) -> None:
        self._wants_panel, self._has_room = wanted, True
        self._show_panel()

    def _turn_panel(self) -> None:
        if self.panel.isVisible() or self.several.isVisible():
            self._close_panel()
        else:
            self._want_panel(True)

    def _show_panel(self) -> None:
        chosen = self._several() if self.stack.current == OUTLINE else []
        begun = len(self._shown.outline) > 0 or self.model.draft is not None or self._begins
        shown = self._wants_panel and self._has_room and begun
        # Asked for where both do not fit: the panel comes instead, until it is closed.
        alone = shown and self.width() / self.look.scale < WIDE
        for panel in (self.panel, self.several):
            panel.set_alone(alone)
        if len(chosen) > 1:
            self.several.show_items(chosen)
        self.panel.setVisible(shown and len(chosen) < 2)
        self.several.setVisible(shown and len(chosen) > 1)
        self.stack.setVisible(begun and not alone)
        self.bar.setVisible(begun and not alone)
        self.empty_card.setVisible(not begun)

    def _close_panel(self) -> None:
        self._want_panel(False)
        self.take_focus()

    def _go_to_panel(self, field: str = "") -> None:
        self._want_panel(True)
        if self.several.isVisible():
            self.several.focus_on(field)
        else:
            self.panel.focus_on(field)

    def _several(self) -> list[Item]:
        found = (self._shown.outline.get(one) for one in self.outline.selected_ids())
        return [one for one in found if one is not None]

    # -- showing ------------------------------------------------------------------------------------------

    def _read_people(self) -> None:
        partners = self._session.workspace.all(Partner)
        self.choices.read(partners)
        self.finding.set_people(self.choices.names_by_id, {one.id: one.group for one in partners})

    def _read(self, changed: Sequence[str] | None = None, *, anew: bool = True) -> None:
        """Show the plan as it is now; `changed` are the only lines that are others than before. Not `anew`: the same plan."""
        workspace, today = self._session.workspace, date.today()
        outline = Outline(workspace.all(Item)) if anew else self._shown.outline
        wanted = self.bar.wanted
        if wanted.branch and outline.get(wanted.branch) is None:
            wanted = self.bar.forget_branch()
        groups = self._shown.groups if changed is not None else groups_in(workspace)
        found = self.finding.find(wanted, outline, today, changed)
        self._shown = Shown(outline, self.choices.names_by_id, groups, today, found)
        here = Shown(outline, self.choices.names_by_id, groups, today, found if wanted.parts else None)
        self.card.show_plan(here, wanted.branch, changed)
        self.stack.show_plan(self._shown)
        self._show_panel()

    def _filter(self, _wanted: object) -> None:
        self._read(anew=False)

    def _name_anew(self) -> None:
        self._read_people()
        self._read()
        self.bar.refresh()
        self.panel.show_item(self._shown.outline.get(self._chosen))

    def _follow(self, changes: Changes) -> None:
        people, items = changes.of(Partner), changes.of(Item)
        if people:
            self._read_people()
        if people or changes.of(Group) or changes.of(Community):
            self._read()
        elif items:
            self.finding.forget([one.id for one in items])
            self._read([one.id for one in items])
        else:
            return
        self.standing.refresh()

    def _show(self, item_id: str) -> None:
        """The outline's choice, for the panel and the other views."""
        self._chosen = item_id
        self.panel.show_item(self._shown.outline.get(item_id))
        self.stack.select(item_id)

    def _choose(self, item_id: str) -> None:
        """Another view's choice."""
        if item_id != self._chosen:
            self.outline.select(item_id)
        self._show_panel()

    def _select(self, item_id: str) -> None:
        self.outline.select(item_id)
        self.stack.select(item_id)

    # -- changing -----------------------------------------------------------------------------------------

    def _begin(self, level: str, values: Mapping[str, object] | None = None) -> None:
        if self._closed:
            return
        preset = dict(values or {})
        if preset.get("what"):
            place = new_place(self._shown.outline, self._shown.outline.get(self._chosen), level)
            made = self.changing.add(place, preset)
            if made is None:
                return
            self.show_view(OUTLINE)
            self.bar.set_filter(PlanFilter())
            self.card.edit(made.id)
        else:
            self.show_view(OUTLINE)
            # An empty plan gives way to the outline before the first line is written in it.
            self._begins = True
            self._show_panel()
            self.card.begin(level, preset)
            self._begins = False

    def _go_to_line(self, item_id: str, field: str) -> None:
        """From a room: the line, and the field that was asked for."""
        self.left.emit()
        self.select(item_id)
        self._go_to_panel(field)

    def _show_started(self, item_id: str) -> None:
        """What a way to begin has put in is gone through line by line: the keys are in the outline."""
        self.left.emit()
        self.show_view(OUTLINE)
        self.select(item_id)

    def _add_there(self, values: object) -> None:
        """A new step in a view that has no line to write in: it is made, and its words are written in the panel."""
        preset = {"what": _("New step"), **cast("dict[str, object]", values)}
        place = new_place(self._shown.outline, self._shown.outline.get(self._chosen), "action")
        made = self.changing.add(place, preset)
        if made is not None:
            self._select(made.id)
            self._go_to_panel("what")
            self.panel.form.fields["what"].entry.selectAll()

    def _put_several(self, item_id: str, values: object) -> None:
        self.changing.put_all([item_id], cast("dict[str, object]", values))

    def _set_all(self, field: str, value: object) -> None:
        if not self.changing.put_all(self.outline.selected_ids(), {field: value}):
            self._show_panel()
