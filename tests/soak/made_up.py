"""Files that nobody meant to write: sound ones with bytes turned, cut, doubled, mixed, and filled with what breaks readers."""

from __future__ import annotations

import random
from collections.abc import Sequence

# What readers stumble over: ends, quotes, nothing, half letters, numbers at their limits, formulas, long runs.
TOKENS = (
    b"\0", b"\r", b"\n", b'"', b"'", b",", b";", b"\t", b"\\", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xf0\x9f",
    b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xcc\x81" * 50, b"A" * 5000,
    b"=1+1", b"@SUM(A1)", b"../../x", b"/etc/passwd", b"%s%n", b"{}", b"[]", b"null", b"NaN", b"1e999", b"-1", b"0",
    b"9999999999999999999", b"2026-02-30", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"BEGIN:VCARD", b"END:VCARD", b"obj", b"stream", b"/Length 99999999", b"PK\x03\x04", b"PK\x05\x06", b"+++", b"[[", b"](",
)  # fmt: skip


def made_up(seeds: Sequence[bytes], dice: random.Random) -> bytes:
    """One made-up file; the same dice make the same one."""
    content = bytearray(dice.choice(seeds))
    for _time in range(dice.choice((1, 1, 2, 3, 5, 8))):
        _CHANGES[dice.randrange(len(_CHANGES))](content, seeds, dice)
    return bytes(content)


def _place(content: bytearray, dice: random.Random) -> int:
    return dice.randrange(len(content) + 1)


def _turn(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    if content:
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _set(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    if content:
        content[dice.randrange(len(content))] = dice.choice((0, 1, 127, 128, 255, dice.randrange(256)))


def _put(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    at = _place(content, dice)
    content[at:at] = dice.choice(TOKENS)


def _replace(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    at, token = _place(content, dice), dice.choice(TOKENS)
    content[at : at + len(token)] = token


def _cut(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    at = _place(content, dice)
    del content[at : at + dice.choice((1, 2, 8, 100, 5_000, len(content)))]


def _double(content: bytearray, _seeds: Sequence[bytes], dice: random.Random) -> None:
    at = _place(content, dice)
    piece = content[at : at + dice.choice((1, 10, 200, 2_000))]
    if len(content) < 2_000_000:
        content[at:at] = piece * dice.choice((1, 2, 30))


def _mix(content: bytearray, seeds: Sequence[bytes], dice: random.Random) -> None:
    other = dice.choice(seeds)
    start = dice.randrange(len(other) + 1)
    at = _place(content, dice)
    content[at:at] = other[start : start + dice.choice((4, 50, 1_000))]


_CHANGES = (_turn, _set, _put, _replace, _cut, _double, _mix)
