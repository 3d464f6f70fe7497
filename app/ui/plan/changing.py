"""Every edit of the plan's page, one or several lines at once: always one edit, and one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.data import plan
from app.data.edit import Edit
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_place import Move, Place, moves_by, moves_in, moves_out, moves_to, topmost
from app.model.plan_text import read_lines
from app.model.schema import FieldType, specs
from app.model.trouble import Refused
from app.ui.plan.clipboard import Branches
from app.ui.plan.model import Draft
from app.ui.plan.pasting import known_people, paste_branches, paste_lines, place_for, without_people
from app.ui.session import Session
from app.ui.widgets.number_field import read_number

# What several may have alike. Words are one line's own.
ALIKE = frozenset({FieldType.CHOICE, FieldType.SCALE, FieldType.DATE, FieldType.LINK})
# Stands for a lead who is in no list yet; no record has such an id.
NEWCOMER = "\0newcomer"
_TYPED = frozenset({FieldType.LINE, FieldType.LONG})


class Changing(QObject):
    """`outline` is the plan as it is shown. Signals: `message_requested(str, str, object)`; `newcomer_wanted(tuple)` with the
    ids of lines whose lead is to be NEWCOMER: somebody has yet to say who that is.
    """

    message_requested = Signal(str, str, object)
    newcomer_wanted = Signal(object)

    def __init__(self, session: Session, outline: Callable[[], Outline], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._outline = session, outline

    # -- fields -------------------------------------------------------------------------------------------

    def put(self, item_id: str, field: str, value: object) -> Refused | None:
        """Set one field of one line; the refusal is for the field to show."""
        values = {field: _read(field, value)}
        typing = ("item", item_id, field) if specs(Item)[field].type in _TYPED else None
        return self._session.edit(
            _label([field]), lambda edit: self._set(edit, item_id, values), by=self, typing=typing
        )

    def put_told(self, item_id: str, field: str, value: object) -> bool:
        """The same from a view, which has no room for a sentence; False when it was refused."""
        if value == NEWCOMER:
            self.newcomer_wanted.emit((item_id,))
            return True
        return self._took(self.put(item_id, field, value))

    def put_all(self, ids: Sequence[str], values: Mapping[str, object]) -> bool:
        """Set fields of several lines; False when it was refused."""
        if not ids:
            return False
        if NEWCOMER in values.values():
            self.newcomer_wanted.emit(tuple(ids))
            return True
        read = {field: _read(field, value) for field, value in values.items()}
        changed: list[str] = []
        if "status" in read:
            # How a goal or an objective stands follows from its steps.
            found = (self._outline().get(one) for one in ids)
            ids = [one.id for one in found if one is not None and one.level == "action"]

        def do(edit: Edit) -> None:
            for one in ids:
                steps = len(edit.steps)
                self._set(edit, one, read)
                if len(edit.steps) > steps:
                    changed.append(one)

        if not self._took(self._session.edit(_label([*values]), do, by=self)):
            return False
        if len(ids) > 1 and changed:
            count = len(changed)
            self._tell(ngettext("Changed for {count} line.", "Changed for {count} lines.", count).format(count=count))
        return True

    def put_newcomer(self, ids: Sequence[str], name: str) -> bool:
        """Let somebody lead these lines who may be in the circle already, by this name, or is from now on."""
        known = (one for one in self._session.workspace.all(Partner) if one.name.casefold() == name.casefold())
        here = next(known, None)

        def do(edit: Edit) -> None:
            lead = here or edit.add(Partner(name=name))
            for one in ids:
                self._set(edit, one, {"lead": lead.id})

        if not self._took(self._session.edit(_label(["lead"]), do, by=self)):
            return False
        if here is None:
            self._tell(_("{name} is in the circle now (Who), and leads here.").format(name=name))
        return True

    def turn_done(self, ids: Sequence[str]) -> None:
        """Mark steps as done; when all of them are, as not started again. Goals and objectives follow from their steps."""
        found = (self._outline().get(one) for one in ids)
        steps = [one for one in found if one is not None and one.level == "action"]
        if steps:
            status = "not-started" if all(one.status == "done" for one in steps) else "done"
            self.put_all([one.id for one in steps], {"status": status})

    def _set(self, edit: Edit, item_id: str, values: Mapping[str, object]) -> None:
        """The one way in which the page sets fields: how a step stands has its own rules."""
        plan.change(edit, item_id, values, date.today())

    # -- lines --------------------------------------------------------------------------------------------

    def write(self, draft: Draft, words: str) -> bool:
        """Put a new line that has words by now into the file; False when it was refused."""
        if not words.strip():
            return False
        values: dict[str, Any] = {**dict(draft.preset), "what": words}
        return self.add(draft.place, values, draft.id) is not None

    def add(self, place: Place, values: Mapping[str, Any], item_id: str = "") -> Item | None:
        """Add a line; None when it was refused."""
        made: list[Item] = []

        def do(edit: Edit) -> None:
            item = Item(id=item_id, level=place.level, parent=place.parent, **values)
            made.append(edit.add(item, after=place.after))

        labels = {"goal": _("Add goal"), "objective": _("Add objective")}
        took = self._took(self._session.edit(labels.get(place.level, _("Add step")), do, by=self))
        return made[0] if took else None

    def move(self, ids: Collection[str], wish: str) -> bool:
        """Move lines further in ("indent"), out ("outdent"), "up" or "down"."""
        outline = self._outline()
        match wish:
            case "indent":
                return self._move(_("Move step in"), moves_in(outline, ids))
            case "outdent":
                return self._move(_("Move step out"), moves_out(outline, ids))
            case _:
                return self._move(_("Move step"), moves_by(outline, ids, -1 if wish == "up" else 1))

    def drop(self, ids: Collection[str], parent: str, after: str) -> bool:
        """Put lines below `parent`, behind `after`."""
        moves = moves_to(self._outline(), ids, parent, after)
        if ids and not moves:
            self._took(Refused(_("A step cannot stand below itself. It was left where it was.")))
        return self._move(ngettext("Move step", "Move steps", len(ids)), moves)

    def remove(self, ids: Collection[str]) -> bool:
        """Remove lines with all below them."""
        outline = self._outline()
        tops = topmost(outline, ids)
        if not tops:
            return False

        def do(edit: Edit) -> None:
            for one in tops:
                edit.remove(Item, one.id)

        label = ngettext("Remove step", "Remove steps", len(tops))
        if not self._took(self._session.edit(label, do, by=self)):
            return False
        gone = tops[0].what or _("A step without words")
        more = sum(len(outline.below(one.id)) for one in tops) + len(tops) - 1
        if more:
            gone = ngettext("{what}, and {count} more", "{what}, and {count} more", more).format(what=gone, count=more)
        self._tell(_("Removed: {what}").format(what=gone))
        return True

    # -- pasting ------------------------------------------------------------------------------------------

    def paste_branches(self, found: Branches, current: Item | None) -> list[str]:
        """Add branches that were copied; answers with the new ids."""
        made: list[str] = []
        outline = self._outline()
        self._paste(lambda edit: made.extend(paste_branches(edit, outline, current, found)))
        if made:
            here = {one.id for one in self._session.workspace.all(Partner)}
            self._tell_added(len(made), 0, without_people(found, here))
        return made

    def move_cut(self, ids: Collection[str], current: Item | None) -> bool:
        """Put lines that were cut where they are pasted."""
        outline = self._outline()
        tops = topmost(outline, ids)
        if not tops or (current is not None and current.id in ids):
            return False
        place = place_for(outline, current, tops[0].level)
        return self.drop([one.id for one in tops], place.parent, place.after)

    def paste_text(self, text: str, current: Item | None) -> list[str]:
        """Add the lines of a text; answers with the new ids."""
        found = read_lines(text)
        if not found.lines:
            return []
        made: list[str] = []
        outline, people = self._outline(), known_people(self._session.workspace.all(Partner))
        today = date.today()
        self._paste(lambda edit: made.extend(paste_lines(edit, outline, current, found.lines, people, today)))
        if made:
            self._tell_added(len(made), found.left_over)
        return made

    # -- inside -------------------------------------------------------------------------------------------

    def _move(self, label: str, moves: Sequence[Move]) -> bool:
        if not moves:
            return False
        outline = self._outline()

        def do(edit: Edit) -> None:
            for one in moves:
                item = outline.get(one.id)
                if item is not None:
                    plan.place(edit, outline, item, one.parent, one.after)

        return self._took(self._session.edit(label, do, by=self))

    def _paste(self, do: Callable[[Edit], object]) -> bool:
        return self._took(self._session.edit(_("Paste steps"), do, by=self))

    def _tell_added(self, count: int, left_over: int, lost: int = 0) -> None:
        said = [ngettext("{count} line is added.", "{count} lines are added.", count).format(count=count)]
        if left_over:
            said.append(_("{count} lines did not fit; paste them again.").format(count=left_over))
        if lost:
            sentence = ngettext(
                "{count} of them named somebody who is not in this circle: look at its lead and helpers.",
                "{count} of them named people who are not in this circle: look at their leads and helpers.",
                lost,
            )
            said.append(sentence.format(count=lost))
        self._tell(" ".join(said))

    def _tell(self, sentence: str) -> None:
        self.message_requested.emit(sentence, "info", (_("Undo"), self._session.undo))

    def _took(self, refused: Exception | None) -> bool:
        if refused is not None:
            self.message_requested.emit(str(refused), "warn", None)
        return refused is None


def _label(fields: Sequence[str]) -> str:
    """What Undo calls a change of these fields."""
    labels = {
        "what": _("Rename step"),
        "lead": _("Change lead"),
        "by": _("Change day"),
        "status": _("Change status"),
        "cost": _("Change cost"),
    }
    return labels.get(fields[0], _("Change step")) if len(fields) == 1 else _("Change step")


def _read(field: str, value: object) -> object:
    """A number as people write it."""
    return read_number(value) if isinstance(value, str) and specs(Item)[field].type is FieldType.SCALE else value
