"""What a self-test tries with a content pack: that a signature holds, and stops holding when a letter is changed."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app import __released__, __version__
from app.data.pack_building import build_pack
from app.data.pack_file import pack_in
from app.data.signatures import Forged, Keys, key_id, new_seed, public_of, sign
from app.model.signer import Key
from app.ui.selftest.told import Unmet, must

_FACTS = f"""id = "self-test"
title = "Self-test"
edition = 1
made = {__released__}
maker = "Groundwork"
"""
_WORDS = f"""[[closed]]
id = "self-test"
checked = {__released__}
"""


def signed_pack(folder: Path) -> str:
    """With a key that is made for this alone."""
    seed = new_seed()
    public = public_of(seed)
    keys = Keys([Key(key_id(public), "Self-test", public)])
    source, out = folder / "pack", folder / "self-test.groundwork-pack"
    source.mkdir()
    (source / "pack.toml").write_text(_FACTS, "utf-8")
    (source / "helplines.toml").write_text(_WORDS, "utf-8")
    build_pack(source, out, __version__, seed)
    content = out.read_bytes()
    must(pack_in(content, out.name, keys, __version__).signer.is_known, _("a good signature does not count"))
    must(not pack_in(content, out.name, Keys(), __version__).signer.is_known, _("a stranger counts as known"))
    try:
        keys.signer("self-test", b"other words", sign("self-test", b"words", seed))
    except Forged:
        return _("signed with key {key}").format(key=key_id(public))
    raise Unmet(_("words that were changed count as signed"))
