"""The gentle word below a text that reads like somebody's story."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.partner import Partner
from app.ui.form.caution_notice import CautionWatch
from app.ui.form.record_form import RecordForm
from app.ui.session import Session
from app.ui.theme import Look

STORY = "Knows boats. She was trafficked in 2019."


@pytest.fixture
def form(look: Look, session: Session, qtbot: QtBot) -> RecordForm:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(id="p", name="Mae"))
    made = RecordForm(look, session, Partner, (("", ("name", "notes")),), "Change", lambda _kind: ())
    qtbot.addWidget(made)
    made.show_record(session.workspace.get(Partner, "p"))
    made.show()
    return made


def watch(form: RecordForm) -> CautionWatch:
    found: CautionWatch = form.fields["notes"].findChild(CautionWatch)
    return found


def write(form: RecordForm, text: str) -> None:
    form.fields["notes"].entry.setPlainText(text)
    watch(form).look_now()


def test_ordinary_words_are_left_alone(form: RecordForm) -> None:
    write(form, "Supports victims of trafficking")
    assert watch(form).notice is None


def test_a_story_gets_a_word_and_is_kept_all_the_same(form: RecordForm, session: Session) -> None:
    write(form, STORY)
    notice = watch(form).notice
    assert notice is not None
    assert not notice.isHidden()
    form.fields["notes"].commit()
    kept = session.workspace.get(Partner, "p")
    assert kept is not None
    assert kept.notes == STORY


def test_typing_is_looked_at_when_it_rests(form: RecordForm, qtbot: QtBot) -> None:
    form.fields["notes"].entry.setPlainText(STORY)
    qtbot.waitUntil(lambda: watch(form).notice is not None)


def test_it_can_be_kept_and_is_not_said_again(form: RecordForm) -> None:
    write(form, STORY)
    notice = watch(form).notice
    assert notice is not None
    notice.keep.click()
    assert notice.isHidden()
    watch(form).look_now()
    assert notice.isHidden()
    write(form, f"{STORY} He is a pimp.")
    assert not notice.isHidden()


def test_the_words_are_chosen_also_after_letters_that_count_twice(form: RecordForm) -> None:
    write(form, f"🧡🧡 {STORY}")
    notice = watch(form).notice
    assert notice is not None
    notice.choose.click()
    assert form.fields["notes"].entry.textCursor().selectedText() == "She was trafficked"


def test_the_help_lines_are_one_press_away(form: RecordForm, qtbot: QtBot) -> None:
    write(form, STORY)
    notice = watch(form).notice
    assert notice is not None
    with qtbot.waitSignal(form.help_lines_requested):
        notice.lines.click()


def test_another_partners_text_is_looked_at_anew(form: RecordForm) -> None:
    write(form, STORY)
    notice = watch(form).notice
    assert notice is not None
    form.fields["notes"].set_value("")
    watch(form).look_now()
    assert notice.isHidden()
