"""Some of the calls that write, in every deed, fail or are the program's last; `dev.py soak` tries them all."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest

from tests.soak.deeds import DEEDS, PROTECTED_ALONE
from tests.soak.driving import Case, Driver, driving

# So many of each deed's calls, spread evenly; which ones differs from deed to deed.
TRIED = 7
WAYS = {"kill": (0, True), "no space": (errno.ENOSPC, False), "no answer": (errno.EIO, True)}


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    with driving(tmp_path_factory.mktemp("writes")) as made:
        if made is None:
            pytest.skip("the shim needs Linux and a C compiler")
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("deed", list(DEEDS))
def test_nothing_is_lost_where_a_write_fails(driver: Driver, deed: str, way: str) -> None:
    protected = deed in PROTECTED_ALONE
    calls = driver.ask(Case(deed, protected, 0)).calls
    assert calls > TRIED
    error, once = WAYS[way]
    for number in range(TRIED):
        case = Case(deed, protected, 1 + number * (calls - 1) // (TRIED - 1), error, once)
        answer = driver.ask(case)
        assert answer.lost == [], case
        assert answer.ended in ("done", "said", "killed"), case
        assert (answer.ended == "killed") == (way == "kill"), case
