"""Hide, from wherever the keys are: every window gone, the file closed, and what was being typed kept."""

from __future__ import annotations

import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.data.lock import FileLock
from app.data.opening import open_workspace
from app.model.community import Community
from app.model.item import Item
from app.ui.main_window import MainWindow
from app.ui.program import Program
from app.ui.widgets import Menu
from tests.ui.locking.conftest import PASSPHRASE

LIMIT = 0.2


def opened(program: Program, file: Path, qtbot: QtBot) -> MainWindow:
    program.open_file(file, PASSPHRASE)
    main = program.main
    assert main is not None
    with qtbot.waitActive(main.frame):
        main.frame.activateWindow()
    return main


def press_hide() -> None:
    """As the system does: the key goes to the window that has the keys."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_F9)


def on_the_screen() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and not one.isMinimized()]


class LockWatch(threading.Thread):
    """Notes when the file was let go of."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self.freed = 0.0

    def run(self) -> None:
        """On the new thread."""
        end = time.perf_counter() + 5
        while not is_free(self._file) and time.perf_counter() < end:
            time.sleep(0.001)
        self.freed = time.perf_counter()


def is_free(file: Path) -> bool:
    return not FileLock(file).path.exists()


def test_one_key_in_the_window_takes_it_away_and_closes_the_file(program: Program, file: Path, qtbot: QtBot) -> None:
    opened(program, file, qtbot)
    assert not is_free(file)
    press_hide()
    assert on_the_screen() == []
    assert is_free(file)
    assert sorted(one.name for one in file.parent.glob("*Cedar*")) == [file.name]
    assert program.welcome.stack.currentWidget() is program.welcome.unlock


def test_what_is_typed_in_a_field_is_kept(program: Program, file: Path, qtbot: QtBot) -> None:
    main = opened(program, file, qtbot)
    main.frame.show_page(main.settings_page)
    entry = main.settings_page.community.fields["name"].entry
    entry.setFocus()
    entry.setText("Cedar Bay")
    press_hide()
    again = open_workspace(file, PASSPHRASE)
    assert [one.name for one in again.all(Community)] == ["Cedar Bay"]
    again.close()


def test_what_is_typed_in_a_cell_of_the_plan_is_kept(program: Program, file: Path, qtbot: QtBot) -> None:
    main = opened(program, file, qtbot)
    main.frame.go_to("plan")
    goal = main.session.workspace.all(Item)[0]
    outline = main.plan.outline
    outline.edit(outline.select(goal.id, "what"))
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "A goal half typed")
    press_hide()
    again = open_workspace(file, PASSPHRASE)
    assert "A goal half typed" in {one.what for one in again.all(Item)}
    again.close()


def show_wall(main: MainWindow) -> QWidget:
    main.reflect.show_wall()
    assert main.reflect.wall is not None
    return main.reflect.wall


def open_menu(main: MainWindow) -> None:
    menu = Menu("Menu", main.frame)
    menu.addAction("One")
    menu.popup(main.frame.pos())


def open_list(main: MainWindow) -> None:
    box = QComboBox(main.frame)
    box.addItems(["One", "Two"])
    box.show()
    box.showPopup()


def open_short_menu(main: MainWindow) -> None:
    main.frame.top.community.open_menu()


def open_wall(main: MainWindow) -> None:
    show_wall(main)


@pytest.mark.parametrize("open_it", [open_menu, open_list, open_short_menu, open_wall])
def test_whatever_is_open_goes_with_the_one_key(
    program: Program, file: Path, qtbot: QtBot, open_it: Callable[[MainWindow], object]
) -> None:
    main = opened(program, file, qtbot)
    open_it(main)
    QApplication.processEvents()
    assert len(on_the_screen()) > 1
    press_hide()
    assert on_the_screen() == []
    assert is_free(file)


def choose_file(main: MainWindow) -> None:
    dialog = QFileDialog(main.frame, "Choose")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.exec()


def choose_over_a_dialog(main: MainWindow) -> None:
    below = QDialog(main.frame)
    QTimer.singleShot(50, lambda: choose_file_over(below))
    below.exec()


