"""Pulling the plug in the middle of a meeting: each card is there, and of the half-typed one at most a word is lost."""

from __future__ import annotations

import multiprocessing
import random
import time
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.data.reflection import begin_meeting
from app.model.community import Community
from app.model.reflection import Answer
from tests.ui.reflect.typist import type_and_report

RESOURCES = Path(__file__).parents[3] / "resources"
KILLS = 4


def type_and_kill(path: Path, delay: float) -> list[tuple[str, str]]:
    """Let somebody type for `delay` seconds after the first word; what was reported until the power went."""
    context = multiprocessing.get_context("spawn")
    listen, report = context.Pipe(duplex=False)
    child = context.Process(target=type_and_report, args=(str(path), str(RESOURCES), report))
    child.start()
    report.close()
    told = [listen.recv()]
    time.sleep(delay)
    child.kill()
    try:
        while True:
            told.append(listen.recv())
    except EOFError:
        pass
    child.join()
    listen.close()
    return told


@pytest.mark.slow
def test_at_most_the_word_that_is_being_typed_is_lost(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    for kill in range(KILLS):
        file = tmp_path / f"{kill}.groundwork"
        workspace = create_workspace(file, Community(name="Cedar Inlet"))
        with workspace.edit("New meeting") as edit:
            meeting = begin_meeting(edit)
        workspace.close()
        told = type_and_kill(file, dice.uniform(0.0, 0.5))
        workspace = open_workspace(file)
        cards = [one.words for one in workspace.all(Answer)]
        draft = workspace.unfinished.read(f"{meeting.id}:draft:8")
        at = workspace.unfinished.read(f"{meeting.id}:at")
        workspace.close()
        where = f"kill {kill}, seed {seed}"
        assert at == "8", where
        assert {words for sort, words in told if sort == "card"} <= set(cards), where
        sort, last = told[-1]
        # What came after the last report may be there as well, and never less than it.
        assert sort == "card" or draft.startswith(last.strip()) or last.strip() in "\n".join(cards), where
        assert check_file(file) == [], where
