"""How packs are spoken of, in the window and by the commands alike."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from app.model.pack_changes import CHANGED, GONE, LINE, NEW, PAGE, PHRASES, SECTION, TERM
from app.model.phrases import N_
from app.model.signer import KNOWN, STRANGER, Signer

WHAT = {
    (LINE, NEW): N_("New help line"),
    (LINE, CHANGED): N_("Changed help line"),
    (LINE, GONE): N_("Help line that goes"),
    (PAGE, NEW): N_("New page"),
    (PAGE, CHANGED): N_("Changed page"),
    (PAGE, GONE): N_("Page that goes"),
    (SECTION, NEW): N_("New section"),
    (SECTION, CHANGED): N_("Changed section"),
    (SECTION, GONE): N_("Section that goes"),
    (TERM, NEW): N_("New word explained"),
    (TERM, CHANGED): N_("Word explained anew"),
    (TERM, GONE): N_("Word that goes"),
    (PHRASES, NEW): N_("The program’s own words in another language"),
    (PHRASES, CHANGED): N_("The program’s own words, said otherwise"),
    (PHRASES, GONE): N_("The program’s own words in a language that goes"),
}


def signer_words(signer: Signer) -> str:
    """Who signed it, as a sentence."""
    if signer.kind == KNOWN:
        return _("Signed by {name} (key {key}), and unchanged since.").format(name=signer.name, key=signer.key)
    if signer.kind == STRANGER:
        return _("Signed with a key that this program does not know ({key}). Anybody may have made it.").format(
            key=signer.key
        )
    return _("Not signed. Anybody may have made it, or changed it on its way.")


def brought_words(title: str) -> str:
    """What stands beside a page or a help line that did not come with the program; nothing where `title` is empty."""
    return _("From the content pack “{title}”.").format(title=title) if title else ""


def older_words(count: int) -> str:
    """How much of a pack is older than what is there already."""
    return ngettext(
        "{count} page or help line in it is older than what is here, and is not used.",
        "{count} pages or help lines in it are older than what is here, and are not used.",
        count,
    ).format(count=count)
