"""Starts Groundwork: reads the command line, then opens the window or runs one command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. With no command (or only a file) it opens the window; answers with the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["__pdf-worker"]:
        # PDFs from elsewhere are read in a process of their own (app/data/pdf.py); it loads nothing else.
        from app.data.pdf_worker import serve

        return serve()
    if given == ["__printers"]:
        # Nor may a print service that does not answer stop the window (app/ui/reports/printers.py).
        from app.ui.reports.printers import main as name_printers

        return name_printers()
    collect_seldom()
    if given[:1] == ["selftest"]:
        # It opens windows, which no other command does.
        from app.ui.selftest import main as test_itself

        return test_itself(given[1:])
    speak()
    if given and not given[0].endswith(".groundwork"):
        # Loaded for commands alone: what they need takes longer than the first window.
        from app.cli import is_command, run_command

        if is_command(given):
            return run_command(given)
    # Not before it is needed: the commands run on computers without Qt's libraries.
    from app.ui.start import run_window

    return run_window(given)


def speak() -> None:
    """Use the words of a content pack, where there is one in another language, before the first sentence is said."""
    from app.data.contents import own_contents
    from app.data.own_folders import own_folders

    own_contents(own_folders()).speak()


def collect_seldom() -> None:
    """Let Python look for leftover rings of objects less often than by itself.

    It looks after 700 new objects, and now and then through all there are: with a plan of 5,000 steps in memory one such look
    takes 40 ms, in the middle of a key press. What is in no ring goes at once in any case.
    """
    gc.set_threshold(50_000, 20, 100)


if __name__ == "__main__":
    sys.exit(main())
