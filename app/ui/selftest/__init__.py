"""`groundwork selftest [--log F]`: the program proves on the computer it was installed on that all of it is there and works."""

from __future__ import annotations

from app.ui.selftest.run import main

__all__ = ["main"]
