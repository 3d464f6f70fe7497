"""What people typed as a tip: it is no markup, and a tip is no page."""

from __future__ import annotations

from html import escape

MOST = 600


def tip(text: str) -> str:
    """A text as a tip, cut where it is long; empty for nothing."""
    cut = text if len(text) <= MOST else text[:MOST].rpartition(" ")[0] + " …"
    return f'<p style="white-space: pre-wrap">{escape(cut)}</p>' if text else ""
