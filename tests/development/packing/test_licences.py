"""The list of licences is that of what is pinned, and holds every text."""

from __future__ import annotations

from pathlib import Path

from app.data.licences import load_licences
from development.packing.licences import OTHERS, as_text, gather, shipped

ROOT = Path(__file__).resolve().parents[3]
LIST = ROOT / "resources" / "licences.txt"


def plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def test_every_part_that_is_shipped_is_in_the_list_with_its_version() -> None:
    listed = {plain(one.name): one.version for one in load_licences(LIST)}
    assert {name: listed.get(name) for name in shipped(ROOT)} == shipped(ROOT)
    assert {plain(name) for name, *_rest in OTHERS} | set(shipped(ROOT)) == set(listed)


def test_the_list_is_what_the_installed_parts_say() -> None:
    assert LIST.read_text("utf-8") == as_text(gather(ROOT))


def test_every_part_has_its_whole_text() -> None:
    assert not [one.name for one in load_licences(LIST) if len(one.text) < 200 or not one.licence]


def test_what_the_lgpl_asks_is_said_of_qt() -> None:
    qt = [one for one in load_licences(LIST) if one.name.startswith(("PySide6", "shiboken6"))]
    assert len(qt) == 2
    for one in qt:
        assert "You may replace them" in one.text
        assert "download.qt.io" in one.text
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in one.text
        assert "TERMS AND CONDITIONS" in one.text
