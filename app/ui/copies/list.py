"""The copies that are kept: of one link, of one page, or all."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.data.edit import Edit
from app.data.safe_file import write_safely
from app.data.workspace import Changes
from app.model.copy import Copy
from app.model.pdf import CopyMissing
from app.model.trouble import Trouble
from app.ui.copies.asking import Examining
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.widgets import Banner, Button, Card, FlowLayout, Words, clear


class CopiesList(Card):
    """Those kept from `page_id` and of `address`; an empty one asks for all. Signals: `open_requested(copy id)`,
    `bug_met(Exception)`. Call `wait()` before it goes.
    """

    open_requested = Signal(str)
    bug_met = Signal(object)

    def __init__(
        self, look: Look, session: Session, page_id: str = "", address: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Copies kept here"), "file-text", parent=parent)
        self._session, self._page, self._address = session, page_id, address
        self._examining: Examining | None = None
        # Where a PDF that is being looked at belongs: another page may be read when that is done.
        self._going_to = (page_id, address)
        self.banner = Banner(look)
        self.add_button = Button(look, _("Add a PDF"), icon="file-plus")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.gap)
        self.add(self.banner, self._rows, self.add_button)
        closed = session.workspace.read_only
        self.add_button.setVisible(not closed)
        self.setAcceptDrops(not closed)
        self.add_button.clicked.connect(lambda: self.ask_for_file())
        session.changed.connect(self._follow)
        self.refresh()

    def copies(self) -> list[Copy]:
        """What is listed, by title."""
        found = self._session.workspace.all(Copy)
        wanted = [one for one in found if self._page in ("", one.page) and self._address in ("", one.address)]
        return sorted(wanted, key=lambda one: one.name.casefold())

    def refresh(self) -> None:
        """List them anew."""
        clear(self._rows)
        copies = self.copies()
        for one in copies:
            self._rows.addWidget(self._row(one))
        if not copies:
            words = _("Nothing yet. Add a PDF, or drop one here, and it can be read without internet.")
            self._rows.addWidget(Words(words, "small", wrap=True))

    def show_page(self, page_id: str) -> None:
        """List the copies that were kept from another page."""
        self._page = page_id
        self.banner.close_message()
        self.refresh()

    def ask_for_file(self, address: str = "") -> None:
        """Let the person choose a PDF, to be kept as the copy of an address."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a PDF"), folder, "PDF (*.pdf)")
        if chosen:
            self.add_file(Path(chosen), address)

    def add_file(self, path: Path, address: str = "") -> None:
        """Keep a PDF, as the copy of an address: it is looked at first, away from the window's thread."""
        if self._examining is not None and self._examining.isRunning():
            return
        self.add_button.setEnabled(False)
        self.banner.say(_("Reading “{name}”…").format(name=path.name), closes=False)
        self._going_to = (self._page, address or self._address)
        self._examining = Examining(path, self)
        self._examining.ready.connect(self._keep)
        self._examining.failed.connect(self._tell_trouble)
        self._examining.broke.connect(self._tell_bug)
        self._examining.start()

    def save_as(self, copy: Copy, target: Path) -> None:
        """Write a kept copy to a file of its own, which is not protected any more."""
        try:
            content = self._session.workspace.copies.read(copy.digest)
            if content is None:
                raise CopyMissing(copy.name)
            write_safely(target, content)
        except Trouble as trouble:
            self._tell_trouble(str(trouble))
        else:
            self.banner.say(_("Saved as “{name}”.").format(name=target.name), "ok")

    def remove(self, copy: Copy) -> None:
        """Take a copy off the list; Undo brings it back until the file is closed."""
        refused = self._session.edit(_("Remove a kept copy"), lambda edit: edit.remove(Copy, copy.id))
        sentence = _("“{name}” is removed. Undo brings it back until this file is closed.").format(name=copy.name)
        self.banner.say(str(refused or sentence), "warn" if refused else "ok")

    def wait(self) -> None:
        """Wait for a PDF that is being looked at."""
        if self._examining is not None:
            self._examining.wait()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take PDFs."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the first that was dropped."""
        for path in _dropped(event)[:1]:
            event.acceptProposedAction()
            self.add_file(path)

    # -- inside -------------------------------------------------------------------------------------------

    def _keep(self, path: Path, content: bytes, words: list[str]) -> None:
        """Called once the PDF was looked at."""
        self.add_button.setEnabled(True)
        if not self._session.is_open:
            return
        try:
            digest = self._session.workspace.copies.put(content, words)
        except Trouble as trouble:
            self._tell_trouble(str(trouble))
            return
        name = path.stem[:200] or path.name[:200]
        page, address = self._going_to
        made = Copy(name=name, address=address, page=page, digest=digest, size=len(content), pages=len(words))

        def do(edit: Edit) -> None:
            edit.add(made)

        refused = self._session.edit(_("Keep a copy"), do)
        self.banner.say(
            str(refused or _("“{name}” is kept in this file.").format(name=name)), "warn" if refused else "ok"
        )

    def _row(self, copy: Copy) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space.tiny_gap)
        pages = ngettext("{count} page", "{count} pages", copy.pages or 0).format(count=copy.pages or 0)
        column.addWidget(Words(copy.name, "strong", wrap=True))
        column.addWidget(Words(f"{pages}, {_size(copy.size or 0)}", "small"))
        holder = QWidget()
        flow = FlowLayout(holder)
        actions = [
            (_("Read"), "book-open", lambda: self.open_requested.emit(copy.id), _("Read: {title}")),
            (_("Save a copy as…"), "download", lambda: self._ask_where(copy), _("Save a copy of: {title}")),
        ]
        if not self._session.workspace.read_only:
            actions.append((_("Remove"), "x", lambda: self.remove(copy), _("Remove: {title}")))
        for words, icon, do, name in actions:
            button = Button(self.look, words, icon=icon, kind="quiet")
            button.setAccessibleName(name.format(title=copy.name))
            button.clicked.connect(do)
            flow.addWidget(button)
        column.addWidget(holder)
        return box

    def _follow(self, changes: Changes) -> None:
        if changes.of(Copy):
            self.refresh()

    def _ask_where(self, copy: Copy) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(documents) / f"{file_name(copy.name).removesuffix('.groundwork')}.pdf"
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save a copy as"), str(suggested), "PDF (*.pdf)")
        if chosen:
            self.save_as(copy, Path(chosen))

    def _tell_trouble(self, sentence: str) -> None:
        self.add_button.setEnabled(True)
        self.banner.say(sentence, "warn")

    def _tell_bug(self, bug: Exception) -> None:
        self._tell_trouble(_("The PDF could not be added. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)


def _size(count: int) -> str:
    if count >= 950_000:
        return _("{number} MB").format(number=f"{count / 1_000_000:.1f}")
    return _("{number} kB").format(number=max(1, round(count / 1000)))


def _dropped(event: QDropEvent) -> list[Path]:
    paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
    return [one for one in paths if one.suffix.casefold() == ".pdf"]
