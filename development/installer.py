"""Installs a pinned list with pip, and turns what can go wrong into one sentence."""

from __future__ import annotations

import re
import subprocess
import sys

from development.places import Places, child_environment
from development.talk import Stop

NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Failed to establish|Temporary failure in name|getaddrinfo|"
    r"ConnectTimeout|ReadTimeout|timed out|IncompleteRead|Connection (reset|aborted)|Network is unreachable|"
    r"ProxyError|ProtocolError|Max retries|SSLError",
    re.IGNORECASE,
)
OTHER_CAUSES = (
    (
        re.compile(r"DO NOT MATCH THE HASHES", re.IGNORECASE),
        "A part that was downloaded is not the one Groundwork was checked with, so nothing was installed: try again "
        "on another network, and tell the people who look after Groundwork if it stays so.",
    ),
    (
        re.compile(r"No space left|not enough space", re.IGNORECASE),
        "The disk is full: free about 1.5 GB and run this again.",
    ),
    (
        re.compile(r"Permission denied|Access is denied|WinError 5\b", re.IGNORECASE),
        "The parts could not be written to .venv: close Groundwork if it is running, check that you may write to "
        "this folder, and run this again.",
    ),
    (
        re.compile(r"No matching distribution|not a supported wheel", re.IGNORECASE),
        "A part of Groundwork is not made for this computer with Python {python}: use a 64-bit Python 3.11 to 3.14 on "
        "Windows 10, macOS 13, Debian 12, or newer.",
    ),
)


def install(places: Places, wanted: str) -> None:
    """Install requirements/<wanted>.txt into the environment. Raises Stop when it fails.

    --no-deps: the list is complete. --only-binary: nothing is built, so nothing unpinned is fetched to build it.
    """
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "2", "--no-warn-script-location"]
    checks = ["--require-hashes", "--only-binary", ":all:", "--no-deps"]
    lock = str(places.lock(wanted).relative_to(places.root))
    done = subprocess.run(
        [str(places.python), "-m", "pip", "install", *options, *checks, "-r", lock],
        env=child_environment({"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PYTHONUTF8": "1"}),
        cwd=places.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        places.build.mkdir(exist_ok=True)
        places.log.write_bytes(done.stdout)
        raise Stop(f"{reason(done.stdout.decode('utf-8', 'replace'))} (What pip said is in {places.log}.)")


def reason(output: str) -> str:
    """One sentence for what pip printed before it failed."""
    if NO_NETWORK.search(output):
        return (
            "Groundwork needs the internet this once, to fetch the parts it is made of, and could not reach it: "
            "connect this computer and run this again."
        )
    for pattern, sentence in OTHER_CAUSES:
        if pattern.search(output):
            return sentence.format(python=f"{sys.version_info.major}.{sys.version_info.minor}")
    return "The parts Groundwork is made of could not be installed: run this again, and if it fails again ask for help."
