"""What goes into the packed program and what stays out, for every system: read by `groundwork.spec` and by the tests.

Plain Python without PyInstaller, so that it can be looked at anywhere.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "groundwork"
# Read while the program runs, and so not found by following imports.
DATA = [("resources", "resources"), ("LICENSE", "."), ("SECURITY.md", ".")]
# Modules whose own files are read while the program runs.
WITH_FILES = ("docx", "xkcdpass", "zxcvbn", "sqlite_utils")
HIDDEN = ("zxcvbn.matching", "sqlcipher3.dbapi2", "xkcdpass.xkcd_password", "PySide6.QtSvg", "PySide6.QtPrintSupport")
# Never loaded: other ways to draw windows, ways to the internet, tools for making and testing.
EXCLUDED = (
    "tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "pip", "setuptools", "wheel", "pytest", "hypothesis",
    "PyInstaller", "unittest", "pydoc", "doctest", "numpy", "IPython", "matplotlib",
    "PIL._avif", "PIL.AvifImagePlugin", "PIL.ImageTk",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
    "PySide6.QtConcurrent", "PySide6.QtXml",
    "reportlab.graphics.barcode", "reportlab.graphics.charts", "reportlab.graphics.samples", "reportlab.graphics.widgets",
)  # fmt: skip
# Files that come along with Qt and are never loaded: other ways to draw, the internet, phones, databases, and Qt's own words in
# languages that this program does not speak yet.
_NEVER = re.compile(
    r"(opengl32sw|d3dcompiler|Qt6?Network|Qt6?Qml|Qt6?Quick|Qt6?VirtualKeyboard|Qt6?Pdf|Qt6?OpenGL(?!Widgets)|Qt6?Sql|Qt6?Test"
    r"|Qt6?Designer|/qml/|/tls/|/networkinformation/|/sqldrivers/|/generic/|/egldeviceintegrations/|/virtualkeyboard/"
    r"|/platforminputcontexts/libqtvirtualkeyboard|/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\."
    r"|/imageformats/(lib)?q(gif|icns|tga|tiff|wbmp|webp|pdf)|/translations/(?!qtbase_en)|libgtk-3|libgdk-3|qgtk3"
    r"|/xkcdpass/static/(?!eff-long|eff_large_wordlist))"
)


def version() -> str:
    """The one place where it stands is `app/__init__.py`."""
    found = re.search(r'^__version__ = "([^"]+)"', (ROOT / "app" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("app/__init__.py names no version")
    return found[1]


def own_modules() -> list[str]:
    """Every module of ours: some are imported by name only (`app/reports/catalogue.py` finds what makes a report so)."""
    found = [one.relative_to(ROOT).with_suffix("") for one in sorted((ROOT / "app").rglob("*.py"))]
    return [".".join(one.parts).removesuffix(".__init__") for one in found]


def is_wanted(target: str) -> bool:
    """Whether a file that comes along with a library goes into the package; `target` is its place in it."""
    return _NEVER.search("/" + target.replace("\\", "/")) is None
