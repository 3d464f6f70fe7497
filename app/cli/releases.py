"""`groundwork release`: which versions lie in a folder, who signed them, and whether their files are whole."""

from __future__ import annotations

import argparse
from gettext import gettext as _
from pathlib import Path

from app import __released__, __version__
from app.cli.files import describe_json, print_json
from app.data.contents import own_contents
from app.data.own_folders import own_folders
from app.data.releases import Lying, all_in, is_whole
from app.model.pack_words import signer_words


def describe_release(parser: argparse.ArgumentParser) -> None:
    """What `release` takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=_("the folder with the packages and their notes"))
    describe_json(parser)


def release(asked: argparse.Namespace) -> int:
    """0 when there is one at least and all are whole and signed by somebody known, else 1."""
    found = all_in([asked.folder], own_contents(own_folders()).packs.keys)
    whole = {one.found.release.file: is_whole(one) for one in found}
    if asked.json:
        rows = [{**_facts(one), "whole": whole[one.found.release.file]} for one in found]
        print_json({"version": __version__, "released": __released__, "found": rows})
    for one in () if asked.json else found:
        facts = one.found.release
        print(_("{file}: version {version}, of {day}").format(
            file=facts.file, version=facts.version, day=facts.released.isoformat()))  # fmt: skip
        print(f"    {signer_words(one.found.signer)}")
        print(
            "    "
            + (_("The file is whole.") if whole[facts.file] else _("The file is missing, or is not what was signed."))
        )
    if not found and not asked.json:
        print(_("No signed version of Groundwork lies there. This is {version}, of {day}.").format(
            version=__version__, day=__released__))  # fmt: skip
    return 0 if found and all(whole.values()) and all(one.found.signer.is_known for one in found) else 1


def _facts(one: Lying) -> dict[str, object]:
    facts, signer = one.found.release, one.found.signer
    return {
        "file": facts.file,
        "version": facts.version,
        "released": facts.released.isoformat(),
        "system": facts.system,
        "signed": signer.is_known,
        "key": signer.key,
    }
