"""Reads a kept copy: pages, small pictures beside them, zoom, and words to find."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.data.pdf import Pdf
from app.model.copy import Copy
from app.model.pdf import Box, CopyMissing, PageSize
from app.model.trouble import Trouble
from app.ui.copies.asking import Asking
from app.ui.copies.sheet import GAP, Sheet
from app.ui.copies.thumbs import WIDE, Thumbs
from app.ui.copies.tools import Tools
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, ElidedWords

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
# A point is this many pixels at 100 %.
PIXELS = 96 / 72


class CopyReader(QWidget):
    """Call `stop()` before it goes. Signals: `closed()` and `bug_met(Exception)`."""

    closed = Signal()
    bug_met = Signal(object)

    def __init__(self, look: Look, session: Session, copy_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asking: Asking | None = None
        self._sizes: list[PageSize] = []
        self._zoom = 0.0
        self._turn = 0
        self._hits: dict[int, list[list[Box]]] = {}
        self._at: tuple[int, int] | None = None
        self.title = ElidedWords("", "heading")
        self.banner = Banner(look)
        self.tools = Tools(look)
        self.sheet = Sheet(look)
        self.thumbs = Thumbs(look)
        self.area = QScrollArea()
        self._lay()
        self._join()
        self._open(session, copy_id)

    @property
    def page(self) -> int:
        """The page that is read, counted from 0."""
        bar = self.area.verticalScrollBar()
        return self.sheet.page_at(bar.value() + self.area.viewport().height() // 3) if self._sizes else 0

    def show_page(self, page: int) -> None:
        """Go to a page, counted from 0."""
        if self._sizes:
            page = max(0, min(len(self._sizes) - 1, page))
            self.area.verticalScrollBar().setValue(self.sheet.page_box(page).top() - GAP)
            self._tell_page()

    def look_for(self, words: str) -> None:
        """Look for words in the whole copy and show the first place."""
        self.tools.search.entry.setText(words)

    def stop(self) -> None:
        """Let go of the PDF."""
        if self._asking is not None:
            self._asking.stop()
            self._asking = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the room where that was chosen."""
        super().resizeEvent(event)
        self._fit()

    # -- inside -------------------------------------------------------------------------------------------

    def _open(self, session: Session, copy_id: str) -> None:
        try:
            copy = session.workspace.get(Copy, copy_id)
            content = session.workspace.copies.read(copy.digest) if copy is not None else None
        except Trouble as trouble:
            self._fail(str(trouble))
            return
        name = copy.name if copy is not None else ""
        self.title.setText(name)
        self.area.setAccessibleName(name)
        if content is None:
            self._fail(str(CopyMissing(name)))
            return
        self._asking = asking = Asking(Pdf(content, name), self)
        asking.opened.connect(self._show)
        asking.drawn.connect(self._drawn)
        asking.page_failed.connect(self._page_failed)
        asking.told.connect(self._copy_words)
        asking.found.connect(self._found)
        asking.searched.connect(self._searched)
        asking.failed.connect(self._fail)
        asking.broke.connect(self.bug_met)
        self.destroyed.connect(asking.stop)
        self.tools.say(_("Opening…"))
        asking.start()
        asking.open()

    def _lay(self) -> None:
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setSpacing(self._look.space.small_gap)
        row.addWidget(self.thumbs)
        row.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space.small_gap)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.tools.close_button)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.tools.setEnabled(False)

    def _join(self) -> None:
        tools = self.tools
        steps = {
            tools.before: ("Ctrl+PgUp", lambda: self.show_page(self.page - 1)),
            tools.after: ("Ctrl+PgDown", lambda: self.show_page(self.page + 1)),
            tools.smaller: ("Ctrl+-", lambda: self._step_zoom(-1)),
            tools.larger: ("Ctrl++", lambda: self._step_zoom(1)),
            tools.fit: ("Ctrl+0", lambda: self._set_zoom(0.0)),
            tools.copy: ("Ctrl+Shift+C", self._ask_words),
            tools.next_hit: ("F3", lambda: self._step_hit(1)),
            tools.last_hit: ("Shift+F3", lambda: self._step_hit(-1)),
            tools.close_button: ("Ctrl+W", self._close),
        }
        for button, (keys, do) in steps.items():
            button.clicked.connect(do)
            button.setToolTip(f"{button.accessibleName() or button.text()} ({keys})")
            self._key(keys).activated.connect(do)
        self._key("Ctrl+F").activated.connect(lambda: tools.search.setFocus())
        tools.search.searched.connect(self._look_for)
        tools.search.chosen.connect(lambda: self._step_hit(1))
        tools.search.moved.connect(self._move_hit)
        tools.search.left.connect(self.area.setFocus)
        self.sheet.wanted.connect(self._want)
        self.thumbs.pages.wanted.connect(self._want_small)
        self.thumbs.page_chosen.connect(self.show_page)
        self.area.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._look.look_changed.connect(self.sheet.update)

    def _key(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _show(self, sizes: list[PageSize]) -> None:
        self._sizes = sizes
        self.tools.setEnabled(True)
        self.sheet.set_pages(sizes)
        self.thumbs.pages.set_count(len(sizes))
        self._fit()
        self._tell_page()
        if self.tools.search.text():
            self._look_for(self.tools.search.text())

    def _want(self, page: int, dots: int) -> None:
        if self._asking is not None:
            self._asking.draw(page, dots, soon=True)

    def _want_small(self, page: int) -> None:
        if self._asking is not None:
            self._asking.draw(page, self._small(), soon=False)

    def _small(self) -> int:
        return self._look.px(WIDE)

    def _drawn(self, page: int, width: int, image: QImage) -> None:
        if width == self._small():
            self.thumbs.pages.show_image(page, image)
        else:
            self.sheet.show_image(page, image)

    def _page_failed(self, page: int, width: int, sentence: str) -> None:
        self.sheet.show_trouble(page, sentence)

    def _fail(self, sentence: str) -> None:
        self.tools.say("")
        self.banner.say(sentence, "warn", closes=False)

    def _close(self) -> None:
        self.stop()
        self.closed.emit()

    def _tell_page(self) -> None:
        if self._sizes:
            page = self.page
            self.tools.say(_("Page {number} of {all}").format(number=page + 1, all=len(self._sizes)))
            self.thumbs.show_current(page)

    # -- zoom ---------------------------------------------------------------------------------------------

    def _step_zoom(self, step: int) -> None:
        now = self._zoom or self._fitting() / self._widest()
        others = [one for one in ZOOMS if (one - now) * step > 0.01]
        if others:
            self._set_zoom(others[0] if step > 0 else others[-1])

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._fit()

    def _fit(self) -> None:
        if not self._sizes:
            return
        page = self.page
        self.sheet.set_width(self._fitting() if not self._zoom else round(self._widest() * self._zoom))
        self.show_page(page)

    def _fitting(self) -> int:
        bar = self.area.verticalScrollBar().sizeHint().width()
        return self.area.width() - bar - 2 * GAP

    def _widest(self) -> float:
        return max((one.width for one in self._sizes if one.shown), default=612.0) * PIXELS

    # -- words --------------------------------------------------------------------------------------------

    def _ask_words(self) -> None:
        if self._asking is not None:
            self._asking.tell(self.page)

    def _copy_words(self, page: int, words: str) -> None:
        if words.strip():
            QGuiApplication.clipboard().setText(words)
            self.banner.say(_("The words of page {number} are copied.").format(number=page + 1), "ok")
        else:
            self.banner.say(_("Page {number} is a picture: it has no words to copy.").format(number=page + 1))

    def _look_for(self, words: str) -> None:
        self._hits, self._at = {}, None
        self.sheet.show_hits(self._hits, None)
        self.tools.say_found(_("Looking…") if words.strip() else "")
        if self._asking is not None and self._sizes:
            self._turn = self._asking.find(words)

    def _found(self, turn: int, page: int, places: list[list[Box]]) -> None:
        if turn != self._turn:
            return
        self._hits[page] = places
        if self._at is None:
            self._at = (page, 0)
            self._show_hit()
        self._tell_found()

    def _searched(self, turn: int) -> None:
        if turn == self._turn and not self._hits:
            self.tools.say_found(_("Not found"))

    def _places(self) -> list[tuple[int, int]]:
        return [(page, number) for page in sorted(self._hits) for number in range(len(self._hits[page]))]

    def _step_hit(self, step: int) -> None:
        places = self._places()
        if self._at in places:
            self._at = places[(places.index(self._at) + step) % len(places)]
            self._show_hit()
            self._tell_found()

    def _move_hit(self, steps: int) -> None:
        self._step_hit(1 if steps > 0 else -1)

    def _show_hit(self) -> None:
        self.sheet.show_hits(self._hits, self._at)
        if self._at is not None:
            box = self.sheet.hit_box(self._at[0], self._hits[self._at[0]][self._at[1]]).center()
            self.area.ensureVisible(round(box.x()), round(box.y()))
            # A third from the top, so that the words before it are seen too.
            self.area.verticalScrollBar().setValue(round(box.y()) - self.area.viewport().height() // 3)

    def _tell_found(self) -> None:
        places = self._places()
        if self._at in places:
            self.tools.say_found(_("{number} of {all}").format(number=places.index(self._at) + 1, all=len(places)))
        self.sheet.show_hits(self._hits, self._at)
