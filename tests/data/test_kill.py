"""Pulling the plug: a program writing at full speed is killed at random moments; what it reported saved must be there."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.connection import beside
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.partner import Partner
from tests.data.writer import write

# 4 x 76 = 304 kills in all; the moments differ in each run, and a failing one names its seed.
KILLS = 76


def write_and_kill(path: Path, journal: str, passphrase: str, delay: float) -> int:
    """Let a child write for `delay` seconds after its first report, kill it; the number it reported last."""
    method = "spawn" if sys.platform == "win32" else "forkserver"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["tests.data.writer"])  # pyright: ignore
    listen, report = context.Pipe(duplex=False)
    child = context.Process(target=write, args=(str(path), journal, passphrase, report))
    child.start()
    report.close()
    last = -1
    try:
        last = listen.recv()
        time.sleep(delay)
        child.kill()
        while True:
            last = listen.recv()
    except EOFError:
        pass
    child.join()
    listen.close()
    return last


@pytest.mark.slow
@pytest.mark.parametrize("journal", ["wal", "delete"])
@pytest.mark.parametrize("passphrase", ["", "five plain words in a row"])
def test_no_edit_that_was_reported_saved_is_lost_by_a_kill(file: Path, journal: str, passphrase: str) -> None:
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    create_workspace(file, Community(name="Cedar Inlet"), passphrase or None).close()
    for kill in range(KILLS):
        if kill % 10 == 9:  # a fresh file now and then keeps each check quick
            for one in (file, *beside(file)):
                one.unlink(missing_ok=True)
            create_workspace(file, Community(name="Cedar Inlet"), passphrase or None).close()
        last = write_and_kill(file, journal, passphrase, dice.uniform(0.0, 0.08))
        workspace = open_workspace(file, passphrase or None, journal=journal)
        names = {one.name for one in workspace.all(Partner)}
        workspace.close()
        assert {f"Partner {n}" for n in range(last + 1)} <= names, f"kill {kill}, seed {seed}"
        assert check_file(file, passphrase or None) == [], f"kill {kill}, seed {seed}"
