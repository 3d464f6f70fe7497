"""The way back to where a step or a partner came from."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.groups import groups_of
from app.model.origin import Origin
from app.ui.form.origin_link import OriginLink
from app.ui.theme import Look


@pytest.fixture
def link(look: Look, qtbot: QtBot) -> OriginLink:
    made = OriginLink(look, {"about/start": "About <this>"}.__getitem__)
    qtbot.addWidget(made)
    return made


def test_a_passage_is_named_by_its_page_and_its_words_and_leads_back(link: OriginLink, qtbot: QtBot) -> None:
    link.show_origin(Origin("page", "about/start", "Start small").kept(), groups_of())
    assert link.row.text() == "From the toolkit: About <this>"
    assert link.quote.text() == "“Start small”"
    with qtbot.waitSignal(link.open_requested) as asked:
        link.row.click()
    assert asked.args == ["page", "about/start#Start small"]


def test_without_an_origin_nothing_is_shown(link: OriginLink) -> None:
    link.show_origin("page:about/start", groups_of())
    assert not link.isHidden()
    assert link.quote.isHidden()
    link.show_origin("", groups_of())
    assert link.isHidden()


def test_a_gap_leads_to_its_group(link: OriginLink, qtbot: QtBot) -> None:
    link.show_origin("gap:youth", groups_of())
    with qtbot.waitSignal(link.open_requested) as asked:
        link.row.click()
    assert asked.args == ["group", "youth"]
