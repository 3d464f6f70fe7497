"""What is said of files that lie on a stick or a shared drive."""

from __future__ import annotations

from gettext import gettext as _

from app.data.drives import drive_name
from app.data.work_copies import WorkCopies
from app.data.workspace import Workspace


def words_of_away(workspace: Workspace, copies: WorkCopies) -> str:
    """A file is never worked on where it may be pulled out without saying so; empty where it is not."""
    if workspace.read_only or workspace.work_copy is not None or not copies.is_away(workspace.path):
        return ""
    words = _("This file is worked on right there on “{drive}”. Leave it in until the file is closed.")
    if not workspace.protected:
        words += " " + _("With a passphrase, it would be worked on here and written back by itself.")
    return words.format(drive=drive_name(workspace.path))


def words_of_left(workspace: Workspace) -> str:
    """After the file was closed: what could not be written back; empty where all of it was."""
    copy = workspace.work_copy
    if copy is None or not copy.trouble:
        return ""
    line = _(
        "What you changed last in “{name}” is not on “{drive}”. It is kept on this computer, behind its passphrase. Put "
        "“{drive}” in and open the file here again, and it is written back."
    )
    return line.format(name=copy.home.stem, drive=copy.drive)
