"""The sheet for the office safe, offered while the passphrase is at hand: printed, or saved where the person wants it."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.pdf import PageSize
from app.reports.paper import LETTER
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.ui.reports.making import Maker
from app.ui.reports.printing import Printing
from app.ui.reports.saver import ReportSaver
from app.ui.theme import Look
from app.ui.widgets import Button, Words


class RecoveryOffer(QWidget):
    """Holds the passphrase from `offer` to `forget`, and nowhere else. Signals: `left()`; `bug_met(Exception)`."""

    left = Signal()
    bug_met = Signal(object)

    def __init__(self, look: Look, fonts: Path) -> None:
        super().__init__()
        self._fonts, self._passphrase, self._file = fonts, "", ""
        self.printing, self.saver = Printing(self), ReportSaver(self)
        self.print = Button(look, _("Print the recovery sheet"), icon="printer", kind="primary")
        self.save = Button(look, _("Save as PDF"), icon="download")
        self.done = Button(look, _("Done"), kind="quiet")
        self.state = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        for words in _explained():
            column.addWidget(Words(words, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.space.small_gap)
        for one in (self.print, self.save, self.done):
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.state)
        self._say("")
        self._join()

    def offer(self, passphrase: str, file: Path) -> None:
        """Offer the sheet of this file."""
        self._passphrase, self._file = passphrase, file.name
        self._say("")
        self.show()

    def forget(self) -> None:
        """Let go of the passphrase."""
        self._passphrase = ""
        self.hide()

    def wait(self) -> None:
        """Wait for what is on its way to printer or disk."""
        self.printing.wait()
        self.saver.wait()

    def maker(self) -> Maker:
        """What makes the sheet, of today."""
        passphrase, file, fonts = self._passphrase, self._file, self._fonts

        def make(_watch: Watch = unwatched) -> Report:
            from app.reports.recovery import recovery_sheet

            return recovery_sheet(passphrase, file, date.today(), LETTER, fonts)

        return make

    def _join(self) -> None:
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(lambda: self.saver.ask(_("Recovery sheet"), self.maker()))
        self.done.clicked.connect(self.left)
        self.printing.message_requested.connect(self._say)
        self.saver.message_requested.connect(self._say)
        for one in (self.printing, self.saver):
            one.bug_met.connect(self.bug_met)

    def _print(self) -> None:
        report = self.maker()()
        self._say(" ".join(report.warnings))
        self.printing.print(report.pdf, _("Recovery sheet"), PageSize(LETTER.width, LETTER.height))

    def _say(self, sentence: str, _kind: str = "", _action: object = None) -> None:
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))


def _explained() -> tuple[str, ...]:
    return (
        _("A recovery sheet holds the passphrase in large words and as a square code, for the office safe. Whoever holds it "
          "can open the file."),
        _("Print it: paper is better. A saved sheet lies on a disk beside what it protects, and a shared printer may keep "
          "what it prints."),
    )  # fmt: skip
