"""Runs the programs that packing needs, with what they said kept for whoever must find out why one failed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from development.places import child_environment
from development.system import install_packages
from development.talk import Stop, say


def need(programs: Mapping[str, str], what: str) -> None:
    """Install the Debian packages (name of program -> package) whose programs are missing. Raises Stop, naming them."""
    lacking = [package for program, package in programs.items() if shutil.which(program) is None]
    missing = sorted({one for package in lacking for one in package.split()})
    if missing:
        install_packages(missing, what)


def run(
    command: Sequence[str],
    log: Path,
    *,
    cwd: Path | None = None,
    extra: Mapping[str, str] | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = 1800,
) -> str:
    """Run it to its end and answer with what it printed, which is in the log as well. Raises Stop when it fails.

    extra: added to this process's environment; env: instead of it.
    """
    code, said = attempt(command, log, cwd=cwd, extra=extra, env=env, seconds=seconds)
    if code != 0:
        last = said.strip().splitlines()[-1:] or ["it did not say why"]
        raise Stop(f"{Path(command[0]).name} failed with {code}: {last[0]} (all that it said is in {log}).")
    return said


def attempt(
    command: Sequence[str],
    log: Path,
    *,
    cwd: Path | None = None,
    extra: Mapping[str, str] | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = 600,
) -> tuple[int, str]:
    """The exit code and what was printed. Its output goes through a pipe: Windows programs under Wine die at a plain file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(
            list(command),
            cwd=cwd,
            env=dict(env) if env is not None else child_environment(extra),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError as error:
        raise Stop(f"{command[0]} is not installed: install it, then run this again.") from error
    except subprocess.TimeoutExpired as late:
        log.write_bytes(late.stdout or b"")
        raise Stop(f"{Path(command[0]).name} did not end within {seconds:.0f} seconds (see {log}).") from late
    log.write_bytes(done.stdout)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def write_sum(file: Path) -> Path:
    """The SHA-256 of a file, in a file beside it that sha256sum and Windows' certutil can be compared with."""
    target = file.with_name(f"{file.name}.sha256")
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    target.write_text(f"{digest}  {file.name}\n", encoding="ascii", newline="\n")
    return target


def megabytes(path: Path) -> float:
    """The size of a file, or of all files in a folder."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file() and not one.is_symlink()]
    return sum(one.stat().st_size for one in files) / 1e6


class Screen:
    """A screen that nobody sees, with a number that is free: `with Screen() as display: ...`."""

    def __init__(self, size: str = "1280x900x24") -> None:
        self._size = size
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> str:
        """Its name for DISPLAY. Raises Stop when there is none."""
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise Stop("Xvfb, the screen that nobody sees, did not start.")
        return f":{number}"

    def __exit__(self, *_told: object) -> None:
        """Take it away."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(10)


class Steps:
    """Says what is done, and how long it took when it is over."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    def say(self, line: str) -> None:
        """One line with the seconds since the beginning."""
        say(f"[{time.monotonic() - self.began:5.0f} s] {line}")
