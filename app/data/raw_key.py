"""The key that SQLCipher makes of a passphrase, made once for a file that has to be opened many times."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from app.data.troubles import calmly

# SQLCipher 4's own numbers (https://www.zetetic.net/sqlcipher/design/): the salt is the file's beginning.
_SALT, _ROUNDS, _LENGTH = 16, 256_000, 32


def raw_key(path: Path, passphrase: str) -> str:
    """What opens the file in place of the passphrase, a fifth of a second faster. Raises NotThere, NotAllowed or DiskTrouble."""
    with calmly(path), path.open("rb") as file:
        salt = file.read(_SALT)
    whole = unicodedata.normalize("NFC", passphrase.encode("utf-8", "replace").decode("utf-8"))
    key = hashlib.pbkdf2_hmac("sha512", whole.encode("utf-8"), salt, _ROUNDS, _LENGTH)
    return f"x'{key.hex()}{salt.hex()}'"
