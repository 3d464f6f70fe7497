"""Makes calendars and everybody's pages off the window's thread, from model objects alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.data.safe_file import write_safely
from app.model.handing import Share
from app.model.trouble import Trouble
from app.reports.calendar import CalendarFile, calendar_bytes
from app.reports.content import CommunityContent
from app.reports.paper import Paper
from app.ui.plan.handing.content import renamed, safe_names


@dataclass(frozen=True)
class Wanted:
    """For whom, on which paper, and the folder, which is there and empty."""

    content: CommunityContent
    calendar: CalendarFile
    shares: Sequence[Share]
    paper: Paper
    fonts: Path
    folder: Path


@dataclass
class Made:
    """How many people's pages and calendars were written, and what the pages could not print."""

    pages: int = 0
    calendars: int = 0
    stopped: bool = False
    warnings: list[str] = field(default_factory=list[str])


class FileMaking(QThread):
    """Writes what `make` gives. Signals: `made(Path)`, `failed(str)` with a sentence, `broke(object)` for a bug."""

    made = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, make: Callable[[], bytes], target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make, self._target = make, target

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            write_safely(self._target, self._make())
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.made.emit(self._target)


class FolderMaking(QThread):
    """Signals: `went_on(int)` with the number of people done, `made(Made)`, `failed(str)` with a sentence, `broke(object)`.

    `stop()` ends it after the person at hand; what is written stays.
    """

    went_on = Signal(int)
    made = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self._stopped = False

    def stop(self) -> None:
        """No more after this one."""
        self._stopped = True

    def run(self) -> None:
        """Called by Qt on the new thread."""
        done = Made()
        try:
            for share, name in zip(self.wanted.shares, self._names(), strict=True):
                if self._stopped:
                    done.stopped = True
                    break
                self._make(share, name, done)
                self.went_on.emit(done.pages)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.made.emit(done)

    def _names(self) -> list[str]:
        return safe_names([one.partner.name for one in self.wanted.shares])

    def _make(self, share: Share, name: str, done: Made) -> None:
        # Not before it is wanted: what draws PDF takes as long to load as the window itself.
        from app.reports.person_page import person_report

        wanted, partner = self.wanted, share.partner
        report = person_report(wanted.content, wanted.paper, wanted.fonts, [partner.id])
        write_safely(wanted.folder / f"{name}.pdf", report.pdf)
        done.pages += 1
        done.warnings += [one for one in report.warnings if one not in done.warnings]
        if wanted.calendar.plan.entries(partner.id):
            file = renamed(wanted.calendar, partner, wanted.content.community.name)
            write_safely(wanted.folder / f"{name}.ics", calendar_bytes(file, partner.id))
            done.calendars += 1
