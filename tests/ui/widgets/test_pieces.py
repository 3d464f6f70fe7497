"""The other pieces: words, buttons, chips, headers, banners, flow, search box, QR code."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.widgets import (
    Banner,
    Button,
    Card,
    CheckBox,
    Chip,
    Columns,
    ElidedWords,
    EmptyState,
    FlowLayout,
    IconButton,
    PageHeader,
    PressRow,
    ProgressBar,
    QrCode,
    ScrollPage,
    SearchField,
    Segmented,
    Words,
)


def test_markup_in_words_is_shown_as_typed(qtbot: QtBot, look: Look) -> None:
    words = Words("<h1>big</h1>")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.sizeHint().height() < look.px(30)


def test_cut_words_say_all_in_the_tooltip(qtbot: QtBot, look: Look) -> None:
    words = ElidedWords("A rather long name of an organisation")
    qtbot.addWidget(words)
    words.resize(80, 20)
    words.show()
    assert words.toolTip() == "A rather long name of an organisation"
    words.resize(800, 20)
    assert words.toolTip() == ""


def test_an_icon_button_says_what_it_does(qtbot: QtBot, look: Look) -> None:
    button = IconButton(look, "undo-2", "Undo: rename partner")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Undo: rename partner"


def test_a_button_is_pressed_by_space(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Add a step", "plus", "primary")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_keyboard_user_sees_where_the_focus_is(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Add", kind="plain")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert button.grab().toImage() != plain


def test_a_chip_says_its_words_to_a_screen_reader(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, "2 days late", "warn")
    qtbot.addWidget(chip)
    chip.set_chip("Done", "ok", "circle-check")
    assert chip.accessibleName() == "Done"


def test_progress_is_said_in_words(qtbot: QtBot, look: Look) -> None:
    bar = ProgressBar(look, 0.3, "9 of 30 done")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "9 of 30 done"


def test_a_header_escapes_what_people_named_things(qtbot: QtBot, look: Look) -> None:
    header = PageHeader(look, "Who?")
    qtbot.addWidget(header)
    header.set_line("<b>1</b> partner.", "No one yet: <i>Schools</i>.")
    assert "&lt;b&gt;" in header.line.text()
    assert "&lt;i&gt;" in header.line.text()
    assert header.line.accessibleName() == "<b>1</b> partner. No one yet: <i>Schools</i>."


def test_a_narrow_header_puts_its_actions_below(qtbot: QtBot, look: Look) -> None:
    header = PageHeader(look, "Action plan")
    qtbot.addWidget(header)
    button = Button(look, "Add a step to the plan", "plus")
    header.add_action(button)
    header.resize(900, 120)
    header.show()
    beside = button.mapTo(header, button.rect().topLeft())
    header.resize(260, 200)
    qtbot.waitUntil(lambda: button.mapTo(header, button.rect().topLeft()).x() < 20)
    assert beside.x() > 500


def test_a_segment_is_chosen_by_arrow_keys_and_told_once(qtbot: QtBot, look: Look) -> None:
    view = Segmented(look, "View", [("outline", "Outline", ""), ("table", "Table", "")])
    qtbot.addWidget(view)
    heard: list[str] = []
    view.view_chosen.connect(heard.append)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    first = view.findChildren(QAbstractButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert (heard, view.current()) == (["table"], "table")
    view.set_current("outline")
    assert heard == ["table"]


def test_a_banner_shows_plain_words_and_its_action(qtbot: QtBot, look: Look) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.say("The disk is full. <b>Free some space.</b>", "warn", "Try again")
    assert banner.sentence() == "The disk is full. <b>Free some space.</b>"
    button = next(b for b in banner.findChildren(QAbstractButton) if b.text() == "Try again")
    with qtbot.waitSignal(banner.action_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_trouble_stays_until_it_is_closed(qtbot: QtBot, look: Look) -> None:
    banner = Banner(look)
    qtbot.addWidget(banner)
    banner.say("The disk is full.", "warn")
    assert not banner.will_go()
    banner.say("Saved.", "ok")
    assert banner.will_go()
    with qtbot.waitSignal(banner.closed):
        banner.close_message()
    assert banner.sentence() == ""


def test_an_empty_place_offers_its_beginning(qtbot: QtBot, look: Look) -> None:
    empty = EmptyState(look, "users", "Nobody yet", "Add the first person.", "Add a partner")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_columns_stack_where_there_is_no_room_and_with_large_text(qtbot: QtBot, look: Look) -> None:
    columns = Columns(look, least=600)
    qtbot.addWidget(columns)
    for title in ("Next steps", "People to get back to"):
        columns.add(Card(look, title))
    columns.resize(800, 300)
    columns.show()
    assert not columns.is_stacked()
    look.apply("light", 2.0)
    assert columns.is_stacked()
    look.apply("light", 1.0)
    columns.resize(500, 300)
    assert columns.is_stacked()


def test_a_row_breaks_where_the_width_ends(qtbot: QtBot, look: Look) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, gap=6)
    for number in range(6):
        flow.addWidget(Chip(look, f"Group number {number}"))
    assert flow.heightForWidth(2000) < flow.heightForWidth(300) < flow.heightForWidth(120)


def test_wrapped_words_in_a_card_are_never_cut(qtbot: QtBot, look: Look) -> None:
    look.apply("light", 2.0)
    page = ScrollPage(look, "Page")
    qtbot.addWidget(page)
    card = Card(look, "Who is missing?")
    words = Words("Nobody speaks for Schools or Newcomer services yet. " * 4, wrap=True)
    card.add(words)
    page.add(card)
    page.resize(640, 400)
    page.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()), timeout=500)


def test_a_tick_can_be_seen_without_colour(qtbot: QtBot, look: Look) -> None:
    box = CheckBox(look, "Show names")
    qtbot.addWidget(box)
    off = _shades(box)
    box.setChecked(True)
    assert _shades(box) > off


def test_the_search_box_tells_each_change_and_the_keys(qtbot: QtBot, look: Look) -> None:
    box = SearchField(look, "Find a partner…")
    qtbot.addWidget(box)
    heard: list[object] = []
    box.searched.connect(heard.append)
    box.moved.connect(heard.append)
    box.left.connect(lambda: heard.append("left"))
    QTest.keyClicks(box.entry, "ab")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        QTest.keyClick(box.entry, key)
    assert heard == ["a", "ab", 1, -1, "", "left"]


def test_a_qr_code_is_dark_on_white_with_a_quiet_edge(qtbot: QtBot, look: Look) -> None:
    look.apply("dark")
    code = QrCode(segno.make("https://example.org/list").matrix, "https://example.org/list")
    qtbot.addWidget(code)
    image = code.grab().toImage()
    middle = image.height() // 2
    across = [image.pixelColor(x, middle).lightness() for x in range(image.width())]
    assert set(across[4:12]) == {255}
    assert 0 in across
    assert "example.org" in code.accessibleName()


def _shades(box: CheckBox) -> int:
    image = box.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    side = image.height()
    return len({image.pixelColor(x, y).lightness() // 16 for x in range(2, side) for y in range(2, side)})


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_is_to_be_pressed_is_pressed_by_enter_and_by_space(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    for button in (Button(look, "Add a step"), PressRow(look, "The toolkit’s seven steps", "circle")):
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked, timeout=500):
            QTest.keyClick(button, key)
