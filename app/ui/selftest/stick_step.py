"""What a self-test tries of a file on a stick: worked on here, written back while it is open, and nothing left."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app.data.check import check_file
from app.data.opening import create_workspace
from app.data.work_copies import WorkCopies
from app.model.community import Community
from app.model.partner import Partner
from app.ui.selftest.told import Unmet, must


def from_a_stick(folder: Path, name: str, passphrase: str) -> str:
    """`folder` holds both the stick and the computer; what is tried is how files are moved, locked and removed here."""
    stick, here = folder / "stick", folder / "work copies"
    stick.mkdir()
    file = stick / f"{name}.groundwork"
    create_workspace(file, Community(name=name), passphrase).close()
    copies = WorkCopies(here, lambda one, _here: one.is_relative_to(stick))
    workspace = copies.open(file, passphrase)
    copy = workspace.work_copy
    try:
        if copy is None:
            raise Unmet(_("the file was not copied to this computer"))
        with workspace.edit(_("Add partner")) as edit:
            edit.add(Partner(name=name))
        copy.carry(workspace.backups.write_checked, workspace.changes)
        must(not check_file(file, passphrase), _("the file on the stick is not sound"))
        with workspace.edit(_("Add partner")) as edit:
            edit.add(Partner(name=f"{name} 2"))
    finally:
        workspace.close()
    must(not copy.trouble, copy.trouble)
    must(not check_file(file, passphrase), _("the file on the stick is not sound"))
    again = copies.open(file, passphrase)
    count = len(again.all(Partner))
    again.close()
    must(count == 2, _("what was done is not on the stick"))
    must(not here.exists(), _("something stays on this computer"))
    must([one.name for one in stick.iterdir()] == [file.name], _("something else stays on the stick"))
    return _("written back twice, and nothing is left here")
