"""dev.py: it prepares an environment once, and says in one sentence why it cannot."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from development import checks, commands, headless, screen, system
from development.checks import Step, run_checks
from development.environment import STAMP, ensure
from development.installer import reason
from development.places import Places
from development.talk import Stop

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = "import sys\n\n\ndef main() -> int:\n    print('hello from', *sys.argv[1:])\n    return 7\n"

posix = pytest.mark.skipif(os.name == "nt", reason="uses shell scripts as stand-ins")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux system packages")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A checkout whose path has spaces and letters beyond ASCII, with a tiny program and nothing to install."""
    root = tmp_path_factory.mktemp("dev") / "Ünï códe dir"
    (root / "requirements").mkdir(parents=True)
    for name in ("run", "dev", "soak"):
        (root / "requirements" / f"{name}.txt").write_text("# nothing is needed\n", "utf-8")
    (root / "app").mkdir()
    (root / "app" / "__init__.py").write_text("", "utf-8")
    (root / "app" / "__main__.py").write_text(PROGRAM, "utf-8")
    return Places(root)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def stand_in(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_an_old_python_can_read_dev_py() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    names = {node.module for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)}
    assert names == {"__future__", "development.commands"}
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.JoinedStr, ast.AnnAssign))]
    ast.parse(text, feature_version=(3, 4))


def test_an_old_python_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "NEEDED", (99, 0))
    assert dev.main() == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("Groundwork needs Python 99.0 or newer, and this is Python 3.")


def test_an_unknown_verb_is_answered_with_the_list_of_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["dance"]) == 2
    said = capsys.readouterr().err
    assert all(f"\n  {verb} " in said for verb in commands.VERBS)


