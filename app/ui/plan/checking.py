"""The test of the plan: what to look at, under the questions of the test, each with a key that goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.plan_check import GROUPS, ITEMS, PARTS, SAFE, Finding
from app.ui.plan.check_words import PART_NAMES, finding_words, thing_words
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Picture, PressRow, Words, clear

# Of each finding, so many are there at once, and so many more at a key press: a long list is for the outline's filter.
FIRST, MOST = 3, 50


class PlanChecks(Card):
    """Signals: `finding_requested(str, str)` with an item's id and the field to go to (may be empty);
    `open_requested(str, str)` with "group" or "partner" and the key or id.
    """

    finding_requested = Signal(str, str)
    open_requested = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Test the plan"), "sparkles", parent=parent)
        self._findings: tuple[Finding, ...] = ()
        self._shown: Shown | None = None
        self._unfolded: set[str] = set()
        self.none = Words("", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space.small_gap)
        self.add(self.none, self._list)
        look.look_changed.connect(self._draw)

    def show_findings(self, findings: Sequence[Finding], shown: Shown) -> None:
        """Show what was found; `shown` names lines, groups and partners."""
        self._findings, self._shown = tuple(findings), shown
        bare = _("There is nothing to test yet. Begin with one step.")
        self.none.setText(_("Nothing is missing.") if shown.outline.children() else bare)
        self.none.setVisible(not findings)
        self._draw()

    def unfold(self, kind: str) -> None:
        """Show all of one finding, and keep it so."""
        self._unfolded.add(kind)
        self._draw()

    def _draw(self) -> None:
        clear(self._list)
        for part in PARTS:
            found = [one for one in self._findings if one.part == part]
            if found:
                self._list.addWidget(Words(_(PART_NAMES[part]), "label", wrap=True))
            for finding in found:
                self._list.addWidget(self._block(finding))

    def _block(self, finding: Finding) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, self.look.space.tiny_gap)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(self.look.space.small_gap)
        icon = "triangle-alert" if finding.kind in ("circle", "late", "clock") or finding.part == SAFE else "info"
        picture = Picture(self.look, icon, "warn" if icon == "triangle-alert" else "muted")
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Words(finding_words(finding), "strong", wrap=True), 1)
        column.addLayout(head)
        rows = QVBoxLayout()
        # Below the sentence's words, not below its picture.
        rows.setContentsMargins(self.look.text.icon + self.look.space.small_gap - self.look.px(4), 0, 0, 0)
        column.addLayout(rows)
        count = len(finding.things)
        until = min(count, MOST if finding.kind in self._unfolded else FIRST)
        for number in range(until):
            rows.addWidget(self._row(finding, number))
        if count > until:
            rows.addWidget(self._rest(finding.kind, count - until, folded=finding.kind not in self._unfolded))
        return box

    def _row(self, finding: Finding, number: int) -> PressRow:
        assert self._shown is not None
        icon = {ITEMS: "arrow-right", GROUPS: "circle-dashed"}.get(finding.sort, "user-round")
        row = PressRow(self.look, thing_words(finding, number, self._shown), icon)
        row.setAccessibleDescription(finding_words(finding))
        row.clicked.connect(partial(self._go, finding, finding.things[number]))
        return row

    def _rest(self, kind: str, count: int, *, folded: bool) -> QWidget:
        if not folded:
            words = ngettext("And {count} more in the outline.", "And {count} more in the outline.", count)
            return Words(words.format(count=count), "small")
        button = Button(self.look, _("Show {count} more").format(count=count), kind="quiet")
        button.clicked.connect(partial(self.unfold, kind))
        return button

    def _go(self, finding: Finding, thing: str, _checked: bool = False) -> None:
        if finding.sort == ITEMS:
            self.finding_requested.emit(thing, finding.field)
        else:
            self.open_requested.emit(finding.sort, thing)
