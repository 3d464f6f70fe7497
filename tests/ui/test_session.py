"""The world's errors reach the window as one sentence, and what was typed stays."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.opening import create_workspace, open_workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.partner import Partner
from app.ui.session import Session
from app.ui.settings.community import CommunityCard
from app.ui.theme import Look
from tests.data.faults import injected

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="SQLite's hook is driven through Linux's C library")


@linux_only
@pytest.mark.parametrize(("error", "words"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "did not answer")])
def test_a_disk_that_fails_is_said_and_the_words_stay_in_the_field(
    look: Look, session: Session, qtbot: QtBot, error: int, words: str
) -> None:
    card = CommunityCard(look, session)
    qtbot.addWidget(card)
    field = card.fields["about"]
    field.entry.setPlainText("Long words " * 500)  # type: ignore[union-attr]
    with injected() as faults, qtbot.waitSignal(session.troubled) as told:
        faults.fail_at, faults.error = 1, error
        field.commit()
    assert told.args is not None
    assert words in str(told.args[0]) or "did not answer" in str(told.args[0])
    assert field.value() == "Long words " * 500
    field.commit()
    found = session.workspace.get(Community, COMMUNITY_ID)
    assert found is not None
    assert found.about.startswith("Long words")


def test_a_file_for_looking_only_says_so_when_something_is_to_change(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.groundwork"
    create_workspace(path, Community(name="C")).close()
    session = Session(open_workspace(path, read_only=True))
    with qtbot.waitSignal(session.troubled) as told:
        session.edit("Add", lambda edit: edit.add(Partner(name="A")))
    session.close()
    assert told.args is not None
    assert "looking only" in str(told.args[0])


def test_quick_changes_of_one_field_are_undone_together(session: Session) -> None:
    session.edit("Add", lambda edit: edit.add(Partner(name="A")))
    partner = session.workspace.all(Partner)[0]
    for name in ("Ab", "Abc"):
        session.change(Partner, partner.id, "Rename", {"name": name})
    session.undo()
    assert session.workspace.all(Partner)[0].name == "A"
