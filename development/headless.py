"""The main job without a screen: pictures of every place with the sample community, and its report as a PDF."""

from __future__ import annotations

import shutil

from development.places import Places
from development.talk import Stop, say

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run_headless(places: Places) -> None:
    """Write the sample community, its report and the window's pictures to build/headless. Raises Stop when one fails."""
    folder = places.build / "headless"
    say("There is no screen here, so Groundwork makes pictures of its window and a report instead.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sample, report = str(folder / "sample.groundwork"), str(folder / "community.pdf")
    _do(places, "sample community", ["-m", "app", "demo", sample])
    _do(places, "report", ["-m", "app", "report", "community", sample, "--out", report])
    _do(places, "pictures", ["-m", "app.ui.shots", str(folder / "pictures")])
    say(f"Look in this folder: {folder}")


def _do(places: Places, what: str, arguments: list[str]) -> None:
    if places.call(["-P", *arguments], extra=OFFSCREEN) != 0:
        raise Stop(f"Groundwork could not make the {what}: the reason is in the lines above.")
