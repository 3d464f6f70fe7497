"""The window around the places, driven as people drive it."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.frame.commands import Command
from app.ui.frame.window import Frame
from app.ui.theme import Look
from app.ui.widgets import LineField

CTRL, CTRL_SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
PLACES = (("home", "Home", "house"), ("learn", "Learn", "book-open"), ("who", "Who", "users"))


class OnePage(QWidget):
    """A page with something to type in."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = LineField(look, "Name")
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def frame(qtbot: QtBot, look: Look) -> Frame:
    frame = Frame(look)
    qtbot.addWidget(frame)
    for key, title, icon in PLACES:
        frame.add_place(key, title, icon, OnePage(look), (lambda: 44) if key == "who" else None)
    frame.resize(1360, 860)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return frame


def button(frame: Frame, name: str) -> QAbstractButton:
    found = [b for b in frame.findChildren(QAbstractButton) if b.accessibleName() == name or b.text() == name]
    return next(b for b in found if b.isVisible())


def press(frame: Frame, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(frame, key, keys)


def test_the_first_place_is_shown_at_once(frame: Frame) -> None:
    assert frame.current_place() == "home"


def test_a_place_is_opened_by_its_button(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.place_changed) as told:
        QTest.mouseClick(button(frame, "Learn"), Qt.MouseButton.LeftButton)
    assert told.args == ["learn"]
    assert button(frame, "Learn").isChecked()
    assert not button(frame, "Home").isChecked()


def test_a_place_is_opened_by_its_number(frame: Frame) -> None:
    press(frame, Qt.Key.Key_3, CTRL)
    assert frame.current_place() == "who"


def test_arrow_keys_walk_through_the_places(frame: Frame) -> None:
    home = button(frame, "Home")
    home.setFocus()
    QTest.keyClick(home, Qt.Key.Key_Down)
    QTest.keyClick(frame.focusWidget(), Qt.Key.Key_Return)
    assert frame.current_place() == "learn"


class KeyPage(OnePage):
    """A page that says where its keys go."""

    def take_focus(self) -> None:
        self.field.setFocus()


def test_a_place_that_is_gone_to_by_its_keys_has_the_keys(frame: Frame, look: Look) -> None:
    page = KeyPage(look)
    frame.add_place("plan", "Plan", "list-checks", page)
    press(frame, Qt.Key.Key_4, CTRL)
    assert page.field.entry.hasFocus()


def test_a_page_behind_the_places_has_the_keys(frame: Frame, look: Look) -> None:
    page = KeyPage(look)
    frame.show_page(page)
    assert page.field.entry.hasFocus()


def test_whoever_walks_through_the_places_goes_on_there(frame: Frame, look: Look) -> None:
    frame.add_place("plan", "Plan", "list-checks", KeyPage(look))
    QTest.qWait(1)
    place = button(frame, "Plan")
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert frame.current_place() == "plan"
    assert place.hasFocus()


def test_tab_goes_through_the_places_and_then_into_the_page(frame: Frame) -> None:
    button(frame, "Home").setFocus()
    met: list[str] = []
    for _step in range(4):
        QTest.keyClick(frame.focusWidget(), Qt.Key.Key_Tab)
        met.append(frame.focusWidget().accessibleName())
    assert met == ["Learn", "Who", "Settings", "Name"]


def test_leaving_a_place_commits_what_was_typed(frame: Frame) -> None:
    page = frame.stack.currentWidget()
    heard: list[object] = []
    page.field.edited.connect(heard.append)
    page.field.setFocus()
    QTest.keyClicks(page.field.entry, "Mary")
    press(frame, Qt.Key.Key_2, CTRL)
    assert heard == ["Mary"]


def test_closing_the_window_commits_what_was_typed(frame: Frame) -> None:
    page = frame.stack.currentWidget()
    heard: list[object] = []
    page.field.edited.connect(heard.append)
    frame.closing.connect(lambda: heard.append("closing"))
    page.field.setFocus()
    QTest.keyClicks(page.field.entry, "Mary")
    frame.close()
    assert heard == ["Mary", "closing"]


def test_counts_are_seen_and_heard(frame: Frame) -> None:
    frame.refresh_counts()
    assert button(frame, "Who, 44")
    frame.set_count("who", 45)
    assert button(frame, "Who, 45")


@pytest.mark.parametrize(
    ("signal", "key", "keys"),
    [
        ("help_lines_requested", Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        ("hide_requested", Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        ("undo_requested", Qt.Key.Key_Z, CTRL),
        ("redo_requested", Qt.Key.Key_Z, CTRL_SHIFT),
        ("settings_requested", Qt.Key.Key_Comma, CTRL),
    ],
)
def test_every_standing_wish_has_its_key(
    frame: Frame, qtbot: QtBot, signal: str, key: Qt.Key, keys: Qt.KeyboardModifier
) -> None:
    frame.set_undo("rename partner")
    frame.set_redo("rename partner")
    with qtbot.waitSignal(getattr(frame, signal), timeout=500):
        press(frame, key, keys)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Help lines", "help_lines_requested"),
        ("Hide", "hide_requested"),
        ("Settings", "settings_requested"),
        ("Undo: rename partner", "undo_requested"),
        ("Redo: add step", "redo_requested"),
    ],
)
def test_every_standing_wish_has_its_button(frame: Frame, qtbot: QtBot, name: str, signal: str) -> None:
    frame.set_undo("rename partner")
    frame.set_redo("add step")
    with qtbot.waitSignal(getattr(frame, signal), timeout=500):
        QTest.mouseClick(button(frame, name), Qt.MouseButton.LeftButton)


def test_undo_is_closed_when_there_is_nothing_to_undo(frame: Frame) -> None:
    frame.set_undo(None)
    assert not button(frame, "Nothing to undo").isEnabled()
    assert not frame.commands.action("undo").isEnabled()


def test_ctrl_k_leads_to_the_search_box_and_typing_is_told(frame: Frame) -> None:
    heard: list[str] = []
    frame.search_requested.connect(heard.append)
    press(frame, Qt.Key.Key_K, CTRL)
    assert frame.focusWidget() is frame.search.entry
    QTest.keyClicks(frame.search.entry, "cat")
    assert heard == ["c", "ca", "cat"]


def test_a_message_offers_its_action(frame: Frame) -> None:
    done: list[str] = []
    frame.show_message("Partner taken out.", "info", ("Undo", lambda: done.append("undone")))
    assert frame.banner.isVisible()
    QTest.mouseClick(button(frame, "Undo"), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not frame.banner.isVisible()


def test_the_foot_says_how_the_file_stands(frame: Frame) -> None:
    frame.set_saved(datetime.now().replace(hour=10, minute=42))
    frame.set_protected(False)
    frame.set_read_only(True)
    said = (frame.status.saved, frame.status.protected, frame.status.read_only, frame.status.offline)
    assert [item.words.text() for item in said] == [
        "Saved 10:42",
        "No passphrase",
        "Read only",
        "Works without internet",
    ]


def test_an_old_save_names_its_day(frame: Frame) -> None:
    frame.set_saved(datetime(2026, 3, 1, 9, 5))
    assert frame.status.saved.words.text() == "Saved 1 Mar 2026, 09:05"


def test_narrow_windows_show_places_as_icons_with_names(frame: Frame) -> None:
    frame.resize(900, 600)
    assert not frame.places.is_narrow()
    frame.look.apply("light", 2.0)
    frame.resize(1040, 720)
    assert frame.places.is_narrow()
    assert button(frame, "Home").toolTip() == "Home (Ctrl+1)"
    frame.look.apply("light", 1.0)
    frame.resize(1360, 860)
    assert not frame.places.is_narrow()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (900, 600)), (1.5, (1024, 700)), (2.0, (1366, 720))])
