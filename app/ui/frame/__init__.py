"""The window around the places: top bar, places on the left, status line, and the commands that are always
there.
"""

from __future__ import annotations

from app.ui.frame.commands import Command, Commands
from app.ui.frame.window import Frame

__all__ = ["Command", "Commands", "Frame"]
