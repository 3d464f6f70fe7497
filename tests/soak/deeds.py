"""What people do that writes: each deed is done on a world of files that `prepare` makes, and `lost` says what it cost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.data.backups import backups_in, carry
from app.data.check import check_file
from app.data.connection import connect
from app.data.erasing import Target, erase
from app.data.going_back import go_back, put_repaired
from app.data.opening import create_workspace, open_workspace
from app.data.safe_file import write_safely, writing_safely
from app.data.shape import note_shape
from app.data.tables import Tables
from app.data.work_copies import WorkCopies
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.trouble import PassphraseNeeded, Trouble, WrongPassphrase
from app.reports.everything import write_everything

OLD, NEW = "five plain words in a row", "other words on the wall"
NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=UTC)
BEFORE = ("first", "second")
Told = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class World:
    """The folder that a deed works in; `protected` or not."""

    folder: Path
    protected: bool

    @property
    def file(self) -> Path:
        """The community's file."""
        return self.folder / "Cedar Inlet.groundwork"

    @property
    def kept(self) -> Path:
        """Where its backups lie."""
        return self.folder / "kept"

    @property
    def key(self) -> str | None:
        """What opens the file at the start."""
        return OLD if self.protected else None


def prepare(world: World) -> None:
    """Two partners, a backup of the first alone, and a file beside that stands for a report of before."""
    workspace = create_workspace(world.file, Community(name="Cedar Inlet"), world.key)
    for number, name in enumerate(BEFORE):
        with workspace.edit("Add") as edit:
            edit.add(Partner(id=f"p{number}", name=name, skills="word " * 60))
        if number == 0:
            workspace.backups.make(world.kept, NOW - timedelta(days=1))
    workspace.close()
    (world.folder / "report.csv").write_bytes(b"as before")


# -- the deeds: each tells what is promised from that moment on -------------------------------------------------


def _type(workspace: Workspace, name: str, told: Told) -> None:
    with workspace.edit("Add") as change:
        change.add(Partner(name=name, skills="word " * 200))
    told(name)


def edit(world: World, told: Told) -> None:
    """Type and save, and close."""
    workspace = open_workspace(world.file, world.key)
    try:
        for number in range(3):
            _type(workspace, f"typed {number}", told)
    finally:
        workspace.close()


def back_up(world: World, told: Told) -> None:
    """A backup, and another on a stick."""
    workspace = open_workspace(world.file, world.key)
    try:
        made = workspace.backups.make(world.kept, NOW)
        workspace.backups.note(NOW, workspace.backups.newest_edit())
    finally:
        workspace.close()
    carry(made, world.folder / "stick")


def restore(world: World, told: Told) -> None:
    """Go back to the backup."""
    go_back(backups_in(world.kept)[0].path, world.file, world.kept, NOW, world.key, known=world.key)


def export(world: World, told: Told) -> None:
    """A sheet over one of before, and everything in a zip."""
    write_safely(world.folder / "report.csv", b"anew" * 50_000)
    workspace = open_workspace(world.file, world.key, read_only=True)
    try:
        with workspace.outgoing.opened() as contents, writing_safely(world.folder / "everything.zip") as out:
            write_everything(contents, NOW.date(), out, lambda _done, _total: None)
    finally:
        workspace.close()


def rekey(world: World, told: Told) -> None:
    """Another passphrase."""
    workspace = open_workspace(world.file, world.key)
    try:
        workspace.protecting.change(world.key, NEW)
    finally:
        workspace.close()


def migrate(world: World, told: Told) -> None:
    """A file of the layout before is brought up to date."""
    open_workspace(world.file, world.key).close()


def erase_somebody(world: World, told: Told) -> None:
    """The first partner goes for good."""
    erase(world.file, Target(Partner, "p0", ("first",)), world.key, now=NOW)


def on_a_stick(world: World, told: Told) -> None:
    """Work in a copy of a file on a stick, and write it back."""
    workspace = work_copies(world).open(world.file, world.key)
    copy = workspace.work_copy
    try:
        for number in range(3):
            _type(workspace, f"typed {number}", told)
            if copy is not None and number < 2:
                copy.carry(workspace.backups.write_checked, workspace.changes)
    finally:
        workspace.close()


