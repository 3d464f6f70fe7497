"""A mark stands on a page, or on some words of it."""

from __future__ import annotations

import pytest

from app.model.clean import clean_values
from app.model.mark import Mark
from app.model.schema import Audience, specs
from app.model.trouble import Refused


def test_a_mark_without_words_or_note_is_a_bookmark():
    assert Mark(page="about/start").is_bookmark
    assert not Mark(page="about/start", note="Ask Mae").is_bookmark
    assert not Mark(page="about/start", quote="Start small").is_bookmark


def test_a_mark_needs_its_page():
    with pytest.raises(Refused):
        clean_values(Mark, {"page": " "})


def test_what_the_office_noted_is_for_the_office_alone():
    assert specs(Mark)["note"].audience is Audience.OFFICE
    assert specs(Mark)["quote"].audience is Audience.OFFICE
