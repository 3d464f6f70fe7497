"""What the community report is made from: model objects, already narrowed to what its readers may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.model.audience import Shown, ShownReflection
from app.model.community import Community
from app.model.groups import Groups, groups_of
from app.model.helplines import HelpLine
from app.model.page import Page, Term
from app.model.schema import Audience, Record, specs
from app.model.summary import Summary, summarise


@dataclass(frozen=True, slots=True)
class Picked:
    """The id of a meeting, or empty for the newest; the sort of worksheet; and the keys of questions, or () for all."""

    meeting: str = ""
    sheet: str = "person"
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """Toolkit pages that were chosen to be handed out, under one title, and the words that may need a line of meaning."""

    title: str = ""
    pages: tuple[Page, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict[str, Term])


@dataclass(frozen=True)
class CommunityContent:
    """`shown` comes from `app.model.audience.shown_to` for the same `audience`, and `reflection` from its
    `reflection_shown_to`; `picked` is which part of it a report is about. `handed` is for the toolkit handout alone.
    """

    community: Community
    shown: Shown
    audience: Audience
    helplines: tuple[HelpLine, ...]
    made_on: date
    groups: Groups = field(default_factory=groups_of)
    reflection: ShownReflection = field(default_factory=ShownReflection)
    picked: Picked = field(default_factory=Picked)
    handed: Handed = field(default_factory=Handed)

    @property
    def complete(self) -> bool:
        """Whether nobody was left out, so that "nobody" can be said without doubt."""
        return self.shown.left_out == 0

    @cached_property
    def summary(self) -> Summary:
        """The numbers of what is shown."""
        return summarise(self.shown.partners, self.shown.items, self.groups, self.made_on)

    def opens(self, kind: type[Record], field: str) -> bool:
        """Whether this audience sees the field as a rule; a hidden field's empty value means nothing."""
        return self.audience >= specs(kind)[field].audience
