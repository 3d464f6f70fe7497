"""Rows as text for a sheet."""

from __future__ import annotations

import pytest

from app.ui.who.copying import as_cells


def test_cells_are_parted_by_tabs_and_rows_by_lines() -> None:
    assert as_cells([["Mae", "Elder"], ["Jo", ""]]) == "Mae\tElder\nJo\t"


def test_a_cell_of_several_lines_is_one_line() -> None:
    assert as_cells([["one\ntwo\tthree"]]) == "one two three"


@pytest.mark.parametrize("words", ["=SUM(A1)", "+1 250 555 0100", "-3", "@home", "\t=1"])
def test_what_a_sheet_would_reckon_with_gets_an_apostrophe(words: str) -> None:
    assert as_cells([[words]]) == f"'{words.strip()}"
