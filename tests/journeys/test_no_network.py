"""From outside, with the kernel as the witness: the whole program without any network, and every socket that it asks for."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards import homes
from tests.journeys.screen import run_private

DONE = ["home", "learn", "who", "reflect", "plan", "print", "typed", "report", "pdf", "printers", "backup", "closed"]
ASKED = re.compile(r"\bsocket\((\w+)")
# The screen; the desktop's own bus, through which a screen reader hears the window; who the users of this computer are; and
# its print service.
LOCAL = re.compile(r"connect\(\d+, \{sa_family=AF_UNIX, sun_path=@?\"([^\"]*)\"")
DISPLAY = re.compile(
    r"^(/tmp/\.X11-unix/|.*/wayland-\d|.*dbus|.*/bus(_\d+)?$|.*at-spi|(/var)?/run/nscd/|/run/cups/cups\.sock$)"
)
NEEDED = ("unshare", "strace", "Xvfb", "dbus-run-session")


def lacking() -> str:
    """Why this computer cannot be the witness, or nothing."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return f"this computer lacks {', '.join(missing)}"
    for what, command in {
        "a network of its own": ["unshare", "-rn", "true"],
        "watching a program": ["unshare", "-rn", "strace", "-o", "/dev/null", "true"],
    }.items():
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return f"this computer does not allow {what}"
    return ""


def traced(command: list[str], trace: Path) -> list[str]:
    """The command in a network that has nothing, not even itself, watched with all that it starts."""
    return [
        "unshare",
        "-rn",
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        "trace=%network",
        "-o",
        str(trace),
        *command,
    ]


@pytest.mark.journey
@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux makes networks without anything in them")
def test_the_whole_program_works_without_a_network_and_asks_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = lacking()
    if why:
        pytest.skip(why)
    for name, value in homes(tmp_path).items():
        monkeypatch.setenv(name, value)
    trace = tmp_path / "trace"
    command = traced([sys.executable, "-m", "tests.journeys.whole_program", str(tmp_path)], trace)
    done = run_private(command, tmp_path, 240)
    assert done.stdout.split() == DONE, done.stderr[-3000:]
    said = trace.read_text("utf-8", "replace")
    families = set(ASKED.findall(said))
    assert families <= {"AF_UNIX"}, families
    # With a real screen it must have met that, or nothing was watched.
    met = set(LOCAL.findall(said))
    assert any(one.startswith("/tmp/.X11-unix/") for one in met)
    assert [one for one in sorted(met) if not DISPLAY.match(one)] == []


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux makes networks without anything in them")
def test_a_program_that_asks_for_a_network_is_noticed(tmp_path: Path) -> None:
    why = lacking()
    if why:
        pytest.skip(why)
    trace = tmp_path / "trace"
    asks = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()"
    subprocess.run(traced([sys.executable, "-c", asks], trace), check=True)
    assert "AF_INET" in ASKED.findall(trace.read_text("utf-8"))
