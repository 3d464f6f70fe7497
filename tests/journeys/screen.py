"""A screen and a session bus of its own for a journey, so that two at once never meet."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-run-session", "xdotool")


def lacking() -> list[str]:
    """What this computer lacks for a journey through the accessibility tree."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False) if not missing else None
    if asked is not None and asked.returncode:
        missing.append("gir1.2-atspi-2.0 and python3-gi")
    return missing


def run_private(command: list[str], home: Path, seconds: float) -> subprocess.CompletedProcess[str]:
    """Run a command with its own Xvfb, session bus and home folder; answers with what it printed and its status."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()
        dropped = ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        env = {name: value for name, value in os.environ.items() if name not in dropped}
        env |= {"DISPLAY": f":{number}", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
        whole = ["dbus-run-session", "--", *command]
        return subprocess.run(whole, env=env, capture_output=True, text=True, timeout=seconds, check=False)
    finally:
        os.close(read)
        screen.terminate()
        screen.wait(10)
