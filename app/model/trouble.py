"""The world's errors: each says in one calm sentence what happened and what to do next.

Errors of our own (bugs) stay ordinary exceptions and go to the log. Whoever meets a `Trouble` shows `str(trouble)` as it is.
"""

from __future__ import annotations

from gettext import gettext as _


class Trouble(Exception):
    """Something outside the program stood in the way; `str()` is the sentence to show."""


class Refused(Trouble):
    """What was typed cannot be taken; the words stay where they were typed. `field` names the field, or is empty."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class WrongPassphrase(Trouble):
    """The passphrase does not open the file (or the file's start is damaged: the two cannot be told apart)."""

    def __init__(self) -> None:
        super().__init__(_("That passphrase does not open this file. Check capital letters and spaces, and try again."))


class PassphraseNeeded(Trouble):
    """The file is protected and no passphrase was given."""

    def __init__(self) -> None:
        super().__init__(_("This file is protected. Give its passphrase to open it."))


class NotACommunityFile(Trouble):
    """The file was made by some other program, or is empty."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is not a Groundwork community file. Choose a file whose name ends in .groundwork.")
        super().__init__(sentence.format(name=name))


class Damaged(Trouble):
    """The file is ours but parts of it cannot be read."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is damaged. It was left as it is. Open your newest backup, or repair a copy of it.")
        super().__init__(sentence.format(name=name))


class NotWhole(Trouble):
    """A file of our name with nothing in it: a service that keeps folders the same has not brought it, or a copy broke off."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” is empty. Wait until the service that keeps this folder (such as OneDrive) has brought it, or copy it "
            "here again."
        )
        super().__init__(sentence.format(name=name))


class NewerFile(Trouble):
    """The file was written by a newer version of the program; it was not touched."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” was made by a newer Groundwork. Nothing was changed. Install the newer program to open it."
        )
        super().__init__(sentence.format(name=name))


class OtherVersion(Trouble):
    """The file's lists were made by an older or newer version of the program; bringing them in line needs writing."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” was last saved by another version of Groundwork, so it cannot be opened to look only. Open it to "
            "change it once, or a copy of it."
        )
        super().__init__(sentence.format(name=name))


class InUse(Trouble):
    """Another program has the file open. `owner` is who, as far as it is known."""

    def __init__(self, name: str, owner: str) -> None:
        sentence = _("“{name}” is open in another window ({owner}). Close it there, or open it here to look only.")
        super().__init__(sentence.format(name=name, owner=owner or _("it is not known where")))
        self.owner = owner


class StillRead(Trouble):
    """Something else reads the file, so that another cannot take its place now."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "Something still reads “{name}”: a report that is being made, or another window. Nothing was changed. Try again "
            "when that is done."
        )
        super().__init__(sentence.format(name=name))


class NotReopened(Trouble):
    """The file was closed for a moment and cannot be opened again; it is whole, and under one of the two passphrases."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” could not be opened again with its new passphrase. Nothing is lost. Open it with that one, or else with "
            "the one before."
        )
        super().__init__(sentence.format(name=name))


class ReadOnly(Trouble):
    """A change was asked for, and the file is open for looking only."""

    def __init__(self) -> None:
        super().__init__(_("This file is open for looking only, so nothing was changed."))


class NotThere(Trouble):
    """The file or its folder is gone (or the stick was pulled out)."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” cannot be found. If it is on a stick or a shared folder, connect that and try again.")
        super().__init__(sentence.format(name=name))


class ChangedThere(Trouble):
    """A file that is worked on in a copy was changed, or another one was put in its place: neither is to be lost."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” was changed from elsewhere meanwhile and was left so. Your work is kept on this computer."
        )
        super().__init__(sentence.format(name=name))


class AlreadyThere(Trouble):
    """A new file was to be made where one stands already; it was not touched."""

    def __init__(self, name: str) -> None:
        sentence = _("There is already a file called “{name}”. It was left as it is. Choose another name.")
        super().__init__(sentence.format(name=name))


class NotAllowed(Trouble):
    """The computer does not let us write (or read) there."""

    def __init__(self, name: str) -> None:
        sentence = _("This computer does not allow writing to “{name}”. Nothing was changed. Choose another folder.")
        super().__init__(sentence.format(name=name))


class NameTooLong(Trouble):
    """The computer takes no name of this length (or what has to stand beside the file would get one)."""

    def __init__(self, name: str) -> None:
        sentence = _("The name “{name}…” is too long for this computer. Nothing was changed. Choose a shorter one.")
        super().__init__(sentence.format(name=name[:40]))


class NotClosed(Trouble):
    """The program that had the file was killed, and its newest edits cannot be read where nothing may be written."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” was not closed properly, and nothing can be written where it is. Copy it and “{name}-wal” to a "
            "folder of your own, and open it there."
        )
        super().__init__(sentence.format(name=name))


