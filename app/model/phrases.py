"""Marking words for translation where they are declared, before anybody reads them."""

from __future__ import annotations


def N_(phrase: str) -> str:
    """Mark a phrase for the catalogue; it is translated with gettext where it is shown."""
    return phrase
