"""Is a name that of a person, an organisation or a committee? Asked where a list does not say so.

The last word decides, and only words that are no family name: whoever is taken for a person by mistake is hidden
with the people, which harms nobody; the other way round it could.
"""

from __future__ import annotations

import re

_COMMITTEES = frozenset({
    "committee", "council", "board", "coalition", "roundtable", "action team", "task force", "working group",
    "advisory group",
})  # fmt: skip
_ORGANISATIONS = frozenset({
    "ltd", "limited", "inc", "incorporated", "corp", "society", "association", "foundation", "school", "secondary",
    "elementary", "school district", "college", "university", "library", "clinic", "hospital", "health centre",
    "health center", "friendship centre", "friendship center", "nursing station", "treatment centre", "resource centre",
    "community centre", "motel", "hotel", "restaurant", "cafe", "café", "taxi", "airline", "airlines", "airport",
    "office", "detachment", "rcmp", "services", "shelter", "transition house", "safe house", "authority", "ministry",
    "department", "union", "network", "club", "programs", "credit union", "church", "first nation",
})  # fmt: skip
# These are family names as well: they count in a longer name alone, or with a saint's.
_NAMES_TOO = frozenset({"church"})
_CHURCHES = frozenset(
    {"united", "anglican", "catholic", "baptist", "evangelical", "pentecostal", "lutheran", "community"}
)
_BEGINNINGS = re.compile(r"^(?:the\s+)?(?:ministry|department|district|university|village|city|town|office) of\b")
_ENDS = re.compile(r"[\s\d.,()#’']+$")


def form_of(name: str) -> str:
    """The form that a name sounds like: "person" when in doubt."""
    text = _ENDS.sub("", " ".join(name.casefold().split()))
    words = text.split()
    ends = {" ".join(words[-count:]) for count in (1, 2) if len(words) > 1}
    if ends & _COMMITTEES:
        return "committee"
    sure = ends & _ORGANISATIONS - _NAMES_TOO
    if sure or _BEGINNINGS.match(text) or (ends & _NAMES_TOO and _sounds_like_an_office(words)):
        return "organisation"
    return "person"


def _sounds_like_an_office(words: list[str]) -> bool:
    return len(words) > 2 or words[0] in _CHURCHES
