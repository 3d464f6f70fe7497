"""The commands without a window, for IT staff, tests and scripts: `groundwork COMMAND ...`."""

from __future__ import annotations

from app.cli.commands import is_command, run_command

__all__ = ["is_command", "run_command"]
