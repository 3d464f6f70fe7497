"""Everything that may take a while with a PDF, away from the window's thread."""

from __future__ import annotations

import itertools
import queue
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from app.data.pdf import Pdf, examine, read_pdf_file
from app.model.pdf import PageSize, PdfDamaged
from app.model.trouble import Trouble

Job = Callable[[Pdf], None]


class Asking(QThread):
    """Answers one question after the other about one PDF, what is seen now first.

    Signals: `opened(list[PageSize])`, `drawn(page, width, QImage)`, `page_failed(page, width, sentence)`, `told(page, words)`,
    `found(turn, page, places)`, `searched(turn)`, `failed(sentence)`, `broke(Exception)`.
    """

    opened = Signal(object)
    drawn = Signal(int, int, QImage)
    page_failed = Signal(int, int, str)
    told = Signal(int, str)
    found = Signal(int, int, object)
    searched = Signal(int)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, pdf: Pdf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._jobs: queue.PriorityQueue[tuple[int, int, Job | None]] = queue.PriorityQueue()
        self._number = itertools.count()
        self._turn = 0
        self._sizes: list[PageSize] = []

    def open(self) -> None:
        """Ask how many pages there are and how large."""
        self._put(0, self._open)

    def draw(self, page: int, width: int, *, soon: bool) -> None:
        """Ask for a page so many dots wide; the newest question is the most wanted."""
        number = next(self._number)
        self._jobs.put((1 if soon else 3, -number, lambda pdf: self._draw(pdf, page, width)))

    def tell(self, page: int) -> None:
        """Ask for the words of a page."""
        self._put(0, lambda pdf: self.told.emit(page, pdf.words(page)))

    def find(self, words: str) -> int:
        """Look for words on every page; answers with the turn that `found` will name. An earlier search ends."""
        self._turn += 1
        turn = self._turn
        if words.strip():
            self._put(2, lambda pdf: self._find(pdf, turn, 0, words))
        return turn

    def stop(self) -> None:
        """End at once, also in the middle of a question."""
        self._turn += 1
        self._jobs.put((-1, 0, None))
        while self.isRunning():
            self._pdf.close()
            self.wait(50)
        self._pdf.close()

    def run(self) -> None:
        """Called by Qt on the new thread."""
        while (job := self._jobs.get()[2]) is not None:
            try:
                job(self._pdf)
            except Trouble as trouble:
                self.failed.emit(str(trouble))
            except Exception as bug:
                self.broke.emit(bug)

    def _put(self, rank: int, job: Job) -> None:
        self._jobs.put((rank, next(self._number), job))

    def _open(self, pdf: Pdf) -> None:
        pdf.count()
        self._sizes = pdf.sizes()
        self.opened.emit(self._sizes)

    def _draw(self, pdf: Pdf, page: int, width: int) -> None:
        try:
            image = pdf.draw(page, width)
        except Trouble as trouble:
            self.page_failed.emit(page, width, str(trouble))
            return
        picture = QImage(image.dots, image.width, image.height, image.width * 4, QImage.Format.Format_RGB32)
        self.drawn.emit(page, width, picture.copy())

    def _find(self, pdf: Pdf, turn: int, page: int, words: str) -> None:
        if turn != self._turn:
            return
        if page >= len(self._sizes):
            self.searched.emit(turn)
            return
        try:
            places = pdf.find(page, words)
        except PdfDamaged:
            places = []
        if places:
            self.found.emit(turn, page, places)
        # One page a job, so that what is seen now need not wait for a long search.
        self._put(2, lambda pdf: self._find(pdf, turn, page + 1, words))


class Examining(QThread):
    """Looks whether a chosen file can be kept. Signals: `ready(path, content, words)`, `failed(str)`, `broke(object)`."""

    ready = Signal(object, object, object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            content = read_pdf_file(self._path)
            words = examine(content, self._path.name)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.ready.emit(self._path, content, words)
