"""Groundwork: an offline program that helps a community plan how to prevent human trafficking."""

from __future__ import annotations

__version__ = "0.1.0"
