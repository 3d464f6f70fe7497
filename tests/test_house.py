"""The house rules that a machine can hold: who may import whom, how long things are, and what is never committed."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
FILE_LIMIT = 400
FUNCTION_LIMIT = 50
NETWORK = {
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
    "webbrowser",
    "xmlrpc",
}
# A small house that breaks each rule of pyproject.toml at least once.
BROKEN = {
    "app/__init__.py": "",
    "app/__main__.py": "import socket\n",
    "app/cli/__init__.py": "import PySide6.QtCore\n",
    "app/ui/__init__.py": "import sqlite3\nimport reportlab.pdfgen\nimport openpyxl\nimport xlsxwriter\n",
    "app/data/__init__.py": "import app.reports\n",
    "app/reports/__init__.py": "import app.ui\n",
    "app/model/__init__.py": "import segno\n",
}
# Split, so that this file does not hold what it looks for.
INDEX_WORDS = [f"py{'pi'}.org", f"file{'s.pythonhosted'}", f"/opt/{'pypi'}", f"extra-index-{'url'} ="]
MACHINE_PATH = re.compile(r"(?<![\w.~}$*])/(work|tmp|home|root|Users)/(?=\w)")
TEXT = {".cfg", ".css", ".html", ".in", ".ini", ".json", ".md", ".nsi", ".po", ".pot", ".ps1", ".py", ".qss"}
TEXT |= {".sh", ".spec", ".svg", ".toml", ".txt", ".yaml", ".yml", ""}


def sources() -> list[Path]:
    return sorted(APP.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{one.name}" for one in node.names)


def committed() -> list[Path]:
    """The text files of the repository; without git, those of the folder that a person would keep."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode("utf-8").split("\0")
        found = [ROOT / name for name in names if name]
    else:
        found = [one for one in ROOT.rglob("*") if not {".venv", "build", "dist", ".git"} & set(one.parts)]
    return [one for one in found if one.suffix in TEXT and one.is_file()]


def lines_matching(paths: list[Path], pattern: re.Pattern[str]) -> list[str]:
    """The places "file:line" where a pattern stands."""
    return [
        f"{name_of(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the app in a folder that has the project's pyproject.toml."""
    run = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-P", "-c", run, "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_imports_go_the_way_the_house_is_built() -> None:
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


def test_each_import_rule_notices_when_it_is_broken(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for room, imports in BROKEN.items():
        (tmp_path / room).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / room).write_text(imports, "utf-8")
    told = lint_imports(tmp_path)
    verdicts = re.findall(r"^(.*) (KEPT|BROKEN)$", told.stdout, re.MULTILINE)
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert dict(verdicts) == {rule["name"]: "BROKEN" for rule in rules}


def test_the_model_imports_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"app"}
    strangers = {
        f"{name_of(path)} imports {name}"
        for path in sources()
        if path.is_relative_to(APP / "model")
        for name in imported(path)
        if name.split(".")[0] not in allowed
    }
    assert not strangers


def test_nothing_imports_a_network() -> None:
    found = [
        f"{name_of(path)} imports {name}"
        for path in sources()
        for name in imported(path)
        if name.split(".")[0] in NETWORK or ".".join(name.split(".")[:2]) in NETWORK
    ]
    assert not found


def test_each_file_is_short() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert not {name: length for name, length in lengths.items() if length > FILE_LIMIT}


def test_each_function_is_short() -> None:
    lengths = {
        f"{name_of(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert not {name: length for name, length in lengths.items() if length > FUNCTION_LIMIT}


def test_each_file_says_what_it_is() -> None:
    assert not [name_of(path) for path in sources() if not ast.get_docstring(tree(path))]


def test_each_file_with_code_reads_its_types_late() -> None:
    late = "from __future__ import annotations\n"
    assert not [name_of(path) for path in sources() if len(tree(path).body) > 1 and late not in path.read_text("utf-8")]


def test_nothing_is_left_to_do_behind_a_button() -> None:
    assert not lines_matching(sources(), re.compile(r"\b(TODO|FIXME|XXX)\b"))


def test_a_phrase_is_never_put_together_before_it_is_translated() -> None:
    calls = [
        (path, node)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "ngettext")
    ]
    built = [f"{name_of(path)}:{node.lineno}" for path, node in calls if isinstance(node.args[0], ast.JoinedStr)]
    assert calls
    assert not built


def test_no_committed_file_names_a_package_index() -> None:
    assert not lines_matching(committed(), re.compile("|".join(re.escape(word) for word in INDEX_WORDS)))


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    here = Path(__file__).resolve()
    assert not lines_matching([path for path in committed() if path != here], MACHINE_PATH)
