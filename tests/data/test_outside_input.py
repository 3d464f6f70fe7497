"""Files from outside, made up: some of each sort here, many in `dev.py soak`; and what those have found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.soak.outside.sorts import BY_NAME, Desk
from tests.soak.outside.watch import Ended, HandWatch, Watch

# Enough to notice a reader that takes nothing calmly, in less than three seconds each.
TRIED = 40
HANDS = HandWatch()


@pytest.mark.slow
@pytest.mark.parametrize("name", list(BY_NAME))
def test_a_made_up_file_is_taken_or_refused_calmly(name: str, tmp_path: Path) -> None:
    sort = BY_NAME[name]
    desk = Desk(tmp_path / "desk", sort)
    watch = Watch(HANDS, desk.folder, sort.allowed)
    seen: list[Ended] = []

    @settings(max_examples=TRIED, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(sort.made())
    def one(content: bytes) -> None:
        desk.put(content)
        seen.append(watch.see(desk.read))

    try:
        one()
    finally:
        desk.clear()
    assert [found.fault for found in seen if found.fault] == []
    assert any(found.read for found in seen)


def test_a_reader_that_breaks_hangs_or_writes_elsewhere_is_noticed(tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "desk", tmp_path / "elsewhere"
    place.mkdir()
    watch = Watch(HANDS, place)

    def breaks() -> None:
        raise KeyError("a fault")

    assert "crash" in watch.see(breaks).fault
    assert "slow" in Watch(HANDS, place, seconds=0.05).see(lambda: sum(range(10_000_000))).fault
    assert "outside" in watch.see(lambda: elsewhere.write_bytes(b"")).fault
    assert watch.see(lambda: (place / "inside").write_bytes(b"")).fault == ""
