"""Form fields: when an entry counts, and that nothing typed is ever lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.widgets import ChoiceField, DateField, Field, LineField, LongField, Rating, TagField


class Form(QWidget):
    """A field, and another to go to."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self.field = field
        self.other = LineField(look, "Another")
        self.heard: list[object] = []
        field.edited.connect(self.heard.append)
        column = QVBoxLayout(self)
        column.addWidget(field)
        column.addWidget(self.other)


def show(qtbot: QtBot, look: Look, field: Field) -> Form:
    form = Form(look, field)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    field.setFocus()
    return form


def test_leaving_a_changed_field_announces_it_once(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    QTest.keyClicks(form.field.entry, "Mary")
    assert form.heard == []
    form.other.setFocus()
    form.field.setFocus()
    form.other.setFocus()
    assert form.heard == ["Mary"]


def test_enter_announces_without_leaving(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    QTest.keyClicks(form.field.entry, "Mary")
    QTest.keyClick(form.field.entry, Qt.Key.Key_Return)
    assert form.heard == ["Mary"]


def test_leaving_an_unchanged_field_announces_nothing(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    form.field.set_value("Mary")
    form.other.setFocus()
    assert form.heard == []


def test_a_refused_entry_stays_as_typed_and_says_why(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    form.field.set_value("Mary")
    form.field.edited.connect(lambda _value: form.field.show_error("That is too long."))
    form.field.entry.setText("A very long name")
    form.other.setFocus()
    form.field.refresh("Mary")
    assert form.field.value() == "A very long name"
    assert form.field.error.isVisible()
    assert form.field.entry.accessibleDescription() == "That is too long."
    assert form.field.has_unfinished()


def test_typing_the_old_value_again_takes_the_error_away(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    form.field.set_value("Mary")
    form.field.entry.setText("x")
    form.field.show_error("Not so.")
    form.field.entry.setText("Mary")
    form.other.setFocus()
    assert not form.field.error.isVisible()


def test_a_change_made_elsewhere_leaves_unfinished_typing_alone(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    form.field.set_value("Mary")
    QTest.keyClicks(form.field.entry, "-Anne")
    typed = form.field.value()
    form.field.refresh("Maria")
    assert form.field.value() == typed
    form.other.setFocus()
    form.field.refresh("Maria")
    assert form.field.value() == "Maria"


def test_undo_belongs_to_the_program_when_nothing_is_half_typed(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    asked: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), form).activated.connect(lambda: asked.append(True))
    QTest.keyClicks(form.field.entry, "Mary")
    QTest.keyClick(form.field.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (asked, form.field.value()) == ([], "")
    QTest.keyClicks(form.field.entry, "Mary")
    QTest.keyClick(form.field.entry, Qt.Key.Key_Return)
    QTest.keyClick(form.field.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (asked, form.field.value()) == ([True], "Mary")


def test_long_text_grows_and_tab_leaves_it(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LongField(look, "What they bring", lines=2))
    before = form.field.entry.height()
    QTest.keyClicks(form.field.entry, "one")
    for word in ("two", "three", "four"):
        QTest.keyClick(form.field.entry, Qt.Key.Key_Return)
        QTest.keyClicks(form.field.entry, word)
    assert form.field.entry.height() > before
    QTest.keyClick(form.field.entry, Qt.Key.Key_Tab)
    assert form.heard == ["one\ntwo\nthree\nfour"]


def test_markup_in_an_entry_is_only_letters(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LongField(look, "Notes"))
    form.field.set_value("<b>x</b>")
    assert form.field.value() == "<b>x</b>"
    assert form.field.entry.toPlainText() == "<b>x</b>"


def test_a_choice_is_announced_as_its_key(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, ChoiceField(look, "How involved", [("new", "Not asked"), ("on", "Active")]))
    QTest.keyClick(form.field.entry, Qt.Key.Key_Down)
    form.field.entry.activated.emit(form.field.entry.currentIndex())
    assert form.heard == ["on"]


def test_a_typed_day_is_announced_and_written_out(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, DateField(look, "By when"))
    QTest.keyClicks(form.field.entry, "2026-12-01")
    form.other.setFocus()
    assert form.heard == [date(2026, 12, 1)]
    assert form.field.entry.text() == "1 Dec 2026"


def test_an_unreadable_day_stays_and_announces_nothing(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, DateField(look, "By when"))
    QTest.keyClicks(form.field.entry, "someday")
    form.other.setFocus()
    assert form.heard == []
    assert form.field.entry.text() == "someday"
    assert "someday" in form.field.error.text()


def test_emptying_a_day_announces_none(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, DateField(look, "By when"))
    form.field.set_value(date(2026, 12, 1))
    form.field.entry.clear()
    form.other.setFocus()
    assert form.heard == [None]


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, DateField(look, "By when"))
    form.field.set_value(date(2026, 12, 1))
    QTest.mouseClick(form.field.button, Qt.MouseButton.LeftButton)
    calendar = form.field.popup.calendar.focusProxy()
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert form.heard == [date(2026, 12, 2)]


def test_words_are_added_by_enter_comma_and_leaving(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, TagField(look, "Languages"))
    QTest.keyClicks(form.field.entry, "English,Haida")
    QTest.keyClick(form.field.entry, Qt.Key.Key_Return)
    form.field.entry.insert("Nisga’a")
    form.other.setFocus()
    assert form.heard[-1] == ("English", "Haida", "Nisga’a")
    assert form.field.value() == ("English", "Haida", "Nisga’a")


def test_a_word_is_not_taken_twice(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, TagField(look, "Languages"))
    form.field.set_value(["Haida"])
    QTest.keyClicks(form.field.entry, "haida")
    QTest.keyClick(form.field.entry, Qt.Key.Key_Return)
    assert form.heard == []


def test_a_word_is_taken_out_by_its_button(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, TagField(look, "Languages"))
    form.field.set_value(("English", "Haida"))
    tag = form.field.tags()[0]
    assert tag.accessibleName() == "Take out English"
    QTest.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert form.heard == [("Haida",)]


def test_backspace_in_the_empty_entry_takes_the_last_word_out(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, TagField(look, "Languages"))
    form.field.set_value(("English", "Haida"))
    QTest.keyClick(form.field.entry, Qt.Key.Key_Backspace)
    assert form.heard == [("English",)]


def test_a_rating_is_given_and_taken_back_by_keys(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, Rating(look, "Interest"))
    QTest.keyClick(form.field.entry, Qt.Key.Key_4)
    assert form.field.entry.accessibleName() == "Interest: 4 of 5"
    QTest.keyClick(form.field.entry, Qt.Key.Key_Right)
    QTest.keyClick(form.field.entry, Qt.Key.Key_Delete)
    assert form.heard == [4, 5, None]
    assert "not judged yet" in form.field.entry.accessibleName()


@pytest.mark.parametrize("make", [LineField, LongField, DateField, TagField, Rating])
def test_every_field_is_named_by_its_label(qtbot: QtBot, look: Look, make: type[Field]) -> None:
    form = show(qtbot, look, make(look, "Languages", "One word each"))
    entry = form.field.entry
    assert form.field.label.buddy() is entry
    assert entry.accessibleName().startswith("Languages")
    assert entry.accessibleDescription() == "One word each"


def test_a_closed_field_takes_nothing(qtbot: QtBot, look: Look) -> None:
    form = show(qtbot, look, LineField(look, "Name"))
    form.field.set_read_only(True)
    QTest.keyClicks(form.field.entry, "x")
    assert form.field.value() == ""
