"""Wrong passphrases make the next try wait, also after the program was started again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.data.settings import Settings
from app.data.tries import LONGEST, Tries, wait_after

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
FILE = Path("/somewhere/Cedar Inlet.groundwork")


def wrong(tries: Tries, times: int) -> float:
    return [tries.note_wrong(FILE, NOW) for _time in range(times)][-1]


def test_two_wrong_ones_are_free_and_then_the_wait_grows_up_to_half_a_minute() -> None:
    assert [wait_after(one) for one in range(9)] == [0, 0, 0, 2, 4, 8, 16, 30, 30]
    assert wait_after(10**6) == LONGEST


def test_the_wait_ends_by_itself(tmp_path: Path) -> None:
    tries = Tries(Settings.load(tmp_path))
    assert wrong(tries, 4) == 4
    assert tries.wait(FILE, NOW + timedelta(seconds=1)) == 3
    assert tries.wait(FILE, NOW + timedelta(seconds=4)) == 0


def test_a_new_start_of_the_program_does_not_end_it(tmp_path: Path) -> None:
    wrong(Tries(Settings.load(tmp_path)), 7)
    assert Tries(Settings.load(tmp_path)).wait(FILE, NOW) == 30


def test_the_right_one_forgets_the_wrong_ones(tmp_path: Path) -> None:
    tries = Tries(Settings.load(tmp_path))
    wrong(tries, 7)
    tries.note_right(FILE)
    assert Tries(Settings.load(tmp_path)).wait(FILE, NOW) == 0
    assert wrong(tries, 1) == 0


def test_a_clock_that_was_set_back_makes_nobody_wait_longer(tmp_path: Path) -> None:
    tries = Tries(Settings.load(tmp_path))
    wrong(tries, 7)
    assert tries.wait(FILE, NOW - timedelta(days=400)) == 30


@pytest.mark.parametrize("kept", ["", "7", "x y", "7 2026-11-26T09:00:00", "-3 2026-11-26T09:00:00+00:00"])
def test_what_cannot_be_read_makes_nobody_wait(tmp_path: Path, kept: str) -> None:
    settings = Settings.load(tmp_path)
    settings.tries[str(FILE)] = kept
    assert Tries(settings).wait(FILE, NOW) == 0
