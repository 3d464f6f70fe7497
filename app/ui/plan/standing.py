"""How the plan stands: one line for the page's head, and what the test of the plan finds, both told a moment later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.plan import standing
from app.model.plan_check import Finding
from app.ui.plan.check_room import findings_one_by_one
from app.ui.plan.check_words import summary_words
from app.ui.plan.shown import Shown
from app.ui.session import Session

COUNT_MS, TEST_MS = 60, 600


class PlanStanding(QObject):
    """Both go through the whole plan, so neither is in the way of a key: the line comes when the hand has left the row,
    the test when it rests, one question of the test at a time.

    Signals: `counted(str, str)` with how the plan stands and what is missing; `tested(str)` with the test's outcome in
    words, empty while there is nothing to test.
    """

    counted = Signal(str, str)
    tested = Signal(str)

    def __init__(self, session: Session, shown: Callable[[], Shown], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._shown = session, shown
        self._asked: Iterator[list[Finding]] | None = None
        self._found: list[Finding] = []
        self._counting, self._testing = QTimer(self), QTimer(self)
        for timer, wait, do in ((self._counting, COUNT_MS, self.count), (self._testing, TEST_MS, self._test)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(do)

    def refresh(self) -> None:
        """The plan is another: tell how it stands in a moment."""
        self._counting.start()
        self._asked, self._found = None, []
        self._testing.start(TEST_MS)

    def count(self) -> None:
        """Tell the line now."""
        if not self._session.is_open:
            return
        shown = self._shown()
        found = standing(shown.outline, shown.today)
        if not len(shown.outline):
            self.counted.emit(_("Who does what, by when"), "")
            return
        steps = ngettext("{count} step", "{count} steps", found.steps).format(count=found.steps)
        line = _("{steps}, {done} done").format(steps=steps, done=found.done)
        missing: list[str] = []
        if found.late:
            missing.append(ngettext("{count} late", "{count} late", found.late).format(count=found.late))
        if found.without_lead:
            missing.append(_("{count} without a lead").format(count=found.without_lead))
        self.counted.emit(f"{line}," if missing else line, ", ".join(missing))

    def _test(self) -> None:
        if not self._session.is_open:
            return
        if self._asked is None:
            self._asked = findings_one_by_one(self._session)
        found = next(self._asked, None)
        if found is not None:
            self._found += found
            self._testing.start(0)
        else:
            self._asked = None
            self.tested.emit(summary_words(self._found) if len(self._shown().outline) else "")
