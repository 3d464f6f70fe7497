"""Wrong passphrases slow down whoever tries: each makes the next try wait longer, also after the program was started again.

It holds up somebody at this computer. Whoever takes the file away tries with programs of their own, and there only the
passphrase's strength counts.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from app.data.settings import Settings

FREE = 2
LONGEST = 30.0
# Of so many files the wrong tries are remembered.
_MOST = 40


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries: nothing after two, then 2, 4, 8, 16 and 30."""
    return 0.0 if wrong <= FREE else min(LONGEST, 2.0 ** min(wrong - FREE, 9))


class Tries:
    """Kept in the settings, by the file's path; a right passphrase forgets them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def wait(self, file: Path, now: datetime) -> float:
        """How many seconds the next try has to wait; 0 for none."""
        wrong, last = self._known(file)
        whole = wait_after(wrong)
        if last is None or not whole:
            return 0.0
        # A clock that was set back must not make anybody wait for a year.
        return min(whole, max(0.0, (last + timedelta(seconds=whole) - now).total_seconds()))

    def note_wrong(self, file: Path, now: datetime) -> float:
        """A wrong one; answers with how long the next has to wait."""
        wrong = self._known(file)[0] + 1
        self._settings.tries.pop(str(file), None)
        self._settings.tries[str(file)] = f"{wrong} {now.isoformat(timespec='seconds')}"
        self._settings.tries = dict(list(self._settings.tries.items())[-_MOST:])
        self._settings.save()
        return wait_after(wrong)

    def note_right(self, file: Path) -> None:
        """The right one."""
        if self._settings.tries.pop(str(file), None) is not None:
            self._settings.save()

    def _known(self, file: Path) -> tuple[int, datetime | None]:
        count, _space, hour = self._settings.tries.get(str(file), "").partition(" ")
        try:
            last = datetime.fromisoformat(hour)
        except ValueError:
            return 0, None
        return (int(count[:6]), last) if count.isdecimal() and last.tzinfo is not None else (0, None)
