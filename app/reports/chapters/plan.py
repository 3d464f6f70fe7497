"""The plan as a table: goals and objectives as headings, steps with lead, day and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from app.model.item import Item
from app.model.plan import Outline
from app.model.schema import label_of, specs
from app.reports.chapters.summary import lead_cell, when_cell
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Heading, Para, Row, Sign, Table
from app.reports.lettering import Look, Tone
from app.reports.words import done_of, listed, short_day

_SIGNS = {
    "not-started": Sign.EMPTY,
    "in-progress": Sign.HALF,
    "waiting": Sign.PAUSE,
    "done": Sign.FULL,
    "dropped": Sign.CROSSED,
}


def plan_blocks(content: CommunityContent) -> tuple[Block, ...]:
    """The chapter."""
    heading = Heading(_("The plan"))
    if not content.shown.items:
        empty = _("There is no plan yet. A first goal, one step, a name and a day are enough to begin.")
        return heading, Para(empty, Look.LEAD)
    lead = _("What has been agreed, who leads it, by when, and how it stands.")
    table = _PlanTable(content)
    if table.with_lead and not content.complete:
        said = _("A dash under “Lead” means nobody yet, or somebody who is not named in this report.")
        lead = f"{lead} {said}"
    return heading, Para(lead, Look.LEAD), Table(table.columns(), tuple(table.rows()))


class _PlanTable:
    def __init__(self, content: CommunityContent) -> None:
        self._content = content
        self._outline = Outline(content.shown.items)
        self._names = {one.id: one.name for one in content.shown.partners}
        self.with_lead = content.opens(Item, "lead")

    def columns(self) -> tuple[Column, ...]:
        """Without the lead for readers who may not see it."""
        if self.with_lead:
            shares = (Column(_("Step"), 0.40), Column(_("Lead"), 0.26), Column(_("By when"), 0.19))
        else:
            shares = (Column(_("Step"), 0.66), Column(_("By when"), 0.19))
        return (*shares, Column(_("How it stands"), 0.15))

    def rows(self) -> Iterator[Row]:
        """Goals in their order, then what stands under no goal."""
        tops = self._outline.children()
        goals = [one for one in tops if one.level == "goal"]
        for goal in goals:
            yield self._head(goal, Look.GROUP, level=1)
            yield from self._under(self._outline.children(goal.id))
        loose = [one for one in tops if one.level != "goal"]
        if goals and loose:
            yield Row((Cell((Para(_("Not under a goal yet"), Look.GROUP),)),), level=1)
        yield from self._under(loose)

    def _under(self, items: Sequence[Item]) -> Iterator[Row]:
        """Steps first, so that none seems to stand under an objective that it does not belong to."""
        for step in (one for one in items if one.level != "objective"):
            yield self._step(step, 0)
            for below, depth in self._outline.walk(step.id, 1):
                yield self._step(below, depth)
        for objective in (one for one in items if one.level == "objective"):
            yield self._head(objective, Look.SUBGROUP, level=2)
            for below, depth in self._outline.walk(objective.id):
                yield self._step(below, depth)

    def _head(self, item: Item, look: Look, level: int) -> Row:
        progress = self._outline.progress(item.id)
        said = [done_of(progress.done, progress.total)]
        if item.by:
            said.append(_("by {day}").format(day=short_day(item.by)))
        return Row((Cell((Para(item.what, look),)), Cell((Para(listed(said), Look.CELL_NOTE),))), level)

    def _step(self, step: Item, depth: int) -> Row:
        dropped = step.status == "dropped"
        paras = [Para(step.what, Look.CELL, Tone.MUTED if dropped else None)]
        if step.sign:
            paras.append(Para(_("Sign that it worked: {text}").format(text=step.sign), Look.CELL_NOTE))
        lead = (self._lead(step),) if self.with_lead else ()
        return Row((Cell(tuple(paras), indent=depth), *lead, self._when(step), _status(step)))

    def _lead(self, step: Item) -> Cell:
        cell = lead_cell(step, self._content, self._names)
        helpers = [self._names[one] for one in step.helpers if one in self._names]
        if not helpers:
            return cell
        with_them = Para(_("with {names}").format(names=listed(helpers)), Look.CELL_NOTE)
        return Cell((*cell.paras, with_them))

    def _when(self, step: Item) -> Cell:
        cell = when_cell(step, self._content)
        if step.repeats == "none":
            return cell
        label = label_of(specs(Item)["repeats"], step.repeats)
        return Cell((*cell.paras, Para(_(label), Look.CELL_NOTE)))


def _status(step: Item) -> Cell:
    label = label_of(specs(Item)["status"], step.status)
    return Cell((Para(_(label), Look.CELL),), _SIGNS.get(step.status, Sign.EMPTY))
