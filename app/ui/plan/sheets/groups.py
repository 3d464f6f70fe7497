"""What a sheet proposes, as the review shows it: a group for each step, and in it old and new side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import gettext as _

from app.model.plan_sheet import heading
from app.model.sheet_found import FieldChange, Findings, NewStep, Proposal
from app.model.sheet_reader import SPECS

CHANGED, NEW, MISSING = "changed", "new", "missing"


@dataclass(frozen=True)
class Detail:
    """One line below a step. `proposal` is what its tick takes in; None for a line that comes with its step."""

    label: str
    old: str
    new: str
    unsure: str = ""
    proposal: Proposal | None = None


@dataclass
class Group:
    """A step; `sort` is CHANGED, NEW or MISSING, and `proposals` what its tick takes in."""

    sort: str
    title: str
    said: str
    proposals: list[Proposal] = field(default_factory=list[Proposal])
    details: list[Detail] = field(default_factory=list[Detail])


def groups_of(findings: Findings) -> list[Group]:
    """Changed steps in the order of the sheet, then new ones, then those that are not in it any more."""
    changed: dict[str, Group] = {}
    for one in findings.changes:
        group = changed.setdefault(one.item_id, Group(CHANGED, one.title, ""))
        group.proposals.append(one)
        group.details.append(Detail(heading(one.field), one.old, one.new, one.unsure, one))
    new = [_new(one) for one in findings.new]
    missing = [
        Group(
            MISSING,
            one.title,
            _("Not in the sheet any more: take it out of the plan, with what stands below it?"),
            [one],
        )
        for one in findings.missing
    ]
    return [*changed.values(), *new, *missing]


def _new(one: NewStep) -> Group:
    said = _("New, {where}").format(where=one.where)
    group = Group(NEW, one.title, f"{said}. {one.unsure}" if one.unsure else said, [one])
    for name, words in one.words.items():
        if name != "what":
            group.details.append(Detail(_(SPECS[name].label), "", words))
    return group


def key_of(one: Proposal) -> tuple[str, str]:
    """What stays the same of a proposal when the sheet is compared once more."""
    if isinstance(one, FieldChange):
        return (one.item_id, one.field)
    return ("", f"{one.line} {one.title}") if isinstance(one, NewStep) else (one.item_id, "")


def count_sorts(proposals: Sequence[Proposal]) -> tuple[int, int, int]:
    """How many changed fields, new steps and removals."""
    changed = sum(isinstance(one, FieldChange) for one in proposals)
    new = sum(isinstance(one, NewStep) for one in proposals)
    return changed, new, len(proposals) - changed - new
