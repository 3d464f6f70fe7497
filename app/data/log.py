"""The program's own log: where a bug happened, and nothing of what people wrote."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_APP = Path(__file__).resolve().parents[1]


def open_log(folder: Path) -> logging.Logger:
    """A logger that writes to `groundwork.log` in the folder, or nowhere when that cannot be written."""
    log = logging.Logger("groundwork")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "groundwork.log", maxBytes=200_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    # A log that cannot be written is no reason to show anybody where in the code that was.
    handler.handleError = lambda record: None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return log


def note_bug(log: logging.Logger, error: BaseException, trace: TracebackType | None = None) -> None:
    """Write down the kinds of error and the places in the code; never their messages, which may hold people's words."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < 200:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(trace if seen is error and trace is not None else seen.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    log.error("\n".join(lines))


def close_log(log: logging.Logger) -> None:
    """Let go of the log's file."""
    for handler in log.handlers:
        handler.close()


def _place(filename: str) -> str:
    """The file within the program, or only its name: a whole path may hold somebody's."""
    path = Path(filename)
    return str(path.relative_to(_APP)) if path.is_relative_to(_APP) else path.name
