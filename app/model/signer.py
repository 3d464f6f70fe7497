"""Who signed something from outside, as far as the program can tell (signatures: Ed25519, RFC 8032)."""

from __future__ import annotations

from dataclasses import dataclass

# What the program knows of a signature: its key is known and it holds; nobody signed; somebody did whose key is not known.
KNOWN, NOBODY, STRANGER = "known", "nobody", "stranger"


@dataclass(frozen=True, slots=True)
class Key:
    """The public half of a key: `id` is short, to be compared by eye, `name` says whose it is, `public` has 32 bytes."""

    id: str
    name: str
    public: bytes


@dataclass(frozen=True, slots=True)
class Signer:
    """`kind` is KNOWN, NOBODY or STRANGER; `name` is there for a known one, `key` for both who signed."""

    kind: str = NOBODY
    key: str = ""
    name: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the signature holds and is from somebody whose key came with the program."""
        return self.kind == KNOWN
