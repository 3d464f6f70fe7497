"""Ways between meetings and the rest of the program."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.frame.window import Frame
from app.ui.reflect.page import ReflectPage
from app.ui.who.page import WhoPage


def follow(frame: Frame, reflect: ReflectPage, who: WhoPage, kind: str, thing: str) -> bool:
    """Go where `kind` and `thing` say: what belongs to meetings, or the part of the program that a question leads to.

    False where that is not there: a step may come of a question that nobody has asked here.
    """
    if kind == "came-of":
        found = reflect.show_source(thing)
        if found:
            frame.go_to("reflect")
        return found
    ways: dict[str, tuple[str, Callable[[], object]]] = {
        "answer": ("reflect", lambda: reflect.show_answer(thing)),
        "meeting": ("reflect", lambda: reflect.open_meeting(thing)),
        "question": ("reflect", lambda: reflect.show_question(thing)),
        "circle": ("who", lambda: who.show_view("circle")),
        "committees": ("who", lambda: who.rooms.go_to("committees")),
        "place": (thing, lambda: None),
    }
    if kind not in ways:
        return False
    place, go = ways[kind]
    frame.go_to(place)
    go()
    return True
