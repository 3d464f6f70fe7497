"""Does a text read like the story of somebody who was harmed, or like a suspicion about somebody?

The program is no case file (toolkit: what is told in confidence belongs to help lines and services), and a file can be seen by
others. This looks for a few plain signs, and only those: one person together with what was done to them, somebody telling
of it, somebody named as the one who did it, numbers of a case. The words that this work uses all day ("victim services",
"youth at risk", "training about trafficking") are none. English alone is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STORY, SUSPECT = "story", "suspect"

_HARMED = (
    "trafficked|raped|abused|assaulted|molested|exploited|groomed|beaten|drugged|pimped|kidnapped|threatened|locked up|"
    "held captive|forced|lured|recruited into|sold for|taken advantage of"
)
_SOMEBODY = (
    "girl|boy|woman|man|lady|teen|teenager|student|child|kid|daughter|son|niece|nephew|sister|brother|cousin|granddaughter|"
    "grandson|mother|minor|client|patient|nanny|caregiver|farm worker|friend"
)
_ONE = rf"(?:a|an|the|this|that|my|our|her|his|one|another)\s+(?:[\w-]+\s+){{0,3}}?(?:{_SOMEBODY})"
_HE = "he|she"
_DOER = "trafficker|pimp|abuser|rapist|recruiter|predator|groomer"

_DONE = rf"(?:\w+\s+){{0,2}}?(?:{_HARMED})\b"
_NEAR, _FAR = r"[^.!?\n]{0,60}?", r"[^.!?\n]{0,80}?"
_KIN = "boyfriend|uncle|stepfather|stepdad|father|boss|employer"
_MAN = "he|she|who|man|guy|owner|manager|driver|uncle|boyfriend|neighbour|neighbor|teacher|coach"
_YOUNG = "girls|boys|kids|children|youth|women|young|students"
_BE = "is|was|may be|might be|could be|must be|he’s|he's|she’s|she's"

_SIGNS: tuple[tuple[str, str], ...] = (
    # one person, and what was done to them
    (STORY, rf"\b{_ONE}\b{_NEAR}\b(?:was|were|had been|has been|got|is being|being|been)\s+{_DONE}"),
    (STORY, rf"\b(?:{_HE}|who)\s+(?:was|had been|has been|got|is being)\s+{_DONE}"),
    (STORY, rf"\b\d{{1,2}}[ -]?(?:years?[ -]old|yrs?[ -]old|y/?o)\b{_FAR}\b(?:{_HARMED}|missing|ran away|hurt|sell\w*|sex)\b"),
    (STORY, r"\b(?:trafficked|raped|molested|groomed|assaulted|drugged|exploited|abused|pimped|forced)\s+(?:her|him)\b"),
    (STORY, r"\b(?:makes?|made|making)\s+(?:her|him)\s+(?:sell|work|sleep|have sex|do things|see men)\b"),
    (STORY, rf"\b(?:her|his)\s+(?:{_DOER})\b"),
    (STORY, rf"\b(?:her|his)\s+(?:\w+\s+)?(?:{_KIN})\b{_NEAR}\b(?:sells?|sold|hits?|beats?|rapes?|hurts?|forces?)\b"),
    (STORY, rf"\b(?:her|his)\s+(?:\w+\s+)?(?:{_KIN})\b{_NEAR}\b(?:took|keeps) (?:her|his) passport\b"),
    # somebody told of it
    (STORY, r"\b(?:disclosed|confided)\s+(?:to|in|that)\b"),
    (STORY, rf"\b(?:{_HE}|client|{_SOMEBODY})\s+told\s+(?:me|us|the|our)\b{_FAR}\b(?:{_HARMED}|hurt|hit|sex|touch\w*)\b"),
    # numbers of a case
    (STORY, r"\b(?:personal health number|phn|social insurance number|date of birth|d\.?o\.?b\.?|birth ?date)\b[\s:#]*\d"),
    (STORY, r"\b(?:police|rcmp|court|case|client|ministry)\s+file\b[\s:#]*(?:no\.?|number|#)?[\s:#]*\d[\d-]{2,}"),
    # somebody is suspected
    (SUSPECT, r"\b(?:i|we|they|people|everyone)\s+suspects?\s+(?:that\s+)?(?:him|her|he|she|my|the|his|our|mr|mrs|ms)\b"),
    (SUSPECT, r"\bthe suspect(?:s|ed)?\b(?!\s+(?:drugs|package|item))"),
    (SUSPECT, rf"\b(?:{_BE})\s+(?:probably\s+|likely\s+|surely\s+)?(?:a|an|the)\s+(?:known\s+)?(?:{_DOER})\b"),
    (SUSPECT, rf"\b(?:{_MAN})\s+(?:\w+\s+){{0,2}}?(?:is|was|keeps)\s+(?:\w+\s+)?(?:grooming|trafficking|pimping|luring)\b"),
    (SUSPECT, rf"\b(?:{_MAN})\s+(?:\w+\s+){{0,2}}?(?:is|was|keeps|has been)\s+(?:recruiting|selling)\s+(?:{_YOUNG})\b"),
    (SUSPECT, r"\b(?:licen[cs]e plate|plate (?:number|no\.?))[\s:#]*(?=[a-z0-9 -]{0,7}\d)[a-z0-9]{2,4}[ -]?[a-z0-9]{2,4}\b"),
    (SUSPECT, rf"\b(?:the|a known|our|local)\s+(?:{_DOER})\s+(?:is|was|lives|drives|works|hangs)\b"),
)  # fmt: skip
_READ = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SIGNS)


@dataclass(frozen=True, slots=True)
class Caution:
    """What a text reads like, and the letters from `start` up to `end` that say so."""

    kind: str
    start: int
    end: int


def caution(text: str) -> Caution | None:
    """The first sign in a text, or None."""
    found = [Caution(kind, hit.start(), hit.end()) for kind, sign in _READ if (hit := sign.search(text)) is not None]
    return min(found, key=lambda one: one.start, default=None)
