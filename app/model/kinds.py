"""The kinds of record that a community file holds. Adding one is: declare it, and name it here."""

from __future__ import annotations

from app.model.community import Community
from app.model.copy import Copy
from app.model.groups import Group
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import Record
from app.model.talk import Talk
from app.model.tie import Tie

KINDS: tuple[type[Record], ...] = (
    Community,
    Partner,
    Tie,
    Item,
    Copy,
    Mark,
    LocalLine,
    Talk,
    Group,
    Note,
    Meeting,
    Question,
    Answer,
)
