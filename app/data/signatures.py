"""Signs what is handed on, and tells whether what came was changed on its way.

A signature is one line: `groundwork-signature 1 KEY SIGNATURE`, KEY the id of the key and SIGNATURE 64 bytes in base64.
What is signed begins with words that say what it is, so that a signature for one thing is never good for another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.model.signer import KNOWN, NOBODY, STRANGER, Key, Signer

LONGEST = 200
_HEAD = "groundwork-signature"
_FORM = "1"
# RFC 8032, 5.1.5 and 5.1.6.
_SEED, _PUBLIC, _SIGNATURE = 32, 32, 64
_ID_LETTERS = 16


class Forged(Exception):
    """A known key's signature does not fit: something was changed after it was signed. Whoever asked says so in a sentence."""


class Keys:
    """The keys that are believed."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._keys = {one.id: one for one in keys}

    @classmethod
    def load(cls, path: Path) -> Keys:
        """Read `keys.toml`. Raises ValueError for a key that is not right: it is our file."""
        listed = tomllib.loads(path.read_text("utf-8"))
        return cls(_key(row) for row in listed.get("key", []))

    def __len__(self) -> int:
        return len(self._keys)

    def has(self, key: str) -> bool:
        """Whether the key of that id is believed."""
        return key in self._keys

    def signer(self, what: str, content: bytes, signature: bytes | None) -> Signer:
        """Who signed `content` as `what`; None is no signature. Raises Forged."""
        if signature is None:
            return Signer(NOBODY)
        key_id, value = read_signature(signature)
        key = self._keys.get(key_id)
        if key is None:
            return Signer(STRANGER, key_id)
        if not _holds(_message(what, content), value, key.public):
            raise Forged
        return Signer(KNOWN, key.id, key.name)


def read_signature(line: bytes) -> tuple[str, bytes]:
    """The key's id and the signature itself. Raises Forged for what is no signature of ours."""
    if len(line) > LONGEST:
        raise Forged
    try:
        head, form, key, value = line.decode("ascii").split()
        signature = base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error) as error:
        raise Forged from error
    if (head, form, len(signature)) != (_HEAD, _FORM, _SIGNATURE):
        raise Forged
    return key, signature


def new_seed() -> bytes:
    """The private half of a new key."""
    return secrets.token_bytes(_SEED)


def public_of(seed: bytes) -> bytes:
    """The public half."""
    from nacl.bindings import crypto_sign_seed_keypair

    public, _secret = crypto_sign_seed_keypair(seed)
    return public


def sign(what: str, content: bytes, seed: bytes) -> bytes:
    """The line that says that who has the key stands by `content` as `what`."""
    from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

    public, secret = crypto_sign_seed_keypair(seed)
    value = crypto_sign(_message(what, content), secret)[:_SIGNATURE]
    return f"{_HEAD} {_FORM} {key_id(public)} {base64.b64encode(value).decode('ascii')}\n".encode("ascii")


def key_id(public: bytes) -> str:
    """What a key is called: the beginning of its SHA-256, to be read out and compared."""
    return hashlib.sha256(public).hexdigest()[:_ID_LETTERS]


def seed_as_text(seed: bytes) -> str:
    """A private key as one line for a file or a secret of a build service."""
    return base64.b64encode(seed).decode("ascii")


def seed_from_text(text: str) -> bytes:
    """The private key in such a line. Raises ValueError."""
    try:
        seed = base64.b64decode(text.strip(), validate=True)
    except binascii.Error as error:
        raise ValueError("not a private key") from error
    if len(seed) != _SEED:
        raise ValueError("not a private key")
    return seed


def key_row(name: str, public: bytes) -> str:
    """A key as it stands in `keys.toml`."""
    return f'[[key]]\nname = "{name}"\npublic = "{base64.b64encode(public).decode("ascii")}"\n'


# -- inside ----------------------------------------------------------------------------------------------------


def _key(row: Mapping[str, Any]) -> Key:
    try:
        public = base64.b64decode(row["public"], validate=True)
        name = str(row["name"]).strip()
    except (KeyError, TypeError, binascii.Error) as error:
        raise ValueError(f"key {row.get('name', '?')}: {error}") from error
    if len(public) != _PUBLIC or not name or set(row) - {"name", "public"}:
        raise ValueError(f"key {name or '?'}: a key has a name and 32 public bytes")
    return Key(key_id(public), name, public)


def _message(what: str, content: bytes) -> bytes:
    return f"groundwork {what}\n".encode() + content


def _holds(message: bytes, signature: bytes, public: bytes) -> bool:
    # Not before it is needed: most starts meet no signature.
    from nacl.bindings import crypto_sign_open
    from nacl.exceptions import BadSignatureError

    try:
        crypto_sign_open(signature + message, public)
    except BadSignatureError:
        return False
    return True
