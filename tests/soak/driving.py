"""Does a deed in a process of its own, lets one of its writes fail or kills it there, and says what was lost.

Run as `python -m tests.soak.driving FOLDER` under the shim (see `shim.py`): it forks for each case, reads cases as lines of JSON
and answers each with one line.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, cast

from tests.soak import shim
from tests.soak.deeds import DEEDS, World, age, copy_world, lost, prepare

ROOT = Path(__file__).resolve().parents[2]
_REPORT = "told"


@dataclass(frozen=True, slots=True)
class Case:
    """One deed with one fault: at the call numbered `at`; `error` 0 is a kill. `at` 0 only counts the calls."""

    deed: str
    protected: bool
    at: int
    error: int = 0
    once: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """How many calls there were, whether the fault came to pass, how it ended ("done", "said", "killed" or what broke)."""

    calls: int
    ended: str
    lost: list[str]


class Driver:
    """`ask` does one case. Made by `driving`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, case: Case) -> Answer:
        """Do it."""
        write, read = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)
        write.write(json.dumps(asdict(case)) + "\n")
        write.flush()
        return Answer(**json.loads(read.readline()))


@contextmanager
def driving(folder: Path) -> Iterator[Driver | None]:
    """A driver that works in this folder, or None where the shim cannot be built."""
    folder.mkdir(parents=True, exist_ok=True)
    built = shim.build(folder)
    if built is None:
        yield None
        return
    work = folder / "work"
    work.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.driving", str(work)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=shim.surroundings(built, work),
        cwd=ROOT,
        text=True,
    )
    try:
        yield Driver(process)
    finally:
        process.communicate()


# -- under the shim --------------------------------------------------------------------------------------------


def _worlds(folder: Path) -> dict[tuple[str, bool], World]:
    """One prepared world each, to be copied for every case."""
    made: dict[tuple[str, bool], World] = {}
    for protected in (False, True):
        base = World(folder / f"base {protected}", protected)
        base.folder.mkdir()
        prepare(base)
        older = copy_world(base, folder / f"older {protected}")
        age(older)
        for deed in DEEDS:
            made[deed, protected] = older if deed == "migrate" else base
    return made


def _do(case: Case, world: World, report: int) -> None:
    """In the child. Ends the process."""
    told = lambda words: os.write(report, f"{words}\n".encode())  # noqa: E731
    ended = "done"
    shim.arm(case.at, case.error, once=case.once)
    try:
        DEEDS[case.deed](world, told)
    except BaseException as error:
        calm = [one.__name__ for one in type(error).__mro__]
        ended = "said" if "Trouble" in calm else f"broke: {type(error).__name__}: {error}"
    calls = shim.disarm()
    os.write(report, f"\0{calls} {ended}\n".encode())
    os._exit(0)


def _case(case: Case, base: World, folder: Path) -> Answer:
    world = copy_world(base, folder / "case")
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _do(case, world, write)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as answers:
        lines = answers.read().splitlines()
    os.waitpid(child, 0)
    last = (
        lines.pop().removeprefix("\0").partition(" ") if lines and lines[-1].startswith("\0") else ("0", "", "killed")
    )
    found = lost(world, case.deed, lines, finished=last[2] == "done")
    shutil.rmtree(world.folder, ignore_errors=True)
    return Answer(int(last[0]), last[2], found)


def main(folder: Path) -> None:
    """Answer cases until the input ends."""
    worlds = _worlds(folder)
    for line in sys.stdin:
        case = Case(**json.loads(line))
        try:
            answer = _case(case, worlds[case.deed, case.protected], folder)
        except Exception as error:
            answer = Answer(0, "checking broke", [f"{type(error).__name__}: {error}"])
        print(json.dumps(asdict(answer)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
