"""The lines that contact cards (RFC 2426, RFC 6350) and calendars (RFC 5545) are made of: escaped, folded, ended as asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# No line is longer than 75 bytes, the space before what goes on included.
_FOLD = 73
# Control characters (Unicode's Cc) go, and every other kind of line break becomes one of ours.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
_TIDY = _CONTROLS | {9: "\t", 10: "\n"} | {ord(one): "\n" for one in "\r\x85\u2028\u2029"}
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


def escaped(text: str) -> str:
    """A text as the value of a line: backslash, comma, semicolon and line break written so that they cannot act."""
    plain = text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
    return plain.translate(_TIDY).translate(_ESCAPES)


def to_bytes(lines: Iterable[str]) -> bytes:
    """Lines folded and ended by CR LF, in UTF-8."""
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode("utf-8")


def _folded(line: str) -> Iterator[str]:
    start, data = "", line.encode("utf-8")
    while len(data) > _FOLD:
        cut = _FOLD
        # Never between the bytes of one letter.
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        yield start + data[:cut].decode("utf-8")
        start, data = " ", data[cut:]
    yield start + data.decode("utf-8")
