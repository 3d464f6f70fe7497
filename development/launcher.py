"""The program's entry point inside .venv, made without building or installing the project itself."""

from __future__ import annotations

import os
import subprocess

from development.places import Places, child_environment
from development.talk import Stop

# pip's own maker of scripts: it knows Windows programs and paths with spaces.
MAKE_SCRIPT = """
import sys
from pip._vendor.distlib.scripts import ScriptMaker
maker = ScriptMaker(None, sys.argv[1])
maker.clobber, maker.variants = True, {""}
maker.make("groundwork = app.__main__:main")
"""


def write_launcher(places: Places) -> None:
    """Let the environment import app from this checkout, and put the command groundwork beside its Python."""
    packages = places.packages
    if packages is None:
        raise Stop(f"The folder {places.venv} is unfinished: delete it and run this again.")
    # Relative, because a .pth file is read in the system's own encoding, which may lack the path's letters.
    (packages / "groundwork.pth").write_text(os.path.relpath(places.root, packages) + "\n", encoding="ascii")
    made = subprocess.run(
        [str(places.python), "-c", MAKE_SCRIPT, str(places.scripts)],
        env=child_environment({"PYTHONUTF8": "1"}),
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        places.build.mkdir(exist_ok=True)
        places.log.write_bytes(made.stdout + made.stderr)
        raise Stop(f"The command groundwork could not be written to {places.scripts} (why: {places.log}).")
