"""What partners are called where others look on: a name on a list can put somebody at risk in a place where all know each other.

Whoever shares lived experience stays a role without a name, unless that person wants otherwise: that is, agreed to be shown
to more than the office (toolkit, "Get Organized", Who; do no harm). The panel and the table, where the office itself
writes, keep what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from app.model.audience import Shown, agreed_to
from app.model.partner import Partner

LIVED_EXPERIENCE = "lived-experience"


def goes_by(partner: Partner, *, hidden: bool = False) -> str:
    """What to call a partner; `hidden` while no person is called by name. Organisations and committees keep their names."""
    if partner.form != "person":
        return partner.name
    if partner.group == LIVED_EXPERIENCE and agreed_to(partner, date.today()) == "office":
        return partner.role or somebody_with_lived_experience()
    return partner.role or initials(partner.name) if hidden else partner.name


def somebody_with_lived_experience() -> str:
    """What stands for a name that nobody needs to know."""
    return _("Somebody with lived experience")


def for_paper(shown: Shown, *, hidden: bool = False) -> Shown:
    """The same for a sheet that others will see: people go by what they may be called there. With `hidden` their organisations
    are gone too, as where somebody works tells who they are in a small place.
    """
    return replace(shown, partners=tuple(_on_paper(shown.partners, hidden)))


def initials(name: str) -> str:
    """The first letters of a name's words, such as “B. M.”."""
    return " ".join(f"{word[0].upper()}." for word in name.split() if word[0].isalnum())


def _on_paper(partners: Iterable[Partner], hidden: bool) -> Iterable[Partner]:
    for one in partners:
        changed = replace(one, name=goes_by(one, hidden=hidden))
        yield replace(changed, organisation="") if hidden and one.form == "person" else changed
