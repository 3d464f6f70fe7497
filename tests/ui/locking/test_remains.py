"""After Hide nothing of the file is left where it can be found: no widget, no clipboard, no file says a word of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.locking.left import look_for_what_is_left

# Pages that hold anything else too cannot be written over: some 300 of 1,400 places stayed when this was written.
MOST_IN_MEMORY = 800


@pytest.mark.slow
def test_after_hiding_no_window_clipboard_or_file_says_a_word(tmp_path: Path) -> None:
    left = look_for_what_is_left(tmp_path)
    before, after = left.told["before"], left.told["after"]
    assert {"PartnersModel", "PlanModel", "AnswerCard", "LineEntry"} <= set(before["saying"])
    assert after["saying"] == []
    assert after["held"] == []
    assert after["windows"] == ["WelcomeWindow"]
    assert left.files == []
    assert left.children == []
    if left.told["platform"] == "xcb":
        assert not after["clipboard"]
    assert left.memory is None or left.memory < MOST_IN_MEMORY
