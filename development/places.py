"""Where things lie in the checkout, and how a child process is started from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one checkout. root: the folder that holds dev.py. venv_in: where in it the environment is."""

    root: Path
    venv_in: str = ".venv"

    @property
    def venv(self) -> Path:
        return self.root / self.venv_in

    @property
    def for_packing(self) -> Places:
        """The same checkout with the environment that programs are packed from: nothing for testing can slip in."""
        return Places(self.root, "build/packing-env")

    @property
    def scripts(self) -> Path:
        return self.venv / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def packages(self) -> Path | None:
        """The folder that parts are installed to, or None while there is none."""
        found = [self.venv / "Lib" / "site-packages"] if os.name == "nt" else []
        found = found or sorted(self.venv.glob("lib/python3*/site-packages"))
        return found[0] if found and found[0].is_dir() else None

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def log(self) -> Path:
        """What the installer said, for the person who must find out why it failed."""
        return self.build / "setup.log"

    def lock(self, wanted: str) -> Path:
        """The pinned list for "run", "dev", "soak" or "pack"."""
        return self.root / "requirements" / f"{wanted}.txt"

    def call(self, arguments: Sequence[str], *, extra: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
        """Run the environment's Python with these arguments, in view of the person; answer its exit code."""
        command = [str(self.python), *arguments]
        sys.stdout.flush()
        return subprocess.run(command, env=child_environment(extra), cwd=cwd, check=False).returncode


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what would lead another Python astray, and with the extra settings."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in dropped}
    return {**kept, **(extra or {})}
