"""A file with people in it, whatever it is: a sheet or contact cards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.data.sheet_file import MAC, WINDOWS, decode, is_old, read_bytes, read_sheet
from app.data.vcard_file import is_vcard, read_vcards
from app.model.sheet import Sheet


@dataclass(frozen=True)
class PeopleFile:
    """`cards` says that they are contact cards; `old` in which older letters it was read, when the file does not say."""

    name: str
    sheet: Sheet
    cards: bool
    old: str


def read_people(path: Path, letters: str = "") -> PeopleFile:
    """What is in the file; `letters` is WINDOWS or MAC when the person knows better.

    Raises Refused, with a sentence, for what is no list, and the Troubles of reading.
    """
    data = read_bytes(path)
    text = decode(data, letters)
    cards = is_vcard(text)
    old = (MAC if text == decode(data, MAC) else WINDOWS) if is_old(data) else ""
    return PeopleFile(path.name, read_vcards(text) if cards else read_sheet(text), cards, old)
