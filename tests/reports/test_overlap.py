"""No letter of the sample community's reports is printed over another: what nobody sees who looks at one page of one size."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.cli import run_command
from app.reports.paper import PAPERS
from tests.reports.reading import letters_over_others

# Those whose parts are sized by each other.
PICTURES = ("circle", "grid", "timeline", "community", "minutes", "worksheet", "wall-card", "pocket-cards")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "Cedar Inlet.groundwork"
    assert run_command(["demo", str(file)]) == 0
    return file


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_no_letter_stands_on_another(sample: Path, name: str, tmp_path: Path) -> None:
    for paper in PAPERS:
        out = tmp_path / f"{name}-{paper}.pdf"
        assert run_command(["report", name, str(sample), "--out", str(out), "--paper", paper]) == 0
        assert letters_over_others(out.read_bytes()) == [], paper


def test_a_letter_on_another_is_noticed() -> None:
    out = io.BytesIO()
    page = Canvas(out)
    page.drawString(100, 500, "The grid ends here")
    page.drawString(102, 503, "and here begins its foot")
    page.drawString(100, 400, "All is well here")
    page.save()
    found = letters_over_others(out.getvalue())
    assert found
    assert not any("well" in one for one in found)
