"""The marks of the page that is read: which there are, where they stand, and the edits that make and change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from app.data.edit import Edit
from app.model.mark import Mark
from app.model.page import Page, plain_text
from app.model.placing import Placed, anchor, placed
from app.ui.session import Session

Span = tuple[int, int]


class Marking(QObject):
    """Signal: `refused(str)` with the sentence when an edit was not taken."""

    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = ""
        self._text = ""
        self.placed = Placed()
        self.whole: Sequence[Mark] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the file is open for looking only."""
        return self._session.workspace.read_only

    def show_page(self, page: Page) -> None:
        """Go to another page."""
        self._page, self._text = page.id, plain_text(page)
        self.refresh()

    def refresh(self) -> None:
        """Look again at what is marked."""
        marks = [one for one in self._session.workspace.all(Mark) if one.page == self._page]
        self.placed = placed(marks, self._text)
        self.whole = [one for one in marks if not one.quote]

    @property
    def bookmark(self) -> Mark | None:
        """The page's bookmark."""
        return next((one for one in self.whole if one.is_bookmark), None)

    def at(self, span: Span | None) -> Mark | None:
        """The mark on some letters of the page; with None the note on the whole page."""
        if span is None:
            return next((one for one in self.whole if not one.is_bookmark), None)
        return self.placed.at(*span)

    def turn_bookmark(self) -> None:
        """Set the bookmark, or take it away."""
        mark = self.bookmark
        if mark is None:
            self._do(_("Bookmark"), lambda edit: edit.add(Mark(page=self._page)))
        else:
            self._do(_("Remove bookmark"), lambda edit: edit.remove(Mark, mark.id))

    def turn_highlight(self, span: Span) -> None:
        """Highlight some letters, or take away the mark that stands there, with its note."""
        mark = self.at(span)
        if mark is not None:
            self.remove(mark)
        elif (made := self._on(span)) is not None:
            self._do(_("Highlight"), lambda edit: edit.add(made))

    def write_note(self, span: Span | None, note: str) -> None:
        """Write the note on some letters or on the whole page; an emptied note of a page goes."""
        mark, note = self.at(span), note.strip()
        if mark is None:
            made = Mark(page=self._page) if span is None else self._on(span)
            if made is not None and note:
                kept = Mark(page=self._page, quote=made.quote, before=made.before, after=made.after, note=note)
                self._do(_("Note"), lambda edit: edit.add(kept))
        elif not note and span is None:
            self.remove(mark)
        elif note != mark.note:
            self._do(_("Note"), lambda edit: edit.change(Mark, mark.id, note=note))

    def remove(self, mark: Mark) -> None:
        """Take a mark away; Undo brings it back."""
        self._do(_("Remove mark"), lambda edit: edit.remove(Mark, mark.id))

    def keep_for_page(self, mark: Mark) -> None:
        """Make a mark that has lost its place a note on the whole page, with the words that it stood on."""
        note = f"{mark.note}\n\n“{mark.quote}”".strip()
        values = {"quote": "", "before": "", "after": "", "note": note}
        self._do(_("Keep as a note on the page"), lambda edit: edit.change(Mark, mark.id, **values))

    def _on(self, span: Span) -> Mark | None:
        found = anchor(self._text, *span)
        if found is None:
            self.refused.emit(_("There are no words here to mark. Choose some and try again."))
            return None
        return Mark(page=self._page, quote=found.quote, before=found.before, after=found.after)

    def _do(self, label: str, do: Callable[[Edit], object]) -> None:
        refused = self._session.edit(label, do, by=self)
        if refused is not None:
            self.refused.emit(str(refused))
