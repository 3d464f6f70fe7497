"""What the program remembers between starts on this computer: looks, window, and which files were open (their paths only)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from app.model.trouble import Trouble

RECENT = 8
# After so many minutes without a hand a protected file may be locked; 0 for never.
LOCK_MINUTES = (0, 5, 10, 15, 30)
# Of so many files the last openings are remembered.
VISITS = 40


@dataclass(slots=True)
class Settings:
    """Set the attributes, then `save`. A damaged or missing settings file gives the defaults."""

    path: Path
    theme: str = "system"
    text_scale: float = 1.0
    recent: list[str] = field(default_factory=list[str])
    window: dict[str, str] = field(default_factory=dict[str, str])
    visits: dict[str, str] = field(default_factory=dict[str, str])
    # Of a community file, by its number: the second folder for its backups, and when that was seen last.
    backup_places: dict[str, str] = field(default_factory=dict[str, str])
    backup_seen: dict[str, str] = field(default_factory=dict[str, str])
    # Which community file lay at a path: a damaged one does not tell any more.
    identities: dict[str, str] = field(default_factory=dict[str, str])
    tries: dict[str, str] = field(default_factory=dict[str, str])
    lock_minutes: int = 15
    lock_plain: bool = False

    @classmethod
    def load(cls, folder: Path) -> Settings:
        """Read `settings.json` in the folder; what is missing or of a wrong type stays at its default."""
        made = cls(folder / "settings.json")
        try:
            found = json.loads(made.path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return made
        if isinstance(found, dict):
            made.take(cast("dict[str, Any]", found))
        return made

    def take(self, found: dict[str, Any]) -> None:
        """Take over those values that are of the right type."""
        for one in fields(self):
            value = found.get(one.name)
            if one.name != "path" and isinstance(value, type(getattr(self, one.name))):
                setattr(self, one.name, value)
        self.recent = [str(one) for one in self.recent][:RECENT]
        for name in ("window", "visits", "backup_places", "backup_seen", "identities", "tries"):
            setattr(self, name, {str(key): str(value) for key, value in getattr(self, name).items()})
        self.lock_minutes = self.lock_minutes if self.lock_minutes in LOCK_MINUTES else LOCK_MINUTES[3]
        self.text_scale = min(2.0, max(1.0, self.text_scale))

    def save(self) -> None:
        """Write them; a computer that does not let us is no reason to stop anybody's work."""
        # Settings are read at every start, and written later: what writes safely takes long to load.
        from app.data.safe_file import write_safely

        values = asdict(self)
        del values["path"]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # In plain letters: the name of a file may hold bytes that are no text, and comes back as it was.
            write_safely(self.path, json.dumps(values, indent=1).encode("ascii"))
        except (Trouble, OSError):
            return

    def still_there(self) -> list[Path]:
        """The files of the recent list that can be found."""
        return [one for one in map(Path, self.recent) if one.exists()]

    def opened(self, file: Path) -> None:
        """Put a file first in the recent list."""
        self.recent = [str(file), *(one for one in self.recent if one != str(file))][:RECENT]

    def know(self, file: Path, identity: str) -> None:
        """Note which community file lies there."""
        self.identities.pop(str(file), None)
        self.identities[str(file)] = identity
        self.identities = dict(list(self.identities.items())[-VISITS:])

    def backups_seen(self, identity: str) -> datetime | None:
        """When a backup was last put into the second folder, or None."""
        return _hour(self.backup_seen.get(identity, ""))

    def forget_all(self, file: Path, identity: str) -> None:
        """Keep nothing of a file that is erased."""
        self.forget(file)
        for kept in (self.visits, self.identities):
            kept.pop(str(file), None)
        for kept in (self.backup_places, self.backup_seen):
            kept.pop(identity, None)

    def forget(self, file: Path) -> None:
        """Take a file out of the recent list."""
        self.recent = [one for one in self.recent if one != str(file)]

    def visited(self, file: Path, now: datetime) -> datetime | None:
        """Note that a file is opened now; answers with the hour of its last opening on an earlier day, or None.

        So what changed "since you were last here" is the same for all of a day, however often the program is closed.
        """
        earlier, latest = (_hour(one) for one in (*self.visits.pop(str(file), "").split(" "), "")[:2])
        if latest is not None and latest.astimezone(now.tzinfo).date() < now.date():
            earlier = latest
        kept = earlier.isoformat(timespec="seconds") if earlier is not None else "-"
        self.visits[str(file)] = f"{kept} {now.isoformat(timespec='seconds')}"
        self.visits = dict(list(self.visits.items())[-VISITS:])
        return earlier


def _hour(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
