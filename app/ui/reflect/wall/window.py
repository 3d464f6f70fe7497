"""The window on the wall: one question in large type, the cards as they are typed, and nothing else of the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.model.becoming import ASKING, becomings
from app.model.caution import caution
from app.model.community import COMMUNITY_ID, Community
from app.model.ground_rules import as_lines
from app.model.helplines import HelpLine
from app.ui.form.caution_notice import REST_MS
from app.ui.reflect.board import Board
from app.ui.reflect.doors import door_of
from app.ui.reflect.entry import CardEntry
from app.ui.reflect.hands import Hands
from app.ui.reflect.ink import CardSize
from app.ui.reflect.leading import BREAK, CLOSE, SAFETY, Leading
from app.ui.reflect.wall.ink import WallInk
from app.ui.reflect.wall.slides import HelpWords, LinesSlide, WallWords, help_pixels, title_pixels
from app.ui.reflect.words import day_and_place, examples_of, help_of, numbers_to_go_home_with, text_of
from app.ui.theme import Look

CLOCK_MS = 10_000


class WallEntry(CardEntry):
    """The dashed card that is being written."""

    def __init__(self, ink: WallInk) -> None:
        super().__init__()
        self._ink = ink
        self._pad = 12
        self.turns_by_arrows = True

    def dress(self, pixels: int, pad: int, radius: int) -> None:
        """As large as the cards beside it."""
        self._pad = pad
        ink = self._ink
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ink.name('bg')}; color: {ink.name('ink')}; font-size: {pixels}px;"
            f" border: 2px dashed {ink.name('primary')}; border-radius: {radius}px; padding: {pad // 3}px {pad // 2}px;"
            f" placeholder-text-color: {ink.name('primary')}; selection-background-color: {ink.name('primary')};"
            f" selection-color: {ink.name('on_primary')}; }}"
        )
        self.setFont(ink.font(pixels))

    def hasHeightForWidth(self) -> bool:
        """It grows with what is written."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words, and the frame."""
        return self.height_of_words(width, self._pad + 4) + self._pad + 8


