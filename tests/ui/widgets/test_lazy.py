"""The pieces are loaded one by one, when they are first asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.ui import widgets

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", widgets.__all__)
def test_every_piece_can_be_had(name: str) -> None:
    assert getattr(widgets, name) is not None


def test_what_is_no_piece_is_said_as_of_any_module() -> None:
    assert not hasattr(widgets, "Button2")


def test_one_piece_does_not_load_the_others() -> None:
    told = "import sys; from app.ui.widgets import Words; print('app.ui.widgets.cells' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
