"""Content packs for the tests: a small sound one, and what can be done to it."""

from __future__ import annotations

from pathlib import Path

from app.data.pack_file import PURPOSE, SIGNATURE, listing
from app.data.resources import resources_folder
from app.data.signatures import Keys, key_id, key_row, public_of, sign
from app.model.signer import Key
from tests.everything import packed

PROGRAM = "1.4.0"
SEED, STRANGERS_SEED = bytes(range(32)), bytes(range(1, 33))
KEYS = Keys([Key(key_id(public_of(SEED)), "The makers", public_of(SEED))])

FACTS = """id = "autumn"
title = "Autumn pages"
edition = 2
made = 2027-01-15
maker = "The office of the toolkit"
needs = "1.2"
note = "A new page on winter roads, and a line that is no more."
"""
PAGE = """+++
title = "Winter roads"
order = 90
summary = "What to think of before people travel in winter."
keywords = ["snow"]
checked = 2027-01-10
certainty = "Read in one source."
sources = [{ title = "An invented source" }]
+++
Tell somebody when you leave. See [the signs](page:get-informed/signs).
"""
LINES = """[[line]]
id = "winter"
order = 80
name = "Winter roads line"
numbers = [{ way = "call", display = "1-800-555-0100", dial = "18005550100" }]
hours = "Day and night"
languages = "We do not have this."
for_whom = "Anyone who travels."
source = "https://example.org/roads"
certainty = "B"
checked = 2027-01-10

[[closed]]
id = "bc-211"
checked = 2027-01-10
"""
PO_HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
FRENCH = (
    PO_HEAD
    + """#: app/ui/frame/window.py
msgid "Undo"
msgstr "Annuler"

msgid "Not signed. Anybody may have made it, or changed it on its way."
msgstr "Sans signature."

msgid "No pack is in. Groundwork shows what it came with."
msgstr "Aucun ajout. Groundwork montre ce qu’il contient."

msgid "{count} page to read"
msgid_plural "{count} pages to read"
msgstr[0] "une page à lire"
msgstr[1] "{count} pages à lire"

#, fuzzy
msgid "Redo"
msgstr "Peut-être"

msgid "Print"
msgstr ""
"""
)
FILES = {
    "pack.toml": FACTS.encode(),
    "toolkit/get-informed/winter-roads.md": PAGE.encode(),
    "helplines.toml": LINES.encode(),
}


def pack_bytes(files: dict[str, bytes] = FILES, seed: bytes | None = SEED, **more: bytes) -> bytes:
    """A pack of these files; `more` are put in after it was signed."""
    whole = dict(files)
    if seed is not None:
        whole[SIGNATURE] = sign(PURPOSE, listing(files), seed)
    return packed({**whole, **more})


def folder_of(folder: Path, files: dict[str, bytes] = FILES) -> Path:
    """The files as they lie before a pack is made of them."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def resources_that_know(folder: Path, seed: bytes = SEED) -> Path:
    """Our resources in a new folder, but for a list of keys with one that the tests have."""
    folder.mkdir()
    for name in ("toolkit", "helplines.toml"):
        (folder / name).symlink_to(resources_folder() / name)
    (folder / "keys.toml").write_text(key_row("The makers", public_of(seed)), "utf-8")
    return folder
