"""Whether this computer can print, asked by a process of its own: a stopped print service must not stop the window."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[3]
SECONDS = 8.0
# Where the print service of a Linux computer listens (https://openprinting.github.io/cups/doc/man-cupsd-files.conf.html).
_SERVICE = "/run/cups/cups.sock"


def speak_locally() -> None:
    """Have the print library speak with this computer's own service or with none; call it before the first use of it.

    Where the service is not there it would try a network connection, if only to this computer.
    """
    if sys.platform.startswith("linux"):
        os.environ["CUPS_SERVER"] = _SERVICE


def printers_command() -> list[str]:
    """The program itself, asked for the printers: the packed one as the one in a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "__printers"]
    return [sys.executable, "-m", "app", "__printers"]


def find_printers(command: Sequence[str] = (), seconds: float = SECONDS) -> list[str] | None:
    """The printers' names; None when the system does not answer in time, or says nothing that can be read."""
    # Not before it is needed: the first window speaks locally, and asks for no printer.
    import subprocess

    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        asked = subprocess.run(
            list(command or printers_command()),
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            creationflags=hidden,
            check=False,
        )
        found = json.loads(asked.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return [str(one) for one in found]


def main() -> int:
    """Print the names as JSON; this is what the other process does."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtPrintSupport import QPrinterInfo

    speak_locally()
    app = QGuiApplication([])
    sys.stdout.write(json.dumps(QPrinterInfo.availablePrinterNames()))
    del app
    return 0
