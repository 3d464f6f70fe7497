"""Installs packages of the Linux system when that is allowed, or says which ones and how."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from development.places import child_environment
from development.talk import Stop, say

QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_MODE": "l"}
DNF = Path("/usr/bin/dnf")
APT = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]


def install_packages(deb: Sequence[str], what: str, rpm: Sequence[str] = ()) -> None:
    """Install Debian packages, updating the list of packages first.

    what: the words for what is missing. rpm: the same packages' names on Fedora, to be named there.
    Raises Stop, with the command to type, when there is no right to install or installing fails.
    """
    rights = _rights()
    if rights is None:
        raise Stop(f"This computer lacks {what}: {_command(deb, rpm)}, then run this again.")
    say(f"Installing {what} with apt-get: {' '.join(deb)} ...")
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *deb]):
        done = subprocess.run(
            [*rights, *APT, *arguments], env=child_environment(QUIET), capture_output=True, check=False
        )
    if done.returncode != 0:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it did not say why"]
        raise Stop(f"apt-get could not install {what} ({why[0]}): connect to the internet, {_command(deb, rpm)}.")


def _rights() -> list[str] | None:
    """What to put before apt-get, or None without apt-get or the right to use it."""
    if shutil.which("apt-get") is None:
        return None
    if os.name != "nt" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return (
        ["sudo", "-n", "env", *(f"{name}={value}" for name, value in QUIET.items())] if not asked.returncode else None
    )


def _command(deb: Sequence[str], rpm: Sequence[str]) -> str:
    if rpm and DNF.exists():
        return f"ask whoever looks after it to type: sudo dnf install {' '.join(rpm)}"
    return f"ask whoever looks after it to type: sudo apt-get install {' '.join(deb)}"
