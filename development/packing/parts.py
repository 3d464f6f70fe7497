"""What goes into the packed program and what stays out; the spec in packaging/ asks it, and tests can.

PyInstaller finds the modules by itself. It cannot know what is read as a file, what is imported by a name that is put
together, and which parts of Qt this program never loads.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

NAME = "Groundwork"
COMMAND = "groundwork"
# Windows does not tell Groundwork.exe and groundwork.exe apart.
COMMAND_ON_WINDOWS = "groundwork-command"

# Of the word lists in xkcdpass, the one that passphrases are drawn from.
WORD_LIST = "eff-long"

# Entry of PyInstaller's lists: name in the package, file it comes from, sort.
Entry = tuple[str, str, str]

# Never imported by us: what a library offers beside what we use of it, and everything that could reach a network.
EXCLUDED = (
    # networks
    "_asyncio", "_ssl", "asyncio", "http.server", "imaplib", "nntplib", "poplib", "smtplib", "socketserver", "ssl",
    "webbrowser", "xmlrpc",
    # for programmers
    "IPython", "_pytest", "cProfile", "cffi", "doctest", "lib2to3", "numpy", "pdb", "pip", "pkg_resources", "pycparser", "pydoc",
    "pydoc_data", "pytest", "setuptools", "test", "tkinter", "_tkinter", "turtle", "unittest", "wheel",
    # OpenSSL: hashlib has its own sums of every kind that we use
    "_hashlib",
    # of libraries
    "PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk", "PIL._webp", "PIL.AvifImagePlugin",
    "PIL.ImageQt", "PIL.ImageShow", "PIL.ImageTk", "PIL.WebPImagePlugin", "lxml.html", "lxml.isoschematron", "lxml.objectify",
    "multiprocessing", "sqlite_utils.cli",
    # of Qt
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.QtXml",
)  # fmt: skip

# Qt's plugins that are used, by folder; every other plugin stays out.
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle", "qwindowsvistastyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
# Parts of Qt that only plugins or modules need which stay out.
LIBRARIES_OUT = re.compile(
    r"(?i)(lib)?Qt6?(EglFS|EglFsKms|Network|Pdf|Qml|Quick|VirtualKeyboard|ShaderTools|Concurrent|Sql|Test|Xml|WlShell|"
    r"WaylandEgl|WaylandCompositor|LabsPlatform|OpenGLWidgets)\w*"
)

# Linux: whoever prints has the print service's own library, which fits that service.
AT_HOME = frozenset({"libcups.so.2"})


def frozen_data(root: Path) -> list[tuple[str, str]]:
    """The files that are read at run time, as (from, folder in the package)."""
    found = importlib.util.find_spec("xkcdpass")
    if found is None or found.origin is None:
        raise RuntimeError("the word list for passphrases is not installed")
    words = Path(found.origin).parent / "static" / WORD_LIST
    return [
        (str(root / "resources"), "resources"),
        (str(root / "LICENSE"), "resources"),
        (str(words), "xkcdpass/static"),
    ]


def hidden_imports(root: Path) -> list[str]:
    """Modules that are imported by a name out of a table, such as every report."""
    reports = root / "app" / "reports"
    names = [path.relative_to(root).with_suffix("") for path in reports.rglob("*.py")]
    # A module in C asks for this one, which nobody can read off it.
    return sorted([*(".".join(one.parts).removesuffix(".__init__") for one in names), "_cffi_backend"])


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without those that the program never loads."""
    return [one for one in entries if _is_used(one[0])]


def _is_used(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    folders = path.parts[:-1]
    stem = path.name.split(".")[0]
    if "translations" in folders or "qml" in folders or stem == "opengl32sw":
        return False
    if "plugins" in folders and "PySide6" in folders:
        return stem.removeprefix("lib") in PLUGINS.get(folders[-1], set())
    if LIBRARIES_OUT.fullmatch(stem):
        return False
    return not _is_spare(path)


def _is_spare(path: PurePosixPath) -> bool:
    """Files that a library brings and never reads for us."""
    folders = path.parts[:-1]
    if folders[:1] == ("lxml",):
        return path.suffix in (".h", ".pxd", ".pxi", ".rng", ".sch", ".xsl")
    if folders[:2] == ("reportlab", "fonts"):
        return True
    return any(one.endswith((".dist-info", ".egg-info")) for one in folders)
