"""Beside the preview: what the report is for, who will read it, on which paper, and what is left out of it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.audience import Shown, audience_named, withheld
from app.model.item import Item
from app.model.page import Section
from app.model.partner import Partner
from app.model.schema import Audience, Record, specs
from app.reports.catalogue import REPORTS, ReportKind
from app.reports.kinds import KINDS, PDF, Kind
from app.reports.paper import PAPERS
from app.reports.poster import LAYOUTS, Sheet, size_words
from app.ui.reports.kinds import kind_choices
from app.ui.reports.meeting_choice import MeetingChoice
from app.ui.reports.pages_list import PagesList
from app.ui.reports.saver import saved_as
from app.ui.theme import Look
from app.ui.widgets import Button, Card, CheckBox, ChoiceField, FlowLayout, Segmented, Words

# The key of a picture on one sheet; the others are the layouts of posters.
ONE_SHEET = "1"
# What the toolkit is about, for somebody who has read nothing of it yet.
FIRST_PAGE = "get-informed/what-it-is"
KEYS = {Audience.OFFICE: "office", Audience.COMMITTEE: "committee", Audience.PUBLIC: "public"}


class Options(Card):
    """Signals: `changed()` when readers, paper or size are others, `kind_chosen(str)` from the list that stands here in a narrow
    window, `save_requested()` and `print_requested()`.
    """

    changed = Signal()
    kind_chosen = Signal(str)
    save_requested = Signal()
    print_requested = Signal()

    def __init__(self, look: Look, sections: Sequence[Section]) -> None:
        super().__init__(look, fills=False)
        self.heading = Words("", "heading", wrap=True)
        self.about = Words("", "muted", wrap=True)
        self.choice = ChoiceField(look, _("What to make"), kind_choices())
        audiences = [
            ("office", _("Office"), "lock"),
            ("committee", _("Committee"), "users"),
            ("public", _("Anyone"), "share-2"),
        ]
        self.picks = MeetingChoice(look)
        self.audience = Segmented(look, _("Who will read it"), audiences)
        self.paper = ChoiceField(look, _("Paper"), [(key, _(paper.label)) for key, paper in PAPERS.items()])
        self.paper.set_value("letter")
        files = [(key, _(one.label)) for key, one in KINDS.items()]
        self.file = ChoiceField(look, _("Kind of file"), files)
        self.file.set_value(PDF.key)
        self.sizes = ChoiceField(look, _("Size: one sheet, or a poster of several"), [(ONE_SHEET, _("One sheet"))])
        self._kind = REPORTS["community"]
        self.pages = PagesList(look, sections, FIRST_PAGE)
        self.pages_label = Words(_("Pages of the toolkit"), "label")
        self.readers_label = Words(_("Who will read it"), "label")
        self.left_out = Words("", wrap=True)
        self.fields = Words("", "small", wrap=True)
        self.nameless = CheckBox(look, _("Roles or initials instead of the names of people"))
        self.save = Button(look, saved_as(PDF), icon="download", kind="primary")
        self.print = Button(look, _("Print"), icon="printer")
        self._lay()
        self.picks.changed.connect(self.changed)
        self.pages.pages_chosen.connect(self.changed)
        self.audience.view_chosen.connect(self.changed)
        self.paper.edited.connect(self._tell_paper)
        self.sizes.edited.connect(self.changed)
        self.nameless.toggled.connect(self.changed)
        self.file.edited.connect(self._name_file)
        self.choice.edited.connect(self._choose)
        self.save.clicked.connect(self.save_requested)
        self.print.clicked.connect(self.print_requested)

    def readers(self) -> Audience:
        """Who will read it."""
        return audience_named(self.audience.current())

    def kind_of_file(self) -> Kind:
        """As what it will be saved."""
        return KINDS[str(self.file.value())] if self.file.isVisibleTo(self) else PDF

    def sheet(self) -> Sheet:
        """The paper, or the poster on it, that the report shown is to be made for."""
        paper, layout = PAPERS[self.paper.value()], self.sizes.value()
        return self._kind.poster(paper, layout) if self._kind.proportion and layout in LAYOUTS else paper

    def show_kind(self, kind: ReportKind, *, listed: bool) -> None:
        """Show what a report is for; where it is not `listed` beside this, it is chosen here."""
        self.heading.setText(_(kind.title))
        self.heading.setVisible(listed)
        self.about.setText(_(kind.about))
        self.choice.set_value(kind.key)
        self.choice.setVisible(not listed)
        self.pages.setVisible(kind.pages)
        self.pages_label.setVisible(kind.pages)
        self.file.setVisible(len(kind.files) > 1)
        self._name_file()
        self._kind = kind
        self._offer_sizes()

    def hide_names(self, hidden: bool) -> None:
        """Follow what the screen does; the person may choose otherwise afterwards."""
        self.nameless.setChecked(hidden)

    def say_left_out(self, kind: ReportKind, shown: Shown, partners: Sequence[Partner], items: Sequence[Item]) -> None:
        """Say what will be in it and what is left out of all `partners` and `items`, before it is made."""
        readers = self.readers()
        self.nameless.setVisible(kind.people and readers in kind.readers)
        self.audience.setVisible(kind.people)
        self.readers_label.setVisible(kind.people)
        self.fields.hide()
        if readers not in kind.readers:
            self.left_out.setText(_(kind.why_not))
        elif not kind.people:
            self.left_out.setText(_("No partner is in it: it is the same for all readers."))
        else:
            self.left_out.setText(f"{_inside(shown)}\n{_outside(shown, readers)}")
            said = _fields(_("Of partners"), Partner, withheld(Partner, partners, shown.partners))
            said += _fields(_("Of the plan"), Item, withheld(Item, items, shown.items))
            self.fields.setText("\n".join(said))
            self.fields.setVisible(bool(said))

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to save and print."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _name_file(self, *_file: object) -> None:
        self.save.set_text(saved_as(self.kind_of_file()))

    def _tell_paper(self, *_paper: object) -> None:
        self._offer_sizes()
        self.changed.emit()

    def _offer_sizes(self) -> None:
        """One sheet, or posters with how large they will be; only where the report can be one."""
        kind, paper = self._kind, PAPERS[self.paper.value()]
        self.sizes.setVisible(bool(kind.proportion))
        if not kind.proportion:
            return
        said = [(ONE_SHEET, _("One sheet"))]
        for layout, (across, down) in LAYOUTS.items():
            words = _("{count} sheets: {size}")
            size = size_words(kind.poster(paper, layout))
            said.append((layout, words.format(count=across * down, size=size)))
        self.sizes.set_choices(said)

    def _choose(self, key: object) -> None:
        self.kind_chosen.emit(str(key))

    def _lay(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.save)
        flow.addWidget(self.print)
        row = QHBoxLayout()
        row.addWidget(self.audience)
        row.addStretch(1)
        self.add(
            self.choice,
            self.heading,
            self.about,
            self.picks,
            self.pages_label,
            self.pages,
            self.readers_label,
            row,
        )
        self.add(self.left_out, self.fields, self.nameless, self.paper, self.sizes, self.file, buttons)


def _fields(of: str, kind: type[Record], names: Sequence[str]) -> list[str]:
    """A line such as "Of partners: phone, email."."""
    if not names:
        return []
    labels = [_(specs(kind)[name].label) for name in names]
    # Labels begin with a capital; within a sentence they do not, unless the whole word is in capitals.
    words = [one if one[:2].isupper() else one[:1].lower() + one[1:] for one in labels]
    return [_("{of}: {fields}.").format(of=of, fields=_(", ").join(words).rstrip("?"))]


def _inside(shown: Shown) -> str:
    count = len(shown.partners)
    partners = ngettext("{count} partner", "{count} partners", count).format(count=count)
    steps = sum(one.level == "action" and one.status != "dropped" for one in shown.items)
    plan = ngettext("{count} step", "{count} steps", steps).format(count=steps)
    return _("These readers may see {partners} and {steps}.").format(partners=partners, steps=plan)


def _outside(shown: Shown, readers: Audience) -> str:
    if readers is Audience.OFFICE:
        return _("Everybody is in it. Keep it where only the office can read it.")
    said = ngettext(
        "Left out: {count} partner who has not agreed to be shown to these readers, and what is meant for fewer eyes.",
        "Left out: {count} partners who have not agreed to be shown to these readers, and what is meant for fewer eyes.",
        shown.left_out,
    )
    return said.format(count=shown.left_out)
