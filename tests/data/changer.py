"""A child process for the tests: changes a file's passphrase, and is killed at the step that it is told."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.data import protecting
from app.data.opening import open_workspace
from app.model.partner import Partner
from tests.data.faults import Faults, injected


class Plug(Faults):
    """The plug is pulled at the step numbered `fail_at`, before it is done."""

    def fails(self) -> bool:
        """A step begins."""
        self.count += 1
        if self.count == self.fail_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return False


def change_until_killed(path: str, old: str, new: str, step: int, report: Connection) -> None:
    """Add a partner, change the passphrase and close; report how many steps there were, when it was not killed before."""
    plug = Plug()
    workspace = open_workspace(Path(path), old or None)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name=f"Partner {step}"))
    report.send(0)
    plug.fail_at = step
    _watch_moves(plug)
    with injected(plug):
        workspace.protecting.change(old or None, new or None)
        workspace.close()
    report.send(plug.count)


def _watch_moves(plug: Plug) -> None:
    """Before and after the new file takes its place, and around what is removed, are steps as well."""
    for holder, name in ((protecting, "move_whole"), (protecting, "remove_part"), (protecting, "flush_folder")):
        do = getattr(holder, name)

        def step(*given: Any, _do: Any = do) -> Any:
            plug.fails()
            answer = _do(*given)
            plug.fails()
            return answer

        setattr(holder, name, step)
