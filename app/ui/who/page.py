"""Who: the circle or the table on the left, everything about the chosen partner on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.finding import folded
from app.model.naming import LIVED_EXPERIENCE, somebody_with_lived_experience
from app.model.partner import Partner
from app.model.pasted import read_pasted
from app.model.schema import FieldType, specs
from app.model.summary import summarise
from app.model.tie import Tie
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.arrangement import Arrangement
from app.ui.who.circle.card import CircleCard
from app.ui.who.grid.card import GridCard
from app.ui.who.model import COLUMNS
from app.ui.who.panel import PartnerPanel
from app.ui.who.rooms import RoomsButton
from app.ui.who.table_card import TableCard
from app.ui.widgets import Button, Page, PageHeader, SearchField, Segmented

WIDE = 900
# Below this height the title gives its room to the picture; the list of places says where we are.
HIGH = 420
# Below this width the button for names is its sign alone, so that the words of the others stay whole.
NARROW = 660
# So many groups that nobody stands for are named above the picture, which names them all.
NAMED = 4
VIEWS = ("circle", "grid", "table")


class WhoPage(Page):
    """Signals: `open_requested(str, str)`, `message_requested(str, str, object)`, `help_lines_requested()`,
    `step_requested(str, str)` with a step's words and origin, `sheet_requested(str)` to print the "circle" or the "grid",
    `page_requested(QWidget)` with a room behind it to be shown, and `left()` when the person comes back from there.

    `title_of` names a toolkit page by its id.
    """

    open_requested = Signal(str, str)
    message_requested = Signal(str, str, object)
    help_lines_requested = Signal()
    step_requested = Signal(str, str)
    page_requested = Signal(object)
    left = Signal()
    sheet_requested = Signal(str)

    def __init__(self, look: Look, session: Session, title_of: Callable[[str], str], names: Names) -> None:
        super().__init__(look)
        self._session, self._names = session, names
        self._wants_panel, self._has_room = True, True
        # The pictures that somebody has yet to look at as things stand now.
        self._late: set[str] = set()
        closed = session.workspace.read_only
        self.list = TableCard(look, session, names, self._choices)
        self.model, self.table = self.list.model, self.list.table
        self.several, self.empty = self.list.several, self.list.empty
        self.circle = CircleCard(look, names.of, closed=closed)
        self.grid = GridCard(look, names.of, closed=closed)
        views = (
            ("circle", _("Circle"), "chart-pie"),
            ("grid", _("Grid"), "grid-2x2"),
            ("table", _("Table"), "table-2"),
        )
        self.views = Segmented(look, _("How to see them"), views)
        self.stack = QStackedWidget()
        self.panel = PartnerPanel(look, session, title_of)
        self.header = PageHeader(look, _("Who is in the circle?"))
        self.filter = SearchField(look, _("Find in this list…"))
        self.filter.setMaximumWidth(look.px(240))
        self.rooms = RoomsButton(look, session, names)
        self._lay(closed)
        self._join()
        self._tell()
        self._hide_names(names.hidden)

    def select(self, partner_id: str) -> None:
        """Choose a partner and show them."""
        self.filter.clear()
        self.table.select(partner_id)
        self._front().setFocus()

    def take_focus(self) -> None:
        """Put the keys into the view that is looked at."""
        self._front().setFocus()

    def show_group(self, group: str) -> None:
        """Show a group in the circle, and choose the gap where nobody sits in it."""
        self.show_view("circle")
        self.circle.view.go_to_group(group)
        self.circle.view.setFocus()

    def show_view(self, view: str) -> None:
        """Show the "circle", the "grid" or the "table"; who is chosen stays chosen. A view that nobody knows is the circle."""
        view = view if view in VIEWS else "circle"
        self.views.set_current(view)
        self.stack.setCurrentIndex(VIEWS.index(view))
        self.list.columns.setVisible(view == "table")
        self._draw_late()

    def wait(self) -> None:
        """Wait for what a room is doing beside the window; it must not go before."""
        self.rooms.wait()

    def arrangement(self) -> str:
        """The table's columns and sorting, to be remembered."""
        return self.table.arrangement.kept()

    def arrange(self, kept: str) -> None:
        """Arrange the table as it was remembered; what cannot be read is as at the start."""
        self.table.arrange(Arrangement.read(kept))

    def add_partner(self, group: str = "", origin: str = "") -> None:
        """Add a partner and begin the name."""
        made: list[Partner] = []
        nameless = group == LIVED_EXPERIENCE
        name = somebody_with_lived_experience() if nameless else _("New partner")

        def add(edit: Edit) -> None:
            made.append(edit.add(Partner(name=name, group=group, origin=origin)))

        if self._refused(self._session.edit(_("Add partner"), add, by=self)):
            return
        self.filter.clear()
        index = self.table.select(made[0].id)
        if self.views.current() == "table":
            self.table.setFocus()
            self.table.edit(index)
        else:
            self._go_to_panel("role" if nameless else "name")
            self.panel.form.fields["name"].entry.selectAll()

    def paste(self, text: str) -> None:
        """Add the people of a pasted list, all in one step of undo; who is there already is not added again."""
        found = read_pasted(text, self.model.groups)
        known = {folded(one.name) for one in self.model.partners}
        rows = [row for row in found.rows if folded(row["name"]) not in known]
        there = len(found.rows) - len(rows)

        def add(edit: Edit) -> None:
            for row in rows:
                values: dict[str, Any] = {**row}
                edit.add(Partner(**values))

        if rows and self._refused(self._session.edit(_("Paste partners"), add, by=self)):
            return
        said = [ngettext("{count} partner is added.", "{count} partners are added.", len(rows)).format(count=len(rows))]
        if there:
            was = ngettext("{count} was there already.", "{count} were there already.", there)
            said.append(was.format(count=there))
        if found.left_over:
            said.append(_("{count} lines did not fit; paste them again.").format(count=found.left_over))
        undo = (_("Undo"), self._session.undo) if rows else None
        if found.rows:
            self.message_requested.emit(" ".join(said), "info", undo)

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self, closed: bool) -> None:
        self.hide_names = Button(self.look, _("Hide names"), icon="eye-off")
        self.hide_names.setCheckable(True)
        self.hide_names.setToolTip(_("Roles or initials instead, for the wall (Ctrl+Shift+H)"))
        self.header.add_action(self.views)
        self.header.add_action(self.hide_names)
        self.header.add_action(self.filter)
        self.header.add_action(self.list.columns)
        self.header.add_action(self.rooms)
        if not closed:
            add = Button(self.look, _("Add"), icon="user-plus", kind="primary")
            add.setAccessibleName(_("Add a partner"))
            add.clicked.connect(lambda: self.add_partner())
            self.header.add_action(add)
        self.add(self.header)
        row = QHBoxLayout()
        row.setSpacing(self.look.space.gap)
        self.stack.addWidget(self.circle)
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.list)
        self.show_view("circle")
        row.addWidget(self.stack, 1)
        row.addWidget(self.panel)
        row.addWidget(self.several)
        self.add(row, 1)

    def _join(self) -> None:
        self.filter.searched.connect(self._filter)
        self.filter.chosen.connect(self._go_to_found)
        self.views.view_chosen.connect(self.show_view)
        self.hide_names.toggled.connect(self._names.set_hidden)
        self._names.names_hidden.connect(self._hide_names)
        self._join_circle()
        self._join_grid()
        self._join_table()
        self._join_rooms()
        self.panel.open_requested.connect(self._open)
        for one in (self.panel, self.list):
            one.help_lines_requested.connect(self.help_lines_requested)
        self.panel.closed.connect(self._close_panel)
        self._session.changed.connect(self._follow)
        QShortcut(QKeySequence("F4"), self).activated.connect(self._turn_panel)
        if not self._session.workspace.read_only:
            QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.add_partner)
            paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
            paste.activated.connect(lambda: self.paste(QGuiApplication.clipboard().text()))

    def _join_table(self) -> None:
        self.table.partner_selected.connect(self._show)
        self.table.chosen_changed.connect(self._show_panel)
        self.list.panel_requested.connect(self._go_to_panel)
        self.list.partner_requested.connect(self.add_partner)
        self.list.message_requested.connect(self.message_requested)
        self.several.closed.connect(self._close_panel)
        for panel in (self.panel, self.several):
            panel.left.connect(self.take_focus)

    def _join_rooms(self) -> None:
        self.rooms.page_requested.connect(self.page_requested)
        self.rooms.left.connect(self.left)
        self.rooms.message_requested.connect(self.message_requested)
        self.rooms.open_requested.connect(self.open_requested)
        self.rooms.sheet_requested.connect(self.sheet_requested)

    def _join_circle(self) -> None:
        circle = self.circle
        circle.view.partner_selected.connect(self.table.select)
        circle.panel_requested.connect(self._go_to_panel)
        circle.move_requested.connect(self._move)
        circle.step_requested.connect(self._ask_someone)
        circle.partner_requested.connect(self._fill_gap)

    def _join_grid(self) -> None:
        view = self.grid.view
        view.partner_selected.connect(self.table.select)
        view.panel_requested.connect(self._go_to_panel)
        view.marks_requested.connect(self._judge)

    def _judge(self, partner_id: str, interest: int | None, influence: int | None) -> None:
        self._put(partner_id, _("Place on the grid"), {"interest": interest, "influence": influence})

    def _put(self, partner_id: str, label: str, values: dict[str, Any]) -> None:
        """One move is one step of undo: it is no typing, of which quick changes are joined."""
        self._refused(self._session.edit(label, lambda edit: edit.change(Partner, partner_id, **values), by=self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table alone where there is no room for more."""
        super().resizeEvent(event)
        self.header.title.setVisible(self.height() / self.look.scale >= HIGH)
        self._write_names()
        self._has_room = self.width() / self.look.scale >= WIDE
        self._show_panel()

    def _want_panel(self, wanted: bool) -> None:
        self._wants_panel, self._has_room = wanted, True
        self._show_panel()

    def _turn_panel(self) -> None:
        self._want_panel(not (self.panel.isVisible() or self.several.isVisible()))

    def _show_panel(self) -> None:
        shown = self._wants_panel and self._has_room and not self._names.hidden
        several = len(self.table.selected_ids()) > 1
        # Asked for where both do not fit: the panel comes instead, until it is closed.
        alone = shown and self.width() / self.look.scale < WIDE
        for panel in (self.panel, self.several):
            panel.set_alone(alone)
        self.panel.setVisible(shown and not several)
        self.several.setVisible(shown and several)
        self.stack.setVisible(not alone)

    def _close_panel(self) -> None:
        self._want_panel(False)
        self.take_focus()

    def _go_to_panel(self, field: str = "name") -> None:
        self._want_panel(True)
        if self.several.isVisible():
            self.several.focus_on(field)
        else:
            self.panel.form.focus_on(field if field in self.panel.form.fields else "name")

    def _hide_names(self, hidden: bool) -> None:
        """The panel says everything about somebody, so it is away while names are hidden."""
        self.hide_names.setChecked(hidden)
        self._write_names()
        self.table.show_partners(self.model.partners)
        self._draw_circle()
        self._want_panel(self._wants_panel)

    def _write_names(self) -> None:
        words = _("Show names") if self._names.hidden else _("Hide names")
        self.hide_names.setAccessibleName(words)
        self.hide_names.set_text("" if self.width() / self.look.scale < NARROW else words)

    def _tell(self) -> None:
        partners = self.model.partners
        found = summarise(partners, (), self.model.groups, date.today())
        missing = found.gaps
        count = ngettext("{count} partner", "{count} partners", len(partners)).format(count=len(partners))
        groups = _("{count} of {all} groups.").format(count=found.groups, all=found.all_groups)
        named = ", ".join(one.label for one in missing[: NAMED + (len(missing) == NAMED + 1)])
        if more := len(missing) - NAMED if len(missing) > NAMED + 1 else 0:
            named = ngettext("{groups} and {count} more", "{groups} and {count} more", more).format(
                groups=named, count=more
            )
        self.header.set_line(f"{count}, {groups}", _("No one yet: {groups}.").format(groups=named) if missing else "")

    def _show(self, partner_id: str) -> None:
        self.panel.show_partner(self._session.workspace.get(Partner, partner_id) if partner_id else None)
        if self.circle.view.scene.chosen != partner_id:
            self.circle.view.select(partner_id)
        if self.grid.view.scene.chosen != partner_id:
            self.grid.view.select(partner_id)

    def _open(self, kind: str, thing: str) -> None:
        if kind == "partner":
            self.select(thing)
        else:
            self.open_requested.emit(kind, thing)

    def _follow(self, changes: Changes) -> None:
        changed = self.list.follow(changes)
        if changed:
            self._tell()
        if changed or changes.of(Tie):
            self._draw_circle()

    def _choices(self, column: int) -> Sequence[tuple[object, str]] | None:
        spec = specs(Partner)[COLUMNS[column]]
        if spec.to:
            groups = self.model.groups
            return [(one.key, one.label) for one in (*groups.all, groups.no_group)]
        if spec.type is FieldType.CHOICE:
            return [(one.key, _(one.label)) for one in spec.choices]
        if spec.type is FieldType.SCALE:
            return [(None, _("not judged")), *((n, str(n)) for n in range(1, spec.limit + 1))]
        return None

    def _move(self, partner_id: str, group: str, involvement: str) -> None:
        self._put(partner_id, _("Move partner"), {"group": group, "involvement": involvement})

    def _fill_gap(self, group: str) -> None:
        self.add_partner(group, f"gap:{group}")

    def _ask_someone(self, group: str) -> None:
        what = _("Ask someone from: {group}").format(group=self.model.groups.label(group))
        self.step_requested.emit(what, f"gap:{group}")

    def _filter(self, words: str) -> None:
        found = self.table.search(words)
        for view in (self.circle.view, self.grid.view):
            view.set_found(found)

    def _go_to_found(self) -> None:
        """Enter chooses the first whom the words have found, unless one of them is chosen already."""
        found = self.model.found
        if found and self.table.told not in found:
            self.table.select(self.model.id_at(0))
        self._front().setFocus()

    def _draw_circle(self) -> None:
        """A picture that nobody sees waits until somebody does: seating thousands takes longer than an edit may."""
        self._late = {"circle", "grid"}
        self._draw_late()

    def _draw_late(self) -> None:
        view = self.views.current()
        if view not in self._late:
            return
        self._late.discard(view)
        if view == "circle":
            self.circle.view.show_partners(self.model.partners, self._session.workspace.all(Tie), self.model.groups)
            if self.circle.view.scene.chosen != self.table.told:
                self.circle.view.select(self.table.told)
        else:
            self.grid.view.show_partners(self.model.partners)
            if self.grid.view.scene.chosen != self.table.told:
                self.grid.view.select(self.table.told)

    def _front(self) -> QWidget:
        return {"circle": self.circle.view, "grid": self.grid.view}.get(self.views.current(), self.table)

    def _refused(self, refused: Exception | None) -> bool:
        if refused is not None:
            self.message_requested.emit(str(refused), "warn", None)
        return refused is not None
