"""The first page of a poster: what it will look like, how its sheets lie, and how to put them together."""

from __future__ import annotations

from gettext import gettext as _

from app.model.labels import Box
from app.reports.document import Para
from app.reports.lettering import Look, Tone
from app.reports.lines import shortened
from app.reports.pen import Pen
from app.reports.poster import MM, Poster, size_words
from app.reports.stack import set_paras, style_of
from app.reports.tags import Element, Role

_SIDE, _TOP, _BOTTOM, _GAP = 18 * MM, 16 * MM, 18 * MM, 10 * MM
_RULER = 100 * MM
_NUMBER_ROOM = 16.0


def draw_guide(pen: Pen, poster: Poster, key: str, words: str, belongs: str, *, first: bool) -> None:
    """Draw it on one page. `words` say the whole picture, and `belongs` what it is and for whom."""
    sheet, scale = poster.sheet, poster.sheet.scale
    wide = sheet.width > sheet.height
    measure = (sheet.width - 2 * _SIDE - _GAP) * 0.45 if wide else sheet.width - 2 * _SIDE
    tree = pen.tree.add(Role.SECT)
    head = (Para(_("How to put it together"), Look.CHAPTER), Para(belongs, Look.SMALL, above=2))
    tags = (tree.add(Role.H1 if first else Role.H2), tree.add(Role.P))
    stack = set_paras(head, measure, scale, pen.fonts, tags)
    stack.draw(pen, _SIDE, _TOP)
    top = _draw_steps(pen, poster, tree, measure, _TOP + stack.height + 12 * scale)
    top = _draw_ruler(pen, tree, top + 6 * scale, scale)
    left = _SIDE + measure + _GAP if wide else _SIDE
    room = (left, _TOP if wide else top + 8 * MM, sheet.width - _SIDE, sheet.height - _BOTTOM)
    figure = tree.add(Role.FIGURE, alt=words)
    _draw_whole(pen, poster, key, figure, room)


def _draw_steps(pen: Pen, poster: Poster, tree: Element, measure: float, top: float) -> float:
    scale, inset = poster.sheet.scale, _NUMBER_ROOM * poster.sheet.scale
    steps = tree.add(Role.L, numbering="Decimal")
    for number, step in enumerate(_steps(poster), 1):
        label, body = steps.add_entry()
        sign = set_paras((Para(f"{number}.", Look.READING, Tone.PRIMARY),), inset, scale, pen.fonts, (label,))
        text = set_paras((Para(step, Look.READING),), measure - inset, scale, pen.fonts, (body,))
        sign.draw(pen, _SIDE, top)
        text.draw(pen, _SIDE + inset, top)
        top += text.height + 4 * scale
    return top


def _steps(poster: Poster) -> tuple[str, ...]:
    made = _("Print the {count} sheets after this one at their actual size (100 %), on one side. Finished: {size}.")
    return (
        made.format(count=poster.count, size=_joined(size_words(poster))),
        _("Lay the sheets out as in the picture. Each says its row and number at its foot."),
        _("Where an edge is dashed, cut along the dashes."),
        _(
            "First make the rows: put glue or tape beyond the arrows, and lay the cut edge of the next sheet on the "
            "arrows, so that the pictures meet. Then join the rows in the same way."
        ),
        _("Cut the outer edge at the corner marks."),
    )


def _joined(words: str) -> str:
    """With the numbers of a size kept on one line."""
    return words.replace(" × ", "\u00a0×\u00a0")


def _draw_ruler(pen: Pen, tree: Element, top: float, scale: float) -> float:
    """A line to measure: whoever let the printer shrink the pages sees it here."""
    words = _("On paper this line must be 10 cm long (just under 4 inches). If it is shorter, print again at 100 %.")
    y = top + 2 * MM
    pen.line(_SIDE, y, _SIDE + _RULER, y, Tone.INK, 0.8)
    for part in range(11):
        high = (1.8 if part % 5 == 0 else 1.0) * MM
        x = _SIDE + part * _RULER / 10
        pen.line(x, y - high, x, y + high, Tone.INK, 0.8)
    stack = set_paras((Para(words, Look.SMALL),), _RULER, scale, pen.fonts, (tree.add(Role.P),))
    stack.draw(pen, _SIDE, y + 3 * MM)
    return y + 3 * MM + stack.height


def _draw_whole(pen: Pen, poster: Poster, key: str, figure: Element, room: Box) -> None:
    """The picture as large as there is room, with its sheets' edges and numbers."""
    left, top, right, bottom = room
    whole = poster.whole
    share = min((right - left) / whole.width, (bottom - top) / whole.height)
    wide, high = whole.width * share, whole.height * share
    left += (right - left - wide) / 2
    place = (left, top, left + wide, top + high)
    figure.frame = pen.frame(place)
    with pen.drawing(figure):
        pen.put_picture(key, (0.0, 0.0, whole.width, whole.height), place)
        corners = ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
        pen.polygon(corners, Tone.MUTED, filled=False, width=0.8)
        for tile in poster.tiles():
            x, y, end_x, end_y = (
                start + one * share for start, one in zip((left, top, left, top), tile.window, strict=True)
            )
            if tile.over_left:
                pen.line(x, y, x, end_y, Tone.INK, 0.7, dashed=True)
            if tile.over_top:
                pen.line(x, y, end_x, y, Tone.INK, 0.7, dashed=True)
            _draw_badge(pen, str(tile.number), (x + end_x) / 2, (y + end_y) / 2, poster.sheet.scale)


def _draw_badge(pen: Pen, number: str, x: float, y: float, scale: float) -> None:
    radius, style = 8 * scale, style_of(Para("", Look.CELL_STRONG), scale)
    pen.circle(x, y, radius, Tone.PAPER, filled=True)
    pen.circle(x, y, radius, Tone.INK, filled=False, width=0.9)
    line = shortened(number, style, 2 * radius, pen.fonts)
    pen.lines(x - line.width / 2, y - style.leading / 2, [line], style)
