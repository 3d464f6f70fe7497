"""The outline in its card: lines are typed, moved, folded, cut and pasted here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.item import Item
from app.model.plan_place import Place, new_place, place_after, topmost
from app.model.schema import new_id, specs
from app.ui.form.columns import ColumnsButton
from app.ui.form.delegate import EditDelegate
from app.ui.plan import columns
from app.ui.plan.changing import ALIKE, Changing
from app.ui.plan.clipboard import put_branches, take_branches
from app.ui.plan.columns import COLUMNS, PARTS, WHAT
from app.ui.plan.crumbs import Crumbs
from app.ui.plan.lines_menu import LinesMenu
from app.ui.plan.model import Draft, PlanModel, presets
from app.ui.plan.outline import OutlineView
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from app.ui.widgets import Card, Words

# The least height, in pixels at 100 %, in which the keys are told below the lines.
HINT_ABOVE = 320
Choices = Callable[[str], Sequence[tuple[object, str]] | None]


class OutlineCard(Card):
    """`choices` are the values of a field, None for one that is typed. `columns` stands elsewhere: in the page's bar.

    Signals: `item_selected(str)`, `chosen_changed(tuple)`, `panel_requested(str)`, `branch_requested(str)`,
    `message_requested(str, str, object)`.
    """

    item_selected = Signal(str)
    chosen_changed = Signal(object)
    panel_requested = Signal(str)
    branch_requested = Signal(str)
    message_requested = Signal(str, str, object)

    def __init__(self, look: Look, changing: Changing, choices: Choices, *, closed: bool) -> None:
        super().__init__(look, bare=True)
        self._changing, self._choices, self._closed = changing, choices, closed
        # What was cut here may move here; elsewhere it is a copy.
        self._file = new_id()
        self._branch = ""
        self.model = PlanModel(self, self._put, changing.write, closed=closed)
        self.outline = OutlineView(look, _("Action plan"), self.model, self._choices_of)
        parts = [(_(heading) if heading else "", names) for heading, names in PARTS]
        self.columns = ColumnsButton(
            look, lambda: self.outline.arrangement, self.outline.field, parts, columns.title, sortable=False
        )
        self.crumbs = Crumbs(look)
        self.nothing = Words(
            _("Nothing in the plan answers to this. Take a chip away to see more."), "muted", wrap=True
        )
        self.nothing.setContentsMargins(16, 16, 16, 16)
        keys = _(
            "Enter: new step · Tab: in · Shift+Tab: out · Alt+↑↓: move · F2: change · Space: done · Escape: all about it"
        )
        self.hint = Words(keys, "small", wrap=True)
        self.hint.setContentsMargins(16, 8, 16, 4)
        self.hint.setVisible(not closed)
        self.add(self.crumbs, self.nothing, self.outline, self.hint)
        self.body.setStretch(2, 1)
        self._join()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, lines come before the hint."""
        super().resizeEvent(event)
        self.hint.setVisible(not self._closed and self.height() / self.look.scale >= HINT_ABOVE)

    # -- as every view of the plan ------------------------------------------------------------------------

    def show_plan(self, shown: Shown, branch: str = "", changed: Sequence[str] | None = None) -> None:
        """Show the plan, or one branch of it; `changed` are the only lines that are others than before."""
        self._branch = branch
        self.model.show(shown, branch, changed)
        self.crumbs.show_branch(shown.outline, branch)
        self._show_state()

    def select(self, item_id: str) -> None:
        """Choose a line and show it."""
        if item_id != self.outline.current_id() or self.outline.selected_ids() != [item_id]:
            self.outline.select(item_id)

    # -- writing ------------------------------------------------------------------------------------------

    def begin(self, level: str, values: Mapping[str, object] | None = None) -> None:
        """Begin a new line below the current one, in its own row. What is being typed is kept first."""
        self.outline.finish_editing()
        self._begin(
            Draft(self._inside(new_place(self.model.outline, self._current(), level)), presets(dict(values or {})))
        )

    def edit(self, item_id: str, name: str = WHAT) -> None:
        """Begin to change a cell."""
        index = self.outline.select(item_id, name)
        self.outline.setFocus()
        self.outline.edit(index)

    def paste(self) -> None:
        """Put what is on the clipboard below the current line."""
        if self._closed:
            return
        data, current = QGuiApplication.clipboard().mimeData(), self._current()
        found, cut = take_branches(data), self.model.cut
        if found is not None and found.file == self._file and cut and frozenset(found.cut) == cut:
            self.model.set_cut(())
            if self._changing.move_cut(found.cut, current):
                self.outline.select_all_of(found.cut)
        elif found is not None:
            self._choose(self._changing.paste_branches(found, current), found.rows)
        else:
            made = self._changing.paste_text(data.text(), current)
            self.outline.select_all_of(made)

    def wish(self, wish: str) -> None:
        """Do what a key or the menu asks for."""
        local = {
            "leave": self._leave,
            "copy": lambda: self._copy(cut=False),
            "look": lambda: self.branch_requested.emit(self.outline.current_id()),
            "back": self._back,
            "fold": self._fold,
            "fold_all": self._fold_all,
        }
        chosen = self.outline.selected_ids()
        if wish in local:
            local[wish]()
        elif self._closed:
            return
        elif wish == "add":
            self.begin("action")
        elif wish == "cut":
            self._copy(cut=True)
        elif wish == "done":
            self._changing.turn_done(chosen)
        elif wish == "remove":
            self._remove(chosen)
        elif self._changing.move(chosen, wish):
            self._keep(chosen)

    def place_below(self) -> QPoint:
        """Where on the screen something about the current cell opens: below it, or in the middle while another view is seen."""
        if not self.isVisible():
            around = self.window()
            return around.mapToGlobal(around.rect().center())
        cell = self.outline.visualRect(self.outline.currentIndex())
        return self.outline.viewport().mapToGlobal(cell.bottomLeft())

    def make_menu(self) -> LinesMenu:
        """What can be done to the chosen lines."""
        found = (self.model.outline.get(one) for one in self.outline.selected_ids())
        items = [one for one in found if one is not None]
        menu = LinesMenu(items, lambda field: self._choices(field) or (), self.outline, closed=self._closed)
        menu.wished.connect(self.wish)
        menu.paste_requested.connect(self.paste)
        menu.panel_requested.connect(self._leave)
        menu.set_requested.connect(self._set_all)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # -- inside -------------------------------------------------------------------------------------------

    def _join(self) -> None:
        outline = self.outline
        outline.item_selected.connect(self._tell)
        outline.chosen_changed.connect(self.chosen_changed)
        outline.wished.connect(self.wish)
        outline.done_pressed.connect(self._press_done)
        outline.editor_left.connect(self._end_writing)
        outline.moved_while_typing.connect(self._move_typed)
        outline.dropped.connect(self._drop)
        outline.menu_requested.connect(self._open_menu)
        outline.columns_requested.connect(self.columns.open_at)
        self.columns.arranged.connect(outline.arrange)
        self.crumbs.branch_requested.connect(self.branch_requested)

    def _open_menu(self, at: QPoint) -> None:
        self.make_menu().popup(at)

    def _set_all(self, field: str, value: object) -> None:
        self._changing.put_all(self.outline.selected_ids(), {field: value})

    def _show_state(self) -> None:
        empty = self.model.filtered and self.model.rowCount() == 0
        self.nothing.setVisible(empty)
        self.outline.setVisible(not empty)

    def _tell(self, item_id: str) -> None:
        if not self.model.is_draft(item_id):
            self.item_selected.emit(item_id)

    def _current(self) -> Item | None:
        return self.model.outline.get(self.outline.current_id())

    def _inside(self, place: Place) -> Place:
        """A new line stays in the branch that is looked at."""
        branch = self.model.outline.get(self._branch)
        if branch is None or self.model.row_of(place.parent) >= 0:
            return place
        return new_place(self.model.outline, branch, "action")

    def _choices_of(self, column: int) -> Sequence[tuple[object, str]] | None:
        return self._choices(COLUMNS[column])

    def _put(self, item_id: str, field: str, value: object) -> bool:
        chosen = self.outline.selected_ids()
        if item_id in chosen and len(chosen) > 1 and specs(Item)[field].type in ALIKE:
            return self._changing.put_all(chosen, {field: value})
        return self._changing.put_told(item_id, field, value)

    def _begin(self, draft: Draft) -> None:
        self.outline.finish_editing()
        row = self.model.begin_draft(draft)
        self._show_state()
        index = self.model.index(row, 0)
        self.outline.setFocus()
        self.outline.setCurrentIndex(index)
        self.outline.scrollTo(index)
        self.outline.edit(index)

    def _end_writing(self, entered: bool) -> None:
        """A line that was left without words was never there; after one with words Enter begins the next."""
        draft, written = self.model.end_draft(), self.model.take_written()
        if draft is not None:
            self._show_state()
            self.outline.select(draft.place.after or draft.place.parent)
            self.chosen_changed.emit(tuple(self.outline.selected_ids()))
        elif entered and written is not None:
            item = self.model.outline.get(written.id)
            if item is not None:
                self._begin(Draft(place_after(self.model.outline, item), written.preset))

    def _move_typed(self, editor: QWidget, wish: str) -> None:
        item_id = self.outline.current_id()
        if self.model.is_draft(item_id):
            if wish in ("indent", "outdent"):
                self.model.shift_draft(wish == "indent")
        else:
            cells = self.outline.itemDelegate()
            self.outline.commitData(editor)
            refused = isinstance(cells, EditDelegate) and cells.refused
            if not refused and self._changing.move([item_id], wish):
                self._keep([item_id])
        self.outline.updateEditorGeometries()

    def _keep(self, chosen: Sequence[str]) -> None:
        """What was moved is in sight, and still chosen."""
        if not chosen:
            return
        for one in chosen:
            self.model.open_to(one)
        current = self.outline.current_id()
        if self.outline.selected_ids() != list(chosen):
            self.outline.select_all_of(
                [current, *(one for one in chosen if one != current)] if current in chosen else chosen
            )
        self.outline.scrollTo(self.outline.currentIndex())

    def _press_done(self, item_id: str) -> None:
        if not self._closed:
            self.outline.setFocus()
            self.outline.select(item_id)
            self._changing.turn_done([item_id])

    def _remove(self, chosen: Sequence[str]) -> None:
        rows = self.outline.selected_rows()
        if not rows or not self._changing.remove(chosen):
            return
        count = self.model.rowCount()
        if count:
            self.outline.select(self.model.id_at(min(rows[0], count - 1)))

    def _drop(self, ids: Sequence[str], parent: str, after: str) -> None:
        if not self._closed and self._changing.drop(ids, parent, after):
            self._keep(ids)

    def _copy(self, *, cut: bool) -> None:
        tops = topmost(self.model.outline, self.outline.selected_ids())
        if not tops:
            return
        QGuiApplication.clipboard().setMimeData(put_branches(self.model.outline, tops, self._file, cut=cut))
        self.model.set_cut([one.id for one in tops] if cut else ())
        count = len(tops)
        if cut:
            told = ngettext(
                "Marked {count} line: paste it where it goes.", "Marked {count} lines: paste them where they go.", count
            )
        else:
            told = ngettext("{count} line is copied.", "{count} lines are copied.", count)
        self.message_requested.emit(told.format(count=count), "info", None)

    def _choose(self, made: Sequence[str], rows: Sequence[tuple[int, object]]) -> None:
        self.outline.select_all_of([one for one, (depth, _fields) in zip(made, rows, strict=False) if depth == 0])

    def _leave(self) -> None:
        """What is marked to be moved is marked no longer; else on to the panel."""
        if self.model.cut:
            self.model.set_cut(())
        else:
            self.panel_requested.emit(self.outline.field())

    def _back(self) -> None:
        branch = self.model.outline.get(self._branch)
        if branch is not None:
            self.branch_requested.emit(branch.parent)
            self.outline.select(branch.id)

    def _fold(self) -> None:
        item = self._current()
        if item is None:
            return
        if not self.model.can_fold(item.id) and self.model.row_of(item.parent) >= 0:
            self.outline.select(item.parent)
            item = self._current() or item
        self.model.fold([item.id], item.id not in self.model.folds)

    def _fold_all(self) -> None:
        """Only the top is seen; once more, and all is."""
        ids = [one.id for one in self.model.outline if self.model.can_fold(one.id) and one.id != self._branch]
        folded = not self.model.folds
        current = self._current()
        if folded and current is not None:
            above = [one.id for one in self.model.outline.path(current.id) if one.id != self._branch]
            if above:
                self.outline.select(above[0])
        self.model.fold(ids, folded)
        self.outline.scrollTo(self.outline.currentIndex())
