"""The invented community leads nowhere that is not there, and to nobody who is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.library import Library
from app.data.sample import create_sample
from app.data.workspace import Workspace
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.origin import PAGE, Origin
from app.model.page import plain_text
from app.model.partner import Partner
from app.model.placing import place

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = create_sample(tmp_path_factory.mktemp("sample") / "a.groundwork", RESOURCES / "sample" / "sample.toml")
    yield made
    made.close()


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(RESOURCES / "toolkit" / "en")


def test_every_mark_stands_on_words_that_are_there(sample: Workspace, library: Library):
    marks = sample.all(Mark)
    assert {bool(one.note) for one in marks} == {True, False}
    for mark in marks:
        text = plain_text(library.page(mark.page))
        assert not mark.quote or place(mark, text) is not None


def test_every_origin_leads_to_a_page(sample: Workspace, library: Library):
    origins = [Origin.read(one.origin) for kind in (Item, Partner) for one in sample.all(kind)]
    pages = [one for one in origins if one.sort == PAGE]
    assert pages
    assert all(library.has(one.thing) for one in pages)


def test_no_number_of_the_sample_is_anybodys(sample: Workspace):
    lines = sample.all(LocalLine)
    assert lines
    assert all("-555-01" in one.number for one in lines)
