"""The workflow that builds releases uses nobody else's code unpinned, and the page for IT says what there is."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")


def test_the_workflow_names_no_action_that_could_change_under_us() -> None:
    assert WORKFLOWS
    used = [
        name
        for path in WORKFLOWS
        for name in re.findall(r"^\s*-?\s*uses:\s*(\S+)", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert not [name for name in used if not PINNED.match(name)]


def test_the_workflow_builds_on_every_system_by_the_verb_that_proves_itself() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    assert all(system in text for system in ("ubuntu-", "windows-", "macos-14", "intel"))
    assert "dev.py build" in text
    assert ".sha256" in text


def test_the_page_for_it_says_where_each_system_was_verified() -> None:
    text = (ROOT / "docs" / "it.md").read_text("utf-8")
    assert "under Wine 8 only" in text
    assert "statically only" in text


def test_the_installer_leaves_what_people_wrote_and_says_where_it_is() -> None:
    script = (ROOT / "packaging" / "groundwork.nsi").read_text("utf-8")
    uninstall = script.split("Section Uninstall")[1]
    assert "$LOCALAPPDATA\\groundwork" in uninstall
    assert not re.findall(r"(?:RMDir|Delete)[^\n]*(?:LOCALAPPDATA|APPDATA|DOCUMENTS)", script)
    assert 'RMDir /r "$INSTDIR"' not in script
