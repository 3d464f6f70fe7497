"""What both rooms share: a meeting with four questions, one of the community's own."""

from __future__ import annotations

import pytest

from app.model.reflection import Meeting
from app.ui.session import Session
from tests.meetings import MEETING_ID, OWN


@pytest.fixture
def meeting(session: Session) -> Session:
    """The session with a meeting, and an earlier one."""
    with session.workspace.edit("Begin", undoable=False) as edit:
        edit.add(OWN)
        edit.add(Meeting(id="earlier", name="Autumn talk"))
        edit.add(Meeting(id=MEETING_ID, name="First evening", asks=("1", "2", "7", "8", OWN.id)))
    return session
