"""Making a community file: whose it is, where it is kept, and how it is protected."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.model.backups import SUFFIX
from app.model.community import Community
from app.ui.theme import Look
from app.ui.welcome.passphrase import PassphraseChoice
from app.ui.widgets import Button, Card, ElidedWords, LineField, PageHeader, ScrollPage, Words

# Letters that one of the three systems does not allow in a file's name.
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class NewCommunity:
    """What a person wants made."""

    path: Path
    community: Community
    passphrase: str | None


def file_name(community: str) -> str:
    """A file name from a community's name: no letters that a computer refuses, not too long, never empty."""
    kept = "".join(one for one in community if one.isprintable() and one not in _NOT_IN_NAMES)
    return (kept.strip(" .")[:_LONGEST_NAME].strip(" .") or _("Community")) + SUFFIX


class NewPage(ScrollPage):
    """Signals: `create_requested(NewCommunity)`, `back_requested()`."""

    create_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, _("New community"), parent, widest=look.px(620))
        self._folder = folder
        self._chosen: Path | None = None
        self.name = LineField(look, _("Name of the community"), _("It stands on the reports you print."))
        self.nations = LineField(look, _("Nation or Nations"), _("Leave it empty where it does not fit."))
        self.place = LineField(look, _("Place or region"))
        self.passphrase = PassphraseChoice(look, self._known_words)
        self.where = ElidedWords("", "small")
        self.error = Words("", "error", wrap=True)
        self.make = Button(look, _("Make the community file"), icon="check", kind="primary")
        self._lay()
        self._join()

    def start(self) -> None:
        """Empty the form for another community."""
        self._chosen = None
        for field in (self.name, self.nations, self.place):
            field.set_value("")
        self.passphrase.entry.forget()
        self.passphrase.without.setChecked(False)
        self.show_error("")
        self._name_file()
        self.name.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say why it could not be made; everything typed stays."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _lay(self) -> None:
        look = self.look
        header = PageHeader(look, _("New community"))
        header.set_line(_("Everything stays in one file on this computer."))
        self.add(header)
        whose = Card(look, _("Whose file is it?"), "flag")
        whose.add(self.name, self.nations, self.place)
        self.add(whose)
        protect = Card(look, _("Protect it"), "lock")
        protect.add(self.passphrase)
        self.add(protect)
        kept = Card(look, _("Where it is kept"), "folder-open")
        change = Button(look, _("Choose another folder"), icon="folder-open")
        change.clicked.connect(self._choose)
        kept.add(self.where, _row(change))
        self.add(kept)
        back = Button(look, _("Back"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_requested)
        self.error.hide()
        self.add(self.error)
        self.add(_row(self.make, back))

    def _join(self) -> None:
        for field in (self.name, self.nations, self.place):
            field.edited.connect(self._name_file)
        self.make.clicked.connect(self._create)
        self.passphrase.entry.entered.connect(self._create)

    def _known_words(self) -> list[str]:
        return [one for field in (self.name, self.nations, self.place) if (one := str(field.value()).strip())]

    def _name_file(self) -> None:
        self.where.setText(str(self._path()))

    def _path(self) -> Path:
        return self._chosen or self._folder / file_name(str(self.name.value()))

    def _choose(self) -> None:
        title = _("Where to keep the community file")
        chosen, _filter = QFileDialog.getSaveFileName(self, title, str(self._path()), f"Groundwork (*{SUFFIX})")
        if chosen:
            path = Path(chosen)
            self._chosen = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            self._name_file()

    def _create(self) -> None:
        problem = "" if str(self.name.value()).strip() else _("Please give the name of the community.")
        problem = problem or self.passphrase.problem()
        self.show_error(problem)
        if not problem:
            community = Community(
                name=str(self.name.value()), nations=str(self.nations.value()), place=str(self.place.value())
            )
            self.create_requested.emit(NewCommunity(self._path(), community, self.passphrase.chosen()))


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return box