@pytest.mark.slow
def test_an_environment_is_made_once_and_its_command_runs(
    checkout: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ensure(checkout, "run")
    assert "Making .venv" in capsys.readouterr().out
    ensure(checkout, "run")
    assert capsys.readouterr().out == ""
    command = checkout.scripts / ("groundwork.exe" if os.name == "nt" else "groundwork")
    ran = subprocess.run([str(command), "á b"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (7, "hello from á b\n", "")


@pytest.mark.slow
def test_wanting_to_test_adds_to_the_environment_for_running(
    checkout: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure(checkout, "run")
    capsys.readouterr()
    ensure(checkout, "dev")
    assert "Making" not in capsys.readouterr().out
    ensure(checkout, "run")
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_wanting_long_runs_adds_to_the_environment_and_testing_takes_nothing_away(
    checkout: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure(checkout, "dev")
    capsys.readouterr()
    ensure(checkout, "soak")
    assert "Installing" in capsys.readouterr().out
    for wanted in ("run", "dev", "soak"):
        ensure(checkout, wanted)
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_a_broken_environment_is_made_again(checkout: Places, capsys: pytest.CaptureFixture[str]) -> None:
    ensure(checkout, "run")
    checkout.python.unlink()
    capsys.readouterr()
    ensure(checkout, "run")
    assert "again" in capsys.readouterr().out
    assert checkout.call(["-c", "import app"]) == 0


@pytest.mark.slow
def test_a_half_made_environment_is_made_again(checkout: Places, capsys: pytest.CaptureFixture[str]) -> None:
    ensure(checkout, "run")
    (checkout.venv / STAMP).unlink()
    capsys.readouterr()
    ensure(checkout, "run")
    assert "again" in capsys.readouterr().out


@pytest.mark.slow
def test_no_network_on_the_first_run_is_one_sentence(
    checkout: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure(checkout, "run")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/nothing")
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    lock = checkout.lock("dev")
    before = lock.read_text("utf-8")
    lock.write_text(f"segno==1.6.6 --hash=sha256:{'0' * 64}\n", "utf-8")
    try:
        with pytest.raises(Stop, match="needs the internet this once") as caught:
            ensure(checkout, "dev")
    finally:
        lock.write_text(before, "utf-8")
    assert "\n" not in str(caught.value)
    assert checkout.log.exists()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("Temporary failure in name resolution", "internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for loro==1.17.1", "not made for this computer"),
        ("PermissionError: [WinError 5] Access is denied", "close Groundwork"),
        ("something else", "ask for help"),
    ],
)
def test_why_installing_failed_is_said_in_words(output: str, words: str) -> None:
    assert words in reason(output)


@pytest.mark.slow
@posix
def test_a_folder_that_cannot_hold_an_environment_is_one_sentence(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.venv.symlink_to(tmp_path / "nowhere" / "deeper")
    with pytest.raises(Stop, match="could not make"):
        ensure(places, "run")


@linux
def test_a_missing_library_without_the_right_to_install_names_the_packages(
    monkeypatch: pytest.MonkeyPatch, bin_folder: Path
) -> None:
    libraries = {"libnobody-has-this.so.9": ("libnobody9", "nobody-libs"), "libc.so.6": ("libc6", "glibc")}
    monkeypatch.setattr(screen, "QT_LIBRARIES", libraries)
    monkeypatch.setattr(system, "DNF", bin_folder / "dnf")
    with pytest.raises(Stop, match=r"sudo apt-get install libnobody9, then run this again\.$"):
        screen.ensure_qt_libraries()


@linux
def test_packages_are_named_as_fedora_calls_them(monkeypatch: pytest.MonkeyPatch, bin_folder: Path) -> None:
    stand_in(bin_folder, "dnf", "exit 0")
    monkeypatch.setattr(system, "DNF", bin_folder / "dnf")
    with pytest.raises(Stop, match=r"sudo dnf install nobody-libs, "):
        system.install_packages(["libnobody9"], "a library", ["nobody-libs"])


@linux
def test_with_the_right_to_install_the_list_is_updated_first(
    bin_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(bin_folder, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    system.install_packages(["libone1", "libtwo2"], "two libraries")
    first, second = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert first.endswith("update")
    assert second.endswith("install -y --no-install-recommends libone1 libtwo2")
    assert capsys.readouterr().out == "Installing two libraries with apt-get: libone1 libtwo2 ...\n"


@linux
def test_a_failing_apt_is_one_sentence(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(bin_folder, "apt-get", "echo 'E: no network' >&2; exit 100")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    with pytest.raises(Stop, match=r"^apt-get could not install a library \(E: no network\): "):
        system.install_packages(["libone1"], "a library")


@linux
def test_a_journey_that_cannot_be_prepared_is_skipped_aloud(
    bin_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "xvfb" in screen.missing_journey_packages()
    screen.ensure_journey_tools()
    assert "will be skipped" in capsys.readouterr().out


@linux
def test_qt_finds_every_library_it_names() -> None:
    import PySide6

    home = Path(PySide6.__file__).parent
    names = ["QtWidgets.abi3.so", "QtSvg.abi3.so", "Qt/plugins/platforms/libqxcb.so"]
    names += ["Qt/plugins/platforms/libqoffscreen.so", "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so"]
    for name in names:
        told = subprocess.run(["ldd", str(home / name)], capture_output=True, encoding="utf-8", check=True)
        assert "not found" not in told.stdout, told.stdout


@linux
def test_a_screen_is_a_display_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not screen.has_screen()
    monkeypatch.setenv("DISPLAY", ":1")
    assert screen.has_screen()


@posix
def test_without_a_screen_the_report_and_pictures_are_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = Places(tmp_path)
    places.scripts.mkdir(parents=True)
    stand_in(places.scripts, "python", f'echo "$QT_QPA_PLATFORM $@" >> "{tmp_path}/asked"')
    headless.run_headless(places)
    folder = tmp_path / "build" / "headless"
    assert (tmp_path / "asked").read_text("utf-8").splitlines() == [
        f"offscreen -P -m app demo {folder}/sample.groundwork",
        f"offscreen -P -m app report community {folder}/sample.groundwork --out {folder}/community.pdf",
        f"offscreen -P -m app.ui.shots {folder}/pictures",
    ]
    said = capsys.readouterr().out
    assert said.startswith("There is no screen here")
    assert said.endswith(f"{folder}\n")


@posix
def test_every_check_runs_and_the_failed_ones_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    places = Places(tmp_path)
    places.scripts.mkdir(parents=True)
    stand_in(places.scripts, "python", 'exit "$1"')
    asked = [Step("one", ("0",)), Step("two", ("3",)), Step("three", ("0",)), Step("four", ("1",))]
    monkeypatch.setattr(checks, "steps", lambda _places, _arguments: asked)
    assert run_checks(places, []) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if line.startswith("== three: passed")]
    assert said[-1] == "Failed: two, four."


def test_arguments_after_two_dashes_go_to_pytest() -> None:
    last = checks.steps(Places(ROOT), ["-k", "plan"])[-1]
    assert last.name == "tests"
    assert last.arguments[-2:] == ("-k", "plan")
