"""Renews the pinned lists in requirements/ from pyproject.toml, with uv from the dev environment."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from development.places import Places, child_environment
from development.talk import Stop, say

HEADER = """\
# What Groundwork is made of ({what}): exact versions with their checksums, for Python 3.11 and newer
# on Windows, macOS and Linux. Made from pyproject.toml by: python3 dev.py lock
# Installed by dev.py with pip --require-hashes. It names no package index: yours is used.
"""
LISTS = {
    "run": ("to run it", ("pyproject.toml",)),
    "dev": ("to run and test it", ("--extra", "dev", "pyproject.toml")),
    "pack": ("to run and pack it", ("--extra", "pack", "pyproject.toml")),
    "soak": ("for its long runs, beside what is needed to test it", ("--group", "pyproject.toml:soak")),
}
OPTIONS = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]


def renew(places: Places, arguments: Sequence[str]) -> None:
    """Write all lists anew. arguments: more for uv, such as --upgrade. Raises Stop when uv cannot."""
    for name, (what, sources) in LISTS.items():
        target = places.lock(name)
        command = [str(places.python), "-m", "uv", "pip", "compile", *OPTIONS, "--python-version", "3.11", "--quiet"]
        done = subprocess.run(
            [*command, *arguments, *sources, "--output-file", str(target)],
            env=child_environment(),
            cwd=places.root,
            check=False,
        )
        if done.returncode != 0:
            raise Stop(f"{target.name} could not be renewed: the reason is in the lines above.")
        target.write_text(HEADER.format(what=what) + target.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
        say(f"Wrote {target.relative_to(places.root)}.")
