"""The commands without a window, for IT staff, tests and scripts: `groundwork COMMAND ...`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from app import __version__
from app.cli.exchange import bring_in, describe_export, describe_import, export
from app.cli.files import (
    community_of,
    describe_file,
    describe_json,
    describe_passphrase,
    given_passphrase,
    looked_at,
    passphrase_for,
    print_json,
)
from app.cli.meetings import describe_picked, picked, reflection_in
from app.cli.packs import describe_pack, pack
from app.cli.releases import describe_release, release
from app.cli.safekeeping import backup, describe_backup, describe_restore, restore
from app.data.check import check_file
from app.data.contents import own_contents
from app.data.groups import groups_in
from app.data.log import close_log, note_bug, open_log
from app.data.own_folders import own_folders
from app.data.repair import repair
from app.data.resources import resources_folder
from app.data.safe_file import write_safely
from app.data.sample import create_sample
from app.model.audience import audience_named, shown_to
from app.model.groups import is_toolkit
from app.model.item import Item
from app.model.local_line import LocalLine, with_local
from app.model.naming import for_paper
from app.model.partner import SHOW_TO, Partner
from app.model.reflection import Meeting
from app.model.schema import Audience
from app.model.search import HIT_END, HIT_START, SearchHit
from app.model.summary import summarise
from app.model.tie import Tie
from app.model.trouble import Refused, Trouble
from app.reports.catalogue import REPORTS
from app.reports.content import CommunityContent, Handed
from app.reports.kinds import KINDS, kind_for
from app.reports.paper import PAPERS
from app.reports.poster import LAYOUTS

Command = Callable[[argparse.Namespace], int]


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these words ask for a command (or for help, or the version) rather than for the window."""
    return bool(arguments) and (arguments[0] in _COMMANDS or arguments[0].startswith("-"))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command. 0: done; 1: it could not be done, said in one line on standard error; 2: wrong use."""
    _speak_utf8()
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        run: Command = asked.run
        return run(asked)
    except Trouble as trouble:
        return _refuse(str(trouble))
    except KeyboardInterrupt:
        return _refuse(_("Stopped. Nothing was changed."))
    except BrokenPipeError:
        return 1
    except Exception as error:
        log = open_log(own_folders().log)
        note_bug(log, error)
        close_log(log)
        return _refuse(_("Something went wrong inside Groundwork. Your file was not harmed; the log says where."))


def _refuse(sentence: str) -> int:
    print(f"groundwork: {sentence}", file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Names in every writing must come out whole, whatever the terminal calls its encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


# -- what can be asked -----------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="groundwork",
        description=_("Without a command, the window opens."),
        epilog=_("selftest [--log F]: try out that all of the program works on this computer"),
    )
    parser.add_argument("--version", action="version", version=f"Groundwork {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (describe, run) in _COMMANDS.items():
        one = commands.add_parser(name, help=_(_HELP[name]), description=_(_HELP[name]))
        describe(one)
        one.set_defaults(run=run)
    return parser


def _describe_report(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = f"{parser.description}\n\nNAME:\n{_named_reports()}"
    parser.add_argument("name", choices=list(REPORTS), metavar="NAME", help=_("which report, from the list above"))
    describe_file(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="F", help=_("the file to write: .pdf, .docx or .html")
    )
    parser.add_argument("--format", choices=list(KINDS), default="", help=_("whatever the ending of the file says"))
    audiences = [one.key for one in SHOW_TO]
    parser.add_argument(
        "--for",
        dest="audience",
        choices=audiences,
        default="office",
        help=_("who will read it; the office when not said"),
    )
    parser.add_argument("--paper", choices=list(PAPERS), default="letter", help=_("letter when not said"))
    posters = _("as a poster of so many sheets: circle, grid and timeline")
    parser.add_argument("--poster", choices=list(LAYOUTS), help=posters)
    describe_picked(parser)
    parser.add_argument(
        "--pages",
        nargs="+",
        metavar="PAGE",
        default=(),
        help=_("for handout: toolkit pages or sections, such as {page} or {section}; all when not said").format(
            page="get-informed/signs", section="get-organized"
        ),
    )


def _named_reports() -> str:
    """Each report with its title, its files, and who may not have it."""
    wide = max(len(key) for key in REPORTS) + 2
    lines: list[str] = []
    for key, one in REPORTS.items():
        files = ", ".join(kind.suffix for kind in one.files)
        barred = [audience.name.lower() for audience in Audience if audience not in one.readers]
        notes = [files, *([_("not for {readers}").format(readers=", ".join(barred))] if barred else [])]
        lines.append(f"  {key:<{wide}}{_(one.title)} ({'; '.join(notes)})")
    return "\n".join(lines)


def _describe_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS")
    parser.add_argument("--in", dest="file", type=Path, metavar="FILE", help=_("look in this community file too"))
    describe_passphrase(parser)
    describe_json(parser)


def _describe_status(parser: argparse.ArgumentParser) -> None:
    describe_file(parser)
    describe_json(parser)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    _describe_status(parser)
    parser.add_argument("--repair", action="store_true", help=_("make a sound copy beside it from the history"))


# -- what is done ----------------------------------------------------------------------------------------------


def _demo(asked: argparse.Namespace) -> int:
    source = resources_folder() / "sample" / "sample.toml"
    create_sample(asked.file, source, given_passphrase(asked)).close()
    print(_("The invented sample community is in “{name}”.").format(name=asked.file))
    return 0


def _report(asked: argparse.Namespace) -> int:
    kind = kind_for(asked.out, REPORTS[asked.name].files, asked.format)
    workspace = looked_at(asked)
    try:
        audience = audience_named(asked.audience)
        shown = shown_to(audience, workspace.all(Partner), workspace.all(Item), workspace.all(Tie))
        on_paper = for_paper(shown)
        content = CommunityContent(
            community=community_of(workspace),
            shown=on_paper,
            audience=audience,
            helplines=with_local(own_contents(own_folders()).lines(), workspace.all(LocalLine)),
            made_on=date.today(),
            groups=groups_in(workspace),
            reflection=reflection_in(workspace, audience, shown, on_paper),
            picked=picked(asked, workspace),
            handed=_handed(asked),
        )
    finally:
        workspace.close()
    report_kind, paper = REPORTS[asked.name], PAPERS[asked.paper]
    sheet = report_kind.poster(paper, asked.poster) if asked.poster else paper
    report = report_kind.make(content, sheet, resources_folder() / "fonts", kind)
    write_safely(asked.out, report.data)
    for warning in report.warnings:
        print(f"groundwork: {warning}", file=sys.stderr)
    print(_("The report is in “{name}”.").format(name=asked.out))
    return 0


def _handed(asked: argparse.Namespace) -> Handed:
    """The toolkit pages that were asked for; all when none was named, and none for other reports."""
    if not REPORTS[asked.name].pages:
        if asked.pages:
            raise Refused(_("Only “handout” takes pages of the toolkit. Leave out --pages, and try again."))
        return Handed()
    library = own_contents(own_folders()).library()
    pages = library.chosen(asked.pages) if asked.pages else library.pages
    return Handed(library.title_over(pages), pages, library.terms)


def _search(asked: argparse.Namespace) -> int:
    words = " ".join(asked.words)
    hits = own_contents(own_folders()).library().find(words)
    if asked.file is not None:
        workspace = looked_at(asked)
        hits = [*hits, *workspace.find(words)]
        workspace.close()
    if asked.json:
        print_json({"results": [_hit_as_json(one) for one in hits]})
    for hit in [] if asked.json else hits:
        print(f"{hit.title} ({hit.where})\n    {_unmarked(hit.snippet)}")
    if not hits and not asked.json:
        print(_("Nothing was found for “{words}”. Try fewer or other words.").format(words=words))
    return 0


def _status(asked: argparse.Namespace) -> int:
    workspace = looked_at(asked)
    try:
        community = community_of(workspace)
        groups = groups_in(workspace)
        found = summarise(workspace.all(Partner), workspace.all(Item), groups, date.today())
        protected = workspace.protected
        held = sum(one.is_held(date.today()) for one in workspace.all(Meeting))
        last_backup = workspace.backups.last
    finally:
        workspace.close()
    facts: dict[str, object] = {
        "community": community.name,
        "sample": community.sample,
        "partners": found.partners,
        "gaps": [one.key if is_toolkit(one.key) else one.label for one in found.gaps],
        "actions": found.actions,
        "done": found.done,
        "overdue": found.overdue,
        "without_lead": found.without_lead,
        "reflections": held,
        "encrypted": protected,
        "last_backup": last_backup.isoformat(timespec="seconds") if last_backup is not None else None,
    }
    if asked.json:
        print_json(facts)
        return 0
    print(community.name)
    print(_("Partners: {count}").format(count=found.partners))
    print(_("Nobody yet for: {groups}").format(groups=", ".join(one.label for one in found.gaps) or _("none")))
    line = _("Steps: {all}, done {done}, late {late}, without a lead {bare}")
    print(line.format(all=found.actions, done=found.done, late=found.overdue, bare=found.without_lead))
    print(_("Meetings held: {count}").format(count=held))
    if last_backup is None:
        print(_("Never backed up"))
    else:
        print(_("Backed up last: {when}").format(when=f"{last_backup.astimezone():%Y-%m-%d %H:%M}"))
    print(_("Protected by a passphrase") if protected else _("Not protected by a passphrase"))
    return 0


def _check(asked: argparse.Namespace) -> int:
    passphrase = passphrase_for(asked)
    if asked.repair:
        repaired = repair(asked.file, passphrase)
        if asked.json:
            print_json({"ok": True, "problems": [], "repaired": str(repaired.path), "lost": repaired.lost})
        else:
            print(repaired.sentence)
        return 0
    problems = check_file(asked.file, passphrase)
    if asked.json:
        print_json({"ok": not problems, "problems": problems})
    else:
        print("\n".join(problems) or _("The file is sound."))
    return 1 if problems else 0


_HELP = {
    "demo": "write the invented sample community to a new file",
    "report": "make a report: a PDF, or for some a Word file or a web page",
    "search": "find words in the toolkit, and in a community file",
    "status": "say how a community stands",
    "export": "write partners as a sheet or contact cards, the plan as a sheet or a calendar, or everything",
    "import": "bring people in, take a sheet of the plan back in, or make a new file of everything",
    "check": "say whether a file is sound, or repair it",
    "backup": "make a checked copy of a file",
    "restore": "put a backup in a file’s place, and keep what was there",
    "pack": "make, look at, take in or take out a content pack",
    "release": "say which versions of Groundwork lie in a folder, and who signed them",
}

_COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], Command]] = {
    "demo": (describe_file, _demo),
    "report": (_describe_report, _report),
    "search": (_describe_search, _search),
    "status": (_describe_status, _status),
    "export": (describe_export, export),
    "import": (describe_import, bring_in),
    "check": (_describe_check, _check),
    "backup": (describe_backup, backup),
    "restore": (describe_restore, restore),
    "pack": (describe_pack, pack),
    "release": (describe_release, release),
}


def _hit_as_json(hit: SearchHit) -> dict[str, str]:
    words = {"kind": hit.kind, "id": hit.id, "title": hit.title, "where": hit.where}
    return {**words, "snippet": _unmarked(hit.snippet)}


def _unmarked(snippet: str) -> str:
    return snippet.replace(HIT_START, "").replace(HIT_END, "")
