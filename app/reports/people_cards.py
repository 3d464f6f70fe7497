"""The partners as contact cards, vCard 3.0 (RFC 2426): the version that Outlook, Google and Apple all take in.

What has no place in a contact card goes into lines of our own (X-GROUNDWORK-...), which other programs pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.groups import Groups
from app.model.partner import Partner
from app.model.schema import specs
from app.model.sheet import FIELDS
from app.reports.content_lines import escaped, to_bytes
from app.reports.people_sheet import field_words

_HOMES = {"role": "TITLE", "email": "EMAIL", "notes": "NOTE", "group": "CATEGORIES", "organisation": "ORG"}


def people_vcards(partners: Iterable[Partner], groups: Groups) -> bytes:
    """A card a partner, lines folded at 75 bytes and ended as the standard wants."""
    return to_bytes(line for one in partners for line in _card(one, groups))


def _card(partner: Partner, groups: Groups) -> Iterator[str]:
    name = escaped(partner.name)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:;{name};;;")
    declared = specs(Partner)
    for field in FIELDS:
        words = field_words(partner, declared[field], groups)
        if not words or field == "name":
            continue
        if field == "phone":
            yield from (f"TEL;TYPE=VOICE:{escaped(one)}" for one in _parts(words))
        else:
            home = _HOMES.get(field, "X-GROUNDWORK-" + field.upper().replace("_", "-"))
            yield f"{home}:{escaped(words)}"
    yield "END:VCARD"


def _parts(phones: str) -> list[str]:
    """Several telephones in one field are several in the card."""
    parts = phones.split("; ")
    return parts if all(parts) else [phones]
