"""Made-up files for everything that the program reads: none may break it, hold it up, eat the memory or write elsewhere."""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tests.bench.figure import Figure
from tests.soak.made_up import made_up
from tests.soak.readers import Reader, readers

SECONDS, MEGABYTES = 2.0, 500
_BATCH = 2_000
_WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "shutil.rmtree"}


class TooLong(BaseException):
    """A file held the reader up. Not an Exception: nobody may swallow it."""


@dataclass(slots=True)
class Found:
    """What a batch came to: the number of the file that broke something, and how; or how many were read."""

    done: int = 0
    broke: str = ""


def run(cases: int) -> list[Figure]:
    """So many of each sort, fewer of the slow ones."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="soak") as place:
        folder = Path(place)
        for name, reader in readers(folder).items():
            wanted, seed = max(1, cases // reader.few), random.randrange(10**9)
            start, broken = time.monotonic(), list[str]()
            done = 0
            while done < wanted and len(broken) < 20:
                found = _batch(reader, folder, seed, done, min(_BATCH, wanted - done))
                done += found.done
                if found.broke:
                    broken.append(found.broke)
                    print(f"{name}: seed {seed}, file {done - 1}: {found.broke}", file=sys.stderr, flush=True)
            print(f"{name}: {done} files in {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
            figures += [
                Figure(f"made-up {name}", done, ""),
                Figure(f"made-up {name} that broke it", len(broken), "", 0),
            ]
    return figures


def _batch(reader: Reader, folder: Path, seed: int, first: int, count: int) -> Found:
    """In a process of its own, since the memory is limited there."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _read_all(reader, folder, seed, range(first, first + count), write)
    os.close(write)
    with os.fdopen(read, encoding="utf-8", errors="replace") as answers:
        lines = answers.read().splitlines()
    _pid, status = os.waitpid(child, 0)
    done = sum(line == "." for line in lines)
    last = lines[-1] if lines and lines[-1] not in (".", "!") else ""
    if last or status:
        return Found(done + 1, last or f"the process ended with {status}")
    return Found(done)


def _read_all(reader: Reader, folder: Path, seed: int, numbers: range, out: int) -> None:
    place = folder / "here"
    place.mkdir(exist_ok=True)
    _limit()
    outside = _watch(place)
    signal.signal(signal.SIGALRM, _too_long)
    for number in numbers:
        path = place / f"made-up{reader.suffix}"
        path.write_bytes(made_up(reader.seeds, random.Random(f"{seed} {number}")))
        broke = _read(reader, path)
        if outside:
            broke = broke or f"wrote elsewhere: {outside}"
        for one in place.iterdir():
            with suppress(OSError):
                one.unlink()
        if broke:
            os.write(out, f"{broke}\n".encode("utf-8", "replace"))
            os._exit(0)
        os.write(out, b".\n")
    os._exit(0)


def _read(reader: Reader, path: Path) -> str:
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        reader.read(path)
    except reader.calm:
        return ""
    except TooLong:
        return f"took more than {SECONDS:g} s"
    except MemoryError:
        return f"took more than {MEGABYTES} MB"
    except BaseException as error:
        return f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def _limit() -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _watch(place: Path) -> list[str]:
    """Names of what is written outside of the place, as Python's audit tells it."""
    outside: list[str] = []
    inside = (str(place), tempfile.gettempdir(), "/dev/null")

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        writes = event in _WRITES
        if event == "open" and len(arguments) > 2 and isinstance(arguments[2], int):
            writes = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if writes and isinstance(arguments[0], str | bytes | os.PathLike):
            name = os.fsdecode(arguments[0])
            if name.startswith("/") and not name.startswith(inside):
                outside.append(name)

    sys.addaudithook(hear)
    return outside


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong
