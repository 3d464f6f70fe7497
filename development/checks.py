"""The steps of dev.py test: each runs even if one before it failed, and the failed ones are named at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from development.places import Places
from development.talk import say

PYTEST_NO_TESTS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is checked: what it is called, and what Python is to run."""

    name: str
    arguments: tuple[str, ...]


def steps(places: Places, pytest_arguments: Sequence[str]) -> list[Step]:
    """All steps, in the order in which a person wants to hear of them. pytest_arguments: added to pytest's."""
    lint_imports = "from importlinter.cli import lint_imports_command as run; run()"
    return [
        Step("format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
        Step("lint", ("-m", "ruff", "check", "--quiet", ".")),
        Step("import rules", ("-c", lint_imports, "--no-logo")),
        Step("types", ("-m", "basedpyright", "--pythonpath", str(places.python))),
        Step("phrases", ("-m", "development.phrases", "--check")),
        Step("tests", ("-m", "pytest", "-n", workers(), "--dist", "worksteal", *pytest_arguments)),
    ]


def workers() -> str:
    """How many tests run at once: one for each core, and no more than eight."""
    return str(min(os.cpu_count() or 2, 8))


def run_checks(places: Places, pytest_arguments: Sequence[str]) -> int:
    """Run every step; answer 1 when any failed, else 0."""
    failed: list[str] = []
    for step in steps(places, pytest_arguments):
        say(f"== {step.name}")
        start = time.monotonic()
        code = places.call(step.arguments, extra=surroundings(), cwd=places.root)
        took = time.monotonic() - start
        say(f"== {step.name}: {'passed' if code == 0 else 'FAILED'} in {took:.1f} s")
        if code != 0:
            failed.append(step.name)
    say(f"Failed: {', '.join(failed)}." if failed else "All steps passed.")
    return 1 if failed else 0


def surroundings() -> dict[str, str]:
    """What every step runs with: text in UTF-8 and no window on the person's screen."""
    return {"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