class Gone(Trouble):
    """What was to be changed has been removed meanwhile."""

    def __init__(self, noun: str) -> None:
        super().__init__(_("This {noun} has been removed meanwhile, so nothing was changed.").format(noun=_(noun)))


class NoSpace(Trouble):
    """The disk is full. `name` is the file that was to be saved, empty for an edit of the open file."""

    def __init__(self, name: str = "") -> None:
        if name:
            sentence = _(
                "There is not enough room for “{name}”, so it was not saved. Free some space or choose another place."
            )
        else:
            sentence = _(
                "The disk is full, so the last change was not saved. Free some space, then make the change again."
            )
        super().__init__(sentence.format(name=name))


class DiskTrouble(Trouble):
    """Reading or writing failed below us: a bad disk, or a stick that was pulled out. `name` as for NoSpace."""

    def __init__(self, name: str = "") -> None:
        if name:
            sentence = _("The disk or stick did not answer, so “{name}” was not saved. Check it, then save again.")
        else:
            sentence = _(
                "The disk or stick did not answer, so the last change was not saved. Check it, then try again."
            )
        super().__init__(sentence.format(name=name))


class StaysForSpace(NoSpace):
    """There was no room to write the file under another passphrase."""

    def __init__(self) -> None:
        Trouble.__init__(
            self,
            _(
                "There is not enough room on the disk, so the passphrase stays as it was. Nothing is lost. Free some space, "
                "then try again."
            ),
        )


class StaysOnDisk(DiskTrouble):
    """The disk failed while the file was written under another passphrase."""

    def __init__(self) -> None:
        Trouble.__init__(
            self,
            _(
                "The disk or stick did not answer, so the passphrase stays as it was. Nothing is lost. Check it, then try "
                "again."
            ),
        )


class HeldOpen(Trouble):
    """A file that was to be replaced is held by another program, so it stays as it was."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "“{name}” may be open in another program, so it was left as it is. Close it there and save again, or choose "
            "another name."
        )
        super().__init__(sentence.format(name=name))


class IsFolder(Trouble):
    """A file was to be saved where a folder has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(_("“{name}” is a folder, so nothing was saved. Choose another name.").format(name=name))


class BadName(Trouble):
    """No file can be called so, here or on another computer; `sentence` says why."""


class BackupFailed(Trouble):
    """A copy was made and is not sound, so it does not count; the file it was made of may be damaged."""

    def __init__(self, name: str) -> None:
        sentence = _(
            "No backup of “{name}” was made: the copy was not whole. Earlier backups are as they were. Check the disk, and "
            "try again."
        )
        super().__init__(sentence.format(name=name))


class NotAPack(Trouble):
    """A file that was to be taken in as a content pack is none, or is damaged."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” is no content pack, or it is damaged. Nothing was changed. Ask for another copy of it.")
        super().__init__(sentence.format(name=name))


class PackForged(Trouble):
    """Somebody changed a pack or an installer after it was signed, or it was damaged on its way."""

    def __init__(self, name: str) -> None:
        sentence = _("“{name}” was changed after it was signed, so it is not used. Ask where it comes from.")
        super().__init__(sentence.format(name=name))


class PackTooNew(Trouble):
    """A pack needs a newer program than this."""

    def __init__(self, name: str, needs: str = "") -> None:
        if needs:
            sentence = _("“{name}” needs Groundwork {version} or newer. Nothing was changed. Install that first.")
        else:
            sentence = _("“{name}” needs a newer Groundwork. Nothing was changed. Install that first.")
        super().__init__(sentence.format(name=name, version=needs))


class PackWrong(Trouble):
    """Something in a pack cannot be shown; `why` names file and line, for whoever makes the pack."""

    def __init__(self, name: str, why: str) -> None:
        sentence = _("“{name}” cannot be used. Nothing was changed. Tell whoever made it: {why}.")
        super().__init__(sentence.format(name=name, why=why[:200].rstrip(".")))