def test_nothing_in_the_bars_is_cut(frame: Frame, scale: float, size: tuple[int, int]) -> None:
    frame.look.apply("light", scale)
    frame.resize(*size)
    QTest.qWait(1)
    assert (frame.width(), frame.height()) == size
    for name in ("Help lines", "Hide"):
        found = button(frame, name)
        assert found.width() >= found.sizeHint().width()
        assert frame.rect().contains(found.mapTo(frame, found.rect().bottomRight()))


def test_a_command_joins_the_menu_and_its_key_works(frame: Frame) -> None:
    done: list[str] = []
    frame.commands.add(Command("new", "New community…", "Ctrl+N", "file-plus"), lambda: done.append("new"))
    frame.commands.short_menu.aboutToShow.emit()
    assert "New community…" in [action.text() for action in frame.commands.short_menu.actions()]
    press(frame, Qt.Key.Key_N, CTRL)
    assert done == ["new"]


def test_the_menu_opens_behind_the_community_name(frame: Frame) -> None:
    frame.set_community("Cedar Inlet")
    QTest.mouseClick(button(frame, "Menu, Cedar Inlet"), Qt.MouseButton.LeftButton)
    assert frame.commands.short_menu.isVisible()
    frame.commands.short_menu.close()


def test_a_page_that_is_no_place_leaves_no_place_marked(frame: Frame, look: Look) -> None:
    settings = OnePage(look)
    frame.show_page(settings)
    assert frame.stack.currentWidget() is settings
    assert not button(frame, "Home").isChecked()
    frame.go_to("home")
    assert frame.current_place() == "home"


def test_everything_that_takes_the_focus_has_a_name(frame: Frame) -> None:
    frame.set_undo("x")
    frame.set_redo("x")
    nameless = [
        widget
        for widget in frame.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        if not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert nameless == []
