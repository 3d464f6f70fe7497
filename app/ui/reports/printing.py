"""Prints a finished report through the system's own dialog, away from the window's thread."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QThread, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.data.pdf import Pdf
from app.model.pdf import PageSize
from app.model.phrases import N_
from app.model.trouble import Trouble
from app.ui.reports.printers import find_printers

# Sharp enough for small type on any office printer; a page is sent as a picture, so that it looks as the preview did.
DOTS_AN_INCH = 300
NONE = N_("No printer is set up on this computer. Save the report as PDF, and print it where there is one.")
SILENT = N_("The print service of this computer does not answer. Save the report as PDF, or try again later.")
STOPPED = N_("The printer did not take the report. Look whether it is on and has paper, then try again.")


class Asking(QThread):
    """Looks for printers. Signal: `found(list[str] | None)`."""

    found = Signal(object)

    def run(self) -> None:
        """Called by Qt on the new thread."""
        self.found.emit(find_printers())


class PrintJob(QThread):
    """Sends the pages from `first` to `last` (counted from 1). Signals: `failed(str)`, `broke(object)`."""

    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, pdf: bytes, name: str, printer: QPrinter, pages: tuple[int, int], parent: QObject) -> None:
        super().__init__(parent)
        self._pdf, self._name, self._printer, self._pages = pdf, name, printer, pages

    def run(self) -> None:
        """Called by Qt on the new thread."""
        pdf = Pdf(self._pdf, self._name)
        painter = QPainter()
        try:
            if not painter.begin(self._printer):
                self.failed.emit(_(STOPPED))
                return
            self._send(pdf, painter)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        finally:
            if painter.isActive():
                painter.end()
            pdf.close()

    def _send(self, pdf: Pdf, painter: QPainter) -> None:
        first, last = self._pages
        count = pdf.count()
        sizes = pdf.sizes()
        for number in range(first - 1, min(last, count)):
            if self.isInterruptionRequested():
                self._printer.abort()
                return
            if number > first - 1 and not self._printer.newPage():
                self.failed.emit(_(STOPPED))
                return
            page = pdf.draw(number, round(sizes[number].width / 72 * DOTS_AN_INCH))
            image = QImage(page.dots, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
            self._draw(painter, image, sizes[number])

    def _draw(self, painter: QPainter, image: QImage, size: PageSize) -> None:
        """As large as the sheet allows, in its middle; a page on its side is turned, as sheets lie upright in a printer."""
        room = QRectF(painter.viewport())
        page = QSizeF(size.width, size.height)
        if (page.width() > page.height()) != (room.width() > room.height()):
            image, page = image.transformed(QTransform().rotate(90)), page.transposed()
        painter.drawImage(self._place(room, page), image)

    def _place(self, room: QRectF, page: QSizeF) -> QRectF:
        wanted = page.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, wanted.width(), wanted.height())
        place.moveCenter(room.center())
        return place


class Printing(QObject):
    """Prints one report at a time. Signals: `message_requested(str, str)` with a sentence and its kind, `bug_met(Exception)`."""

    message_requested = Signal(str, str)
    bug_met = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._asking: Asking | None = None
        self._job: PrintJob | None = None
        self._failed = False

    def print(self, pdf: bytes, name: str, size: PageSize) -> None:
        """Ask for printer and pages, then print; `size` is the paper's."""
        if self.busy:
            return
        self.message_requested.emit(_("Looking for printers…"), "info")
        self._asking = Asking(self)
        self._asking.found.connect(partial(self._choose, pdf, name, size))
        self._asking.start()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return any(one is not None and one.isRunning() for one in (self._asking, self._job))

    def wait(self) -> None:
        """Stop after the page that is being sent, and wait for that."""
        for one in (self._asking, self._job):
            if one is not None:
                one.requestInterruption()
                one.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _choose(self, pdf: bytes, name: str, size: PageSize, names: list[str] | None) -> None:
        if not names:
            self.message_requested.emit(_(SILENT if names is None else NONE), "warn")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Point))
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.message_requested.emit("", "info")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            first, last = printer.fromPage() or 1, printer.toPage() or 100_000
            self.send(pdf, name, printer, (first, last))

    def send(self, pdf: bytes, name: str, printer: QPrinter, pages: tuple[int, int]) -> None:
        """Send the pages to a printer that is chosen."""
        self._failed = False
        self.message_requested.emit(_("Printing “{name}”…").format(name=name), "info")
        self._job = PrintJob(pdf, name, printer, pages, self)
        self._job.failed.connect(self._fail)
        self._job.broke.connect(self._break)
        self._job.finished.connect(partial(self._end, name))
        self._job.start()

    def _fail(self, sentence: str) -> None:
        self._failed = True
        self.message_requested.emit(sentence, "warn")

    def _break(self, bug: Exception) -> None:
        self._fail(_("The report could not be printed. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)

    def _end(self, name: str) -> None:
        if not self._failed:
            self.message_requested.emit(_("“{name}” is on its way to the printer.").format(name=name), "ok")
