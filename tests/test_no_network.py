"""The whole program, seen from outside: in a place without any network, and with every socket that it makes counted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards import homes

ROOT = Path(__file__).parents[1]
# What a process may speak through on one computer: other processes of it (the screen, the session's bus), and the kernel
# itself about names of its own devices, which some of Qt's parts read and nobody sends anything by.
LOCAL = {"AF_UNIX", "AF_NETLINK"}
_SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
_CONNECT = re.compile(r"\b(?:connect|sendto|bind)\(.*sa_family=(AF_\w+)")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's tools are asked"),
]


def whole_program(before: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Every place, a report, a backup, a kept PDF and the printers, in a process of its own."""
    env = {**os.environ, **homes(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    (folder / "home").mkdir(exist_ok=True)
    command = [*before, sys.executable, "-m", "tests.whole_program", str(folder)]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)


def test_it_does_all_its_work_where_there_is_no_network(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--user", "--map-root-user", "--net"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody make a place without network")
    done = whole_program(alone, tmp_path)
    assert done.stdout.splitlines()[-1:] == ["all done"], done.stderr[-2000:]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "calls"


@pytest.fixture
def traced(record: Path) -> list[str]:
    """What a command is started with so that its speaking is written down."""
    command = [shutil.which("strace") or "", "-f", "-qq", "-e", "trace=network", "-o", str(record)]
    if not command[0] or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace is not here, or nobody may watch a process")
    return command


def families(record: Path) -> set[str]:
    """The kinds of sockets that were made or spoken through."""
    calls = record.read_text("utf-8", "replace")
    return {*_SOCKET.findall(calls), *_CONNECT.findall(calls)}


def test_it_makes_no_socket_but_local_ones(traced: list[str], record: Path, tmp_path: Path) -> None:
    done = whole_program(traced, tmp_path)
    assert done.stdout.splitlines()[-1:] == ["all done"], done.stderr[-2000:]
    assert families(record) <= LOCAL


def test_the_counting_finds_a_socket_that_is_not_local(traced: list[str], record: Path) -> None:
    make = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    subprocess.run([*traced, sys.executable, "-c", make], check=True)
    assert "AF_INET" in families(record)
