"""Writes the signed note beside packages of a release: `python3 dev.py sign PACKAGE ...`; docs/releasing.md tells how.

The private key is in the file that --key names or in the variable GROUNDWORK_KEY, and its public half among the keys that
come with the program, since nobody else's program would believe the note.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from app import __released__, __version__
from app.data.releases import release_of, write_note
from app.data.signatures import Keys, key_id, public_of, seed_from_text
from app.model.release import SUFFIX

VARIABLE = "GROUNDWORK_KEY"
_NAME = re.compile(r"groundwork-(?P<version>[0-9.]+)-(?P<system>[a-z0-9_-]+?)(-setup)?\.(exe|zip|dmg|tar\.xz)")


class Wrong(Exception):
    """Something is not as it must be; the message says what."""


def write_notes(packages: Sequence[Path], seed: bytes, keys: Keys, note: str) -> list[Path]:
    """A note beside each package. Raises Wrong before anything is written."""
    if not keys.has(key_id(public_of(seed))):
        raise Wrong("The key's public half is not in resources/keys.toml, so no program would believe it.")
    made: dict[Path, bytes] = {}
    for package in packages:
        named = _NAME.fullmatch(package.name)
        if named is None or named["version"] != __version__:
            raise Wrong(f"{package.name} is no package of version {__version__}.")
        try:
            release = release_of(package, __version__, __released__, named["system"], note)
        except ValueError as error:
            raise Wrong(
                f"{package.name} is for a system that Groundwork does not know, or the note is too long."
            ) from error
        made[package.with_name(package.name + SUFFIX)] = write_note(release, seed)
    for path, content in made.items():
        path.write_bytes(content)
    return list(made)


def main(arguments: Sequence[str], root: Path) -> int:
    """Sign what was named: 0 done, 1 could not, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="dev.py sign")
    parser.add_argument("packages", nargs="+", type=Path, metavar="PACKAGE")
    parser.add_argument("--key", type=Path, metavar="F")
    parser.add_argument("--note", default="", help="what is new, in one line for the people who will read it")
    asked = parser.parse_args(arguments)
    text = asked.key.read_text("ascii") if asked.key is not None else os.environ.get(VARIABLE, "")
    try:
        seed = seed_from_text(text)
        made = write_notes(asked.packages, seed, Keys.load(root / "resources" / "keys.toml"), asked.note)
    except ValueError:
        print(f"There is no private key in {asked.key or VARIABLE}.", file=sys.stderr)
        return 1
    except (Wrong, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    for one in made:
        print(f"Signed {one}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parents[2]))
