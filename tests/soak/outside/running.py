"""Runs the processes that try files from outside, one sort after the other, and sums up what they tell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figure import Figure
from tests.soak.outside.sorts import Sort

ROOT = Path(__file__).resolve().parents[3]
# Whoever reads one file for so long has stopped for good.
_PATIENCE = 60.0
_LOOKS = 0.5
_MOST_STARTS = 20
# A disk in the memory, where there is one: a real one would be waited for at every case.
_QUICK = Path("/dev/shm")


@dataclass
class Sum:
    """What came of all files of one sort."""

    cases: int = 0
    read: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def try_all(module: str, how: str, sorts: Sequence[Sort], cases: int) -> list[Figure]:
    """So many of each sort, by `python -m module`. What brought a fault to light is kept, and its folder is named."""
    quick = _QUICK if os.access(_QUICK, os.W_OK) else None
    kept = Path(tempfile.mkdtemp(prefix="outside", dir=quick))
    figures: list[Figure] = []
    faults = 0
    for sort in sorts:
        found = try_sort(module, sort, cases, kept)
        faults += len(found.faults)
        print(
            f"{sort.name}: {found.cases}, {found.read} taken, {len(found.faults)} faults", file=sys.stderr, flush=True
        )
        for one in sorted(set(found.faults)):
            print(f"  {one}", file=sys.stderr, flush=True)
        figures += [
            Figure(f"{sort.name}, {how}", found.cases, ""),
            Figure(f"{sort.name}, {how}: taken for what they should be", found.read, ""),
            Figure(f"{sort.name}, {how}: longest", found.slowest, "s"),
            Figure(f"{sort.name}, {how}: faults", len(found.faults), "", 0),
        ]
    if faults:
        print(f"What brought them to light is kept in {kept}.", file=sys.stderr)
    else:
        shutil.rmtree(kept)
    return figures


def try_sort(module: str, sort: Sort, cases: int, kept: Path) -> Sum:
    """In a process of its own, and in another one where that one is ended by a file."""
    found, start = Sum(), 0
    while found.cases < cases and start < _MOST_STARTS:
        folder = kept / f"{sort.name} {start}"
        folder.mkdir()
        fault = _one_process(module, sort, folder, cases - found.cases, 1_000 * start + 1)
        told = _told(folder)
        found.cases += told.cases
        found.read += told.read
        found.slowest = max(found.slowest, told.slowest)
        found.faults += told.faults
        if fault:
            found.faults.append(fault)
            (folder / "now").replace(folder / "fault that ended it")
        start += 1
    return found


def _told(folder: Path) -> Sum:
    try:
        return Sum(**json.loads((folder / "found.json").read_text("utf-8")))
    except OSError:
        return Sum()


def _one_process(module: str, sort: Sort, folder: Path, cases: int, seed: int) -> str:
    """What ended it before it was done, or nothing."""
    command = [sys.executable, "-m", module, str(folder), sort.name, str(cases), str(seed)]
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        while process.poll() is None:
            time.sleep(_LOOKS)
            if _stands_still(folder):
                process.kill()
                process.wait()
                return "stopped for good"
    return "" if process.returncode == 0 else f"ended by {process.returncode}"


def _stands_still(folder: Path) -> bool:
    now = folder / "now"
    return now.exists() and time.time() - now.stat().st_mtime > _PATIENCE
