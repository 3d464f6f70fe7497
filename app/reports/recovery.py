"""One sheet for the office safe: a file's passphrase in large words and as a square code, and how it is used.

It is made when somebody has just set or typed the passphrase, and is kept nowhere by the program.
"""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from pathlib import Path

from app.model.phrases import language
from app.reports.document import Para
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.pen import Pen
from app.reports.report import Report
from app.reports.square_code import draw_code, matrix_of
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role
from app.reports.words import long_day

# Up to so many words of up to so many letters stand below each other in large letters.
_MOST_WORDS, _LONGEST = 7, 22
_CODE = 190.0


def recovery_sheet(passphrase: str, file: str, made_on: date, paper: Paper, fonts_folder: Path) -> Report:
    """The sheet for a file of this name. Its `warnings` say what the sheet cannot show. Raises OSError without typefaces."""
    pen = Pen(
        paper,
        Fonts(fonts_folder),
        title=_("Recovery sheet"),
        author="",
        language=language(),
        made_on=made_on,
    )
    page = pen.tree.add(Role.SECT)
    side, scale = paper.side, paper.scale
    width = paper.width - 2 * side
    top = 54 * scale
    top = _below(pen, _head(pen, page, file, made_on, width), side, top) + 20 * scale
    top = _passphrase(pen, page, passphrase, side, top, width) + 22 * scale
    top = _code(pen, page, passphrase, side, top, width) + 24 * scale
    _caution(pen, page, side, top, width)
    pen.end_page()
    return Report(pen.finish(), 1, (*_unshown(passphrase), *pen.fonts.warnings()))


def _head(pen: Pen, page: Element, file: str, made_on: date, width: float) -> Stack:
    said = [
        Para(_("Recovery sheet"), Look.CHAPTER),
        Para(_("For the file “{name}”. Made {day}.").format(name=file, day=long_day(made_on)), Look.HINT),
        Para(_("Keep this sheet in the office safe, away from the computer."), Look.HINT, Tone.INK),
    ]
    return _stack(pen, said, width, page, Role.H1)


def _passphrase(pen: Pen, page: Element, passphrase: str, x: float, top: float, width: float) -> float:
    """A tinted box with the words below each other, as large as they fit."""
    scale, pad = pen.paper.scale, 18 * pen.paper.scale
    words = passphrase.split()
    large = len(words) <= _MOST_WORDS and all(len(one) <= _LONGEST for one in words)
    label = _stack(pen, [Para(_("The passphrase"), Look.SECTION)], width - 2 * pad, page, Role.H2)
    part = page.add(Role.P)
    lines = words if large else [passphrase]
    look = Look.TITLE_LONG if large else Look.TITLE_LONGEST
    said = set_paras(tuple(Para(one, look) for one in lines), width - 2 * pad, scale, pen.fonts, [part] * len(lines))
    note = _stack(pen, [Para(_how_written(words), Look.SMALL)], width - 2 * pad, page)
    height = label.height + said.height + note.height + 2 * pad + 16 * scale
    pen.box(x, top, width, height, Tone.SOFT)
    pen.box(x, top, 5 * scale, height, Tone.PRIMARY)
    down = top + pad
    for stack, after in ((label, 8 * scale), (said, 8 * scale), (note, 0.0)):
        stack.draw(pen, x + pad, down)
        down += stack.height + after
    return top + height


def _code(pen: Pen, page: Element, passphrase: str, x: float, top: float, width: float) -> float:
    """How to use it, and the square code beside that."""
    scale = pen.paper.scale
    size, matrix = _CODE * scale, matrix_of(passphrase, "m")
    room = width - (size + 24 * scale if matrix is not None else 0)
    heading = _stack(pen, [Para(_("How to use it"), Look.SECTION)], room, page, Role.H2)
    listed = page.add(Role.L, numbering="Decimal")
    down = _below(pen, heading, x, top) + 6 * scale
    for number, step in enumerate(_steps(), 1):
        entry = listed.add(Role.LI)
        sign = set_paras((Para(f"{number}.", Look.READING),), 18 * scale, scale, pen.fonts, [entry.add(Role.LBL)])
        words = set_paras((Para(step, Look.READING),), room - 20 * scale, scale, pen.fonts, [entry.add(Role.LBODY)])
        sign.draw(pen, x, down)
        down = _below(pen, words, x + 20 * scale, down) + 5 * scale
    if matrix is None:
        return down
    figure = page.add(Role.FIGURE, alt=_("Square code that holds the passphrase."))
    left = x + width - size
    figure.frame = pen.frame((left, top, left + size, top + size))
    with pen.drawing(figure):
        draw_code(pen, matrix, left, top, size)
    caption = _stack(pen, [Para(_("The same passphrase, for the camera of a phone."), Look.SMALL)], size, page)
    return max(down, _below(pen, caption, left, top + size))


def _steps() -> tuple[str, ...]:
    return (
        _("Open the file in Groundwork. It asks for the passphrase."),
        _("Type the words as they stand above, with one space between two words. Capital letters count."),
        _("Or point the camera of a phone at the square: it shows the same words to type."),
        _("Put this sheet back into the safe. When the passphrase is changed, shred it and print a new one."),
    )


def _caution(pen: Pen, page: Element, x: float, top: float, width: float) -> None:
    scale, pad = pen.paper.scale, 14 * pen.paper.scale
    said = [
        Para(_("Whoever holds this paper can open the file."), Look.NOTE_TITLE, Tone.WARN),
        Para(
            _("Without the passphrase nobody can, not even those who made the program. There is no other way in."),
            Look.NOTE,
        ),
    ]
    stack = _stack(pen, said, width - 2 * pad, page)
    pen.box(x, top, width, stack.height + 2 * pad, Tone.WARN_SOFT)
    pen.box(x, top, 5 * scale, stack.height + 2 * pad, Tone.WARN)
    stack.draw(pen, x + pad + 5 * scale, top + pad)


def _how_written(words: list[str]) -> str:
    if len(words) < 2:
        return _("One word, without spaces.")
    return _("{count} words, with one space between two words.").format(count=len(words))


def _unshown(passphrase: str) -> tuple[str, ...]:
    found: list[str] = []
    if passphrase != " ".join(passphrase.split()):
        found.append(
            _(
                "This passphrase begins or ends with a space, or has two in a row. Paper cannot show that: choose another one."
            )
        )
    if matrix_of(passphrase, "m") is None:
        found.append(_("The passphrase is too long for a square code: it stands in words alone."))
    return tuple(found)


def _below(pen: Pen, stack: Stack, x: float, top: float) -> float:
    """Draw it; answers with where the sheet goes on."""
    stack.draw(pen, x, top)
    return top + stack.height


def _stack(pen: Pen, paras: list[Para], width: float, part: Element, first: Role = Role.P) -> Stack:
    tags = [part.add(Role.P if number else first) for number in range(len(paras))]
    return set_paras(tuple(paras), width, pen.paper.scale, pen.fonts, tags)
