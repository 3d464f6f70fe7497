"""Guards around every test: no network, no thread left behind, nothing written to the person's own folders.

tests/conftest.py puts them up; tests/test_guards.py proves that each one bites.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
import weakref
from pathlib import Path
from typing import Any

from PySide6.QtCore import QThread, QThreadPool

INTERNET = (socket.AF_INET, socket.AF_INET6)
LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
PATIENCE = 2.0
"""Seconds that a thread may take to end after the test that started it."""


class NetworkGuard:
    """Refuses internet sockets and name look-ups in this process, and remembers what was tried.

    It listens to Python's audit events, so it sees every way to make a socket. A listener cannot be removed:
    make one guard for a process.
    """

    def __init__(self) -> None:
        self.tried: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in LOOKUPS or (event == "socket.__new__" and arguments[1] in INTERNET):
            self.tried.append(event)
            raise PermissionError("Groundwork never uses a network, and this test tried to.")


class ThreadGuard:
    """Knows which Python threads and Qt threads were started since it was made and run still."""

    _started: weakref.WeakSet[QThread] = weakref.WeakSet()

    def __init__(self) -> None:
        self._before = set(threading.enumerate())

    @classmethod
    def watch_qt(cls) -> None:
        """From now on, remember each QThread that Python code starts."""
        real_start = QThread.start

        def start(thread: QThread, *arguments: Any) -> None:
            cls._started.add(thread)
            real_start(thread, *arguments)

        QThread.start = start  # type: ignore[method-assign]

    def left_behind(self) -> list[str]:
        """The names of the threads that still run, after giving them a moment to end."""
        deadline = time.monotonic() + PATIENCE
        while (names := self._running()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return names

    def _running(self) -> list[str]:
        # Python keeps a stand-in ("dummy") for each foreign thread that ever ran Python code, even when it has ended.
        ours = [one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)]
        names = [one.name for one in ours if one not in self._before]
        names += [type(one).__name__ for one in list(self._started) if _is_running(one)]
        pooled = QThreadPool.globalInstance().activeThreadCount()
        return names + [f"{pooled} in Qt's shared pool"] * bool(pooled)


def _is_running(thread: QThread) -> bool:
    try:
        return thread.isRunning()
    except RuntimeError:  # Qt has deleted it
        return False


def homes(home: Path) -> dict[str, str]:
    """The settings that move a person's folders into this one, on Linux, macOS and Windows."""
    names = {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "runtime",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "WIN_PD_OVERRIDE_APPDATA": "roaming",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "local",
        "WIN_PD_OVERRIDE_PERSONAL": "documents",
    }
    for name in set(names.values()):
        (home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    return {variable: str(home / name) for variable, name in names.items()}
