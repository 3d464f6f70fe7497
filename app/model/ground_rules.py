"""What is said before the first question of a meeting. Source: our page "Lead the first meeting" (take-action/first-meeting)."""

from __future__ import annotations

from collections.abc import Iterable

from app.model.phrases import N_

GROUND_RULES = (
    N_("No names and no stories of people who were harmed, or who may have done harm."),
    N_("One person speaks at a time. Anyone may pass."),
    N_("You may leave the room and come back. Nobody asks why."),
    N_("What people share stays here. What we decide may go out."),
    N_("If a child may be at risk, we must report it."),
)
SAFETY_WORDS = (N_("Two people can listen today, alone and quietly: say here who, and where they are."),)


def as_lines(rules: str) -> list[str]:
    """Ground rules as they are kept, one a line, as a list; blank lines are left out."""
    return [one.strip() for one in rules.splitlines() if one.strip()]


def as_text(rules: Iterable[str]) -> str:
    """A list of ground rules as it is kept."""
    return "\n".join(rules)
