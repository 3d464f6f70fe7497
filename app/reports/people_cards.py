"""The partners as contact cards, vCard 3.0 (RFC 2426): the version that Outlook, Google and Apple all take in.

What has no place in a contact card goes into lines of our own (X-GROUNDWORK-...), which other programs pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.groups import Groups
from app.model.partner import Partner
from app.model.schema import specs
from app.model.sheet import FIELDS
from app.reports.people_sheet import field_words

_HOMES = {"role": "TITLE", "email": "EMAIL", "notes": "NOTE", "group": "CATEGORIES", "organisation": "ORG"}
_FOLD = 73


def people_vcards(partners: Iterable[Partner], groups: Groups) -> bytes:
    """A card a partner, lines folded at 75 bytes and ended as the standard wants."""
    lines = [folded for one in partners for line in _card(one, groups) for folded in _folded(line)]
    return "".join(f"{one}\r\n" for one in lines).encode("utf-8")


def _card(partner: Partner, groups: Groups) -> Iterator[str]:
    name = _escaped(partner.name)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:;{name};;;")
    declared = specs(Partner)
    for field in FIELDS:
        words = field_words(partner, declared[field], groups)
        if not words or field == "name":
            continue
        if field == "phone":
            yield from (f"TEL;TYPE=VOICE:{_escaped(one)}" for one in _parts(words))
        else:
            home = _HOMES.get(field, "X-GROUNDWORK-" + field.upper().replace("_", "-"))
            yield f"{home}:{_escaped(words)}"
    yield "END:VCARD"


def _parts(phones: str) -> list[str]:
    """Several telephones in one field are several in the card."""
    parts = phones.split("; ")
    return parts if all(parts) else [phones]


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> Iterator[str]:
    """RFC 2426 2.6: no line over 75 bytes; what goes on begins with a space."""
    start, data = "", line.encode("utf-8")
    while len(data) > _FOLD:
        cut = _FOLD
        # Never between the bytes of one letter.
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        yield start + data[:cut].decode("utf-8")
        start, data = " ", data[cut:]
    yield start + data.decode("utf-8")
