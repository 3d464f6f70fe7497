"""`groundwork backup` and `groundwork restore`."""

from __future__ import annotations

import argparse
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from app.cli.files import describe_file, describe_passphrase, passphrase_for
from app.data.connection import is_protected
from app.data.going_back import go_back
from app.data.opening import open_workspace
from app.data.workspace import Workspace
from app.model.trouble import InUse, NotAllowed


def describe_backup(parser: argparse.ArgumentParser) -> None:
    """What `backup` takes."""
    describe_file(parser)
    parser.add_argument("folder", type=Path, metavar="DIR", help=_("the folder to put the copy into"))


def describe_restore(parser: argparse.ArgumentParser) -> None:
    """What `restore` takes."""
    parser.add_argument("copy", type=Path, metavar="COPY", help=_("the backup"))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the community file that it takes the place of"))
    describe_passphrase(parser)


def backup(asked: argparse.Namespace) -> int:
    """Make a checked copy, and remember in the file that there is one, unless a window has it open."""
    workspace = _opened(asked)
    now = datetime.now().astimezone()
    try:
        newest = workspace.backups.newest_edit()
        made = workspace.backups.make(asked.folder, now)
        if not workspace.read_only:
            workspace.backups.note(now, newest)
    finally:
        workspace.close()
    print(_("The backup is “{name}”. It was opened again and is whole.").format(name=made.path))
    return 0


def _opened(asked: argparse.Namespace) -> Workspace:
    passphrase = passphrase_for(asked)
    try:
        return open_workspace(asked.file, passphrase)
    except (InUse, NotAllowed):
        return open_workspace(asked.file, passphrase, read_only=True)


def restore(asked: argparse.Namespace) -> int:
    """Put a backup in a file's place; what stood there is kept beside it."""
    passphrase = passphrase_for(argparse.Namespace(file=asked.copy, passphrase_file=asked.passphrase_file))
    known = passphrase if asked.file.is_file() and is_protected(asked.file) else None
    now = datetime.now().astimezone()
    done = go_back(asked.copy, asked.file, asked.file.parent, now, passphrase, known=known)
    print(_("“{file}” is as it was in the backup.").format(file=done.file))
    if done.kept is not None:
        print(_("What was there before is kept in “{name}”.").format(name=done.kept))
    return 0
