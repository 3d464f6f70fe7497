"""What a report will look like, page below page, before it is saved or printed."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.data.pdf import Pdf
from app.model.pdf import PageSize
from app.ui.copies.asking import Asking
from app.ui.copies.sheet import GAP, Sheet
from app.ui.theme import Look
from app.ui.widgets import Button, IconButton, ProgressBar, Words

ZOOMS = (0.25, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
# So many pages take long enough for a bar to be seen.
SEEN = 8
# A point is this many pixels at 100 %.
PIXELS = 96 / 72


class Preview(QWidget):
    """Call `stop()` before it goes. Signals: `cancel_requested()` while a report is made, `again_requested()` after that,
    `bug_met(Exception)`.
    """

    cancel_requested = Signal()
    again_requested = Signal()
    bug_met = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asking: Asking | None = None
        self._sizes: list[PageSize] = []
        self._zoom = 0.0
        self._name, self._where = "", 0
        self.state = Words("", "small", wrap=True)
        self.bar = ProgressBar(look)
        self.cancel = Button(look, _("Cancel"), kind="quiet")
        self.again = Button(look, _("Make it again"), kind="quiet")
        self.smaller = IconButton(look, "minus", _("Smaller"))
        self.larger = IconButton(look, "plus", _("Larger"))
        self.whole = IconButton(look, "maximize", _("As wide as the room"))
        self.sheet = Sheet(look)
        self.area = QScrollArea()
        self._lay()
        self._join()
        self.clear()

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show a finished report; `name` is what it is called."""
        where = self.area.verticalScrollBar().value() if name == self._name else 0
        self.stop()
        self._name, self._where = name, where
        self._asking = asking = Asking(Pdf(pdf, name), self)
        asking.opened.connect(self._show)
        asking.drawn.connect(self._draw)
        asking.page_failed.connect(self._page_failed)
        asking.failed.connect(self.say)
        asking.broke.connect(self.bug_met)
        asking.start()
        asking.open()

    def say(self, sentence: str, *, busy: bool = False, stopped: bool = False) -> None:
        """Say how it stands; while it is `busy` it can be cancelled, and when `stopped` made again."""
        self.state.setText(sentence)
        self.cancel.setVisible(busy)
        self.again.setVisible(stopped)
        self.bar.hide()

    def show_progress(self, done: int, whole: int) -> None:
        """Say how many pages of a report are drawn; a bar shows it as well where that takes long enough to be seen."""
        words = _("Drawing page {number} of {all}…").format(number=min(done + 1, whole), all=whole)
        self.say(words, busy=True)
        self.bar.set_progress(done / whole, words)
        self.bar.setVisible(whole >= SEEN)

    def clear(self, sentence: str = "", *, stopped: bool = False) -> None:
        """Show nothing but a sentence."""
        self.stop()
        self._sizes, self._name = [], ""
        self.sheet.set_pages([])
        self.say(sentence, stopped=stopped)
        self._set_tools(on=False)

    def stop(self) -> None:
        """Let go of the PDF."""
        if self._asking is not None:
            self._asking.stop()
            self._asking.deleteLater()
            self._asking = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the room where that was chosen."""
        super().resizeEvent(event)
        self._fit()

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("How it will look"))
        head = QHBoxLayout()
        head.setSpacing(self._look.space.tiny_gap)
        head.addWidget(self.state, 1)
        for one in (self.cancel, self.again, self.smaller, self.larger, self.whole):
            head.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space.tiny_gap)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)

    def _join(self) -> None:
        self.cancel.clicked.connect(self.cancel_requested)
        self.again.clicked.connect(self.again_requested)
        self.sheet.wanted.connect(self._want)
        self.area.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._look.look_changed.connect(self.sheet.update)
        steps = ((self.smaller, "Ctrl+-", -1), (self.larger, "Ctrl++", 1), (self.whole, "Ctrl+0", 0))
        for button, keys, step in steps:
            button.clicked.connect(partial(self._step_zoom, step))
            button.setToolTip(f"{button.accessibleName()} ({keys})")
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._step_zoom, step))

    def _show(self, sizes: list[PageSize]) -> None:
        # What was let go of may still have something to say.
        if self.sender() is not self._asking:
            return
        self._sizes = sizes
        self.sheet.set_pages(sizes)
        self._set_tools(on=True)
        self._fit()
        self.area.verticalScrollBar().setValue(self._where)
        self._tell_page()

    def _draw(self, page: int, _width: int, image: QImage) -> None:
        if self.sender() is self._asking:
            self.sheet.show_image(page, image)

    def _page_failed(self, page: int, _width: int, sentence: str) -> None:
        if self.sender() is self._asking:
            self.sheet.show_trouble(page, sentence)

    def _want(self, page: int, dots: int) -> None:
        if self._asking is not None:
            self._asking.draw(page, dots, soon=True)

    def _tell_page(self) -> None:
        if self._sizes:
            bar = self.area.verticalScrollBar()
            page = self.sheet.page_at(bar.value() + self.area.viewport().height() // 3)
            self.say(_("Page {number} of {all}").format(number=page + 1, all=len(self._sizes)))

    def _set_tools(self, *, on: bool) -> None:
        for one in (self.smaller, self.larger, self.whole):
            one.setEnabled(on)

    def _step_zoom(self, step: int, *_pressed: bool) -> None:
        if not self._sizes:
            return
        now = self._zoom or self._fitting() / self._widest()
        others = [one for one in ZOOMS if (one - now) * step > 0.01]
        if not step:
            self._zoom = 0.0
        elif others:
            self._zoom = others[0] if step > 0 else others[-1]
        self._fit()

    def _fit(self) -> None:
        if self._sizes:
            self.sheet.set_width(self._fitting() if not self._zoom else round(self._widest() * self._zoom))

    def _fitting(self) -> int:
        bar = self.area.verticalScrollBar().sizeHint().width()
        return min(self.area.width() - bar - 2 * GAP, round(self._widest() * 1.25 * self._look.scale))

    def _widest(self) -> float:
        return max((one.width for one in self._sizes if one.shown), default=612.0) * PIXELS