def repair_it(world: World, told: Told) -> None:
    """A file is repaired in its place."""
    put_repaired(world.file, world.kept, NOW, world.key)


DEEDS: dict[str, Callable[[World, Told], None]] = {
    "edit": edit,
    "backup": back_up,
    "restore": restore,
    "export": export,
    "rekey": rekey,
    "migrate": migrate,
    "erase": erase_somebody,
    "repair": repair_it,
    "stick": on_a_stick,
}
# Without a passphrase it is done where the file lies, as "edit" is.
PROTECTED_ALONE = {"stick"}


def work_copies(world: World) -> WorkCopies:
    """The world's folder is the stick, and "here" in it this computer."""
    return WorkCopies(world.folder / "here", lambda _file, _here: True)


def age(world: World) -> None:
    """Make the file one of the layout before (see `data/migrations.py`), as an older program would have left it."""
    opened = connect(world.file, world.key, journal="delete")
    for table in ("attachment_search", "attachment_page", "attachment_part", "attachment", "copy"):
        opened.db.execute(f"DROP TABLE [{table}]")
    opened.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0002_attachments'")
    note_shape(opened, Tables(opened.db, [kind for kind in KINDS if kind.kind != "copy"]))
    opened.db.execute("PRAGMA user_version = 1")
    opened.close()


# -- what it cost ----------------------------------------------------------------------------------------------


def lost(world: World, deed: str, promised: list[str], *, finished: bool) -> list[str]:
    """What is missing or broken now, in words for whoever mends the program; empty when nothing is."""
    found = _file_lost(world, deed, promised, finished=finished)
    for one in backups_in(world.kept) + backups_in(world.folder / "stick"):
        if not any(_is_sound(one.path, key) for key in (world.key, NEW)):
            found.append(f"a backup that is not sound: {one.path.name}")
    if not any("1 partners" in one.path.name for one in backups_in(world.kept)) and deed not in ("rekey", "erase"):
        found.append("the backup of before is gone")
    report = (world.folder / "report.csv").read_bytes()
    if report not in (b"as before", b"anew" * 50_000):
        found.append("half a report")
    return found


def _file_lost(world: World, deed: str, promised: list[str], *, finished: bool) -> list[str]:
    if deed == "stick" and not _is_sound(world.file, world.key):
        return ["the file on the stick is not sound"]
    names, trouble = _names_in(world, deed)
    if trouble:
        return [trouble]
    if deed == "stick" and (world.folder / "here").exists():
        return ["something stays on this computer"]
    wanted = {*BEFORE, *promised}
    if deed == "erase":
        wanted -= {"first"}
    if deed == "restore" and "second" not in names:
        if not any(one.before_going_back for one in backups_in(world.kept)):
            return ["what stood there before is gone"]
        wanted -= {"second"}
    return [f"lost: {sorted(wanted - names)}"] if wanted - names else []


def _names_in(world: World, deed: str) -> tuple[set[str], str]:
    """The partners, as somebody finds them who opens the file the next time; or why they do not."""
    open_it = work_copies(world).open if deed == "stick" else open_workspace
    for key in [NEW, world.key] if deed == "rekey" else [world.key]:
        try:
            workspace = open_it(world.file, key)
        except (WrongPassphrase, PassphraseNeeded):
            continue
        except Trouble as trouble:
            return set(), f"the file does not open: {trouble}"
        names = {one.name for one in workspace.all(Partner)}
        workspace.close()
        found = check_file(world.file, key)
        return names, f"the file is not sound: {found}" if found else ""
    return set(), "no passphrase opens the file"


def _is_sound(path: Path, key: str | None) -> bool:
    try:
        return not check_file(path, key)
    except Trouble:
        return False


def copy_world(source: World, folder: Path) -> World:
    """The same files in another folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source.folder, folder)
    return World(folder, source.protected)