def choose_file_over(below: QWidget) -> None:
    dialog = QFileDialog(below, "Choose")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.exec()


@pytest.mark.parametrize(("ask", "windows"), [(choose_file, 2), (choose_over_a_dialog, 3)])
def test_dialogs_that_hold_the_window_go_too(
    program: Program, file: Path, qtbot: QtBot, ask: Callable[[MainWindow], object], windows: int
) -> None:
    main = opened(program, file, qtbot)
    seen: list[int] = []

    def press() -> None:
        seen.append(len(on_the_screen()))
        press_hide()
        seen.append(len(on_the_screen()))

    QTimer.singleShot(400, press)
    ask(main)
    assert seen == [windows, 0]
    assert is_free(file)


def test_it_takes_less_than_a_fifth_of_a_second(program: Program, file: Path, qtbot: QtBot) -> None:
    main = opened(program, file, qtbot)
    for place in ("learn", "who", "reflect", "plan", "print"):
        main.frame.go_to(place)
        QApplication.processEvents()
    gone: list[float] = []
    window = main.frame.windowHandle()
    window.visibleChanged.connect(lambda _visible: gone.append(time.perf_counter()))
    watch = LockWatch(file)
    watch.start()
    start = time.perf_counter()
    QTest.keyPress(window, Qt.Key.Key_F9)
    watch.join()
    assert on_the_screen() == []
    assert gone[0] - start < LIMIT
    assert watch.freed - start < LIMIT


def test_a_passphrase_that_is_being_changed_stays_as_it_was(program: Program, file: Path, qtbot: QtBot) -> None:
    main = opened(program, file, qtbot)
    main.frame.show_page(main.settings_page)
    card = main.settings_page.passphrase
    card.change.click()
    card.form.now.entry.setText(PASSPHRASE)
    card.form.choice.entry.entry.setText("other words on the wall")
    card.form.do.click()
    press_hide()
    assert on_the_screen() == []
    assert is_free(file)
    assert sorted(one.name for one in file.parent.glob("*Cedar*")) == [file.name]
    open_workspace(file, PASSPHRASE).close()


def test_everything_that_is_being_saved_stops_without_half_a_file(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    main = opened(program, file, qtbot)
    target = tmp_path / "everything.zip"
    main.print.take_along.save_to(target)
    press_hide()
    assert is_free(file)
    assert not target.exists() or zipfile.ZipFile(target).testzip() is None
    assert [one.name for one in tmp_path.glob("*everything*")] in ([], [target.name])
    open_workspace(file, PASSPHRASE).close()


def test_a_file_that_lock_by_itself_would_cut_off_is_written_to_its_end(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    main = opened(program, file, qtbot)
    target = tmp_path / "everything.zip"
    main.print.take_along.save_to(target)
    program.idle.lock_requested.emit()
    assert program.main is main
    qtbot.waitUntil(lambda: not main.print.take_along.busy, timeout=20_000)
    assert zipfile.ZipFile(target).testzip() is None
    program.idle.lock_requested.emit()
    assert program.main is None


def test_at_the_welcome_it_takes_that_away(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitActive(program.welcome):
        program.welcome.activateWindow()
    press_hide()
    assert on_the_screen() == []


def test_a_file_opened_to_look_only_is_asked_for_in_the_same_way(program: Program, file: Path, qtbot: QtBot) -> None:
    program.open_file(file, PASSPHRASE, read_only=True)
    assert program.main is not None
    with qtbot.waitActive(program.main.frame):
        program.main.frame.activateWindow()
    press_hide()
    program.welcome.unlock.entry.entry.setText(PASSPHRASE)
    program.welcome.unlock.open.click()
    assert program.main is not None
    assert program.main.read_only


def test_the_passphrase_that_was_typed_is_forgotten(program: Program, file: Path, qtbot: QtBot) -> None:
    program.open_file(file)
    entry = program.welcome.unlock.entry.entry
    entry.setText(PASSPHRASE)
    program.welcome.unlock.open.click()
    assert entry.text() == ""
    entry.undo()
    assert entry.text() == ""
