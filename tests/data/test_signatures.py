"""Signatures: they hold for what was signed and for nothing else, and say who signed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.resources import resources_folder
from app.data.signatures import (
    Forged,
    Keys,
    key_id,
    key_row,
    new_seed,
    public_of,
    read_signature,
    seed_as_text,
    seed_from_text,
    sign,
)
from app.model.signer import KNOWN, NOBODY, STRANGER, Key

# RFC 8032, 7.1, test 1.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
KEYS = Keys([Key(key_id(PUBLIC), "Those who made it", PUBLIC)])
CONTENT = b"what was signed"


def test_the_public_half_is_that_of_the_standard():
    assert public_of(SEED) == PUBLIC


def test_a_known_key_is_named():
    signer = KEYS.signer("pack", CONTENT, sign("pack", CONTENT, SEED))
    assert (signer.kind, signer.name, signer.key) == (KNOWN, "Those who made it", key_id(PUBLIC))


def test_without_a_signature_it_is_nobody():
    assert KEYS.signer("pack", CONTENT, None).kind == NOBODY


def test_a_key_that_is_not_known_is_a_strangers():
    other = new_seed()
    signer = KEYS.signer("pack", CONTENT, sign("pack", CONTENT, other))
    assert (signer.kind, signer.key) == (STRANGER, key_id(public_of(other)))


def test_a_signature_for_one_thing_is_not_good_for_another():
    with pytest.raises(Forged):
        KEYS.signer("release", CONTENT, sign("pack", CONTENT, SEED))


@given(at=st.integers(0, len(CONTENT) - 1), bit=st.integers(0, 7))
def test_any_bit_changed_in_the_content_is_noticed(at: int, bit: int):
    changed = bytearray(CONTENT)
    changed[at] ^= 1 << bit
    with pytest.raises(Forged):
        KEYS.signer("pack", bytes(changed), sign("pack", CONTENT, SEED))


@given(at=st.integers(0, 63), bit=st.integers(0, 7))
def test_any_bit_changed_in_the_signature_is_noticed(at: int, bit: int):
    import base64

    head, form, key, value = sign("pack", CONTENT, SEED).decode().split()
    changed = bytearray(base64.b64decode(value))
    changed[at] ^= 1 << bit
    line = f"{head} {form} {key} {base64.b64encode(bytes(changed)).decode()}".encode()
    with pytest.raises(Forged):
        KEYS.signer("pack", CONTENT, line)


@given(line=st.binary(max_size=300))
def test_what_is_no_signature_is_refused_and_nothing_else_happens(line: bytes):
    with pytest.raises(Forged):
        read_signature(line)


def test_a_private_key_comes_back_from_its_line():
    assert seed_from_text(f"  {seed_as_text(SEED)}\n") == SEED


@pytest.mark.parametrize("text", ["", "no key", "AAAA", seed_as_text(SEED) + "AAAA"])
def test_what_is_no_private_key_is_refused(text: str):
    with pytest.raises(ValueError, match="private key"):
        seed_from_text(text)


def test_a_list_of_keys_is_read_back(tmp_path: Path):
    path = tmp_path / "keys.toml"
    path.write_text("# ours\n" + key_row("We", PUBLIC), "utf-8")
    keys = Keys.load(path)
    assert len(keys) == 1
    assert keys.signer("pack", CONTENT, sign("pack", CONTENT, SEED)).name == "We"


@pytest.mark.parametrize(
    "row", ['name = "We"', 'name = ""\npublic = "AAAA"', 'name = "We"\npublic = "AAAA"', 'name = "We"\npublic = "?"']
)
def test_a_key_that_is_not_right_is_refused(tmp_path: Path, row: str):
    path = tmp_path / "keys.toml"
    path.write_text(f"[[key]]\n{row}\n", "utf-8")
    with pytest.raises(ValueError, match="key"):
        Keys.load(path)


def test_the_keys_that_come_with_the_program_can_be_read():
    Keys.load(resources_folder() / "keys.toml")
