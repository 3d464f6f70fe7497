"""How hard a passphrase is to guess, said honestly, and good ones made by chance."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from gettext import gettext as _
from gettext import ngettext
from typing import Any

# SQLCipher 4 derives its key with 256,000 rounds of PBKDF2-HMAC-SHA512; a thief with a good graphics card tries in the
# order of ten thousand passphrases a second (zxcvbn's "slow hashing").
_GUESSES_A_SECOND = 10_000.0
_WORDS = 5
_HOUR, _DAY, _YEAR = 3600.0, 86_400.0, 31_557_600.0


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` from 0 (useless) to 4 (strong), and a sentence that says how long guessing would take."""

    level: int
    sentence: str


def strength(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """Judge a passphrase; `known` are words that anybody who knows the community would try first (its name, its place)."""
    if not passphrase:
        return Strength(0, "")
    # Loaded only where a passphrase is chosen: their word lists take a tenth of a second.
    from zxcvbn import zxcvbn

    # zxcvbn reads 72 letters; what is longer can only be stronger.
    found = zxcvbn(passphrase[:72], user_inputs=list(known), max_length=72)
    seconds = float(found["guesses"]) / _GUESSES_A_SECOND
    return Strength(
        _level(seconds), _("Someone who has the file could guess it in {time}.").format(time=_time(seconds))
    )


def _level(seconds: float) -> int:
    limits = (_HOUR, 30 * _DAY, 10 * _YEAR, 1000 * _YEAR)
    return sum(seconds >= limit for limit in limits)


def _time(seconds: float) -> str:
    if seconds < 60:
        return _("less than a minute")
    if seconds < _DAY:
        hours = max(1, round(seconds / _HOUR))
        return ngettext("about {count} hour", "about {count} hours", hours).format(count=hours)
    if seconds < _YEAR:
        days = max(1, round(seconds / _DAY))
        return ngettext("about {count} day", "about {count} days", days).format(count=days)
    if seconds < 1000 * _YEAR:
        years = round(seconds / _YEAR)
        return ngettext("about {count} year", "about {count} years", years).format(count=years)
    return _("more than a thousand years")


def make_passphrase() -> str:
    """Five words drawn by chance from 4,440 short ones of the EFF’s list (about 60 bits), easy to write on paper and to type."""
    return " ".join(secrets.choice(_words()) for _number in range(_WORDS))


@cache
def _words() -> list[str]:
    from xkcdpass import xkcd_password

    source: Any = xkcd_password
    return source.generate_wordlist(source.locate_wordfile(), min_length=3, max_length=7)
