"""The founding's story through the real window, as somebody who hears the screen would live it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.data.check import check_file
from tests.journeys.screen import SYSTEM_PYTHON, lacking, run_private

STORY = Path(__file__).parent / "story.py"


@pytest.mark.journey
@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the accessibility tree is driven on Linux")
def test_the_story_works_by_names_alone_and_no_control_is_nameless(tmp_path: Path) -> None:
    missing = lacking()
    if missing:
        pytest.skip(f"this computer lacks {', '.join(missing)}")
    (tmp_path / "Documents").mkdir()
    done = run_private([SYSTEM_PYTHON, str(STORY), sys.executable, str(tmp_path)], tmp_path, 240)
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
    files = list(tmp_path.rglob("*.groundwork"))
    assert [one.name for one in files] == ["Cedar Inlet.groundwork"]
    assert check_file(files[0]) == []
