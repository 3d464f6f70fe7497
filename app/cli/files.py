"""What the commands share: opening a community file, its passphrase, and answers in JSON."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from gettext import gettext as _
from pathlib import Path

from app.data.connection import is_protected
from app.data.opening import open_workspace
from app.data.workspace import Workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.trouble import NotThere, PassphraseNeeded

PASSPHRASE_VARIABLE = "GROUNDWORK_PASSPHRASE"


def describe_file(parser: argparse.ArgumentParser) -> None:
    """The community file, and where its passphrase is."""
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the community file"))
    describe_passphrase(parser)


def describe_passphrase(parser: argparse.ArgumentParser) -> None:
    """Where the passphrase is."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help=_("a file whose first line is the passphrase (or set {name})").format(name=PASSPHRASE_VARIABLE),
    )


def describe_json(parser: argparse.ArgumentParser) -> None:
    """Whether to answer in JSON."""
    parser.add_argument("--json", action="store_true", help=_("answer with one JSON object"))


def print_json(facts: dict[str, object]) -> None:
    """One object, readable by people too."""
    print(json.dumps(facts, ensure_ascii=False, indent=1))


def looked_at(asked: argparse.Namespace) -> Workspace:
    """The file for looking only: a command that reads never stands in the window's way."""
    return open_workspace(asked.file, passphrase_for(asked), read_only=True)


def community_of(workspace: Workspace) -> Community:
    """The community whose file it is."""
    return workspace.get(Community, COMMUNITY_ID) or Community()


def given_passphrase(asked: argparse.Namespace) -> str | None:
    """From the file that was named, or from the environment; never from the command line, where others can read it."""
    if asked.passphrase_file is None:
        return os.environ.get(PASSPHRASE_VARIABLE) or None
    try:
        lines = asked.passphrase_file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NotThere(asked.passphrase_file.name) from error
    return lines[0] if lines else None


def passphrase_for(asked: argparse.Namespace) -> str | None:
    """The one that was given, or asked for at the keyboard; None for a file without. Raises PassphraseNeeded."""
    given = given_passphrase(asked)
    if given is not None or not is_protected(asked.file):
        return given
    # A program with windows has no standard input at all.
    if not getattr(sys.stdin, "isatty", bool)():
        raise PassphraseNeeded
    return getpass.getpass(_("Passphrase: "))
