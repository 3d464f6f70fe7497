"""Every report, on every paper, is a file that two strict readers have no complaint about."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.data.library import Library
from app.model.schema import Audience
from app.reports.catalogue import REPORTS, ReportKind
from app.reports.content import Handed
from app.reports.paper import PAPERS
from tests.reports.build import make_content
from tests.reports.reading import FONTS

TOOLKIT = Path(__file__).parents[2] / "resources" / "toolkit" / "en"
ASK = {"qpdf": ["qpdf", "--check"], "mutool": ["mutool", "info"], "mutool-clean": ["mutool", "clean"]}


def complaints(reader: str, file: Path) -> str:
    """What it says on standard error, or all that it says when it fails."""
    more = [str(file.with_suffix(".clean.pdf"))] if reader == "mutool-clean" else []
    asked = subprocess.run([*ASK[reader], str(file), *more], capture_output=True, text=True, check=False)
    return asked.stderr if asked.returncode == 0 else asked.stdout + asked.stderr


@pytest.mark.slow
@pytest.mark.parametrize("kind", REPORTS.values(), ids=lambda one: one.key)
@pytest.mark.parametrize("reader", ASK)
def test_a_strict_reader_has_no_complaint(reader: str, kind: ReportKind, tmp_path: Path) -> None:
    if shutil.which(ASK[reader][0]) is None:
        pytest.skip(f"{ASK[reader][0]} was not asked: it is not on this computer")
    library = Library.load(TOOLKIT)
    handed = Handed("", library.chosen(["get-informed"]), library.terms)
    for audience in kind.readers:
        content = replace(make_content(audience=audience), handed=handed)
        for paper in PAPERS.values() if audience is Audience.OFFICE else [PAPERS["letter"]]:
            file = tmp_path / f"{kind.key}-{audience.name}-{paper.key}.pdf"
            file.write_bytes(kind.make(content, paper, FONTS).pdf)
            assert complaints(reader, file) == ""
