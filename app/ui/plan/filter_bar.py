"""What of the plan is looked at: words, a menu of questions, and a chip for each that is asked, to be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.phrases import N_
from app.model.plan_filter import NOBODY, STANDS, WHEN, PlanFilter
from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, Menu, SearchField, clear
from app.ui.widgets.tag import Tag

# Values of a part with their words, the ones that can be asked for now.
Offers = Callable[[str], Sequence[tuple[str, str]]]

PARTS = ("lead", "status", "when", "group")
TITLES = {
    "lead": N_("Lead"),
    "status": N_("How it stands"),
    "when": N_("When"),
    "group": N_("Group of the lead"),
    "branch": N_("Only"),
}


def offered(part: str, leads: Sequence[tuple[str, str]], groups: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The values of a part, with their words."""
    match part:
        case "lead":
            return [(NOBODY, _("no one yet")), *leads]
        case "group":
            return list(groups)
        case _:
            return [(one.key, _(one.label)) for one in (STANDS if part == "status" else WHEN)]


class FilterBar(QWidget):
    """`offers` are the values of a part; `name_of` the words of a line by its id, for the branch.

    Signals: `filter_changed(PlanFilter)`, `left()` when the keys go back to the plan.
    """

    filter_changed = Signal(object)
    left = Signal()

    def __init__(self, look: Look, offers: Offers, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._look, self._offers, self._name_of = look, offers, name_of
        self.wanted = PlanFilter()
        self.words = SearchField(look, _("Find in the plan…"))
        self.words.entry.setToolTip(_("Ctrl+F"))
        self.button = Button(look, _("Filter"), icon="list-filter")
        self.button.setToolTip(_("By lead, day, group, or how it stands"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.every = Button(look, _("Show all"), kind="quiet")
        self.every.hide()
        # The outline says above its lines which branch it shows.
        self._tells_branch = False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(look.space.small_gap)
        for one in (self.words, self.button):
            self.row.addWidget(one)
        self.row.addWidget(self._chips, 1)
        self.row.addWidget(self.every)
        self.every.clicked.connect(lambda: self.set_filter(PlanFilter()))
        self.words.searched.connect(partial(self.put, "words"))
        self.words.chosen.connect(self.left)
        self.words.left.connect(self.left)
        self.button.clicked.connect(self._open)
        look.look_changed.connect(self._size)
        self._size()

    def put(self, part: str, value: str) -> None:
        """Ask for something, or with an empty text no longer."""
        self.set_filter(replace(self.wanted, **{part: value}))

    def set_filter(self, wanted: PlanFilter) -> None:
        """Ask for all of this."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if self.words.text() != wanted.words:
            self.words.entry.setText(wanted.words)
        self.refresh()
        self.filter_changed.emit(wanted)

    def forget_branch(self) -> PlanFilter:
        """The branch is gone: ask for the rest, and announce nothing. Answers with what is asked for now."""
        self.wanted = self.wanted.without("branch")
        self.refresh()
        return self.wanted

    def tell_branch(self, told: bool) -> None:
        """Whether a chip says which branch is looked at."""
        self._tells_branch = told
        self.refresh()

    def refresh(self) -> None:
        """Show the chips anew: somebody may be called otherwise."""
        clear(self._flow)
        asked = [part for part in (*PARTS, "branch") if getattr(self.wanted, part)]
        self.every.setVisible(len(asked) + bool(self.wanted.words) > 1)
        if not self._tells_branch and "branch" in asked:
            asked.remove("branch")
        for part in asked:
            words = _("{title}: {value}").format(title=_(TITLES[part]), value=self._words(part))
            tag = Tag(self._look, words)
            tag.remove_requested.connect(partial(self._take_away, part))
            self._flow.addWidget(tag)

    def tags(self) -> list[Tag]:
        """The chips, from left to right."""
        found = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [tag for one in found if one is not None and isinstance(tag := one.widget(), Tag)]

    def make_menu(self) -> Menu:
        """What can be asked for."""
        menu = Menu(_("Filter"), self)
        for part in PARTS:
            inside, now = menu.add_menu(_(TITLES[part])), getattr(self.wanted, part)
            for value, words in self._offers(part):
                action = inside.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(value == now)
                action.triggered.connect(partial(self._choose, part, value))
        menu.addSeparator()
        every = menu.addAction(_("Show all"))
        every.setEnabled(self.wanted != PlanFilter())
        every.triggered.connect(lambda: self.set_filter(PlanFilter()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _words(self, part: str) -> str:
        value = getattr(self.wanted, part)
        if part == "branch":
            return self._name_of(value)
        return dict(self._offers(part)).get(value, "…")

    def _choose(self, part: str, value: str, checked: bool) -> None:
        self.put(part, value if checked else "")

    def _take_away(self, part: str, _word: str = "") -> None:
        self.put(part, "")
        self.left.emit()

    def _open(self) -> None:
        self.make_menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _size(self) -> None:
        self.words.setFixedWidth(self._look.px(230))
        air = max(0, (self._look.text.control - self._look.px(26)) // 2)
        self._flow.setContentsMargins(0, air, 0, 0)
