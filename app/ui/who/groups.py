"""The groups of the circle: called otherwise, put in another order, left out, and the community's own added."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.workspace import Changes
from app.model.community import COMMUNITY_ID, Community
from app.model.groups import GROUPS, Group, Groups, check_name, is_toolkit, moved
from app.model.partner import Partner
from app.model.schema import Choice
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.room import Room
from app.ui.widgets import Button, Card, CheckBox, IconButton, LineField, Words, clear

USUAL = {one.key: one.label for one in GROUPS}


class GroupsRoom(Room):
    """Everything counts at once and can be undone."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session, _("Groups of the circle"))
        self.header.set_line(
            _("The toolkit names these. Call them as your community does, and add those that are missing.")
        )
        self._groups = groups_in(session.workspace)
        self._counts: dict[str, int] = {}
        self._after: tuple[str, int] | None = None
        self.rows: dict[str, GroupRow] = {}
        card = Card(look)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space.small_gap)
        card.add(self._list)
        self.new = LineField(look, _("Another group"), placeholder=_("For example: Fishing crews"))
        self.new.setMaximumWidth(look.px(300))
        self.add_button = Button(look, _("Add the group"), icon="plus")
        adding = QHBoxLayout()
        adding.setSpacing(look.space.small_gap)
        adding.addWidget(self.new)
        adding.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        adding.addStretch(1)
        card.add(adding)
        self.new.setVisible(not self.closed)
        self.add_button.setVisible(not self.closed)
        self.add(card)
        self.add_button.clicked.connect(self.add_group)
        self.new.entry.returnPressed.connect(self.add_group)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show the groups as they stand."""
        workspace = self.session.workspace
        self._groups = groups_in(workspace)
        self._counts.clear()
        for partner in workspace.all(Partner):
            self._counts[partner.group] = self._counts.get(partner.group, 0) + 1
        clear(self._list)
        self.rows.clear()
        for place, group in enumerate(self._groups.all):
            row = self._make_row(place, group)
            self.rows[group.key] = row
            self._list.addWidget(row)
        if self._after is not None and (row := self.rows.get(self._after[0])) is not None:
            row.focus_arrow(self._after[1])
        self._after = None

    def add_group(self) -> None:
        """Add a group of the community's own, at the end of the circle."""
        name = self.new.value().strip()
        if not name:
            self.new.setFocus()
            return
        groups = self._groups

        def do(edit: Edit) -> None:
            check_name(groups, name)
            edit.add(Group(name=name))

        refused = self.session.edit(_("Add group"), do)
        if refused is not None:
            self.new.show_error(str(refused))
            return
        self.new.set_value("")
        self.new.setFocus()
        self.say_done(_("“{name}” has a place in the circle.").format(name=name))

    def rename(self, key: str, name: object) -> None:
        """Call a group otherwise; without a name one of the toolkit's goes back to its own."""
        wanted = str(name).strip()
        groups = self._groups
        kept = "" if is_toolkit(key) and wanted in ("", _(USUAL[key])) else wanted

        def do(edit: Edit) -> None:
            if wanted:
                check_name(groups, wanted, but=key)
            _say(edit, key, name=kept)

        refused = self.session.edit(_("Rename group"), do)
        if refused is not None:
            self.rows[key].name.show_error(str(refused))

    def show_in_circle(self, key: str, shown: bool) -> None:
        """Let a group have a part of the circle, or not."""
        self.say_refused(self.session.edit(_("Change groups"), lambda edit: _say(edit, key, hidden=not shown)))

    def move_group(self, key: str, by: int) -> None:
        """Move a group up or down."""
        self._after = (key, by)
        order = moved(self._groups, key, by)
        refused = self.session.edit(
            _("Move group"), lambda edit: edit.change(Community, COMMUNITY_ID, group_order=order)
        )
        self.say_refused(refused)

    def remove(self, key: str) -> None:
        """Remove a group of the community's own; its partners stay, without a group."""
        name, count = self._groups.label(key), self._counts.get(key, 0)
        if self.say_refused(self.session.edit(_("Remove group"), lambda edit: edit.remove(Group, key))):
            return
        said = _("Removed: {what}").format(what=name)
        if count:
            lone = ngettext("{count} partner has no group now.", "{count} partners have no group now.", count)
            said = f"{said}. {lone.format(count=count)}"
        self.say_done(said)

    # -- inside -------------------------------------------------------------------------------------------

    def _make_row(self, place: int, group: Choice) -> GroupRow:
        row = GroupRow(self.look, self._groups, group, self._counts.get(group.key, 0))
        row.name.edited.connect(partial(self.rename, group.key))
        row.up.clicked.connect(lambda: self.move_group(group.key, -1))
        row.down.clicked.connect(lambda: self.move_group(group.key, 1))
        row.up.setEnabled(place > 0 and not self.closed)
        row.down.setEnabled(place < len(self._groups.all) - 1 and not self.closed)
        row.shown.toggled.connect(partial(self.show_in_circle, group.key))
        row.back.clicked.connect(lambda: self.rename(group.key, ""))
        row.gone.clicked.connect(lambda: self.remove(group.key))
        for one in (row.name, row.shown, row.back, row.gone):
            one.setEnabled(not self.closed)
        return row

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and (changes.of(Group) or changes.of(Community) or changes.of(Partner)):
            self.refresh()


class GroupRow(QWidget):
    """One group: its place, its name, who is in it, and whether it has a part of the circle."""

    def __init__(self, look: Look, groups: Groups, group: Choice, count: int) -> None:
        super().__init__()
        name = group.label
        self.up = IconButton(look, "arrow-up", _("Move up: {name}").format(name=name))
        self.down = IconButton(look, "arrow-down", _("Move down: {name}").format(name=name))
        self.name = LineField(look, _("Name of the group"))
        self.name.label.hide()
        self.name.set_value(name)
        members = (
            ngettext("{count} partner", "{count} partners", count).format(count=count) if count else _("no one yet")
        )
        self.count = Words(members, "small")
        self.count.setMinimumWidth(look.px(84))
        self.shown = CheckBox(look, _("In the circle"))
        self.shown.setAccessibleName(_("In the circle: {name}").format(name=name))
        self.shown.setChecked(group.key not in groups.hidden)
        self.back = IconButton(look, "rotate-ccw", _("Back to the toolkit’s name: {name}").format(name=name))
        self.gone = IconButton(look, "x", _("Remove: {name}").format(name=name))
        own = not is_toolkit(group.key)
        renamed = not own and name != _(USUAL[group.key])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.tiny_gap)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addWidget(self.name, 1)
        row.addSpacing(look.space.tiny_gap)
        for one in (self.count, self.shown, self.gone if own else self.back):
            row.addWidget(one)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.back.setVisible(renamed)
        (self.back if own else self.gone).setParent(None)

    def focus_arrow(self, by: int) -> None:
        """Stay on the arrow that was pressed, or on the other at the end of the way."""
        first, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        (first if first.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)


def _say(edit: Edit, key: str, **values: object) -> None:
    """Set what the community says of a group; nothing may be said of a toolkit's group yet."""
    if edit.get(Group, key) is None:
        edit.add(Group(id=key, name=str(values.get("name", "")), hidden=bool(values.get("hidden", False))))
    else:
        edit.change(Group, key, **values)
