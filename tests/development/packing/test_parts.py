"""What is packed: the spec runs for every system with stand-ins for PyInstaller's makers, and leaves out what is never loaded."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from development.packing import needed, parts, plist
from development.packing.parts import EXCLUDED, kept

ROOT = Path(__file__).resolve().parents[3]
SPEC = ROOT / "packaging" / "groundwork.spec"


class Made:
    """What the spec asked PyInstaller to make, by the name of the maker."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def maker(self, name: str) -> Any:
        def make(*given: Any, **named: Any) -> Any:
            self.calls.append((name, given, named))
            return type(name, (), {"pure": [], "scripts": [], "binaries": [], "datas": []})()

        return make

    def all(self, name: str) -> list[dict[str, Any]]:
        return [named for called, _given, named in self.calls if called == name]


def run_spec(system: str, monkeypatch: pytest.MonkeyPatch) -> Made:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "path", list(sys.path))
    made = Made()
    names = {name: made.maker(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile(SPEC.read_text("utf-8"), str(SPEC), "exec"), {"SPECPATH": str(SPEC.parent), **names})
    return made


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_spec_makes_one_folder_with_every_file_that_is_read(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run_spec(system, monkeypatch)
    (analysis,) = made.all("Analysis")
    assert all(Path(source).exists() for source, _target in analysis["datas"])
    assert (str(ROOT / "resources"), "resources") in analysis["datas"]
    assert "app.reports.community" in analysis["hiddenimports"]
    assert [one["name"] for one in made.all("COLLECT")] == ["Groundwork"]


def test_windows_gets_a_second_program_for_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = {one["name"]: one for one in run_spec("win32", monkeypatch).all("EXE")}
    assert {name: one["console"] for name, one in programs.items()} == {"Groundwork": False, "groundwork-command": True}
    assert len({name.lower() for name in programs}) == 2
    assert all(one["icon"].endswith(".ico") and one["version"].endswith(".version") for one in programs.values())


def test_only_macos_gets_a_bundle_and_its_description_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not run_spec("linux", monkeypatch).all("BUNDLE")
    (bundle,) = run_spec("darwin", monkeypatch).all("BUNDLE")
    read = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    assert read["CFBundleIdentifier"] == bundle["bundle_identifier"]
    assert read["CFBundleShortVersionString"] == __version__
    assert read["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"] == ["groundwork"]
    declared = read["UTExportedTypeDeclarations"][0]["UTTypeIdentifier"]
    assert read["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared]


def test_the_bundle_claims_no_older_system_than_the_wheels_of_qt_run_on() -> None:
    pinned = (ROOT / "requirements" / "pack.txt").read_text("utf-8")
    version = pinned.split("\npyside6-essentials==")[1].split()[0]
    assert plist.MINIMUM_FOR_QT[version] == plist.MINIMUM_SYSTEM == plist.info_plist()["LSMinimumSystemVersion"]


def test_the_entitlements_are_one_and_the_smallest() -> None:
    read = plistlib.loads((ROOT / "packaging" / "mac" / "entitlements.plist").read_bytes())
    assert read == {"com.apple.security.cs.disable-library-validation": True}


def test_what_qt_brings_for_others_stays_out_and_what_shows_windows_stays_in() -> None:
    def entry(name: str) -> tuple[str, str, str]:
        return (name, f"from/{name}", "BINARY")

    used = [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/lib/libQt6DBus.so.6",
        "PySide6\\Qt6Core.dll",
        "reportlab/lib/styles.pyc",
    ]
    spare = [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6\\opengl32sw.dll",
        "PySide6\\Qt6Network.dll",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "reportlab/fonts/DarkGarden.pfb",
        "lxml/includes/xpath.pxd",
    ]
    assert [one[0] for one in kept(map(entry, [*used, *spare]))] == used


def test_no_module_that_is_left_out_is_imported_by_the_program() -> None:
    import ast

    imported: set[str] = set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")
    assert not imported & set(EXCLUDED)


def test_libraries_that_only_left_out_ones_asked_for_go_too() -> None:
    entries = [
        ("PySide6/QtGui.so", "gui", "EXTENSION"),
        ("libxcb.so.1", "xcb", "BINARY"),
        ("libgtk-3.so.0", "gtk", "BINARY"),
        ("libcups.so.2", "cups", "BINARY"),
        ("libgnutls.so.30", "gnutls", "BINARY"),
    ]
    asked = {"gui": ["libxcb.so.1", "libcups.so.2"], "cups": ["libgnutls.so.30"]}
    found = needed.without_orphans(entries, lambda path: asked.get(path, []), frozenset({"libcups.so.2"}))
    assert [one[0] for one in found] == ["PySide6/QtGui.so", "libxcb.so.1"]


def test_an_elf_file_names_what_it_asks_for() -> None:
    if sys.platform != "linux":
        pytest.skip("ELF files are Linux's")
    assert any(one.startswith("libc.so") for one in needed.asks_for(sys.executable)) or needed.asks_for(sys.executable)


def test_the_version_of_the_package_is_that_of_the_program() -> None:
    from development.packing.version_text import four_numbers, version_text

    assert f'"ProductVersion", "{__version__}"' in version_text("Groundwork")
    assert four_numbers("1.2.3") == (1, 2, 3, 0)
    assert parts.NAME == "Groundwork"
