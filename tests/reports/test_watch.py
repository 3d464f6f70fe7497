"""A long report tells how far it is, and stops when it is told to."""

from __future__ import annotations

import pytest

from app.model.schema import Audience
from app.reports.catalogue import REPORTS
from app.reports.kinds import PDF
from app.reports.paper import LETTER
from app.reports.watch import Cancelled
from tests.reports.build import make_content
from tests.reports.reading import FONTS

CONTENT = make_content(audience=Audience.OFFICE)


def test_it_tells_how_many_pages_are_drawn_of_how_many() -> None:
    told: list[tuple[int, int]] = []
    report = REPORTS["community"].make(CONTENT, LETTER, FONTS, PDF, lambda *far: told.append(far))
    drawn = [one for one in told if one[1]]
    assert drawn == sorted(drawn)
    assert drawn[-1] == (report.pages, report.pages)
    assert told[0] == (0, 0)


@pytest.mark.parametrize("after", [0, 1, 40, 120])
def test_whoever_watches_may_stop_it_at_any_time(after: int) -> None:
    calls = 0

    def watch(_done: int, _all: int) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        REPORTS["community"].make(CONTENT, LETTER, FONTS, PDF, watch)
    assert calls == after + 1
