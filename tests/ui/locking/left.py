"""Looks for a word in another process: what it says itself, its files, its memory, and the processes that it started."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.guards import homes

ROOT = Path(__file__).parents[3]
_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)")


@dataclass(frozen=True, slots=True)
class Left:
    """`told` is what the process found itself; `memory` is how often the word stands in its memory, or None off Linux."""

    told: dict[str, Any]
    files: list[Path]
    memory: int | None
    children: list[str]


def look_for_what_is_left(folder: Path) -> Left:
    """Let the child of `canary.py` live in a folder of its own, and look when it has hidden."""
    word = "zqcanary" + os.urandom(4).hex()
    temporary = folder / "temporary"
    temporary.mkdir()
    with _screen() as screen:
        env = {**os.environ, **homes(folder / "home"), **screen, "TMPDIR": str(temporary)}
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.locking.canary", str(folder), word[::-1]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            cwd=ROOT,
            text=True,
        )
        try:
            assert child.stdout is not None
            told = json.loads(child.stdout.readline())
            return Left(told, _files(folder, word), _memory(child.pid, word), _children(child.pid))
        finally:
            child.kill()
            child.communicate()


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A screen that can say whose the clipboard is, where this computer has one."""
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    served = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        yield {"DISPLAY": f":{os.read(read, 16).decode().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        os.close(read)
        served.terminate()
        served.wait(10)


def _forms(word: str) -> tuple[bytes, bytes]:
    return word.encode(), word.encode("utf-16-le")


def _files(folder: Path, word: str) -> list[Path]:
    found = [one for one in folder.rglob("*") if one.is_file()]
    return [one for one in found if any(form in one.read_bytes() for form in _forms(word))]


def _memory(process: int, word: str) -> int | None:
    if not sys.platform.startswith("linux"):
        return None
    count = 0
    with Path(f"/proc/{process}/mem").open("rb") as memory, Path(f"/proc/{process}/maps").open() as maps:
        for line in maps:
            found = _MAP.match(line)
            if found is None or "r" not in found[3] or found[4].startswith("[v"):
                continue
            start, end = int(found[1], 16), int(found[2], 16)
            with suppress(OSError):
                memory.seek(start)
                held = memory.read(end - start)
                count += sum(held.count(form) for form in _forms(word))
    return count


def _children(process: int) -> list[str]:
    found: list[str] = []
    for one in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += one.read_text("utf-8").split()
    return found
