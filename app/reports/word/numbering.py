"""Lists of a Word file: real ones, whose dots and numbers Word sets itself."""

from __future__ import annotations

from app.reports.lettering import Tone
from app.reports.word.xml import NAMESPACES

HANGING = 360
_NOTE_LEFT, _NOTE_HANGING = 560, 300
_BULLET, _NUMBER, _GAP, _NOTE_BULLET, _NOTE_NUMBER = range(5)


class Numbering:
    """Hands out the number by which a paragraph belongs to a list; each list of numbers begins where it should."""

    def __init__(self) -> None:
        self._lists: list[tuple[int, int | None]] = [(_BULLET, None), (_GAP, None), (_NOTE_BULLET, None)]

    @property
    def gaps(self) -> int:
        """The list of who is missing, with open rings."""
        return 2

    def bullets(self, *, in_note: bool = False) -> int:
        """A list with dots."""
        return 3 if in_note else 1

    def numbers(self, first: int, *, in_note: bool = False) -> int:
        """A new list that counts from `first`."""
        self._lists.append((_NOTE_NUMBER if in_note else _NUMBER, first))
        return len(self._lists)

    def xml(self) -> str:
        """The file's numbering part, when all lists are handed out."""
        kinds = "".join(
            _abstract(key, form, sign, left, hanging, tone)
            for key, form, sign, left, hanging, tone in (
                (_BULLET, "bullet", "•", HANGING, HANGING, Tone.PRIMARY),
                (_NUMBER, "decimal", "%1.", HANGING, HANGING, Tone.PRIMARY),
                (_GAP, "bullet", "○", _NOTE_LEFT, _NOTE_HANGING, Tone.WARN),
                (_NOTE_BULLET, "bullet", "•", _NOTE_LEFT, _NOTE_HANGING, Tone.INK),
                (_NOTE_NUMBER, "decimal", "%1.", _NOTE_LEFT, _NOTE_HANGING, Tone.INK),
            )
        )
        lists = "".join(_number(at, kind, first) for at, (kind, first) in enumerate(self._lists, 1))
        return f"<w:numbering {NAMESPACES}>{kinds}{lists}</w:numbering>"


def _abstract(key: int, form: str, sign: str, left: int, hanging: int, tone: Tone) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{tone.value[1:]}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def _number(at: int, kind: int, first: int | None) -> str:
    start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{first}"/></w:lvlOverride>' if first is not None else ""
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{kind}"/>{start}</w:num>'
