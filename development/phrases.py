"""Gathers every sentence of the program that can be translated into resources/phrases/groundwork.pot."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER = """\
# Phrases of Groundwork. Made from app/ by: python3 dev.py phrases
msgid ""
msgstr ""
"Project-Id-Version: Groundwork\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def gather(root: Path) -> str:
    """The text of the template for translators: every marked phrase of app/, with the files that use it."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(str(root / "app"), keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        place = f"app/{Path(file).as_posix()}"
        catalog.add(message, locations=[(place, 1)], auto_comments=comments, context=context)
    body = io.BytesIO()
    write_po(body, catalog, width=110, omit_header=True, include_lineno=False)
    return HEADER + body.getvalue().decode("utf-8")


def main(arguments: list[str]) -> int:
    """Write the template, or with --check compare it and answer 1 when it is out of date."""
    root = Path(__file__).resolve().parent.parent
    template = root / "resources" / "phrases" / "groundwork.pot"
    text = gather(root)
    if "--check" in arguments:
        if template.exists() and template.read_text(encoding="utf-8") == text:
            return 0
        print("The list of phrases is out of date: run python3 dev.py phrases and commit what it writes.")
        return 1
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {template.relative_to(root).as_posix()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
