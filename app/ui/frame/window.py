"""The main window: it holds the places it is given, shows one at a time, and tells what people ask for."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.model.phrases import N_
from app.ui.frame.commands import EDIT, GO, HELP, Command, Commands
from app.ui.frame.mark import mark_icon
from app.ui.frame.places import Places
from app.ui.frame.status_line import StatusLine
from app.ui.frame.top_bar import TopBar
from app.ui.theme import Look
from app.ui.widgets import Banner

LEAST_WIDTH, LEAST_HEIGHT = 900, 600
PAGE_NEEDS = 640

UNDO = Command("undo", N_("Undo"), "Ctrl+Z", "undo-2", EDIT)
REDO = Command("redo", N_("Redo"), "Ctrl+Shift+Z", "redo-2", EDIT)
SEARCH = Command("search", N_("Find"), "Ctrl+K", "search", GO)
HELP_LINES = Command("help_lines", N_("Help lines"), "F1", "phone", HELP)
HIDE = Command("hide", N_("Hide the window"), "F9", "eye-off", HELP)
SETTINGS = Command("settings", N_("Settings"), "Ctrl+,", "settings", EDIT)
MENU = Command("menu", N_("Open the menu"), "F10", "", GO)


@dataclass(slots=True)
class Place:
    """One place as the frame knows it."""

    title: str
    widget: QWidget
    count: Callable[[], int] | None


class Frame(QMainWindow):
    """Top bar, places, page, status line.

    It knows nothing of communities: the caller fills it and listens.
    """

    place_changed = Signal(str)
    search_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    help_lines_requested = Signal()
    hide_requested = Signal()
    settings_requested = Signal()
    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._places: dict[str, Place] = {}
        self._current = ""
        self._message_action: Callable[[], object] | None = None
        self.commands = Commands(look, self)
        self.top = TopBar(look, self.commands.short_menu)
        self.places = Places(look)
        self.banner = Banner(look)
        self.stack = QStackedWidget()
        self.status = StatusLine(look)
        self.search = self.top.search
        self._lay()
        self._join()
        self._add_commands()
        self.setWindowIcon(mark_icon(look))
        self.set_community("")
        room = self.screen().availableSize()
        self.resize(min(1360, room.width() - 20), min(860, room.height() - 50))
        self._fit()

    # Places ----------------------------------------------------------------

    def add_place(
        self, key: str, title: str, icon: str, widget: QWidget, count: Callable[[], int] | None = None
    ) -> None:
        """Add a place at the end of the list.

        `title` is translated already; `count` is asked by `refresh_counts`.
        """
        number = len(self._places) + 1
        keys = f"Ctrl+{number}"
        self._places[key] = Place(title, widget, count)
        self.stack.addWidget(widget)
        self.places.add(key, title, icon, keys, behind=self.top.hide_button)
        self.commands.add(Command(f"place_{key}", title, keys, icon, GO), lambda: self.go_to(key))
        if number == 1:
            self.go_to(key)

    def go_to(self, key: str) -> None:
        """Show a place. What was being typed in the one before is committed first."""
        if key == self._current:
            return
        self.settle()
        self._current = key
        self.places.set_current(key)
        self._bring(self._places[key].widget)
        self.place_changed.emit(key)

    def show_page(self, widget: QWidget) -> None:
        """Show a page that is no place of the list, such as Settings; `go_to` leads back."""
        self.settle()
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self._current = ""
        self.places.set_current("")
        self._bring(widget)

    def current_place(self) -> str:
        """The key of the place that is shown; empty while another page is."""
        return self._current

    def set_count(self, key: str, count: int | None) -> None:
        """Show how many a place holds."""
        self.places.set_count(key, count)

    def refresh_counts(self) -> None:
        """Ask every place that counts."""
        for key, place in self._places.items():
            if place.count is not None:
                self.places.set_count(key, place.count())

    # What is true of the file -------------------------------------------------

    def set_community(self, name: str) -> None:
        """Show whose file is open."""
        self.top.community.set_name(name)
        self.setWindowTitle(f"{name} – Groundwork" if name else "Groundwork")

    def set_undo(self, label: str | None) -> None:
        """Name the edit that Undo takes back; None when there is none."""
        self.top.set_undo(label)
        self._name_action("undo", _("Undo"), label)

    def set_redo(self, label: str | None) -> None:
        """Name the edit that Redo brings again; None when there is none."""
        self.top.set_redo(label)
        self._name_action("redo", _("Redo"), label)

    def set_saved(self, when: datetime | None) -> None:
        """Say when the last change was on the disk."""
        self.status.set_saved(when)

    def set_protected(self, protected: bool) -> None:
        """Say whether a passphrase protects the file."""
        self.status.set_protected(protected)

    def set_read_only(self, closed: bool) -> None:
        """Say that the file is open for looking only."""
        self.status.set_read_only(closed)

    def show_message(
        self, text: str, kind: str = "info", action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """One calm sentence above the page.

        `kind`: info, ok or warn; `action`: the button's words and what it does.
        """
        self._message_action = action[1] if action else None
        self.banner.say(text, kind, action[0] if action else "")

    def forget_action(self, do: Callable[[], object]) -> None:
        """Take the sentence away whose button does this: it would do it to something else by now."""
        if self._message_action == do:
            self._message_action = None
            self.clear_message()

    def clear_message(self) -> None:
        """Take the sentence away."""
        self.banner.close_message()

    # The window ---------------------------------------------------------------

    def settle(self) -> None:
        """Let the entry that has the focus commit what was typed, while its page can still take it."""
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None and self.stack.isAncestorOf(focused):
            focused.clearFocus()

    @contextmanager
    def settled(self) -> Generator[None]:
        """The same for as long as something is done; then the keys go back to where they were, or to what that was in."""
        focused = cast("QWidget | None", self.focusWidget())
        around: list[QWidget] = []
        while focused is not None and focused is not self:
            around.append(focused)
            focused = focused.parentWidget()
        self.settle()
        yield
        takers = (one for one in around if isValid(one) and one.isVisible())
        taker = next((one for one in takers if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if taker is not None:
            taker.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.entry.selectAll()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what is being typed, then tell that the window goes."""
        self.settle()
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the places as icons where the page needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _bring(self, widget: QWidget) -> None:
        """Show a page, and give it the keys where it says what to do with them and nobody walks through the places."""
        self.stack.setCurrentWidget(widget)
        focused = cast("QWidget | None", self.focusWidget())
        take_focus: Callable[[], object] | None = getattr(widget, "take_focus", None)
        if take_focus is not None and (focused is None or not self.places.isAncestorOf(focused)):
            take_focus()

    def _lay(self) -> None:
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self._make_notice())
        page.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.places)
        middle.addLayout(page, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _make_notice(self) -> QWidget:
        notice = QWidget()
        margin = self.look.space.margin
        row = QHBoxLayout(notice)
        row.setContentsMargins(margin, margin - 10, margin, 0)
        row.addWidget(self.banner)
        notice.hide()
        self.banner.shown.connect(notice.show)
        self.banner.closed.connect(notice.hide)
        return notice

    def _join(self) -> None:
        self.top.undo_requested.connect(self.undo_requested)
        self.top.redo_requested.connect(self.redo_requested)
        self.top.help_lines_requested.connect(self.help_lines_requested)
        self.top.hide_requested.connect(self.hide_requested)
        self.places.place_chosen.connect(self.go_to)
        self.places.settings_requested.connect(self.settings_requested)
        self.search.searched.connect(self.search_requested)
        self.banner.action_requested.connect(self._act)
        self.look.look_changed.connect(self._restyle)

    def _add_commands(self) -> None:
        table: tuple[tuple[Command, Callable[[], object]], ...] = (
            (UNDO, self.undo_requested.emit),
            (REDO, self.redo_requested.emit),
            (SEARCH, self.focus_search),
            (SETTINGS, self.settings_requested.emit),
            (HELP_LINES, self.help_lines_requested.emit),
            (HIDE, self.hide_requested.emit),
            (MENU, self.top.community.open_menu),
        )
        for command, do in table:
            self.commands.add(command, do)
        self.set_undo(None)
        self.set_redo(None)

    def _name_action(self, id: str, verb: str, label: str | None) -> None:
        action = self.commands.action(id)
        action.setEnabled(label is not None)
        action.setText(verb if label is None else f"{verb}: {label}")

    def _act(self) -> None:
        do = self._message_action
        self.banner.close_message()
        if do is not None:
            do()

    def _restyle(self) -> None:
        self.setWindowIcon(mark_icon(self.look))
        self._fit()

    def _fit(self) -> None:
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        narrow = self.width() - self.look.text.places < PAGE_NEEDS * self.look.scale
        self.places.set_narrow(narrow)
        usual = self.look.text.places + self.look.space.margin - self.look.space.small_gap
        self.top.set_names_width(usual if self.width() / self.look.scale > 800 else self.look.px(140))
