"""A child process for the test of the power cut: types cards with the real page, and reports what must be on the disk."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

WORDS = ("The", "ferry", "crew", "sees", "everyone", "who", "comes", "and", "goes")


def type_and_report(path: str, resources: str, report: Connection) -> None:
    """Send ("word", half a card) once a word is whole, and ("card", its words) once Enter was pressed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.data.opening import open_workspace
    from app.model.reflection import Meeting
    from app.ui.names import Names
    from app.ui.reflect.page import ReflectPage
    from app.ui.session import Session
    from app.ui.theme import make_look

    app = QApplication([])
    look = make_look(app, Path(resources))
    session = Session(open_workspace(Path(path)))
    page = ReflectPage(look, session, Names(), lambda _words: (), ())
    page.show()
    page.open_meeting(session.workspace.all(Meeting)[0].id, "ask")
    page.leading.go_to("8")
    entry = page.view.asking.entry
    entry.selectAll()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    for number in range(10_000):
        typed = ""
        for word in (f"{number}:", *WORDS):
            QTest.keyClicks(entry, f"{word} ")
            typed += f"{word} "
            report.send(("word", typed))
        QTest.keyClick(entry, Qt.Key.Key_Return)
        report.send(("card", typed.strip()))
