"""Builds the shim and speaks with it. Linux with a C compiler only; elsewhere `build` answers with None."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")


def build(folder: Path) -> Path | None:
    """The compiled shim, or None where it cannot be had."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        return None
    target = folder / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", str(target), str(SOURCE), "-ldl"]
    return target if subprocess.run(command, capture_output=True, check=False).returncode == 0 else None


def surroundings(shim: Path, folder: Path) -> dict[str, str]:
    """What a program is started with so that its calls are counted."""
    return {**os.environ, "LD_PRELOAD": str(shim), "SOAK_FOLDER": f"{folder}/"}


def arm(at: int, error: int = 0, *, once: bool = True) -> None:
    """From now on count; at the call numbered `at` (0: never) fail with `error`, or be killed where that is 0."""
    ctypes.CDLL(None).soak_arm(ctypes.c_long(at), error, int(once))


def disarm() -> int:
    """Stop; answers with how many calls were counted."""
    call = ctypes.CDLL(None).soak_disarm
    call.restype = ctypes.c_long
    return int(call())
