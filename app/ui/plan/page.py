"""Plan: the outline on the left, everything about the chosen line on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.data import plan
from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.item import STATUSES, Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.summary import summarise
from app.ui.names import Names
from app.ui.plan.model import LEAD, STATUS, PlanModel
from app.ui.plan.outline import OutlineView
from app.ui.plan.panel import ItemPanel
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, EmptyState, Page, PageHeader, Words

WIDE = 980

Change = Callable[[Edit, Outline, Item], bool]


class PlanPage(Page):
    """Signals: `open_requested(str, str)`, `message_requested(str, str, object)`, `help_lines_requested()`.

    `title_of` names a toolkit page by its id.
    """

    open_requested = Signal(str, str)
    message_requested = Signal(str, str, object)
    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, title_of: Callable[[str], str], names: Names) -> None:
        super().__init__(look)
        self._session, self._called = session, names
        self._wants_panel = True
        self._empty_new = ""
        closed = session.workspace.read_only
        self.model = PlanModel(self, closed=closed)
        self.outline = OutlineView(look, _("Action plan"), self.model, self._choices)
        self.panel = ItemPanel(look, session, self._names, title_of)
        self.header = PageHeader(look, _("Action plan"))
        sentence = _("Begin with one step that can be done this month, or with a goal.")
        action = "" if closed else _("Add a step")
        self.empty = EmptyState(look, "list-checks", _("There is no plan yet"), sentence, action)
        self._lay(closed)
        self._join()
        names.names_hidden.connect(self._name_anew)
        self._read()
        self.outline.expandAll()

    # -- what others ask ----------------------------------------------------------------------------------

    def select(self, item_id: str) -> None:
        """Choose an item and show it."""
        self.outline.select(self.model.index_of(item_id))
        self.outline.setFocus()

    def add_step(self, what: str = "", origin: str = "") -> None:
        """Add a step below the chosen line, that remembers where it came from, and begin to write it."""
        self._add("action", what=what, origin=origin)

    # -- making the page ----------------------------------------------------------------------------------

    def _lay(self, closed: bool) -> None:
        buttons = (
            (_("Add a goal"), "flag", "plain", "goal"),
            (_("Add an objective"), "target", "plain", "objective"),
            (_("Add a step"), "plus", "primary", "action"),
        )
        for text, icon, kind, level in () if closed else buttons:
            button = Button(self.look, text, icon=icon, kind=kind)
            button.clicked.connect(lambda _checked=False, which=level: self._add(which))
            self.header.add_action(button)
        self.add(self.header)
        self.card = Card(self.look, bare=True)
        self.card.add(self.outline, self.empty)
        keys = _("Enter: new step · Tab: further in · Shift+Tab: further out · Alt+↑↓: move · F2: change · Space: done")
        hint = Words(keys, "small", wrap=True)
        hint.setContentsMargins(16, 8, 16, 4)
        hint.setVisible(not closed)
        self.card.add(hint)
        row = QHBoxLayout()
        row.setSpacing(self.look.space.gap)
        row.addWidget(self.card, 1)
        row.addWidget(self.panel)
        self.add(row, 1)

    def _join(self) -> None:
        self.outline.wished.connect(self._wish)
        self.outline.item_selected.connect(self._show)
        self.model.change_requested.connect(self._change)
        self.model.drop_requested.connect(self._drop)
        self.empty.action_requested.connect(self.add_step)
        self.panel.open_requested.connect(self.open_requested)
        self.panel.help_lines_requested.connect(self.help_lines_requested)
        self.panel.closed.connect(lambda: self._want_panel(False))
        self.outline.itemDelegate().closeEditor.connect(self._tidy_empty)
        self._session.changed.connect(self._follow)
        QShortcut(QKeySequence("F4"), self).activated.connect(lambda: self._want_panel(not self.panel.isVisible()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the outline alone where there is no room for more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.panel.setVisible(self._wants_panel and self.width() / self.look.scale >= WIDE)
        self.outline.fit()

    def _want_panel(self, wanted: bool) -> None:
        self._wants_panel = wanted
        self.panel.setVisible(wanted)
        self.outline.fit()

    # -- showing ------------------------------------------------------------------------------------------

    def _read(self) -> None:
        workspace, today = self._session.workspace, date.today()
        items, partners = workspace.all(Item), workspace.all(Partner)
        groups = groups_in(workspace)
        self.model.show(Outline(items), {one.id: self._called.of(one) for one in partners}, groups, today)
        found = summarise(partners, items, groups, today)
        steps = ngettext("{count} step", "{count} steps", found.actions).format(count=found.actions)
        line = _("{steps}, {done} done").format(steps=steps, done=found.done)
        missing: list[str] = []
        if found.overdue:
            missing.append(ngettext("{count} late", "{count} late", found.overdue).format(count=found.overdue))
        if found.without_lead:
            missing.append(_("{count} without a lead").format(count=found.without_lead))
        self.header.set_line(f"{line}," if missing else line, ", ".join(missing))
        self.outline.setVisible(bool(items))
        self.empty.setVisible(not items)

    def _name_anew(self) -> None:
        self._read()
        self.panel.show_item(self.model.item(self.outline.currentIndex()))

    def _show(self, item_id: str) -> None:
        self.panel.show_item(self.model.outline.get(item_id))

    def _follow(self, changes: Changes) -> None:
        if not changes.of(Item) and not changes.of(Partner):
            return
        new = [one.id for one in changes.of(Item) if one.before is None]
        self._read()
        for item_id in new:
            self.outline.expand(self.model.index_of(item_id).parent())

    def _choices(self, column: int) -> Sequence[tuple[object, str]] | None:
        if column == LEAD:
            return [("", _("no one yet")), *self._names("partner")]
        return [(one.key, _(one.label)) for one in STATUSES] if column == STATUS else None

    def _names(self, kind: str) -> Sequence[tuple[str, str]]:
        if kind == "partner":
            people = self._session.workspace.all(Partner)
            return sorted(((one.id, self._called.of(one)) for one in people), key=lambda pair: pair[1].casefold())
        return [(one.id, one.what or _("A step without words")) for one, _depth in self.model.outline.walk()]

    # -- changing -----------------------------------------------------------------------------------------

    def _current(self) -> Item | None:
        return self.model.item(self.outline.currentIndex())

    def _add(self, level: str, what: str = "", origin: str = "") -> None:
        made: list[Item] = []

        def add(edit: Edit) -> None:
            item = plan.add_after(edit, self.model.outline, self._current(), level=level, origin=origin)
            made.append(edit.change(Item, item.id, what=what) if what else item)

        if self._refused(self._session.edit(_("Add step"), add, by=self)):
            return
        index = self.model.index_of(made[0].id)
        self.outline.select(index)
        self.outline.setFocus()
        self._empty_new = made[0].id
        self.outline.edit(index)

    def _wish(self, wish: str) -> None:
        if wish == "leave":
            self.panel.form.focus_on("what")
            return
        item = self._current()
        if self._session.workspace.read_only or (item is None and wish != "add"):
            return
        if wish == "add" or item is None:
            self._add("action")
        elif wish == "remove":
            self._remove(item)
        elif wish == "done":
            status = "not-started" if item.status == "done" else "done"
            self._change(item.id, "status", status)
        else:
            self._move(wish, item)

    def _move(self, wish: str, item: Item) -> None:
        labels = {"indent": _("Move step in"), "outdent": _("Move step out")}
        moves: dict[str, Change] = {
            "indent": plan.indent,
            "outdent": plan.outdent,
            "up": lambda edit, outline, one: plan.move_by(edit, outline, one, -1),
            "down": lambda edit, outline, one: plan.move_by(edit, outline, one, 1),
        }
        label = labels.get(wish, _("Move step"))
        self._refused(self._session.edit(label, lambda edit: moves[wish](edit, self.model.outline, item), by=self))
        self.outline.select(self.model.index_of(item.id))

    def _remove(self, item: Item) -> None:
        below = self.outline.indexBelow(self.outline.currentIndex())
        refused = self._session.edit(_("Remove step"), lambda edit: edit.remove(Item, item.id), by=self)
        if not self._refused(refused):
            if below.isValid():
                self.outline.setCurrentIndex(self.outline.currentIndex())
            name = item.what or _("A step without words")
            action = (_("Undo"), self._session.undo)
            self.message_requested.emit(_("Removed: {what}").format(what=name), "info", action)

    def _drop(self, item_id: str, parent: str, after: str) -> None:
        item = self.model.outline.get(item_id)
        if item is not None:
            outline = self.model.outline
            self._refused(
                self._session.edit(_("Move step"), lambda edit: plan.place(edit, outline, item, parent, after), by=self)
            )
            self.outline.select(self.model.index_of(item_id))

    def _change(self, item_id: str, field: str, value: object) -> None:
        labels = {
            "what": _("Rename step"),
            "lead": _("Change lead"),
            "by": _("Change day"),
            "status": _("Change status"),
        }
        self._refused(self._session.change(Item, item_id, labels[field], {field: value}, by=self))

    def _refused(self, refused: Exception | None) -> bool:
        if refused is not None:
            self.message_requested.emit(str(refused), "warn", None)
        return refused is not None

    def _tidy_empty(self) -> None:
        """A new step that was left without words goes away again."""
        item_id, self._empty_new = self._empty_new, ""
        item = self._session.workspace.get(Item, item_id) if item_id else None
        if item is not None and not item.what and self._session.workspace.undo_label == _("Add step"):
            self._session.undo()
