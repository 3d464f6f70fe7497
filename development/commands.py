"""The verbs of dev.py: what each prepares and what it then starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from development.checks import run_checks, surroundings
from development.environment import ensure
from development.headless import OFFSCREEN, run_headless
from development.locking import renew
from development.pdfua import check, prepare
from development.places import Places
from development.screen import ensure_journey_tools, ensure_qt_libraries, has_screen
from development.talk import Stop, complain, say

HELP = """\
python3 dev.py VERB

  run [ARGUMENTS]     start Groundwork (arguments go to it: a file to open, or a command such as demo)
  test [-- ARGUMENTS] check format, lint, import rules, types and phrases, and run the tests (arguments go to pytest)
  setup               only prepare .venv, for running and testing
  shots DIR           a picture of every place of the window, in DIR
  bench [ARGUMENTS]   measure, print the figures and write build/bench.json
  soak [--cases N]    long runs: every write fails or is the last, made-up files; writes build/soak.json
  build               pack the program for this system, and prove that it works
  windows             pack the Windows program on Linux, and prove it under Wine (--keep-packed: the one of the last time)
  pdfua FILE ...      ask veraPDF whether PDFs keep the rules for accessible files (needs a Java 17 JDK)
  phrases [--check]   gather the phrases for translators
  sign PACKAGE ...    write the signed note beside packages of a release (--key F, --note WORDS)
  licences            gather the licences of all that is shipped, after the lists were renewed
  lock [ARGUMENTS]    renew the pinned lists in requirements/ (arguments go to uv: --upgrade)
"""


def main(arguments: Sequence[str]) -> int:
    """Do one verb; answer the exit code: 0 done, 1 could not, 2 wrong use."""
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if verb in ("-h", "--help", "help"):
        say(HELP)
        return 0
    if verb not in VERBS:
        complain(HELP)
        return 2
    try:
        return VERBS[verb](Places(Path(__file__).resolve().parent.parent), rest)
    except Stop as reason:
        complain(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


def _run(places: Places, rest: list[str]) -> int:
    ensure(places, "run")
    ensure_qt_libraries()
    rest = _without_dashes(rest)
    if has_screen():
        return places.call(["-P", "-m", "app", *rest])
    if rest:
        return places.call(["-P", "-m", "app", *rest], extra=OFFSCREEN)
    run_headless(places)
    return 0


def _test(places: Places, rest: list[str]) -> int:
    ensure(places, "dev")
    ensure_qt_libraries()
    ensure_journey_tools()
    return run_checks(places, _without_dashes(rest))


def _setup(places: Places, _rest: list[str]) -> int:
    ensure(places, "dev")
    ensure_qt_libraries()
    say(f"Groundwork is prepared; start it with {places.scripts / 'groundwork'} or python3 dev.py run.")
    return 0


def _shots(places: Places, rest: list[str]) -> int:
    if len(rest) != 1:
        complain("Say which folder the pictures go to: python3 dev.py shots DIR")
        return 2
    ensure(places, "run")
    ensure_qt_libraries()
    return places.call(["-P", "-m", "app.ui.shots", rest[0]], extra=OFFSCREEN)


def _bench(places: Places, rest: list[str]) -> int:
    ensure(places, "dev")
    ensure_qt_libraries()
    return places.call(["-m", "tests.bench", *rest], extra=surroundings(), cwd=places.root)


def _soak(places: Places, rest: list[str]) -> int:
    ensure(places, "soak")
    ensure_qt_libraries()
    return places.call(["-m", "tests.soak", *rest], extra=surroundings(), cwd=places.root)


def _phrases(places: Places, rest: list[str]) -> int:
    ensure(places, "dev")
    return places.call(["-m", "development.phrases", *rest], extra=surroundings(), cwd=places.root)


def _pdfua(places: Places, rest: list[str]) -> int:
    ensure(places, "dev")
    prepare(places)
    if not rest:
        return 0
    sound, said = check(places, [Path(one).resolve() for one in rest])
    say(said.rstrip())
    return 0 if sound else 1


def _build(places: Places, _rest: list[str]) -> int:
    from development.packing.build import build

    build(places)
    return 0


def _windows(places: Places, rest: list[str]) -> int:
    from development.packing.windows import windows

    windows(places, rest)
    return 0


def _licences(places: Places, _rest: list[str]) -> int:
    ensure(places, "dev")
    return places.call(["-m", "development.packing.licences"], extra=surroundings(), cwd=places.root)


def _sign(places: Places, rest: list[str]) -> int:
    ensure(places, "run")
    return places.call(["-m", "development.packing.signing", *rest], extra=surroundings(), cwd=places.root)


def _lock(places: Places, rest: list[str]) -> int:
    ensure(places, "dev")
    renew(places, _without_dashes(rest))
    return 0


def _without_dashes(rest: list[str]) -> list[str]:
    return rest[1:] if rest[:1] == ["--"] else rest


VERBS: dict[str, Callable[[Places, list[str]], int]] = {
    "run": _run,
    "test": _test,
    "setup": _setup,
    "shots": _shots,
    "bench": _bench,
    "build": _build,
    "soak": _soak,
    "windows": _windows,
    "pdfua": _pdfua,
    "phrases": _phrases,
    "sign": _sign,
    "licences": _licences,
    "lock": _lock,
}
