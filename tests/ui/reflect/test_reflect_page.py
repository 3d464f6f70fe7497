"""A meeting is led by keyboard: cards, piles, dots, and what becomes of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.data.check import check_file
from app.data.opening import open_workspace
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.ui.names import Names
from app.ui.reflect.answer_card import MIME, AnswerCard, carried
from app.ui.reflect.leading import CLOSE
from app.ui.reflect.page import ReflectPage
from app.ui.session import Session
from app.ui.widgets import Button, CheckBox, PressRow, Words
from tests.ui.reflect.conftest import answers, focused, meeting, press, write

ALT = Qt.KeyboardModifier.AltModifier


def shown(page: ReflectPage) -> str:
    QApplication.processEvents()
    parts = [one.text() for one in page.findChildren(Words) if one.isVisible()]
    parts += [one.text() for one in page.findChildren(PressRow) if one.isVisible()]
    return "\n".join(parts)


def test_an_empty_place_says_how_to_begin_and_begins(page: ReflectPage, session: Session) -> None:
    assert "Nine questions help a group to think" in shown(page)
    page.meetings.empty.button.click()
    assert [one.name for one in session.workspace.all(Meeting)] == ["Meeting"]
    assert isinstance(focused(page), QLineEdit)
    QTest.keyClicks(focused(page), "First evening")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert session.workspace.all(Meeting)[0].name == "First evening"
    assert page.view.header.title.text() == "First evening"


def test_enter_makes_a_card_and_goes_on(led: ReflectPage) -> None:
    write(led, "Schools", "Motel staff")
    assert [one.words for one in answers(led)] == ["Schools", "Motel staff"]
    assert led.view.asking.entry.words() == ""
    assert focused(led) is led.view.asking.entry
    assert {one.question for one in answers(led)} == {"8"}


def test_a_pasted_list_is_a_card_a_line(led: ReflectPage) -> None:
    entry = led.view.asking.entry
    entry.insertPlainText("Schools\n\n  Motel staff \nElders")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert [one.words for one in answers(led)] == ["Schools", "Motel staff", "Elders"]


def test_a_card_that_is_too_long_stays_where_it_was_typed(led: ReflectPage) -> None:
    entry = led.view.asking.entry
    entry.insertPlainText("word " * 130)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert answers(led) == []
    assert entry.words().startswith("word word")
    assert "too long" in led.view.banner.sentence()


def test_each_card_is_one_step_of_undo(led: ReflectPage, session: Session) -> None:
    write(led, "Schools", "Motel staff")
    session.undo()
    assert [one.words for one in answers(led)] == ["Schools"]
    session.redo()
    assert len(answers(led)) == 2


def test_arrows_walk_and_signs_give_dots(led: ReflectPage) -> None:
    write(led, "Schools", "Motel staff", "Elders")
    press(led, Qt.Key.Key_Down)
    assert isinstance(focused(led), AnswerCard)
    press(led, Qt.Key.Key_Right, "++-+")
    assert [one.dots for one in answers(led)] == [None, 2, None]
    card = led.view.asking.board.card(answers(led)[1].id)
    assert card.accessibleName() == "Motel staff, 2 dots"
    press(led, Qt.Key.Key_Up)
    assert focused(led) is led.view.asking.entry


def test_alt_with_an_arrow_moves_a_card_and_it_keeps_the_focus(led: ReflectPage) -> None:
    write(led, "Schools", "Motel staff", "Elders")
    press(led, Qt.Key.Key_Down)
    press(led, Qt.Key.Key_Right, Qt.Key.Key_Right, mods=ALT)
    assert [one.words for one in answers(led)] == ["Motel staff", "Elders", "Schools"]
    assert led.view.asking.board.card(answers(led)[2].id).hasFocus()


def test_g_lays_a_card_into_a_pile(led: ReflectPage) -> None:
    write(led, "Schools", "Motel staff", "Elders")
    press(led, Qt.Key.Key_Down, "g")
    assert focused(led) is led.view.asking.entry
    press(led, "Who sees them", Qt.Key.Key_Return)
    assert [one.pile for one in answers(led)] == ["Who sees them", "", ""]
    assert led.view.asking.board.card(answers(led)[0].id).hasFocus()


def test_escape_leaves_the_pile_and_brings_back_what_was_half_typed(led: ReflectPage) -> None:
    write(led, "Schools")
    press(led, "Half a th", Qt.Key.Key_Down)
    press(led, "g", "Nonsense", Qt.Key.Key_Escape)
    assert answers(led)[0].pile == ""
    assert led.view.asking.entry.words() == "Half a th"
    assert isinstance(focused(led), AnswerCard)


def test_a_card_dropped_on_another_joins_it_and_on_the_ground_leaves_again(led: ReflectPage) -> None:
    write(led, "Schools", "Motel staff")
    one, two = answers(led)
    board = led.view.asking.board
    board.drop(two.id, board.card(one.id).geometry().center())
    assert {card.pile for card in answers(led)} == {"Schools"}
    board.drop(two.id, QPoint(board.width() - 4, board.height() - 2))
    assert [card.pile for card in answers(led)] == ["Schools", ""]
    assert bytes(carried(one.id).data(MIME).data()).decode() == one.id


def test_a_pile_is_called_otherwise_by_its_name(led: ReflectPage) -> None:
    write(led, "Schools")
    led.leading.lay_in(answers(led)[0].id, "Places")
    led.view.asking.board._heads["Places"].click()
    press(led, "Where", Qt.Key.Key_Return)
    assert answers(led)[0].pile == "Where"


def test_f2_takes_other_words_and_delete_takes_a_card_away(led: ReflectPage) -> None:
    write(led, "Schols", "Motel staff")
    press(led, Qt.Key.Key_Down, Qt.Key.Key_F2)
    press(led, "Schools", Qt.Key.Key_Return)
    assert answers(led)[0].words == "Schools"
    press(led, Qt.Key.Key_Delete)
    assert [one.words for one in answers(led)] == ["Motel staff"]
    assert led.view.asking.board.card(answers(led)[0].id).hasFocus()
    press(led, Qt.Key.Key_Delete)
    assert focused(led) is led.view.asking.entry


def test_one_key_makes_a_step_and_the_panel_leads_there(led: ReflectPage, session: Session) -> None:
    write(led, "Ask the school for an evening")
    press(led, Qt.Key.Key_Down, "s")
    item = session.workspace.all(Item)[0]
    assert (item.what, item.origin) == ("Ask the school for an evening", "question:8")
    spy = QSignalSpy(led.open_requested)
    next(one for one in led.view.asking.chosen.findChildren(PressRow) if one.text().startswith("Step:")).click()
    press(led, "o")
    assert [spy.at(n) for n in range(spy.count())] == [["item", item.id]] * 2
    assert led.view.asking.chosen.form.isVisible()


def test_the_lead_and_day_of_a_step_are_set_beside_the_card(led: ReflectPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Band manager"))
    write(led, "Ask the school")
    press(led, Qt.Key.Key_Down, "s")
    form = led.view.asking.chosen.form
    form.fields["lead"].set_value("")
    form.fields["lead"].entry.setCurrentIndex(form.fields["lead"].entry.findData(partner.id))
    form.fields["lead"].commit()
    assert session.workspace.all(Item)[0].lead == partner.id


def test_one_key_makes_a_partner_and_another_an_agreement(led: ReflectPage, session: Session) -> None:
    write(led, "Fish plant: workers come every summer")
    press(led, Qt.Key.Key_Down, "pa")
    assert [one.name for one in session.workspace.all(Partner)] == ["Fish plant"]
    kept = answers(led)[0]
    assert kept.agreed
    assert "became: partner, agreed" in led.view.asking.board.card(kept.id).accessibleName()
    press(led, "a")
    assert not answers(led)[0].agreed


def test_the_button_of_a_letter_does_the_same(led: ReflectPage, session: Session) -> None:
    write(led, "Schools")
    press(led, Qt.Key.Key_Down)
    button = next(one for one in led.view.asking.chosen.findChildren(Button) if one.text() == "A step (S)")
    button.click()
    assert len(session.workspace.all(Item)) == 1


def test_letters_that_belong_to_another_question_do_nothing(led: ReflectPage, session: Session) -> None:
    write(led, "VAWIR committee")
    press(led, Qt.Key.Key_Down, "c")
    assert session.workspace.all(Partner) == []
    led.leading.go_to("6")
    write(led, "VAWIR committee")
    press(led, Qt.Key.Key_Down, "c")
    assert [one.form for one in session.workspace.all(Partner)] == ["committee"]
    assert "Goal: VAWIR committee takes this work on" in shown(led)


def test_a_page_to_read_is_chosen_from_those_that_speak_of_it(led: ReflectPage, session: Session) -> None:
    led.leading.go_to("2")
    write(led, "The signs")
    press(led, Qt.Key.Key_Down, "r")
    QApplication.processEvents()
    assert isinstance(focused(led), PressRow)
    rows = [one for one in led.view.asking.chosen.findChildren(PressRow) if one.isVisible()]
    assert 1 <= len(rows) <= 5
    rows[0].click()
    kept = answers(led)[0]
    assert kept.page
    assert [one.page for one in session.workspace.all(Mark)] == [kept.page]


def test_what_somebody_brings_is_noted_with_them(led: ReflectPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Taxi owner"))
    led.leading.go_to("7")
    write(led, "I can drive")
    press(led, Qt.Key.Key_Down, "b")
    led.leading.bring(answers(led)[0].id, partner.id, "abilities")
    kept = session.workspace.get(Partner, partner.id)
    assert kept is not None and kept.abilities == "I can drive"


def test_question_eight_shows_the_gaps_and_opens_the_circle(led: ReflectPage) -> None:
    door = led.view.asking.door
    assert door.text().startswith("15 groups have no one yet: ")
    spy = QSignalSpy(led.open_requested)
    door.click()
    assert spy.at(0) == ["circle", ""]


def test_every_question_of_the_toolkit_has_a_door(led: ReflectPage) -> None:
    for number in range(1, 10):
        led.leading.go_to(str(number))
        assert led.view.asking.door.isVisible(), number


def test_half_typed_words_are_there_again_where_they_were_typed(led: ReflectPage) -> None:
    entry = led.view.asking.entry
    entry.setFocus()
    press(led, "Half a thou")
    led.leading.go_to("9")
    assert entry.words() == ""
    led.leading.go_to("8")
    assert entry.words() == "Half a thou"
    at = meeting(led).id
    led.show_list()
    led.open_meeting(at, "ask")
    assert (led.leading.at, entry.words()) == ("8", "Half a thou")


def test_the_meeting_goes_through_rules_questions_and_close(led: ReflectPage) -> None:
    led.leading.go_to("safety")
    assert "One person speaks at a time" in shown(led)
    for _question in range(9):
        led.view.asking.on.click()
    assert led.leading.place_in_words() == "Question 9 of 9"
    led.view.asking.on.click()
    assert "How is everyone going home?" in shown(led)
    assert "9-1-1" in shown(led)
    led.view.asking.on.click()
    assert led.leading.at == "close"


def test_questions_are_chosen_ordered_and_added(page: ReflectPage, session: Session) -> None:
    page.new_meeting()
    prepare = page.view.prepare
    ticks = [one for one in prepare.findChildren(CheckBox) if one.accessibleName().startswith("Ask: ")]
    ticks[0].click()
    assert meeting(page).asks == ("2", "3", "4", "5", "6", "7", "8", "9")
    earlier = next(
        one for one in prepare.findChildren(Button) if one.accessibleName().startswith("Ask earlier: Who else")
    )
    earlier.click()
    assert meeting(page).asks == ("2", "3", "4", "5", "6", "8", "7", "9")
    prepare.own.entry.setText("What about the ferry?")
    prepare.own.commit()
    own = session.workspace.all(Question)[0]
    assert meeting(page).asks[-1] == own.id
    assert page.leading.asked[-1].text == "What about the ferry?"


def test_what_was_answered_is_shown_even_when_its_question_is_asked_no_more(led: ReflectPage, session: Session) -> None:
    write(led, "Schools")
    card = answers(led)[0].id
    session.change(Meeting, meeting(led).id, "Change meeting", {"asks": ("1", "2")})
    assert [one.key for one in led.leading.asked] == ["1", "2", "8"]
    led.show_list()
    led.show_answer(card)
    assert led.view.asking.board.chosen == card


def test_somebody_new_is_added_to_the_circle_and_to_who_came(page: ReflectPage, session: Session) -> None:
    page.new_meeting()
    page.view.prepare.newcomer.entry.setText("Ferry worker")
    page.view.prepare.newcomer.commit()
    partner = session.workspace.all(Partner)[0]
    assert (partner.name, meeting(page).came) == ("Ferry worker", (partner.id,))
    session.undo()
    assert (session.workspace.all(Partner), meeting(page).came) == ([], ())


def test_answers_of_two_meetings_stand_side_by_side(led: ReflectPage) -> None:
    write(led, "Schools")
    led.new_meeting()
    led.view.show_view("ask")
    led.leading.go_to("8")
    write(led, "The ferry")
    led.view.show_view("compare")
    assert led.view.compare.question.value() == "8"
    rows = [one.text() for one in led.view.compare.findChildren(PressRow) if one.isVisible()]
    assert sorted(rows) == ["Schools", "The ferry"]
    next(one for one in led.view.compare.findChildren(PressRow) if one.text() == "Schools").click()
    assert [one.words for one in answers(led)] == ["Schools"]


def test_a_removed_meeting_leads_back_to_the_list_and_can_come_again(led: ReflectPage, session: Session) -> None:
    write(led, "Schools")
    led.view.prepare.remove.click()
    assert led.currentWidget() is led.meetings
    assert session.workspace.all(Answer) == []
    session.undo()
    assert "1 meeting, 1 answer" in led.meetings.header.line.text()


def test_the_way_back_from_a_step_leads_to_its_card(led: ReflectPage, session: Session) -> None:
    write(led, "Schools", "Ask the school")
    step = answers(led)[1].id
    led.leading.become("step", step)
    led.show_list()
    assert led.show_source(session.workspace.all(Item)[0].id)
    assert led.view.asking.board.card(step).hasFocus()
    assert not led.show_source("nobody")


def test_hidden_names_are_hidden_beside_the_card_too(led: ReflectPage, names: Names) -> None:
    led.leading.go_to("7")
    write(led, "Ada Lovelace")
    press(led, Qt.Key.Key_Down, "p")
    assert "Partner: Ada Lovelace" in shown(led)
    names.set_hidden(True)
    assert "Partner: Ada Lovelace" not in shown(led)


def test_a_card_that_reads_like_a_story_is_answered_gently_and_can_be_kept(led: ReflectPage) -> None:
    watch = led.view.asking.watch
    led.view.asking.entry.setFocus()
    press(led, "A girl from here was trafficked")
    watch.look_now()
    assert "Please leave it out" in shown(led)
    spy = QSignalSpy(led.help_lines_requested)
    watch.notice.lines.click()
    assert spy.count() == 1
    watch.notice.choose.click()
    assert "trafficked" in led.view.asking.entry.textCursor().selectedText()
    watch.notice.keep.click()
    assert watch.notice.isHidden()
    press(led, Qt.Key.Key_Return)
    watch.look_now()
    assert len(answers(led)) == 1


def test_a_file_for_looking_only_shows_cards_and_takes_none(led: ReflectPage, session: Session) -> None:
    write(led, "Schools")
    file, where = session.workspace.path, meeting(led).id
    session.close()
    looking = Session(open_workspace(file, read_only=True))
    page = ReflectPage(led._look, looking, Names(), lambda _words: (), ())
    page.show()
    page.open_meeting(where, "ask")
    page.leading.go_to("8")
    assert page.view.asking.entry.isReadOnly()
    page.view.asking.board.wished.emit("S", page.leading.cards()[0].id)
    assert looking.workspace.all(Item) == []
    page.close()
    looking.close()
    assert check_file(file) == []


def test_the_office_s_own_numbers_are_among_those_at_the_close(led: ReflectPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(LocalLine(name="Band office", number="250-555-0101"))
    led.leading.go_to(CLOSE)
    QApplication.processEvents()
    said = "\n".join(one.text() for one in led.view.asking.findChildren(Words))
    assert "Band office: 250-555-0101" in said
