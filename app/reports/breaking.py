"""Where a word that is wider than a whole line is parted: after a vowel if there is one near, and with a hyphen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from app.reports.scripts import script_of

# No fewer letters than these stand at either end, and so many places before the last that fits are looked at.
_FEWEST, _LOOKED = 3, 4
_HYPHENATED = ("LATIN", "GREEK", "CYRILLIC")
_VOWELS = frozenset("aeiouyæœøɛɔəʌαεηιουωаеёиіоуыэюя")


def takes_hyphen(word: str) -> bool:
    """Whether a hyphen can show that the word goes on: not in an address, nor in writings that have none."""
    return all(unicodedata.category(one)[0] in "LM" or one in "'’ʼ" for one in word) and any(
        script_of(one) in _HYPHENATED for one in word
    )


def parted(letters: Sequence[str], fits: Callable[[int, int, bool], bool], *, hyphen: bool) -> list[tuple[int, int]]:
    """The letters of each line as start and end, at least one a line.

    `fits` says whether the letters from one to another do, with a sign after them or not. The first line may be short.
    """
    found: list[tuple[int, int]] = []
    start = 0
    while not fits(start, len(letters), False):
        end = start + 1
        while end < len(letters) and fits(start, end + 1, hyphen):
            end += 1
        if end >= len(letters):
            break
        end = _better(letters, start, end) if hyphen else end
        found.append((start, end))
        start = end
    return [*found, (start, len(letters))]


def _better(letters: Sequence[str], start: int, last: int) -> int:
    """A place between a vowel and a consonant that leaves some letters at both ends, else the last that does."""
    latest = max(min(last, len(letters) - _FEWEST), start + 1)
    least = min(start + _FEWEST, latest)
    for end in range(latest, max(least, latest - _LOOKED) - 1, -1):
        if _is_vowel(letters[end - 1]) and not _is_vowel(letters[end]):
            return end
    return latest


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1].casefold() in _VOWELS
