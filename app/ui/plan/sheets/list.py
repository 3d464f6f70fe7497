"""The list of the review: steps that can be opened, with ticks, and below it the chosen change in full."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.sheet_found import Findings, Proposal, safe
from app.ui.plan.sheets.groups import groups_of
from app.ui.plan.sheets.model import ChangesModel
from app.ui.theme import Look
from app.ui.widgets import Columns, TreeView, Words

MOST_ROWS, OPEN_AT_ONCE = 14, 60


class ChangesTree(TreeView):
    """Space sets or takes a tick, as a click on the words of the first column does."""

    def __init__(self, look: Look, model: ChangesModel) -> None:
        super().__init__(look, _("What the sheet changes"))
        self.changes = model
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick of the row."""
        if event.key() == Qt.Key.Key_Space:
            self.changes.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the chevron turns the tick."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.column() == 0 and self.visualRect(index).contains(event.position().toPoint()):
            self.changes.turn(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: the words of a step need as much as both sides of a change."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give each column its part of the width."""
        width = self.viewport().width()
        self.setColumnWidth(0, width * 36 // 100)
        self.setColumnWidth(1, width * 32 // 100)


class ChangesList(QWidget):
    """Signal: `choice_changed()`."""

    choice_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = ChangesModel(self)
        self.tree = ChangesTree(look, self.model)
        self.title = Words("", "strong", wrap=True)
        self.unsure = Words("", "small", wrap=True)
        self.unsure.setProperty("tone", "warn")
        self.old, self.new = Words("", wrap=True), Words("", wrap=True)
        sides = Columns(look, least=560)
        for heading, words in ((_("Here now"), self.old), (_("In the sheet"), self.new)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.space.tiny_gap)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(Words(heading, "label"))
            column.addWidget(words)
            column.addStretch(1)
            sides.add(side)
        self._sides = sides
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.space.small_gap)
        for one in (self.tree, self.title, self.unsure, sides):
            whole.addWidget(one)
        self.model.choice_changed.connect(self.choice_changed)
        self.tree.selectionModel().currentChanged.connect(self._show)
        self.tree.expanded.connect(self._size)
        self.tree.collapsed.connect(self._size)
        look.look_changed.connect(self._size)

    def show_findings(self, findings: Findings, *, keep: bool) -> None:
        """Show them; with `keep` the ticks stay as they were set, else what is safe is ticked."""
        before = self.model.wanted()
        self.model.show(groups_of(findings), before if keep else safe(findings.proposals()))
        for row in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
        if self.model.rowCount() <= OPEN_AT_ONCE:
            self.tree.expandAll()
        self.setVisible(self.model.rowCount() > 0)
        self._size()
        self.tree.share()
        self.tree.setCurrentIndex(self.model.index(0, 0))
        self._show(self.tree.currentIndex())

    def wanted(self) -> list[Proposal]:
        """What is ticked."""
        return self.model.wanted()

    def _show(self, index: QModelIndex) -> None:
        """The chosen change in full: cells of a list are cut."""
        group, detail = self.model.group(index), self.model.detail(index)
        if group is not None and detail is None and len(group.details) == 1:
            detail = group.details[0]
        said = group.said if group is not None and detail is None else ""
        self._sides.setVisible(detail is not None)
        self.title.setVisible(detail is not None or bool(said))
        if group is not None and said:
            self.title.setText(f"{group.title}: {said}")
        self.unsure.setVisible(detail is not None and bool(detail.unsure))
        if group is not None and detail is not None:
            self.title.setText(_("{step}: {field}").format(step=group.title, field=detail.label))
            self.unsure.setText(detail.unsure)
            self.old.setText(detail.old or _("empty"))
            self.new.setText(detail.new or _("empty"))

    def _size(self) -> None:
        rows = 0
        for row in range(self.model.rowCount()):
            top = self.model.index(row, 0)
            rows += 1 + (self.model.rowCount(top) if self.tree.isExpanded(top) else 0)
        height = self._look.text.row
        self.tree.setFixedHeight((min(rows, MOST_ROWS) + 1) * height + self._look.px(10))
