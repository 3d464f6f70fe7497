"""A child process for the tests: fills a file with a word that stands nowhere else, looks at it everywhere, hides, and waits.

It prints one line of JSON with what it found of the word in its own windows and clipboard, and stays until its input ends, so
that others can look at its memory and files. The word comes backwards, so that the command line does not hold it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.data.opening import create_workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.item import Item
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting
from app.model.schema import FieldType, Record, specs
from app.model.talk import Talk
from app.model.tie import Tie
from app.ui.locking.remains import keep_one_heap
from app.ui.main_window import MainWindow
from app.ui.program import Program
from app.ui.shots import _places
from app.ui.start import make_application, surroundings

PASSPHRASE = "five plain words in a row"
TAKEN = {"series", "origin", "digest", "page", "question"}


def filled(record: Record, word: str) -> Record:
    """The word in every text of it, with the field's name."""
    texts = (FieldType.LINE, FieldType.LONG)
    values: dict[str, object] = {}
    for name, spec in specs(type(record)).items():
        if name in TAKEN or getattr(record, name):
            continue
        if spec.type in texts:
            values[name] = f"{word} {name}"
        elif spec.type is FieldType.WORDS:
            values[name] = (f"{word} {name}",)
    return replace(record, **values)


def records(word: str) -> list[Record]:
    """A few of every kind that hold what people write."""
    made: list[Record] = []
    for number in range(12):
        here = str(number)
        made += [
            Partner(id=f"p{here}", form="person", group="health", involvement="active", interest=3, influence=4),
            Item(id=f"i{here}", level="action", status="in-progress", lead=f"p{here}"),
            Note(id=f"n{here}", item=f"i{here}"),
            Talk(id=f"t{here}", partner=f"p{here}"),
            Tie(id=f"u{here}", from_partner=f"p{here}", to_partner="p0"),
        ]
    made += [Meeting(id="m", asks=("1", "7")), Mark(id="k", page="get-organized/who")]
    made += [Answer(id=f"a{number}", meeting="m", question="1", pile="one") for number in range(4)]
    return [filled(one, word) for one in made]


def make(file: Path, word: str) -> None:
    """The file."""
    workspace = create_workspace(file, Community(name=f"{word} name"), PASSPHRASE)
    with workspace.edit(f"{word} label") as edit:
        edit.change(Community, COMMUNITY_ID, about=f"{word} about")
        edit.restore(records(word))
    workspace.close()


def wait(milliseconds: int) -> None:
    """Let the windows live, other threads too."""
    for _time in range(milliseconds // 20):
        QApplication.processEvents()
        QTest.qWait(20)


def look_everywhere(main: MainWindow, word: str) -> None:
    """Every place, a search, a report that is looked at, a letter that is half typed, and something copied."""
    for _name, _window in _places(main, "p1", "i1", "a1"):
        wait(60)
    main.frame.search.entry.setText(word)
    wait(200)
    main.frame.go_to("print")
    main.print.show_kind("partners")
    wait(2500)
    main.frame.go_to("who")
    main.who.show_view("table")
    wait(100)
    QGuiApplication.clipboard().setText(f"{word} copied")
    wait(100)


def texts(thing: QObject) -> Iterator[str]:
    """Whatever an object says, unless asking another one has ended it."""
    if not isValid(thing):
        return
    meta = thing.metaObject()
    for number in range(meta.propertyCount()):
        with suppress(Exception):
            value = thing.property(meta.property(number).name())
            if isinstance(value, str):
                yield value
    if isinstance(thing, QAbstractItemModel):
        columns = 1 if isinstance(thing, QAbstractListModel) else min(thing.columnCount(QModelIndex()), 40)
        for row in range(min(thing.rowCount(QModelIndex()), 200)):
            for column in range(columns):
                value = thing.index(row, column, QModelIndex()).data(Qt.ItemDataRole.DisplayRole)
                yield str(value)


def alive() -> list[QObject]:
    """Every object of Qt that Python or a window knows."""
    found: dict[int, QObject] = {}
    tops: list[QObject] = [*QApplication.allWidgets(), *QApplication.topLevelWidgets()]
    for one in [*tops, *(one for one in gc.get_objects() if isinstance(one, QObject))]:
        if isValid(one):
            for each in (one, *one.findChildren(QObject)):
                found[id(each)] = each
    return list(found.values())


def held(word: str) -> list[str]:
    """What Python itself can still reach that holds the word, by the kind of object that has it."""
    found: set[str] = set()
    for one in gc.get_objects():
        for each in gc.get_referents(one):
            values = each if isinstance(each, tuple) else (each,)
            if any(isinstance(value, str) and word in value and value not in (word, word[::-1]) for value in values):
                found.add(type(one).__name__)
    return sorted(found)


def told(word: str) -> dict[str, object]:
    """What still says the word."""
    objects = alive()
    saying = sorted({type(one).__name__ for one in objects if any(word in text for text in texts(one))})
    widgets = sum(isinstance(one, QWidget) for one in objects)
    clipboard = QGuiApplication.clipboard().text()
    windows = [type(one).__name__ for one in QApplication.topLevelWidgets() if isinstance(one, QWidget)]
    return {
        "saying": saying,
        "objects": widgets,
        "clipboard": word in clipboard,
        "held": held(word),
        "windows": sorted(windows),
    }


def main(folder: Path, word: str) -> None:
    """Live it."""
    file = folder / "Cedar Inlet.groundwork"
    make(file, word)
    keep_one_heap()
    app = make_application()
    program = Program(surroundings(app))
    program.start(None)
    program.open_file(file, PASSPHRASE)
    assert program.main is not None
    look_everywhere(program.main, word)
    before = {"saying": told(word)["saying"]}
    program.hide_away()
    wait(2500)
    sys.stdout.write(json.dumps({"before": before, "after": told(word), "platform": app.platformName()}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2][::-1])
    gc.collect()
    sys.stdin.read()
    os._exit(0)
