"""Reflecting: the toolkit's nine questions, talked about in meetings, and what people answered.

Source of the questions: toolkit, "Get Organized", Reflecting, quoted word for word. What each leads to follows the toolkit's
own pages: who (8), the committee (6), what each can offer (7), the first step (9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.model.origin import LONGEST as LONGEST_ORIGIN
from app.model.phrases import N_
from app.model.schema import Audience, Record, count, day, flag, line, link, links, long, words

OFFICE = Audience.OFFICE
# On a wall, a longer question leaves no room for answers.
LONGEST_QUESTION = 300
MOST_DOTS = 999


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is asked. `key` is "1" to "9" for the toolkit's, or the id of a community's own.

    `help` is a sentence below it and `examples` are words to begin with; both are ours. `leads` says what an answer becomes
    first: "scope", "learn", "idea", "support", "resource", "committee", "offer", "who", "step", or "" for a note. `origin` says
    where a community's own came from (see app.model.origin).
    """

    key: str
    text: str
    help: str = ""
    examples: tuple[str, ...] = ()
    leads: str = ""
    origin: str = ""

    @property
    def number(self) -> int:
        """Its number in the toolkit, or 0 for a community's own."""
        return int(self.key) if self.key.isdecimal() and len(self.key) == 1 else 0


QUESTIONS: tuple[Asked, ...] = (
    Asked(
        "1",
        N_("How does human trafficking impact me and my community?"),
        N_("Begin small. What have people noticed? What do they fear? Speak of the community, not of one person."),
        (N_("Rides after dark"), N_("Offers of work online"), N_("Camps and highways nearby")),
        "scope",
    ),
    Asked(
        "2",
        N_("What do we need to know more about to feel educated about this issue?"),
        N_("You may want to read more, or to invite somebody to speak."),
        (N_("The signs"), N_("The law"), N_("Who to call")),
        "learn",
    ),
    Asked(
        "3",
        N_("How can we start to address this issue?"),
        N_("Any first idea counts. Choosing comes later."),
        (N_("A talk at the school"), N_("A poster in the store"), N_("Safe rides home")),
        "idea",
    ),
    Asked(
        "4",
        N_("How do we support each other in having difficult conversations about what is happening in our community?"),
        N_("What do we agree on for our meetings? Who can sit with somebody afterwards?"),
        (N_("Anyone may pass"), N_("Two people who listen"), N_("Food and quiet at the end")),
        "support",
    ),
    Asked(
        "5",
        N_("What local resources could help us?"),
        N_("Think of people, places, money and skills."),
        (N_("The hall"), N_("The clinic"), N_("The radio")),
        "resource",
    ),
    Asked(
        "6",
        N_("Is there a local committee that would take on these issues? Do we need to start a new group or committee?"),
        N_("Who meets already? Would they take this on?"),
        (N_("Community Action Team"), N_("VAWIR committee"), N_("Elders’ circle")),
        "committee",
    ),
    Asked(
        "7",
        N_("What can I offer to the committee? What skills, abilities, passions, connections, and ideas do I bring?"),
        N_("Each for themselves. Small things count: a van, a kitchen, an hour a week."),
        (N_("I can drive"), N_("I know the coaches"), N_("I can write letters")),
        "offer",
    ),
    Asked(
        "8",
        N_("Who else needs to be involved?"),
        N_("Look round the room. Who is not here?"),
        (N_("Young people"), N_("Businesses"), N_("Newcomers")),
        "who",
    ),
    Asked(
        "9",
        N_("What is the first step we need to take as a community to address issues of human trafficking?"),
        N_("One small step, with a name and a day."),
        (N_("Ask the school for an evening"), N_("Print the help lines")),
        "step",
    ),
)
BY_KEY: Mapping[str, Asked] = {one.key: one for one in QUESTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A meeting of a group. `asks` are the keys of its questions in their order; `came` are partners, `others` counts those
    who came and are in no list. `rules` are read first. Where a meeting stands is no part of it: see app.data.unfinished.
    """

    kind: ClassVar[str] = "meeting"
    noun: ClassVar[str] = N_("meeting")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Called"), search=5, audience=Audience.COMMITTEE)
    on: date | None = day(N_("Day"), audience=Audience.COMMITTEE)
    place: str = line(N_("Place"), search=2, audience=Audience.COMMITTEE)
    purpose: str = long(N_("What for"), limit=1_000, search=2, audience=Audience.COMMITTEE)
    came: tuple[str, ...] = links(N_("Who came"), "partner", audience=OFFICE)
    others: int | None = count(N_("How many others came"), 500, audience=OFFICE)
    rules: str = long(N_("Ground rules and safety words"), limit=4_000, audience=Audience.COMMITTEE)
    asks: tuple[str, ...] = words(N_("Questions"), audience=Audience.COMMITTEE)
    ended: bool = flag(N_("Over"), audience=Audience.COMMITTEE)
    notes: str = long(N_("Notes"), search=1, audience=OFFICE)

    def is_held(self, today: date) -> bool:
        """Whether it has been held: it was said to be over, or its day is past."""
        return self.ended or (self.on is not None and self.on < today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A question of the community's own."""

    kind: ClassVar[str] = "question"
    noun: ClassVar[str] = N_("question")
    title_field: ClassVar[str] = "text"

    text: str = line(N_("Question"), limit=LONGEST_QUESTION, search=3, required=True, audience=Audience.COMMITTEE)
    help: str = line(N_("Help below it"), limit=LONGEST_QUESTION, audience=Audience.COMMITTEE)
    origin: str = line(N_("Where this came from"), limit=LONGEST_ORIGIN, audience=Audience.COMMITTEE)

    def asked(self) -> Asked:
        """As it is asked in a meeting."""
        return Asked(self.id, self.text, self.help, origin=self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """A card: some words to one question of one meeting. Nobody's name is kept with it, in the history neither.

    Cards with the same `pile` lie together. `dots` are votes. `order` is its place among the question's cards. What became
    of it: steps, partners, a committee, numbers; `agreed` makes it a working agreement. `source` is a sheet it was read from
    (computed), so that a sheet read twice brings nothing twice.
    """

    kind: ClassVar[str] = "answer"
    noun: ClassVar[str] = N_("answer")
    title_field: ClassVar[str] = "words"

    meeting: str = link(N_("Meeting"), "meeting", required=True, audience=Audience.COMMITTEE)
    question: str = line(N_("Question"), limit=40, required=True, audience=Audience.COMMITTEE)
    words: str = line(N_("Answer"), limit=600, search=4, required=True, audience=Audience.COMMITTEE)
    pile: str = line(N_("Pile"), limit=80, search=1, audience=Audience.COMMITTEE)
    order: int | None = count(N_("Place"), 9_999, audience=Audience.COMMITTEE)
    dots: int | None = count(N_("Dots"), MOST_DOTS, audience=Audience.COMMITTEE)
    agreed: bool = flag(N_("We agreed on it"), audience=Audience.COMMITTEE)
    items: tuple[str, ...] = links(N_("Steps that came of it"), "item", audience=Audience.COMMITTEE)
    partners: tuple[str, ...] = links(N_("Partners that came of it"), "partner", audience=OFFICE)
    numbers: tuple[str, ...] = links(N_("Numbers that came of it"), "helpline", audience=Audience.COMMITTEE)
    page: str = line(N_("Page to read"), limit=200, audience=Audience.COMMITTEE)
    source: str = line(N_("Read from"), limit=80, audience=OFFICE)


def asked_in(meeting: Meeting, own: Iterable[Question]) -> list[Asked]:
    """The meeting's questions in their order; a question that is gone is left out. The toolkit's are yet to be translated."""
    mine = {one.id: one.asked() for one in own}
    return [found for key in meeting.asks if (found := BY_KEY.get(key) or mine.get(key)) is not None]


def answers_to(answers: Iterable[Answer], meeting_id: str, question: str) -> list[Answer]:
    """The cards of one question in one meeting, in their order."""
    mine = [one for one in answers if one.meeting == meeting_id and one.question == question]
    return sorted(mine, key=lambda one: (one.order or 0, one.id))


def piles(answers: Sequence[Answer]) -> list[tuple[str, list[Answer]]]:
    """Cards that lie together, most dots first; single cards ("" as their pile) come last, each in its order."""
    found: dict[str, list[Answer]] = {}
    for one in answers:
        found.setdefault(one.pile, []).append(one)
    named = [(name, cards) for name, cards in found.items() if name]
    named.sort(key=lambda one: (-sum(card.dots or 0 for card in one[1]), one[0].casefold()))
    return [*named, *([("", found[""])] if "" in found else [])]


def laid(answers: Sequence[Answer]) -> list[tuple[str, list[Answer]]]:
    """Cards as they lie on the table: piles in the order of their first cards, single cards ("" as their pile) last.

    Unlike in `piles`, a vote moves nothing: who counts dots must find the cards where they were.
    """
    found: dict[str, list[Answer]] = {}
    for one in answers:
        found.setdefault(one.pile, []).append(one)
    named = [(name, cards) for name, cards in found.items() if name]
    return [*named, *([("", found[""])] if "" in found else [])]


def came_of(answer: Answer) -> int:
    """How much came of a card: steps, partners, numbers, an agreement, a page to read."""
    return len(answer.items) + len(answer.partners) + len(answer.numbers) + answer.agreed + bool(answer.page)


def led_to(answers: Iterable[Answer], record_id: str) -> Answer | None:
    """The card that a step, a partner or a number came of, or None."""
    for one in answers:
        if record_id in (*one.items, *one.partners, *one.numbers):
            return one
    return None


def newest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings by day, those without a day first, since they are yet to be held."""
    return sorted(meetings, key=lambda one: (one.on is not None, one.on and -one.on.toordinal(), one.id))


def next_coming(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The meeting that is yet to be held and comes first; one without a day only where none has one."""
    coming = [one for one in meetings if not one.is_held(today)]
    return min(coming, key=lambda one: (one.on is None, one.on and one.on.toordinal(), one.id), default=None)


def last_held(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The meeting that was held last; one without a day only where none has one."""
    held = [one for one in meetings if one.is_held(today)]
    return max(held, key=lambda one: (one.on is not None, one.on and one.on.toordinal(), one.id), default=None)


def agreements(answers: Iterable[Answer]) -> list[Answer]:
    """The working agreements, in the order in which they were made (question 4 of the toolkit)."""
    return sorted((one for one in answers if one.agreed), key=lambda one: one.id)
