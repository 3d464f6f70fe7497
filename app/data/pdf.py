"""Asks the process that reads PDFs (`app.data.pdf_worker`), with patience that ends; a PDF can harm nothing but that."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from app.data.pdf_worker import receive, send
from app.data.troubles import calmly
from app.model.clean import tidy_long
from app.model.pdf import (
    MOST_BYTES,
    SECONDS,
    Box,
    NotAPdf,
    PageImage,
    PageSize,
    PageTooLarge,
    PdfDamaged,
    PdfLocked,
    PdfTooBig,
    PdfTooHard,
    PdfTooLong,
    PdfTrouble,
)

_ROOT = Path(__file__).parents[2]


def worker_command() -> list[str]:
    """The program itself, asked to read PDFs: the packed one as the one in a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "__pdf-worker"]
    return [sys.executable, "-m", "app", "__pdf-worker"]


class Pdf:
    """One PDF, read elsewhere. Not for several threads at once, except `close`. Every question may raise a PdfTrouble."""

    def __init__(
        self, content: bytes, name: str, seconds: float = SECONDS, command: Sequence[str] | None = None
    ) -> None:
        self._content, self._name, self._seconds = content, name, seconds
        self._command = list(command or worker_command())
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def count(self) -> int:
        """How many pages it has."""
        self.close_worker()
        return int(self._ready()["pages"])

    def sizes(self) -> list[PageSize]:
        """How large each page is."""
        return [PageSize(*one) for one in self._ask({"do": "sizes"})[0]["sizes"]]

    def words(self, page: int) -> str:
        """What is written on a page, counted from 0."""
        found = str(self._ask({"do": "words", "page": page})[0]["words"])
        return tidy_long(found)

    def find(self, page: int, words: str) -> list[list[Box]]:
        """Where the words stand on a page, in order: the boxes around each place."""
        found = self._ask({"do": "find", "page": page, "words": words})[0]["boxes"]
        return [[cast("Box", tuple(box)) for box in place] for place in found]

    def fields(self) -> list[tuple[str, str]]:
        """The name of each field of a form and what stands in it; a ticked box says "x". Empty for what has no form."""
        found = self._ask({"do": "fields"})[0]["fields"]
        return [(str(name), tidy_long(str(value))) for name, value in found]

    def turn_to(self, content: bytes, name: str) -> None:
        """Read another PDF from now on, with the same process as long as it lives."""
        self._content, self._name = content, name
        if self._process is not None:
            try:
                self._exchange({"do": "open"}, content)
            except PdfTrouble:
                self.close_worker()
                raise

    def draw(self, page: int, width: int) -> PageImage:
        """A page so many dots wide, or fewer where it would be too much. Raises PageTooLarge for one that nobody prints."""
        answer, dots = self._ask({"do": "draw", "page": page, "width": max(1, width)})
        return PageImage(int(answer["width"]), int(answer["height"]), dots)

    def close(self) -> None:
        """Let go of it, also in the middle of a question from another thread, which then ends with a PdfTrouble."""
        self._closed = True
        self.close_worker()

    def close_worker(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    # -- inside -------------------------------------------------------------------------------------------

    def _ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if self._process is None:
            self._ready()
        return self._exchange(question, b"")

    def _ready(self) -> dict[str, Any]:
        if len(self._content) > MOST_BYTES:
            raise PdfTooBig(self._name)
        if self._closed:
            raise PdfTooHard(self._name)
        path = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH", "")) if part)
        with calmly(Path(self._name)):
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._exchange({"do": "open"}, self._content)[0]

    def _exchange(self, question: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        process = self._process
        if process is None:
            raise PdfTooHard(self._name)
        watch = threading.Timer(self._seconds, process.kill)
        watch.start()
        try:
            send(cast("BinaryIO", process.stdin), question, content)
            answer = receive(cast("BinaryIO", process.stdout))
        except (OSError, EOFError, ValueError) as error:
            self.close_worker()
            raise PdfTooHard(self._name) from error
        finally:
            watch.cancel()
            watch.join()
        if "trouble" in answer[0]:
            if question["do"] == "open":
                self.close_worker()
            raise self._trouble(str(answer[0]["trouble"]))
        return answer

    def _trouble(self, sort: str) -> PdfTrouble:
        if sort == "large":
            return PageTooLarge()
        kinds: dict[str, type[NotAPdf | PdfLocked | PdfTooLong | PdfTooHard | PdfDamaged]] = {
            "other": NotAPdf,
            "locked": PdfLocked,
            "long": PdfTooLong,
            "hard": PdfTooHard,
        }
        return kinds.get(sort, PdfDamaged)(self._name)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except (OSError, ValueError):
            continue


def read_pdf_file(path: Path) -> bytes:
    """The content of a file that somebody chose. Raises PdfTooBig, NotAPdf, NotThere, NotAllowed or DiskTrouble."""
    with calmly(path):
        if path.stat().st_size > MOST_BYTES:
            raise PdfTooBig(path.name)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    if b"%PDF-" not in content[:1024]:
        raise NotAPdf(path.name)
    return content


def examine(content: bytes, name: str, command: Sequence[str] | None = None, seconds: float = SECONDS) -> list[str]:
    """The words of each page of a PDF that is to be kept. Raises a PdfTrouble when it cannot be read.

    A page that cannot be read alone has no words; the time for all of it is limited as well.
    """
    pdf = Pdf(content, name, seconds, command)
    until = time.monotonic() + 6 * seconds
    words: list[str] = []
    try:
        for page in range(pdf.count()):
            if time.monotonic() > until:
                raise PdfTooHard(name)
            try:
                words.append(pdf.words(page))
            except PdfDamaged:
                words.append("")
    finally:
        pdf.close()
    return words
