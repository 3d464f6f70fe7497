"""Packs the program for the system it is run on: `python3 dev.py build`."""

from __future__ import annotations

import sys

from development.packing import linux, mac, native
from development.places import Places


def build(places: Places) -> None:
    """Pack and prove. Raises Stop when something is not as it must be."""
    if sys.platform == "win32":
        native.build(places)
    elif sys.platform == "darwin":
        mac.build(places)
    else:
        linux.build(places)
