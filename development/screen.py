"""What Qt and the journey tests need from a Linux system, and whether there is a screen."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from development.system import install_packages
from development.talk import Stop, say

# Library -> its package on Debian and on Fedora. From the libraries named by QtCore, QtGui, QtWidgets, QtSvg and the
# xcb and offscreen platforms of PySide6-Essentials 6.11.3 (readelf -d), less those of a Debian without a desktop.
QT_LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}
JOURNEY_PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus", "strace": "strace", "xdotool": "xdotool"}


def ensure_qt_libraries() -> None:
    """On Linux, install what Qt needs and the system lacks. Raises Stop, naming the packages, when that may not be."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries()
    if not missing:
        return
    deb, rpm = zip(*(QT_LIBRARIES[name] for name in missing), strict=True)
    install_packages(sorted(set(deb)), "system libraries that the window needs", sorted(set(rpm)))
    still = missing_libraries()
    if still:
        raise Stop(
            f"The window still lacks {', '.join(still)}: install the packages that hold them, then run this again."
        )


def missing_libraries() -> list[str]:
    """The libraries that Qt would fail to load, by trying each."""
    return [name for name in QT_LIBRARIES if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def ensure_journey_tools() -> None:
    """On Linux, install what the journey through the accessibility tree needs, or say aloud that it will be skipped."""
    if not sys.platform.startswith("linux"):
        say("The journey through the accessibility tree runs on Linux only; it will be skipped here.")
        return
    missing = missing_journey_packages()
    if not missing:
        return
    try:
        install_packages(missing, "what the journey through the accessibility tree needs")
    except Stop as reason:
        say(f"The journey through the accessibility tree will be skipped. {reason}")


def missing_journey_packages() -> list[str]:
    """The Debian packages that the journey needs and the system lacks."""
    missing = [package for program, package in JOURNEY_PROGRAMS.items() if shutil.which(program) is None]
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        missing.append("at-spi2-core")
    probe = "import gi; gi.require_version('Atspi', '2.0')"
    tried = subprocess.run(["/usr/bin/env", "-i", "/usr/bin/python3", "-c", probe], capture_output=True, check=False)
    return missing + (["gir1.2-atspi-2.0", "python3-gi"] if tried.returncode else [])


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, with a display named on Linux."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