class WallWindow(QWidget):
    """Signals: `left()` when it is gone, `hide_requested()` when everything is to go."""

    left = Signal()
    hide_requested = Signal()

    def __init__(self, look: Look, leading: Leading, lines: Sequence[HelpLine]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("wall")
        self.setWindowTitle("Groundwork")
        self._look, self._leading, self._lines = look, leading, lines
        self._laying = False
        self._entry_needs = 0
        self.ink = WallInk(look)
        self.where = WallWords(self.ink, "muted")
        self.number = WallWords(self.ink, "muted")
        self.title = WallWords(self.ink, bold=True)
        self.help = HelpWords(self.ink, "muted")
        self.slide = LinesSlide(self.ink)
        self.entry = WallEntry(self.ink)
        self.board = Board(self.ink, self.ink.sizes()[0], closed=leading.session.workspace.read_only)
        self.entry.setParent(self.board)
        self.board.entry = self.entry
        self.table = QScrollArea()
        self.keys = WallWords(self.ink, "muted")
        self.clock = WallWords(self.ink, "muted")
        self.back = QPushButton()
        self.on = QPushButton()
        self.on.setProperty("main", "true")
        # Where the one who leads has a screen of their own, the room sees no keys and buttons.
        self.typed_here = True
        self.hands = Hands(leading, self.board, self.entry, asks=False, parent=self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay()
        self._join()

    def open_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.typed_here = not self.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        for one in (self.keys, self.back, self.on):
            one.setVisible(self.typed_here)
        self._foot.setStretch(1, 1 if self.typed_here else 0)
        self._foot.setAlignment(self.clock, Qt.AlignmentFlag.AlignRight)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.refresh()

    def take_typing(self) -> None:
        """The typing goes on here: there is one screen."""
        self.activateWindow()
        self.raise_()
        self._focus()

    def refresh(self) -> None:
        """Show where the meeting stands."""
        self.ink.fit(self.size())
        self._dress()
        leading, ink = self._leading, self.ink
        community = leading.session.workspace.get(Community, COMMUNITY_ID) or Community()
        where = " · ".join(one for one in (community.name, day_and_place(leading.meeting)) if one)
        self.where.write(where, ink.px(19))
        self.number.write(leading.place_in_words(), ink.px(19))
        question = leading.question
        self.table.setVisible(question is not None)
        self.slide.setVisible(question is None)
        width = self.width() - 2 * ink.px(60)
        self._write_head(crowded=False)
        self._write_foot()
        if question is not None:
            self.hands.refresh()
            self._fit_cards()
        else:
            self.slide.show_lines(self._slide_lines(), QRect(0, 0, width, self.height() - self._taken(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen."""
        super().resizeEvent(event)
        if self.isVisible():
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nothing is typed, arrows, the space bar and Enter go on."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._leading.step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_Backspace:
                self._leading.step(-1)
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        self._ticking.stop()
        self._rest.stop()
        self._leading.keep_draft()
        super().closeEvent(event)
        self.left.emit()

    # -- inside --------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        self._column = QVBoxLayout(self)
        # The wall is as large as the screen, whatever is on it.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        top = QHBoxLayout()
        self.number.setWordWrap(False)
        top.addWidget(self.where, 1)
        top.addWidget(self.number)
        self.table.setWidgetResizable(True)
        self.table.setFrameShape(QScrollArea.Shape.NoFrame)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName(_("Answers"))
        ground = self._ground = QWidget()
        ground.setObjectName("wall")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.board)
        inside.addStretch(1)
        self.table.setWidget(ground)
        foot = QHBoxLayout()
        self.clock.setWordWrap(False)
        for widget, stretch in ((self.back, 0), (self.keys, 1), (self.clock, 0), (self.on, 0)):
            foot.addWidget(widget, stretch)
        self._foot = foot
        self._column.addLayout(top)
        self._column.addWidget(self.title)
        self._column.addWidget(self.help)
        self._air = QWidget()
        self._column.addWidget(self._air)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.slide, 1)
        self._column.addLayout(foot)

    def _join(self) -> None:
        leading = self._leading
        leading.moved.connect(self._move)
        leading.changed.connect(self.refresh)
        leading.said.connect(self._say)
        self.entry.textChanged.connect(self._grow_entry)
        self.entry.textChanged.connect(self._rest.start)
        self._rest.timeout.connect(self._write_foot)
        self.board.card_chosen.connect(self._show_card)
        self.table.verticalScrollBar().rangeChanged.connect(self._show_entry_later)
        self.back.setAccessibleName(_("Back (PageUp)"))
        self.back.clicked.connect(lambda: leading.step(-1))
        self.on.clicked.connect(lambda: leading.step(1))
        self._ticking = QTimer(self)
        self._ticking.setInterval(CLOCK_MS)
        self._ticking.timeout.connect(self._write_clock)
        self._ticking.start()
        keys = (
            ("Escape", self.close),
            ("F9", self._hide_all),
            ("F5", self.close),
            ("F1", lambda: leading.go_to(CLOSE)),
            ("Ctrl+B", leading.turn_break),
            ("PgDown", lambda: leading.step(1)),
            ("PgUp", lambda: leading.step(-1)),
            ("Ctrl+Z", leading.session.undo),
            ("Ctrl+Shift+Z", leading.session.redo),
        )
        for key, do in keys:
            QShortcut(QKeySequence(key), self).activated.connect(do)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._lose_screen)

    def _move(self) -> None:
        self.refresh()
        if self.isActiveWindow():
            self._focus()

    def _say(self, sentence: str, _tone: str) -> None:
        self.keys.write(sentence, self.ink.px(16))

    def _focus(self) -> None:
        target: QWidget = self.entry if self._leading.question is not None else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_head(self, *, crowded: bool) -> None:
        """A crowded table gets the room of the help, and some of the question's."""
        text, below, missing = self._head()
        width = self.width() - 2 * self.ink.px(60)
        room = round(self.height() * (0.13 if crowded else 0.25))
        self.title.write(text, title_pixels(self.ink, text, width, room))
        self.help.write_help(below, missing, help_pixels(self.ink))
        self.help.setVisible(bool(below or missing) and not crowded)

    def _head(self) -> tuple[str, str, str]:
        leading, question = self._leading, self._leading.question
        if question is not None:
            door = door_of(question, leading.session.workspace) if question.leads in ("who", "offer") else None
            stands = door.stands if door is not None else ""
            below = (help_of(question), examples_of(question), stands)
            missing = door.missing if door is not None else ""
            return text_of(question), " ".join(one for one in below if one), missing
        if leading.at == SAFETY:
            return _("Before we begin"), "", ""
        if leading.at == BREAK:
            return _("Break"), _("Food, air, quiet."), ""
        return _("How is everyone going home?"), _("One word from each. These people can be called:"), ""

    def _slide_lines(self) -> list[str]:
        leading = self._leading
        if leading.at == SAFETY:
            return as_lines(leading.meeting.rules)
        if leading.at == CLOSE:
            return numbers_to_go_home_with(self._lines, leading.session.workspace)
        return []

    def _write_foot(self) -> None:
        leading, ink = self._leading, self.ink
        question = leading.question
        parts: list[str] = []
        if question is not None and self.board.chosen:
            offered = [one for one in becomings(question.leads) if one.sort not in ASKING]
            parts = [f"{one.key}: {_(one.text)}" for one in offered] + [_("+ −: dots"), _("G: pile")]
        elif question is not None:
            parts = [_("Enter: a card"), _("Down: to the cards"), _("Ctrl+B: break")]
        if question is not None and caution(self.entry.words()) is not None:
            # In general words: the room reads them too.
            parts = [_("Please no stories about a person, and nobody you suspect: bring those to a help line")]
        parts += [_("F9: hide all"), _("Esc: leave")]
        self.keys.write(" · ".join(parts), ink.px(16))
        stops = leading.stops()
        last = leading.at == stops[-1]
        self.back.setText("‹")
        self.back.setEnabled(leading.at != stops[0])
        next_is_question = not last and leading.at != BREAK and stops[stops.index(leading.at) + 1] != CLOSE
        words = _("Next question") if next_is_question else _("Close the meeting") if not last else _("The end")
        self.on.setText(_("Go on") if leading.at == BREAK else f"{words}  ›")
        self.on.setEnabled(not last)
        self._write_clock()

    def _write_clock(self) -> None:
        self.clock.write(f"{datetime.now():%H:%M}", self.ink.px(18))

    def _dress(self) -> None:
        ink, side = self.ink, self.ink.px(60)
        self._column.setContentsMargins(side, ink.px(34), side, ink.px(30))
        self._column.setSpacing(ink.px(10))
        self._foot.setSpacing(ink.px(16))
        self._air.setFixedHeight(ink.px(6))
        radius, pad, words = ink.px(9), ink.px(18), ink.px(18)
        self.setStyleSheet(
            f"#wall {{ background: {ink.name('bg')}; }}"
            f"QPushButton {{ background: {ink.name('bg')}; color: {ink.name('ink')}; font-size: {words}px;"
            f" border: 1px solid {ink.name('line')}; border-radius: {radius}px; padding: 0 {pad}px;"
            f" min-height: {ink.px(42)}px; }}"
            f"QPushButton:focus {{ border: 2px solid {ink.name('primary')}; }}"
            f"QPushButton:disabled {{ color: {ink.name('faint')}; }}"
            f'QPushButton[main="true"]:enabled {{ background: {ink.name("primary")}; color: {ink.name("on_primary")};'
            " font-weight: 700; }"
        )

    def _fit_cards(self) -> None:
        """Cards as large as they fit; where even the smallest do not, they are scrolled through."""
        if self._laying or self._leading.question is None or not self.isVisible():
            return
        self._laying = True
        self._write_head(crowded=False)
        if not self._fits():
            self._write_head(crowded=True)
            if not self._fits():
                self._resize_cards(min(self.ink.sizes(), key=self._height_with))
        self._laying = False
        self._show_entry_later()

    def _grow_entry(self) -> None:
        """A letter moves nothing unless a line comes or goes: trying all sizes at each would be felt."""
        if self._leading.question is None or not self.isVisible() or self._laying:
            return
        needed = self.entry.heightForWidth(self.entry.width())
        if needed != self._entry_needs:
            self._entry_needs = needed
            self.board.lay()
            self._show_entry_later()

    def _fits(self) -> bool:
        room = self.height() - self._taken(self.width() - 2 * self.ink.px(60))
        return any(self._height_with(size) <= room for size in self.ink.sizes())

    def _height_with(self, size: CardSize) -> int:
        self._resize_cards(size)
        return self.board.height_at(self.width() - 2 * self.ink.px(60))

    def _resize_cards(self, size: CardSize) -> None:
        self.entry.dress(size.words, size.pad, size.radius)
        self.board.set_size(size)

    def _taken(self, width: int) -> int:
        """The height of all that is not the cards."""
        ink = self.ink
        head = self.title.heightForWidth(width) + (
            self.help.heightForWidth(width) if self.help.isVisibleTo(self) else 0
        )
        return head + ink.px(34 + 30 + 19 * 1.4 + 44 + 10 * 5 + 6)

    def _show_entry_later(self, *_range: int) -> None:
        # The table takes its new height when Qt lays it out, and only then can it be scrolled to its end.
        QTimer.singleShot(0, self, self._show_entry)

    def _show_entry(self) -> None:
        QApplication.sendEvent(self._ground, QEvent(QEvent.Type.LayoutRequest))
        if self.entry.hasFocus() or not self.board.chosen:
            foot = self.entry.mapTo(self._ground, QPoint(0, self.entry.height()))
            self.table.ensureVisible(foot.x(), foot.y(), 0, 10)

    def _show_card(self, answer_id: str) -> None:
        if answer_id and self.isVisible():
            self.table.ensureWidgetVisible(self.board.card(answer_id), 0, 10)
        self._write_foot()

    def _hide_all(self) -> None:
        self.hide()
        self.hide_requested.emit()

    def _lose_screen(self, screen: QScreen) -> None:
        """The projector was pulled out: what was on its wall must not jump onto another screen."""
        if self.isVisible() and screen is self.screen():
            self.close()

    def sizeHint(self) -> QSize:
        """A projector."""
        return QSize(1280, 720)
