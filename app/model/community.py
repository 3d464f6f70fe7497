"""The community whose file this is: one record, always there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.model.logo import MOST_LETTERS
from app.model.phrases import N_
from app.model.schema import Audience, Record, flag, line, long, words

COMMUNITY_ID = "community"


@dataclass(frozen=True, slots=True, kw_only=True)
class Community(Record):
    """Name, Nation or Nations, and place. `logo` is a picture as `model/logo.py` keeps it, `sample` says that the community is
    invented, and `group_order` are keys of groups.
    """

    kind: ClassVar[str] = "community"
    noun: ClassVar[str] = N_("community")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Name of the community"), required=True, audience=Audience.PUBLIC)
    nations: str = line(N_("Nation or Nations"), audience=Audience.PUBLIC)
    place: str = line(N_("Place or region"), audience=Audience.PUBLIC)
    about: str = long(N_("About this work"), audience=Audience.PUBLIC)
    logo: str = line(N_("Logo"), limit=MOST_LETTERS, audience=Audience.PUBLIC)
    sample: bool = flag(N_("Invented, to look around in"), audience=Audience.PUBLIC)
    group_order: tuple[str, ...] = words(N_("Order of the groups"), audience=Audience.PUBLIC)
