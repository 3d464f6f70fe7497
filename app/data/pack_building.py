"""Makes a content pack of a folder, checked as if it came from a stranger, and signs it where there is a key."""

from __future__ import annotations

import io
import zipfile
from gettext import gettext as _
from pathlib import Path

from app.data.pack_file import FACTS, LARGEST_PACK, PURPOSE, SIGNATURE, belongs, listing, pack_in
from app.data.safe_file import write_safely
from app.data.signatures import Keys, key_id, public_of, sign
from app.data.troubles import from_os
from app.model.packs import Pack
from app.model.signer import Key
from app.model.trouble import NotThere, PackWrong, Refused

# The same folder makes the same bytes: a zip's own dates begin here.
_DAY = (1980, 1, 1, 0, 0, 0)
_MOST = 2_000


def build_pack(folder: Path, out: Path, program: str, seed: bytes | None = None) -> Pack:
    """Write the pack that `folder` holds to `out`, signed with a private key where one is given.

    Raises Refused for a file that no pack holds, PackWrong for one that is not right, and Troubles of reading and writing.
    """
    files = _gather(folder)
    content = _zipped(files, sign(PURPOSE, listing(files), seed) if seed is not None else None)
    if len(content) > LARGEST_PACK:
        raise PackWrong(folder.name, "it is too large")
    public = public_of(seed) if seed is not None else b""
    own = Keys([Key(key_id(public), _("your own key"), public)] if public else [])
    pack = pack_in(content, folder.name, own, program)
    write_safely(out, content)
    return pack


def _gather(folder: Path) -> dict[str, bytes]:
    if not (folder / FACTS).is_file():
        raise NotThere(f"{folder.name}/{FACTS}")
    try:
        # What a system puts beside files of its own begins with a dot.
        found = [one for one in sorted(folder.rglob("*"))[:_MOST] if one.is_file() and not _is_hidden(one, folder)]
        names = {one.relative_to(folder).as_posix(): one for one in found}
        for name in names:
            if not belongs(name):
                sentence = _("A pack cannot hold “{name}”. Take it out of the folder, or give it another name.")
                raise Refused(sentence.format(name=name))
        return {name: one.read_bytes() for name, one in names.items()}
    except OSError as error:
        raise from_os(error, folder) from error


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _zipped(files: dict[str, bytes], signature: bytes | None) -> bytes:
    made = io.BytesIO()
    whole = {**files, **({SIGNATURE: signature} if signature is not None else {})}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(whole):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            zipped.writestr(info, whole[name], compresslevel=9)
    return made.getvalue()
