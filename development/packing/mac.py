"""The bundle and its disk image, made on macOS, one for each kind of processor. Signing is in packaging/mac/."""

from __future__ import annotations

import platform
import shutil
import tempfile
from pathlib import Path

from app import __version__
from development.packing.frozen import freeze, program_in
from development.packing.papers import add_papers
from development.packing.shell import Steps, run, write_sum
from development.places import Places


def build(places: Places) -> None:
    """Raises Stop when something fails. Signed only where packaging/mac/sign.sh finds a certificate."""
    steps, logs, scripts = Steps(), places.build / "packing", places.root / "packaging" / "mac"
    steps.say("Packing the program ...")
    bundle = freeze(places)
    run(["sh", str(scripts / "sign.sh"), str(bundle)], logs / "sign.log")
    image = bundle.parent / f"groundwork-{__version__}-macos-{platform.machine()}.dmg"
    papers = bundle.parent / "papers"
    shutil.rmtree(papers, ignore_errors=True)
    papers.mkdir()
    add_papers(places, papers)
    run(["sh", str(scripts / "image.sh"), str(bundle), str(papers), str(image)], logs / "image.log")
    run(["sh", str(scripts / "notarise.sh"), str(image)], logs / "notarise.log", seconds=7200)
    write_sum(image)
    with tempfile.TemporaryDirectory(prefix="groundwork proof – ə ") as place:
        moved = Path(place) / bundle.name
        run(["ditto", str(bundle), str(moved)], logs / "moved.log")
        for extra in ({"QT_QPA_PLATFORM": "offscreen"}, {}):
            told = Path(place) / "self-test.log"
            run(
                [str(program_in(moved)), "selftest", "--log", str(told)],
                logs / "self-test-said.log",
                extra=extra,
                seconds=300,
            )
            steps.say(told.read_text("utf-8").splitlines()[-1])
    steps.say(f"Made and tested: {image}")
