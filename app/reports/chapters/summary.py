"""How things stand: the numbers, how far each goal has come, what comes next."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from app.model.item import Item
from app.model.plan import Outline, Progress, days_late, next_steps
from app.reports.chapters.partners import gaps_note
from app.reports.content import CommunityContent
from app.reports.document import Bar, Block, Cell, Column, Heading, Para, Row, Table, Tile, Tiles
from app.reports.lettering import Look, Tone
from app.reports.words import done_of, short_day

MOST_GOALS = 12
MOST_NEXT = 5


def summary_blocks(content: CommunityContent) -> tuple[Block, ...]:
    """The chapter; for a community with nothing in it yet, what to do first."""
    opening = (Heading(_("How things stand")), Para(_lead(content), Look.LEAD))
    about = (Para(content.community.about),) if content.community.about else ()
    if not content.shown.partners and not content.shown.items:
        return (*opening, *about, _tiles(content), gaps_note(content))
    goals = _goals(content) if content.summary.actions or content.summary.goals else ()
    # Which groups nobody stands for is said in the next chapter: what is to be done next belongs on the first page.
    if not content.shown.partners:
        goals = (gaps_note(content), *goals)
    return (*opening, *about, _tiles(content), *goals, *_next(content))


def _lead(content: CommunityContent) -> str:
    partners, items = content.shown.partners, content.shown.items
    if not partners and not items:
        return _("Nothing has been entered yet. Partners and steps appear here as soon as they are added.")
    if not items:
        return _("The circle is being built. There is no plan yet: the first goal can come from the next meeting.")
    if not partners:
        return _("There is a plan. The next question is who should be at the table.")
    return _("Who is working together, what has been agreed, how far it has come and what comes next.")


def _tiles(content: CommunityContent) -> Tiles:
    summary = content.summary
    groups = (
        _("of {total} groups have somebody") if content.complete else _("of {total} groups have somebody shown here")
    )
    done = ngettext("of {total} step is done", "of {total} steps are done", summary.actions)
    late = ngettext("step is late", "steps are late", summary.overdue)
    return Tiles(
        (
            Tile(str(summary.partners), ngettext("partner", "partners", summary.partners)),
            Tile(str(summary.groups), groups.format(total=summary.all_groups)),
            Tile(str(summary.done), done.format(total=summary.actions)),
            Tile(str(summary.overdue), late, Tone.WARN if summary.overdue else Tone.INK),
        )
    )


def _goals(content: CommunityContent) -> tuple[Block, ...]:
    outline = Outline(content.shown.items)
    tops = [one for one in outline.children() if one.level == "goal"]
    rows = [_bar_row(_("The whole plan"), outline.progress(), Look.CELL_STRONG)]
    rows.extend(_bar_row(one.what, outline.progress(one.id), Look.CELL) for one in tops[:MOST_GOALS])
    columns = (Column("", 0.58), Column("", 0.23), Column("", 0.19))
    more = len(tops) - MOST_GOALS
    heading = Heading(_("How far the plan has come"), level=2)
    if more <= 0:
        return heading, Table(columns, tuple(rows))
    sentence = ngettext("{count} more goal is in the plan.", "{count} more goals are in the plan.", more)
    return heading, Table(columns, tuple(rows)), Para(sentence.format(count=more), Look.SMALL)


def _bar_row(label: str, progress: Progress, look: Look) -> Row:
    said = Para(done_of(progress.done, progress.total), Look.CELL_NOTE)
    return Row((Cell((Para(label, look),)), Cell(figure=Bar(progress.share)), Cell((said,))))


def _next(content: CommunityContent) -> tuple[Block, ...]:
    steps = next_steps(content.shown.items, content.made_on)[:MOST_NEXT]
    if not steps:
        return ()
    with_lead = content.opens(Item, "lead")
    names = {one.id: one.name for one in content.shown.partners}
    columns = (
        (Column(_("Step"), 0.5), Column(_("Lead"), 0.28), Column(_("By when"), 0.22))
        if with_lead
        else (Column(_("Step"), 0.78), Column(_("By when"), 0.22))
    )
    rows = tuple(Row(_next_cells(one, content, names, with_lead=with_lead)) for one in steps)
    return Heading(_("What comes next"), level=2), Table(columns, rows)


def _next_cells(step: Item, content: CommunityContent, names: dict[str, str], *, with_lead: bool) -> tuple[Cell, ...]:
    what, when = Cell((Para(step.what, Look.CELL),)), when_cell(step, content)
    return (what, lead_cell(step, content, names), when) if with_lead else (what, when)


def lead_cell(step: Item, content: CommunityContent, names: dict[str, str]) -> Cell:
    """Who leads a step. "Nobody yet" is only said when nobody was left out of the report."""
    if step.lead in names:
        return Cell((Para(names[step.lead], Look.CELL),))
    if content.complete and step.status not in ("done", "dropped"):
        return Cell((Para(_("Nobody yet"), Look.CELL, Tone.WARN),))
    return Cell((Para("–", Look.CELL, Tone.MUTED),))


def when_cell(step: Item, content: CommunityContent) -> Cell:
    """The day, and in words when it is past."""
    if step.by is None:
        return Cell((Para(_("No day yet"), Look.CELL, Tone.MUTED),))
    paras = [Para(short_day(step.by), Look.CELL)]
    late = days_late(step, content.made_on)
    if late:
        words = ngettext("Late by {count} day", "Late by {count} days", late).format(count=late)
        paras.append(Para(words, Look.CELL_FLAG))
    return Cell(tuple(paras))
