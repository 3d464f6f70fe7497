"""Work that would hold up the window, done beside it: a large file read, a large sheet written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QThread, Signal
from shiboken6 import isValid

from app.model.trouble import Trouble


class _Work(QThread):
    """Runs `do` once."""

    done = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            outcome = self._do()
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.done.emit(outcome)


class Worker(QObject):
    """One piece of work at a time; a newer one makes an older one's outcome worthless. `do` may use model objects alone.

    Signals: `done(object)` with the outcome, `failed(str)` with a sentence, `begun()` and `ended()` around each.
    """

    done = Signal(object)
    failed = Signal(str)
    begun = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: list[_Work] = []
        # Not a method of our own: that may be gone by then, when all goes at once.
        parent.destroyed.connect(partial(_see_out, self._works))

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return bool(self._works)

    def start(self, do: Callable[[], object]) -> None:
        """Do this, and forget what was being done."""
        self.forget()
        work = _Work(do, self)
        work.done.connect(self._done)
        work.failed.connect(self._failed)
        work.broke.connect(self._broke)
        work.finished.connect(self._finished)
        self._works.append(work)
        self.begun.emit()
        work.start()

    def forget(self) -> None:
        """Want the outcome of nothing that is being done."""
        for one in self._works:
            one.blockSignals(True)
            one.wait()
            one.deleteLater()
        self._works.clear()

    def wait(self) -> None:
        """Wait for what is being done; call it before the window goes."""
        for one in self._works:
            one.wait()

    def see_out(self) -> None:
        """The same while the window goes on being painted, and answers nobody."""
        if self.busy:
            turning = QEventLoop()
            self.ended.connect(turning.quit)
            turning.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _done(self, outcome: object) -> None:
        if self._is_newest():
            self.done.emit(outcome)

    def _failed(self, sentence: str) -> None:
        if self._is_newest():
            self.failed.emit(sentence)

    def _broke(self, bug: Exception) -> None:
        # Whoever looks after the program's bugs hears of it as of any other.
        raise bug

    def _finished(self) -> None:
        if self._is_newest():
            self._works.pop().deleteLater()
            self.ended.emit()

    def _is_newest(self) -> bool:
        return bool(self._works) and self.sender() is self._works[-1]


def _see_out(works: list[_Work], *_gone: object) -> None:
    for one in works:
        if isValid(one):
            one.wait()
