"""The pinned lists in requirements/ agree with pyproject.toml and with each other, and name no place to fetch from."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(?:;\s*(.*?))?\s*\\?$")


@dataclass(frozen=True)
class Pin:
    """One pinned part: its version, the marker that limits it (or ""), its checksums, and what asks for it."""

    version: str
    marker: str
    sums: tuple[str, ...]
    via: tuple[str, ...]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, Pin]:
    """The parts of a pinned list, by their plain names."""
    found: dict[str, Pin] = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        match = ENTRY.match(block.splitlines()[0]) if block.strip() else None
        if match is None:
            assert all(line.startswith("#") for line in block.splitlines() if line.strip()), block
            continue
        comments = [line.strip().lstrip("#").strip() for line in block.splitlines() if line.strip().startswith("#")]
        via = tuple(plain(one.removeprefix("via").split()[0]) for one in comments if one not in ("", "via"))
        sums = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})\b", block))
        found[plain(match[1])] = Pin(match[2], match[3] or "", sums, via)
    return found


def asked(requirements: list[str]) -> dict[str, tuple[str, str]]:
    """Name -> (version, marker) of pyproject's requirements, which must all be exact."""
    found: dict[str, tuple[str, str]] = {}
    for one in requirements:
        match = ENTRY.match(one)
        assert match is not None, f"pyproject.toml must name one exact version: {one}"
        found[plain(match[1])] = (match[2], match[3] or "")
    return found


def text_of(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def wanted(name: str) -> dict[str, tuple[str, str]]:
    if name == "soak":
        return asked(PYPROJECT["dependency-groups"]["soak"])
    extra = PROJECT["optional-dependencies"].get(name, [])
    return asked([*PROJECT["dependencies"], *extra])


@pytest.mark.parametrize("name", ["run", "dev", "soak", "pack"])
def test_each_part_that_pyproject_asks_for_is_pinned_to_that_version(name: str) -> None:
    pinned = pins(text_of(name))
    assert {part: (pinned[part].version, pinned[part].marker) for part in wanted(name) if part in pinned} == wanted(
        name
    )


@pytest.mark.parametrize("name", ["run", "dev", "soak", "pack"])
def test_nothing_is_pinned_that_nobody_asks_for(name: str) -> None:
    pinned = pins(text_of(name))
    for part, pin in pinned.items():
        assert pin.via, f"{part} does not say what asks for it"
        assert ("groundwork" in pin.via) == (part in wanted(name)), f"{part} and pyproject.toml disagree"
        assert all(one == "groundwork" or one in pinned for one in pin.via), f"{part} is asked for by a stranger"


@pytest.mark.parametrize("name", ["run", "dev", "soak", "pack"])
def test_each_pinned_part_has_checksums(name: str) -> None:
    bare = [part for part, pin in pins(text_of(name)).items() if not pin.sums]
    assert not bare


@pytest.mark.parametrize("name", ["run", "dev", "soak", "pack"])
def test_a_pinned_list_names_no_place_to_fetch_from(name: str) -> None:
    assert not re.findall(r"https?:|file:|://|--index|--extra-index|--find-links|-i |-f |@ ", text_of(name))


def test_all_that_runs_is_also_in_the_lists_for_testing_and_packing() -> None:
    run = pins(text_of("run"))
    for other in (pins(text_of("dev")), pins(text_of("pack"))):
        for part, pin in run.items():
            assert (other[part].version, other[part].marker, other[part].sums) == (pin.version, pin.marker, pin.sums)


def test_the_lists_are_made_for_the_oldest_python_of_pyproject() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    assert f"Python {oldest} and newer" in " ".join(text_of("run").split())
    assert f'"{oldest}"' in (ROOT / "development" / "locking.py").read_text("utf-8")
