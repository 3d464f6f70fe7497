"""A few hundred made-up files of each sort that the program reads: none breaks it. `dev.py soak` reads 100,000."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.soak.made_up import made_up
from tests.soak.readers import Reader, readers

SORTS = (
    "contact cards",
    "sheets of people",
    "sheets of the plan",
    "workbooks",
    "toolkit pages",
    "settings",
    "everything",
    "community files",
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    return readers(tmp_path_factory.mktemp("seeds"))


@pytest.mark.slow
@pytest.mark.parametrize("sort", SORTS)
def test_a_made_up_file_is_read_or_refused_calmly(sort: str, known: dict[str, Reader], tmp_path: Path) -> None:
    reader = known[sort]
    for number in range(200 // reader.few):
        place = tmp_path / str(number)
        place.mkdir()
        path = place / f"made-up{reader.suffix}"
        path.write_bytes(made_up(reader.seeds, random.Random(f"{sort} {number}")))
        try:
            reader.read(path)
        except reader.calm:
            continue
