"""The grid: partners placed by mouse and by keys alike, and the same choice as in circle and table."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.partner import Partner
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.access import PictureInterface
from app.ui.who.circle.scene import Stop
from app.ui.who.page import WhoPage

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> WhoPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(Partner(name="Band manager", interest=4, influence=5))
        edit.add(Partner(name="School district", interest=2, influence=3, form="organisation"))
        edit.add(Partner(name="Youth council", form="committee"))
    made = WhoPage(look, session, str, Names())
    made.show_view("grid")
    qtbot.addWidget(made)
    made.resize(1250, 860)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.grid.view.setFocus()
    return made


def named(session: Session, name: str) -> Partner:
    return next(one for one in session.workspace.all(Partner) if one.name == name)


def marks(session: Session, name: str) -> tuple[int | None, int | None]:
    found = named(session, name)
    return found.interest, found.influence


def drag(page: WhoPage, qtbot: QtBot, start: QPointF, end: QPointF) -> None:
    view = page.grid.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for share in (0.5, 1.0):
        at = start + (end - start) * share
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, Mod.NoModifier)
        )
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())


def square(page: WhoPage, interest: int, influence: int) -> QPointF:
    box = page.grid.view.paint().square
    return QPointF(box.left() + (interest - 0.5) * box.width() / 5, box.bottom() - (influence - 0.5) * box.height() / 5)


def test_who_waits_is_dragged_in_and_out_again(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    stop = Stop(partner=named(session, "Youth council").id)
    drag(page, qtbot, page.grid.view.paint().at(stop), square(page, 5, 2))
    assert marks(session, "Youth council") == (5, 2)
    drag(page, qtbot, page.grid.view.paint().at(stop), page.grid.view.paint().tray.center())
    assert marks(session, "Youth council") == (None, None)
    session.undo()
    assert marks(session, "Youth council") == (5, 2)


def test_keys_choose_move_and_take_the_judgement_back(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    view = page.grid.view
    qtbot.keyClick(view, Key.Key_Home)
    assert view.scene.chosen == named(session, "Band manager").id
    assert page.table.selected_ids() == [view.scene.chosen]
    assert page.circle.view.scene.chosen == view.scene.chosen
    qtbot.keyClick(view, Key.Key_Right, Mod.AltModifier)
    assert marks(session, "Band manager") == (5, 5)
    qtbot.keyClick(view, Key.Key_Up, Mod.AltModifier)
    assert marks(session, "Band manager") == (5, 5)
    qtbot.keyClick(view, Key.Key_Down, Mod.AltModifier)
    assert marks(session, "Band manager") == (5, 4)
    qtbot.keyClick(view, Key.Key_Delete)
    assert marks(session, "Band manager") == (None, None)
    qtbot.keyClick(view, Key.Key_Up, Mod.AltModifier)
    assert marks(session, "Band manager") == (3, 3)


def test_arrows_reach_every_dot(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    view = page.grid.view
    seen = set()
    for key in (Key.Key_Home, Key.Key_Left, Key.Key_End, Key.Key_Left):
        qtbot.keyClick(view, key)
        seen.add(view.scene.chosen)
    assert len(seen) == 3


def test_a_screen_reader_hears_both_judgements(page: WhoPage, session: Session) -> None:
    circle = PictureInterface(page.grid.view)
    names = [circle.child(n).text(QAccessible.Text.Name) for n in range(circle.childCount())]
    assert "School district, Organisation, interest 2, influence 3" in names
    assert "Youth council, Committee, not judged yet" in names


@pytest.mark.parametrize(("width", "height", "scale"), [(760, 600, 1.0), (560, 300, 1.0), (1180, 330, 2.0)])
def test_no_name_touches_another_or_leaves_the_picture(
    page: WhoPage, look: Look, width: int, height: int, scale: float
) -> None:
    look.apply("light", scale)
    view = page.grid.view
    view.setFixedSize(width, height)
    paint = view.paint()
    boxes = [QRectF(a, b, c - a, d - b) for a, b, c, d in paint.labels().values()]
    fields = [box for _words, box in paint._field_names()]
    assert not [1 for one, other in combinations([*boxes, *fields], 2) if one.intersects(other)]
    assert all(QRectF(view.rect()).contains(one) for one in [*boxes, *fields])


def test_in_a_file_that_is_only_looked_at_nothing_moves(
    look: Look, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(Partner(name="Band manager", interest=4, influence=5))
    monkeypatch.setattr(type(session.workspace), "read_only", property(lambda _self: True))
    page = WhoPage(look, session, str, Names())
    qtbot.addWidget(page)
    page.select(named(session, "Band manager").id)
    with qtbot.assertNotEmitted(page.grid.view.marks_requested):
        qtbot.keyClick(page.grid.view, Key.Key_Down, Mod.AltModifier)
        qtbot.keyClick(page.grid.view, Key.Key_Delete)
