"""The installer for Windows, made on Windows itself, installed, tested and removed there."""

from __future__ import annotations

import os
from pathlib import Path

from app import __version__
from development.packing.frozen import freeze, program_in
from development.packing.papers import add_papers
from development.packing.shell import Steps, run, write_sum
from development.packing.windows import makensis, write_portable
from development.places import Places
from development.talk import Stop


def build(places: Places) -> None:
    """Needs NSIS on the path. Raises Stop when something fails."""
    steps, logs = Steps(), places.build / "packing"
    steps.say("Packing the program ...")
    folder = freeze(places)
    add_papers(places, folder)
    setup = folder.parent / f"groundwork-{__version__}-windows-x64-setup.exe"
    run(makensis(places, folder, __version__, setup), logs / "installer.log")
    portable = write_portable(folder, folder.parent / f"groundwork-{__version__}-windows-x64-portable.zip")
    for file in (setup, portable):
        write_sum(file)
    steps.say("Installing it for this person ...")
    installed = Path(os.environ["LOCALAPPDATA"]) / "Programs" / "Groundwork"
    run([str(setup), "/S", "/CurrentUser"], logs / "install.log")
    for extra in ({"QT_QPA_PLATFORM": "offscreen"}, {}):
        told = logs / "self-test.log"
        run(
            [str(program_in(installed)), "selftest", "--log", str(told)],
            logs / "self-test-said.log",
            extra=extra,
            seconds=300,
        )
        steps.say(told.read_text("utf-8").splitlines()[-1])
    run([str(installed / "uninstall.exe"), "/CurrentUser", "/S", f"_?={installed}"], logs / "uninstall.log")
    if program_in(installed).exists():
        raise Stop(f"The program was not removed from {installed}.")
    steps.say(f"Installed, tested and removed: {setup}")
