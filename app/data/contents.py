"""What the program shows: the toolkit and help lines that it came with, and the content packs over them."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.data.own_folders import PACK_LIST, OwnFolders
from app.data.resources import resources_folder

# The first window needs none of it, and shows before any of it is loaded.
if TYPE_CHECKING:
    from app.data.library import Library
    from app.data.packs import Packs, Taken
    from app.model.helplines import HelpLine
    from app.model.pack_changes import Change, Content
    from app.model.packs import Pack


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack from outside that was looked at, and what it would change. `unused` of its pages and lines are too old to show."""

    pack: Pack
    content: bytes
    changes: tuple[Change, ...]
    unused: int


class Contents:
    """Read when it is first asked for, on whichever thread, and once until a pack is taken in or out."""

    def __init__(self, resources: Path, folder: Path, program: str) -> None:
        self._resources, self._folder, self._program = resources, folder, program
        self._lock = threading.RLock()
        self._library: Library | None = None
        self._taken: tuple[Taken, ...] = ()
        self._lines: tuple[HelpLine, ...] | None = None

    def library(self) -> Library:
        """The toolkit."""
        with self._lock:
            return self._library or self._load()

    def lines(self) -> tuple[HelpLine, ...]:
        """The help lines; without packs they are read alone, since the first window needs no more."""
        with self._lock:
            if self._lines is None and self._has_packs:
                self._load()
            if self._lines is None:
                from app.data.helplines import load_helplines

                self._lines = load_helplines(self._resources / "helplines.toml")
            return self._lines

    def taken(self) -> tuple[Taken, ...]:
        """The packs that are in, each with why it is not used, if so."""
        with self._lock:
            self.library()
            return self._taken

    def speak(self) -> None:
        """Use the program's own words of a pack, or English; called before the first sentence, and when packs change."""
        if self._has_packs:
            from app.data.phrases import use_phrases

            # A folder that cannot be written leaves the program in English, and nothing else is wrong.
            with suppress(OSError):
                use_phrases(self._folder / "words", self.packs.phrases())

    def look_at(self, path: Path) -> Offer:
        """Read a pack from outside and say what it would change. Raises NotAPack and its like."""
        from app.data.pack_file import read_pack
        from app.model.pack_changes import changes, not_used
        from app.model.trouble import PackWrong

        pack, content = read_pack(path, self.packs.keys, self._program)
        with self._lock:
            others = [one for one in self.taken() if one.entry.id != pack.facts.id]
            below = self._whole(others)
            try:
                after = self._checked(below, pack)
            except ValueError as error:
                raise PackWrong(path.name, str(error)) from error
            found = changes(self._whole(self.taken()), after)
            return Offer(pack, content, found, not_used(_layer(pack), after))

    def take_in(self, offer: Offer, *, agreed: bool = False) -> None:
        """Show what the pack brings from now on; raises as `Packs.take_in` does."""
        with self._lock:
            self.packs.take_in(offer.pack, offer.content, agreed=agreed)
            self._forget()
            self.speak()

    def take_out(self, pack_id: str) -> tuple[Change, ...]:
        """Let go of a pack; answers with what changed."""
        from app.model.pack_changes import changes

        with self._lock:
            before = self._whole(self.taken())
            self.packs.take_out(pack_id)
            self._forget()
            self.speak()
            return changes(before, self._whole(self.taken()))

    # -- inside -------------------------------------------------------------------------------------------

    @cached_property
    def packs(self) -> Packs:
        """Where packs are kept."""
        from app.data.packs import Packs
        from app.data.signatures import Keys

        return Packs(self._folder, Keys.load(self._resources / "keys.toml"), self._program)

    @property
    def _has_packs(self) -> bool:
        """Whether one was ever taken in; where none was, nothing of packs is loaded."""
        return (self._folder / PACK_LIST).exists()

    def _forget(self) -> None:
        self._library, self._lines, self._taken = None, None, ()

    def _load(self) -> Library:
        from app.data.library import Library

        used: list[Taken] = []
        whole = self._own
        for one in self.packs.taken() if self._has_packs else ():
            if one.pack is not None:
                try:
                    whole = self._checked(whole, one.pack)
                except ValueError:
                    # It was sound when it was taken in: the program under it has changed.
                    why = _("It does not fit what this version of Groundwork shows. Ask for a newer edition.")
                    one = replace(one, pack=None, why=why)
            used.append(one)
        self._taken, self._lines = tuple(used), whole.lines.lines
        self._library = Library.of(whole.toolkit, self._toolkit)
        return self._library

    def _whole(self, taken: list[Taken] | tuple[Taken, ...]) -> Content:
        whole = self._own
        for one in taken:
            if one.pack is not None:
                whole = whole.with_over(_layer(one.pack))
        return whole

    def _checked(self, below: Content, pack: Pack) -> Content:
        """The whole with the pack on top. Raises ValueError when something in it leads to nothing."""
        from app.data.helplines import check_lines
        from app.data.library import Library

        whole = below.with_over(_layer(pack))
        sections = {one.id for one in whole.toolkit.sections}
        if lost := [one.id for one in pack.toolkit.pages if one.section not in sections]:
            raise ValueError(f"{lost[0]}: there is no section of that name")
        Library(whole.toolkit.filled(), whole.toolkit.terms)
        check_lines(whole.lines.lines)
        return whole

    @cached_property
    def _own(self) -> Content:
        from app.data.helplines import load_helplines
        from app.data.library import read_own
        from app.model.pack_changes import Content
        from app.model.toolkit import Lines

        lines = load_helplines(self._resources / "helplines.toml")
        return Content(read_own(self._toolkit), Lines(lines))

    @property
    def _toolkit(self) -> Path:
        return self._resources / "toolkit" / "en"


def own_contents(own: OwnFolders) -> Contents:
    """Those of this program, with the packs of the person who uses the computer."""
    return Contents(resources_folder(), own.packs, __version__)


def _layer(pack: Pack) -> Content:
    from app.model.pack_changes import Content

    return Content(pack.toolkit, pack.lines, pack.phrases)
