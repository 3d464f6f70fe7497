"""Groundwork: an offline program that helps a community plan how to prevent human trafficking."""

from __future__ import annotations

__version__ = "0.1.0"
# The day of this version, for the window and for the note beside its packages; docs/releasing.md says when it is set.
__released__ = "2026-11-27"
