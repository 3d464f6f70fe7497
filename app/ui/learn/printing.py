"""The page that is read, or its whole section, as a file to print, to hand out or to change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.data.library import Library
from app.model.page import Page
from app.reports.kinds import PDF, Kind
from app.reports.paper import LETTER
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.ui.reports.saver import ReportSaver


class Handouts:
    """`fonts` is the folder of the typefaces."""

    def __init__(self, library: Library, saver: ReportSaver, fonts: Path) -> None:
        self._library, self._saver, self._fonts = library, saver, fonts

    def save_page(self, page_id: str, kind: Kind = PDF) -> None:
        """Ask where one page goes."""
        page = self._library.page(page_id)
        self._ask(page.title, [page], kind)

    def save_section(self, page_id: str, kind: Kind = PDF) -> None:
        """Ask where the section of a page goes."""
        section = self._library.section_of(self._library.page(page_id))
        self._ask(section.title, section.pages, kind)

    def make(self, title: str, pages: Sequence[Page], kind: Kind = PDF, watch: Watch = unwatched) -> Report:
        """Make it; also off the window's thread."""
        # Not before it is wanted: what draws PDF takes as long to load as the window itself.
        from app.reports.handout import handout

        return handout(title, pages, self._library.terms, date.today(), LETTER, self._fonts, kind, watch)

    def _ask(self, title: str, pages: Sequence[Page], kind: Kind) -> None:
        self._saver.ask(title, lambda watch: self.make(title, pages, kind, watch), kind)
