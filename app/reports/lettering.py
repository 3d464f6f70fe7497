"""The type scale and the colours of every report: few sizes, two weights, and colours that also read in grey.

No colour stands alone: whatever it says is also said in words, a sign or a weight.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from app.reports.fonts import Cut


class Tone(Enum):
    """The colours, as #RRGGBB. INK, MUTED, PRIMARY, WARN and OK hold 4.5:1 on white and on the soft tones."""

    INK = "#1D2730"
    MUTED = "#55616B"
    PRIMARY = "#1E5F5B"
    WARN = "#A8441B"
    OK = "#3F6B2A"
    LINE = "#D5CFC2"
    TRACK = "#E7E3DA"
    SOFT = "#EDF3F1"
    WARN_SOFT = "#FBF0E9"
    WARN_LINE = "#E4C0AE"
    PAPER = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: sizes in points. `narrow` limits the line length to so many points, for easy reading.

    `even`: the last line of several is no single short word, where a little less width prevents that.
    """

    size: float
    leading: float
    cut: Cut = Cut.REGULAR
    tone: Tone = Tone.INK
    kern: bool = False
    narrow: float = 0.0
    even: bool = False

    @property
    def baseline(self) -> float:
        """From a line's top to where its letters stand: in the middle, as capitals of BC Sans are 0.714 of the size high."""
        return self.leading / 2 + self.size * 0.357

    def scaled(self, by: float) -> Style:
        """The same style larger or smaller."""
        return replace(self, size=self.size * by, leading=self.leading * by, narrow=self.narrow * by)

    def toned(self, tone: Tone) -> Style:
        """The same style in another colour."""
        return replace(self, tone=tone)


class Look(Enum):
    """Every style there is, by what it is for."""

    TITLE = Style(38, 44, Cut.BOLD, kern=True, even=True)
    TITLE_LONG = Style(26, 32, Cut.BOLD, kern=True, even=True)
    TITLE_LONGEST = Style(16, 20, Cut.BOLD, kern=True, even=True)
    NATIONS = Style(17, 23, kern=True, even=True)
    PLACE = Style(12.5, 18, tone=Tone.MUTED, kern=True)
    KICKER = Style(11.5, 15, Cut.BOLD, Tone.PRIMARY, kern=True)
    CHAPTER = Style(23, 29, Cut.BOLD, kern=True, even=True)
    SECTION = Style(12.5, 17, Cut.BOLD, kern=True, even=True)
    LEAD = Style(12, 18, tone=Tone.MUTED, narrow=430, even=True)
    BODY = Style(10, 15, narrow=430, even=True)
    READING = Style(11, 16.5, narrow=450, even=True)
    HINT = Style(11, 15, tone=Tone.MUTED, narrow=450, even=True)
    SMALL = Style(8.5, 12, tone=Tone.MUTED, even=True)
    FIGURE = Style(29, 34, Cut.BOLD, kern=True)
    CAPTION = Style(9, 12.5, tone=Tone.MUTED)
    GROUP = Style(10.5, 14, Cut.BOLD, Tone.PRIMARY, even=True)
    SUBGROUP = Style(9.5, 13, Cut.BOLD)
    COLUMN = Style(8, 11, Cut.BOLD, Tone.MUTED)
    CELL = Style(9.25, 13)
    CELL_STRONG = Style(9.25, 13, Cut.BOLD)
    CELL_NOTE = Style(8.25, 11.5, tone=Tone.MUTED)
    CELL_FLAG = Style(8.25, 11.5, Cut.BOLD, Tone.WARN)
    NUMBER = Style(13, 16, Cut.BOLD, kern=True)
    NOTE_TITLE = Style(10.5, 15, Cut.BOLD, even=True)
    NOTE = Style(9.5, 14, even=True)
    DOT = Style(7.4, 9.4)
    WALL_TITLE = Style(24, 30, Cut.BOLD, kern=True)
    WALL_EMERGENCY = Style(46, 52, Cut.BOLD, kern=True)
    WALL_NAME = Style(11.5, 15, Cut.BOLD)
    WALL_NUMBER = Style(16, 19, Cut.BOLD, kern=True)
    POCKET_TITLE = Style(9.5, 13, Cut.BOLD, Tone.PRIMARY)
    POCKET = Style(7, 8.8)
    POCKET_NUMBER = Style(7.5, 8.8, Cut.BOLD)
    POCKET_NOTE = Style(6, 7.4, tone=Tone.MUTED, even=True)
