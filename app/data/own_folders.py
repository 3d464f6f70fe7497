"""Where the program keeps what is its own on this computer, or, on a stick, beside itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

NAME = "groundwork"
# Beside the packed program: when this folder is there, everything of the program's own goes into it.
PORTABLE = "Groundwork data"
# The list of content packs, in their folder: where there is none, nothing of packs is loaded.
PACK_LIST = "packs.json"


@dataclass(frozen=True, slots=True)
class OwnFolders:
    """Settings in `config`, backups and the sample in `data`, the log in `log`; none of them need be there yet."""

    config: Path
    data: Path
    log: Path

    @property
    def packs(self) -> Path:
        """Where content packs are kept."""
        return self.data / "packs"

    @property
    def all(self) -> tuple[Path, ...]:
        """Each of them."""
        return self.config, self.data, self.log


def own_folders(program: Path | None = None) -> OwnFolders:
    """Those of the person who uses the computer, unless `program` (this one, when it is packed) has a folder beside it."""
    beside = _beside(program)
    if beside is not None and beside.is_dir():
        return OwnFolders(beside / "settings", beside, beside / "log")
    config, data, log = (find(NAME, appauthor=False) for find in (user_config_path, user_data_path, user_log_path))
    return OwnFolders(config, data, log)


def work_copies_folder() -> Path:
    """Where copies of files from sticks are worked on: always on this computer, for a program that is carried along too."""
    return user_data_path(NAME, appauthor=False) / "work copies"


def is_portable() -> bool:
    """Whether this program keeps everything beside itself, as on a stick."""
    return portable_folder() is not None


def portable_folder() -> Path | None:
    """The folder of a program that keeps everything beside itself, or None."""
    beside = _beside(None)
    return beside.parent if beside is not None and beside.is_dir() else None


def _beside(program: Path | None) -> Path | None:
    if program is None and getattr(sys, "frozen", False):
        program = Path(sys.executable)
    return program.parent / PORTABLE if program is not None else None
