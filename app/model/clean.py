"""What may be stored in a field: values from people are tidied here, or refused in one sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from gettext import gettext as _
from typing import Any, cast

from app.model.schema import LINE_LIMIT, FieldType, Record, Spec, specs
from app.model.trouble import Refused

# Marks that turn the writing direction of everything after them: they can make a line read as what it is not.
_DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_values(kind: type[Record], values: Mapping[str, object]) -> dict[str, Any]:
    """The values as they are stored, by field name.

    Raises Refused for a value that cannot be taken, and KeyError for a field that the kind does not have.
    """
    declared = specs(kind)
    return {name: clean(declared[name], value) for name, value in values.items()}


def clean(spec: Spec, value: object) -> Any:
    """One value as it is stored; raises Refused with a sentence for the person who typed it."""
    match spec.type:
        case FieldType.LINE | FieldType.LONG:
            return _clean_text(spec, value)
        case FieldType.CHOICE:
            return _clean_choice(spec, value)
        case FieldType.SCALE:
            return _clean_scale(spec, value)
        case FieldType.DATE:
            return _clean_day(spec, value)
        case FieldType.FLAG:
            return bool(value)
        case FieldType.WORDS | FieldType.LINKS:
            return _clean_list(spec, value)
        case FieldType.LINK:
            return _clean_link(spec, value)
        case FieldType.MARKS:
            pairs = cast("Mapping[object, object]", value or {})
            return {tidy_line(str(k)): tidy_line(str(v)) for k, v in pairs.items()}


def tidy_line(text: str) -> str:
    """One line of text: composed letters (NFC), no control characters, single spaces, no blank ends."""
    return " ".join(_without_controls(text, keep="").split())


def tidy_long(text: str) -> str:
    """Text of several lines: composed letters (NFC), only line breaks and tabs of the control characters, no blank ends."""
    breaks = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_controls(breaks, keep="\n\t").strip()


def harmless(text: str) -> str:
    """The text without signs that act instead of being read; nothing else of it is changed."""
    if text.isprintable():
        return text
    return "".join(one for one in text if one in "\n\t" or not _acts(one))


def _without_controls(text: str, keep: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    composed = unicodedata.normalize("NFC", whole)
    return "".join(_allowed(letter, keep) for letter in composed)


def _allowed(letter: str, keep: str) -> str:
    if letter in keep:
        return letter
    if letter in "\n\r\t\u2028\u2029":
        return " "
    return "" if _acts(letter) else letter


def _acts(letter: str) -> bool:
    return letter in _DIRECTION_OVERRIDES or unicodedata.category(letter) == "Cc"


def _clean_text(spec: Spec, value: object) -> str:
    raw = "" if value is None else str(value)
    text = tidy_line(raw) if spec.type is FieldType.LINE else tidy_long(raw)
    if spec.required and not text:
        raise Refused(_("Please fill in “{field}”.").format(field=_(spec.label)), spec.name)
    if len(text) > spec.limit:
        sentence = _("“{field}” is too long: it has {count} letters, and {limit} fit. Please shorten it.")
        raise Refused(sentence.format(field=_(spec.label), count=len(text), limit=spec.limit), spec.name)
    return text


def _clean_choice(spec: Spec, value: object) -> str:
    key = str(value)
    if spec.to and tidy_line(key) == key and len(key) <= LINE_LIMIT:
        return key
    if key not in {one.key for one in spec.choices}:
        sentence = _("“{field}” cannot be “{value}”. Please choose from the list.")
        raise Refused(sentence.format(field=_(spec.label), value=tidy_line(key)[:40]), spec.name)
    return key


def _clean_scale(spec: Spec, value: object) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if not 1 <= number <= spec.limit:
        sentence = _("“{field}” is a number from 1 to {limit}.")
        raise Refused(sentence.format(field=_(spec.label), limit=spec.limit), spec.name)
    return number


def _clean_day(spec: Spec, value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        sentence = _("“{field}” is not a date. Write it as year-month-day, such as 2027-03-15.")
        raise Refused(sentence.format(field=_(spec.label)), spec.name) from None


def _clean_list(spec: Spec, value: object) -> tuple[str, ...]:
    entries = cast("Iterable[object]", value or ())
    tidy = [tidy_line(str(one)) for one in entries]
    kept = tuple(dict.fromkeys(one for one in tidy if one))
    if len(kept) > spec.limit or any(len(one) > LINE_LIMIT for one in kept):
        sentence = _("“{field}” is too long: {limit} entries of {letters} letters fit. Please shorten it.")
        raise Refused(sentence.format(field=_(spec.label), limit=spec.limit, letters=LINE_LIMIT), spec.name)
    return kept


def _clean_link(spec: Spec, value: object) -> str:
    target = "" if value is None else str(value)
    if spec.required and not target:
        raise Refused(_("Please choose “{field}”.").format(field=_(spec.label)), spec.name)
    return target
