"""Locked by itself: after a while without a hand, when the computer slept, when its screen was locked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.data.lock import FileLock
from app.data.settings import Settings
from app.ui.locking.idle import SLEPT_SECONDS, IdleLock
from app.ui.locking.linux_bus import is_local
from app.ui.locking.windows_session import WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, Message, WindowsSession
from app.ui.main_window import MainWindow
from app.ui.program import Program
from tests.ui.locking.conftest import PASSPHRASE


class Times:
    """Clocks that go on when they are told."""

    def __init__(self) -> None:
        self.running, self.wall, self.minutes, self.on_wall = 0.0, 1e9, 15, False

    def go_on(self, lock: IdleLock, minutes: float) -> None:
        """Time passes as usual, tick by tick."""
        for _tick in range(int(minutes * 12)):
            self.running += 5
            self.wall += 5
            lock.tick()


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def lock(times: Times, qapp: QApplication) -> IdleLock:
    parent = QObject(qapp)
    made = IdleLock(
        lambda: times.minutes,
        lambda: times.on_wall,
        parent,
        monotonic=lambda: times.running,
        clock=lambda: times.wall,
    )
    made.start()
    return made


def asked(lock: IdleLock) -> list[int]:
    told: list[int] = []
    lock.lock_requested.connect(lambda: told.append(1))
    return told


def test_it_locks_after_the_minutes_without_a_hand(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.go_on(lock, 14.9)
    assert not told
    times.go_on(lock, 0.2)
    assert told


def test_every_key_begins_the_count_again(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.go_on(lock, 14)
    lock.note_use()
    times.go_on(lock, 14)
    assert not told


def test_never_means_never(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.minutes = 0
    times.go_on(lock, 600)
    assert not told


def test_a_meeting_on_the_wall_stays_for_two_hours(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.on_wall = True
    times.go_on(lock, 119)
    assert not told
    times.go_on(lock, 2)
    assert told


def test_a_computer_that_slept_is_noticed_even_with_never(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.minutes = 0
    times.wall += SLEPT_SECONDS + 10
    lock.tick()
    assert told


def test_a_clock_set_back_locks_nothing(lock: IdleLock, times: Times) -> None:
    told = asked(lock)
    times.wall -= 10_000
    lock.tick()
    times.go_on(lock, 1)
    assert not told


def opened(program: Program, file: Path, qtbot: QtBot) -> MainWindow:
    program.open_file(file, PASSPHRASE)
    main = program.main
    assert main is not None
    with qtbot.waitActive(main.frame):
        main.frame.activateWindow()
    return main


def test_a_locked_file_asks_for_its_passphrase_by_name(program: Program, file: Path, qtbot: QtBot) -> None:
    opened(program, file, qtbot)
    program.idle.lock_requested.emit()
    assert program.main is None
    assert not FileLock(file).path.exists()
    assert program.welcome.isVisible()
    assert not program.welcome.isMinimized()
    assert program.welcome.stack.currentWidget() is program.welcome.unlock
    assert file.name in program.welcome.unlock.header.line.text()


def test_a_file_without_a_passphrase_stays_open_unless_it_was_chosen(
    program: Program, plain: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    main = opened(program, plain, qtbot)
    program.system.leaving.emit()
    assert program.main is main
    main.settings_page.locking.plain.click()
    assert Settings.load(tmp_path / "settings").lock_plain
    program.system.leaving.emit()
    assert program.main is None
    assert program.welcome.stack.currentWidget() is program.welcome.start


def test_keys_and_mouse_in_any_window_count_as_use(program: Program, file: Path, qtbot: QtBot) -> None:
    opened(program, file, qtbot)
    window = QGuiApplication.focusWindow()
    assert window is not None
    with qtbot.waitSignal(program.hands.used):
        QTest.keyClick(window, Qt.Key.Key_Shift)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(5, 5),
        QPointF(5, 5),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(program.hands.used):
        QApplication.sendEvent(window, move)


def test_a_bus_that_leads_elsewhere_is_left_alone() -> None:
    assert is_local("")
    assert is_local("unix:path=/run/user/1000/bus")
    assert not is_local("tcp:host=10.0.0.1,port=1234")
    assert not is_local("unix:path=/run/bus;tcp:host=10.0.0.1")


def test_windows_own_word_for_a_locked_screen_is_understood(qapp: QApplication, qtbot: QtBot) -> None:
    parent = QObject(qapp)
    told = WindowsSession(0, parent)
    message = Message()
    message.message, message.wParam = WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
    with qtbot.waitSignal(told.leaving):
        told.hear(message)
    parent.deleteLater()


LISTEN = """
import subprocess
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from app.ui.locking.linux_bus import LinuxBus
app = QCoreApplication([])
bus = LinuxBus(app)
told = []
bus.leaving.connect(lambda: (told.append(1), app.quit()))
signal = "org.freedesktop.ScreenSaver.ActiveChanged"
send = ["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver", signal]
QTimer.singleShot(200, lambda: subprocess.run([*send, "boolean:false"], check=True))
QTimer.singleShot(600, lambda: (print(len(told)), subprocess.run([*send, "boolean:true"], check=True)))
QTimer.singleShot(8000, app.quit)
app.exec()
print(len(told), flush=True)
"""


@pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-run-session", "dbus-send"))), reason="this computer has no D-Bus to try it on"
)
def test_a_screen_that_locks_is_heard_of_on_the_bus() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", LISTEN]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["0", "1"], done.stderr


@pytest.mark.skipif(shutil.which("strace") is None, reason="without strace nobody sees the sockets")
def test_listening_opens_no_socket_but_local_ones() -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("this computer has no D-Bus to try it on")
    command = ["dbus-run-session", "--", "strace", "-f", "-e", "trace=socket", sys.executable, "-c", LISTEN]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    sockets = [line for line in done.stderr.splitlines() if "socket(" in line]
    assert sockets
    assert all("AF_UNIX" in one or "AF_LOCAL" in one for one in sockets)
