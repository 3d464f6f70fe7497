"""Everything, to take with you: what is in it, what to heed, and saving it beside the window."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.data.outgoing import Outgoing
from app.data.safe_file import writing_safely
from app.model.community import COMMUNITY_ID, Community
from app.model.copy import Copy
from app.model.everything import Stopped, Went
from app.model.item import Item
from app.model.partner import Partner
from app.reports.catalogue import EVERYTHING
from app.ui.form.work import Worker
from app.ui.reports.kinds import kind_choices
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.widgets import Button, Card, ChoiceField, Picture, ProgressBar, Words

SUFFIX = ".zip"
WIDEST = 720


class _Telling(QObject):
    """Hears on the other thread how far it is, and says so on the window's. Signal: `went_on(int, int)`."""

    went_on = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stopped = False

    def hear(self, done: int, total: int) -> None:
        """Called on the other thread; raises Stopped when no more is wanted."""
        if self.stopped:
            raise Stopped
        self.went_on.emit(done, total)


class TakeAlong(QWidget):
    """Call `wait()` before the window goes. Signals: `kind_chosen(str)` from the list that stands here in a narrow window;
    `message_requested(str, str, object)` with a sentence, its kind and perhaps a button's words with what it does.
    """

    kind_chosen = Signal(str)
    message_requested = Signal(str, str, object)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._target = Path()
        self._ground = QWidget()
        self._worker = Worker(self)
        self._telling = _Telling(self)
        self.choice = ChoiceField(look, _("What to make"), kind_choices())
        self.choice.set_value(EVERYTHING.key)
        self.heading = Words(_(EVERYTHING.title), "heading", wrap=True)
        self.inside = Words("", wrap=True)
        self.save = Button(look, _("Save everything"), icon="download", kind="primary")
        self.bar = ProgressBar(look)
        self.state = Words("", "small")
        self.cancel = Button(look, _("Cancel"), kind="quiet")
        self._lay()
        self._join()
        self._end()

    # -- what others ask ----------------------------------------------------------------------------------

    def show_listed(self, listed: bool) -> None:
        """Where the list of all that can be made is not beside this, it is chosen here."""
        self.heading.setVisible(listed)
        self.choice.setVisible(not listed)

    def refresh(self) -> None:
        """Say what there is to take."""
        self.choice.set_value(EVERYTHING.key)
        workspace = self._session.workspace
        partners, items, copies = (len(workspace.all(kind)) for kind in (Partner, Item, Copy))
        size = sum(one.size or 0 for one in workspace.all(Copy)) // 1_000_000
        parts = [
            ngettext("{count} partner", "{count} partners", partners).format(count=partners),
            ngettext("{count} line of the plan", "{count} lines of the plan", items).format(count=items),
            ngettext("{count} kept copy", "{count} kept copies", copies).format(count=copies),
        ]
        large = _(" ({size} MB)").format(size=size) if size else ""
        self.inside.setText(_("In it are {first}, {second}, {third}{size}, and the rest:").format(
            first=parts[0], second=parts[1], third=parts[2], size=large))  # fmt: skip

    def ask(self) -> None:
        """Ask where to, offering a name."""
        community = self._session.workspace.get(Community, COMMUNITY_ID) or Community()
        name = _("{name} everything {day}").format(name=community.name, day=f"{date.today():%Y-%m-%d}")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = Path(documents) / (file_name(name).removesuffix(".groundwork") + SUFFIX)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save everything"), str(offered), f"*{SUFFIX}")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Write it there, beside the window; one at a time."""
        if self._worker.busy:
            return
        self._target = target
        self._telling.stopped = False
        outgoing, hear = self._session.workspace.outgoing, self._telling.hear
        self._worker.start(lambda: _write(outgoing, target, hear))

    def stop(self) -> None:
        """Write no further, and leave nothing half; the file that is open is to be closed at once."""
        self._telling.stopped = True
        self.wait()

    @property
    def busy(self) -> bool:
        """Whether one is being written."""
        return self._worker.busy

    def wait(self) -> None:
        """Wait for one that is being written: whoever asked for it counts on it."""
        self._worker.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        card = Card(self._look, fills=False)
        card.add(self.choice, self.heading, Words(_(EVERYTHING.about), "muted", wrap=True), self.inside)
        for icon, words in _contents():
            card.add(_point(self._look, icon, words))
        going = QHBoxLayout()
        going.setSpacing(self._look.space.small_gap)
        going.addWidget(self.bar, 1)
        going.addWidget(self.state)
        going.addWidget(self.cancel)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        card.add(row, going)
        care = Card(self._look, _("Please take care"), icon="lock", tone="warn", fills=False)
        for words in _cautions():
            care.add(Words(words, wrap=True))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._ground, 1)
        outer.addStretch()
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space.gap)
        column.addWidget(card)
        column.addWidget(care)
        column.addStretch(1)
        self._size()

    def _join(self) -> None:
        self.choice.edited.connect(self._choose)
        self.save.clicked.connect(self.ask)
        self.cancel.clicked.connect(self._stop)
        self._telling.went_on.connect(self._tell)
        self._worker.begun.connect(self._begin)
        self._worker.done.connect(self._say_saved)
        self._worker.failed.connect(self._say_failed)
        self._worker.ended.connect(self._end)
        self._look.look_changed.connect(self._size)

    def _size(self) -> None:
        self._ground.setMaximumWidth(self._look.px(WIDEST))

    def _choose(self, key: object) -> None:
        self.kind_chosen.emit(str(key))

    def _begin(self) -> None:
        self.save.setEnabled(False)
        self._show_going(True)
        self._tell(0, 1)
        self.cancel.setEnabled(True)
        self.message_requested.emit("", "info", None)

    def _end(self) -> None:
        self.save.setEnabled(True)
        self._show_going(False)

    def _show_going(self, going: bool) -> None:
        if not going and self.cancel.hasFocus():
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        for one in (self.bar, self.state, self.cancel):
            one.setVisible(going)

    def _tell(self, done: int, total: int) -> None:
        part = done / total if total else 0.0
        words = _("Saving: {part} of 100").format(part=round(100 * part))
        self.bar.set_progress(part, words)
        self.state.setText(words)

    def _stop(self) -> None:
        self._telling.stopped = True
        self.cancel.setEnabled(False)
        self.state.setText(_("Stopping…"))

    def _say_saved(self, _outcome: object) -> None:
        target = self._target
        folder = (_("Show the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))))
        self.message_requested.emit(_("Saved as “{name}”.").format(name=target.name), "ok", folder)

    def _say_failed(self, sentence: str) -> None:
        self.message_requested.emit(sentence, "info" if self._telling.stopped else "warn", None)


def _write(outgoing: Outgoing, target: Path, hear: Went) -> object:
    """Runs on the other thread."""
    # Loaded when it is wanted: what writes spreadsheets and the rest takes its time.
    from app.reports.everything import write_everything

    with outgoing.opened() as contents, writing_safely(target, private=True) as out:
        return write_everything(contents, date.today(), out, hear)


def _point(look: Look, icon: str, words: str) -> QHBoxLayout:
    """A line with its sign at the height of its first words."""
    row = QHBoxLayout()
    row.setSpacing(look.space.small_gap)
    row.addWidget(Picture(look, icon, "muted"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words, wrap=True), 1)
    return row


def _contents() -> tuple[tuple[str, str], ...]:
    return (
        ("table-2", _("Every list, as sheets for a spreadsheet program and in a form for other programs.")),
        ("file-text", _("Plan, people and notes as text to read; contact cards, a plan sheet and a calendar.")),
        ("history", _("The history: what was changed when, and what was removed.")),
        ("copy", _("The PDFs that you keep, unchanged.")),
        ("mail", _("A letter that says what each file is. Groundwork can make a new community file of it all.")),
    )


def _cautions() -> tuple[str, ...]:
    return (
        _("It is for the office only. Nobody is left out: not those who did not agree to be shown, and not what was "
          "said in confidence."),
        _("No passphrase protects it: whoever has the file can read it all. Keep it locked away, and delete it when it "
          "has done its work."),
        _("It belongs to the community. Ask the community before it goes to anyone else."),
    )  # fmt: skip
