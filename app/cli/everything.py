"""All of a community file out of it, as one zip in open formats, and a new file made of such a zip."""

from __future__ import annotations

import argparse
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.cli.files import given_passphrase, looked_at, print_json
from app.data.everything import rebuild
from app.data.safe_file import writing_safely
from app.model.trouble import Refused
from app.reports.everything import write_everything

KIND = "everything.zip"


def export_everything(asked: argparse.Namespace) -> int:
    """Write all there is; for the office alone."""
    if asked.audience != "office":
        raise Refused(
            _("Everything is for the office alone: nobody is left out of it. Leave out --for, or take a report.")
        )
    workspace = looked_at(asked)
    try:
        with workspace.outgoing.opened() as contents, writing_safely(asked.out, private=True) as out:
            written = write_everything(contents, date.today(), out, lambda _done, _total: None)
    finally:
        workspace.close()
    print(
        _("Everything is in “{name}”. It is not protected: keep it where only the office can read it.").format(
            name=asked.out
        )
    )
    if written.lost:
        said = ngettext(
            "{count} kept copy has no PDF any more.", "{count} kept copies have no PDF any more.", written.lost
        )
        print(said.format(count=written.lost))
    return 0


def make_anew(asked: argparse.Namespace) -> int:
    """Make a new community file; never over one that stands there."""
    rebuilt = rebuild(asked.source, asked.file, given_passphrase(asked))
    if asked.json:
        print_json({"file": str(rebuilt.path), "records": rebuilt.records, "copies": rebuilt.copies})
        return 0
    print(_("The community file “{name}” is made anew. Its history begins today.").format(name=rebuilt.path))
    return 0
