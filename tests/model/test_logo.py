"""A logo that is kept counts only when it is a plain, whole and small picture."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.model.logo import MOST_HIGH, MOST_LETTERS, MOST_WIDE, Logo, logo_letters, logo_of


def png(width: int = 40, height: int = 20, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), 200).save(out, "PNG")
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def made_by_hand(width: int, height: int, packed: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_a_plain_picture_counts() -> None:
    assert logo_of(logo_letters(png())) == Logo(png(), 40, 20)


def test_none_is_none() -> None:
    assert logo_of("") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        png(mode="RGBA"),
        png(mode="L"),
        png(MOST_WIDE + 1, 2),
        png(2, MOST_HIGH + 1),
        png()[:-20],
        png().replace(b"IDAT", b"IDAX"),
        made_by_hand(40, 20, zlib.compress(bytes(10))),
        made_by_hand(40, 20, zlib.compress(bytes(121 * 20 + 1))),
        made_by_hand(40, 20, zlib.compress(b"\x07" * (121 * 20))),
        made_by_hand(MOST_WIDE, MOST_HIGH, zlib.compress(bytes(50_000_000))),
    ],
)
def test_anything_else_does_not(content: bytes) -> None:
    assert logo_of(logo_letters(content)) is None


def test_letters_that_are_no_picture_do_not_count() -> None:
    assert logo_of("not base64 …") is None
    assert logo_of("A" * (MOST_LETTERS + 4)) is None


def test_it_keeps_its_shape_in_a_room() -> None:
    assert Logo(b"", 400, 100).size_in(100, 60) == (100, 25)
    assert Logo(b"", 100, 100).size_in(100, 60) == (60, 60)


@given(st.integers(0, len(png()) - 1), st.binary(min_size=1, max_size=3))
def test_whatever_counts_can_be_read_as_a_picture(at: int, other: bytes) -> None:
    changed = png()[:at] + other + png()[at + len(other) :]
    logo = logo_of(logo_letters(changed))
    if logo is not None:
        image = Image.open(io.BytesIO(logo.png))
        image.load()
        assert image.size == (logo.width, logo.height)
