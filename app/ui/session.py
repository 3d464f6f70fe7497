"""An open community file as the window sees it: changes as Qt signals, and every world's error as one sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping

from PySide6.QtCore import QObject, Signal

from app.data.edit import Edit
from app.data.workspace import Workspace
from app.model.schema import Record
from app.model.trouble import Refused, Trouble


class Session(QObject):
    """Pages read from `workspace` and change it through `edit`, `undo` and `redo` here.

    Signals: `changed(Changes)` once something is on the disk (also for the page that did it: compare `changes.by`);
    `troubled(str)` with the sentence to show when something of the world stood in the way.
    """

    changed = Signal(object)
    troubled = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        # Once it is closed nothing may be read any more: what was put off until later must ask first.
        self.is_open = True
        self._stop: Callable[[], object] = workspace.listen(self.changed.emit)

    def edit(
        self, label: str, do: Callable[[Edit], object], *, by: object = None, typing: object = None
    ) -> Refused | None:
        """Make one edit: `session.edit(_("Rename partner"), lambda edit: edit.change(Partner, id, name=name), by=self)`.

        None when it is on the disk. A Refused is handed back for the field to show, so that what was typed stays; any
        other trouble is announced by `troubled`, and a Refused with its sentence is handed back too.
        """
        try:
            with self.workspace.edit(label, by=by, typing=typing) as edit:
                do(edit)
        except Refused as refused:
            return refused
        except Trouble as trouble:
            self.troubled.emit(str(trouble))
            return Refused(str(trouble))
        return None

    def change(
        self, kind: type[Record], record_id: str, label: str, values: Mapping[str, object], *, by: object = None
    ) -> Refused | None:
        """Set fields of one record; quick changes of the same field are one step of undo."""
        typing = (kind.kind, record_id, *sorted(values))
        return self.edit(label, lambda edit: edit.change(kind, record_id, **values), by=by, typing=typing)

    def undo(self) -> None:
        """Take the last edit back."""
        with self._calm():
            self.workspace.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        with self._calm():
            self.workspace.redo()

    def close(self, *, tidy: bool = True) -> None:
        """Let go of the file; see `Workspace.close`."""
        if not self.is_open:
            return
        self._stop()
        self.is_open = False
        with self._calm():
            self.workspace.close(tidy=tidy)

    @contextlib.contextmanager
    def _calm(self) -> Generator[None, None, None]:
        try:
            yield
        except Trouble as trouble:
            self.troubled.emit(str(trouble))
