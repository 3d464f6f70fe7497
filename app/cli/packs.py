"""`groundwork pack`: newer pages and help lines, made by whoever knows them, and taken in by an office."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from app import __version__
from app.cli.files import describe_json, print_json
from app.data.contents import Contents, Offer, own_contents
from app.data.own_folders import own_folders
from app.data.pack_building import build_pack
from app.data.safe_file import writing_safely
from app.data.signatures import key_id, key_row, new_seed, public_of, seed_as_text, seed_from_text
from app.data.troubles import from_os
from app.model.pack_changes import CHANGED, Change
from app.model.pack_words import WHAT, older_words, signer_words
from app.model.packs import SUFFIX
from app.model.trouble import AlreadyThere, Refused

Deed = Callable[[argparse.Namespace], int]


def describe_pack(parser: argparse.ArgumentParser) -> None:
    """What `pack` takes: a deed of its own."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")

    def _add(name: str, line: str, deed: Deed) -> argparse.ArgumentParser:
        one = deeds.add_parser(name, help=line, description=line)
        one.set_defaults(do=deed)
        return one

    made = _add("build", _("make a pack of a folder, checked as if it came from a stranger"), _build)
    made.add_argument("folder", type=Path, metavar="DIR", help=_("a folder with a pack.toml"))
    made.add_argument("--out", type=Path, required=True, metavar="F", help=_("the pack to write"))
    made.add_argument("--key", type=Path, metavar="F", help=_("a file with the private key that signs it"))
    for name, help_line, deed in (
        ("show", _("say what a pack would change"), _show),
        ("take", _("take a pack in"), _take),
    ):
        one = _add(name, help_line, deed)
        one.add_argument("file", type=Path, metavar="FILE", help=_("the pack"))
        if name == "take":
            one.add_argument("--unsigned", action="store_true", help=_("even if nobody known signed it: you trust it"))
        describe_json(one)
    describe_json(_add("list", _("name the packs that are in"), _list))
    out = _add("out", _("take a pack out again"), _out)
    out.add_argument("id", metavar="ID", help=_("as “list” names it"))
    key = _add("key", _("make a new key to sign with"), _key)
    key.add_argument("file", type=Path, metavar="FILE", help=_("where the private half goes; keep it to yourself"))
    key.add_argument("--name", required=True, metavar="NAME", help=_("whose key it is, as offices will read it"))


def pack(asked: argparse.Namespace) -> int:
    """Do the deed that was named."""
    deed: Deed = asked.do
    return deed(asked)


# -- inside ----------------------------------------------------------------------------------------------------


def _contents() -> Contents:
    return own_contents(own_folders())


def _build(asked: argparse.Namespace) -> int:
    seed = _seed(asked.key) if asked.key is not None else None
    made = build_pack(asked.folder, _named(asked.out), __version__, seed)
    print(_("The pack is in “{name}”.").format(name=asked.out))
    if seed is None:
        print(_("It is not signed: whoever takes it in is warned."))
    else:
        print(_("It is signed with the key {key}.").format(key=made.signer.key))
    return 0


def _named(out: Path) -> Path:
    if out.suffix != SUFFIX:
        raise Refused(_("A pack’s name ends in {ending}. Name it so, and try again.").format(ending=SUFFIX))
    return out


def _seed(path: Path) -> bytes:
    try:
        return seed_from_text(path.read_text("ascii"))
    except OSError as error:
        raise from_os(error, path) from error
    except ValueError as error:
        raise Refused(_("There is no private key in “{name}”.").format(name=path.name)) from error


def _show(asked: argparse.Namespace) -> int:
    offer = _contents().look_at(asked.file)
    if asked.json:
        print_json(_as_json(offer))
    else:
        _tell(offer)
    return 0


def _take(asked: argparse.Namespace) -> int:
    contents = _contents()
    offer = contents.look_at(asked.file)
    if not asked.json:
        _tell(offer)
    if not offer.pack.signer.is_known and not asked.unsigned:
        raise Refused(
            _(
                "Nobody whom this program knows signed this pack, so it was not taken in. If you trust it, add --unsigned."
            )
        )
    contents.take_in(offer, agreed=asked.unsigned)
    if asked.json:
        print_json(_as_json(offer))
    else:
        print(_("“{title}” is in. “groundwork pack out {id}” takes it out.").format(
            title=offer.pack.facts.title, id=offer.pack.facts.id))  # fmt: skip
    return 0


def _list(asked: argparse.Namespace) -> int:
    taken = _contents().taken()
    if asked.json:
        rows = [
            {"id": one.entry.id, "title": one.entry.title, "edition": one.entry.edition, "used": one.pack is not None,
             "signed": one.pack is not None and one.pack.signer.is_known, "why": one.why}
            for one in taken
        ]  # fmt: skip
        print_json({"packs": rows})
        return 0
    for one in taken:
        print(
            _("{id}: {title}, edition {edition}").format(
                id=one.entry.id, title=one.entry.title, edition=one.entry.edition
            )
        )
        print(f"    {signer_words(one.pack.signer) if one.pack is not None else one.why}")
    if not taken:
        print(_("No pack is in. Groundwork shows what it came with."))
    return 0


def _out(asked: argparse.Namespace) -> int:
    contents = _contents()
    if all(one.entry.id != asked.id for one in contents.taken()):
        raise Refused(
            _("No pack called “{id}” is in. “groundwork pack list” names those that are.").format(id=asked.id)
        )
    found = contents.take_out(asked.id)
    print(_("The pack is out."))
    _tell_changes(found)
    return 0


def _key(asked: argparse.Namespace) -> int:
    if asked.file.exists():
        raise AlreadyThere(asked.file.name)
    name = asked.name.strip()
    if not name.isprintable() or set('"\\') & set(name) or not name:
        raise Refused(_("Give the key a plain name, such as that of your office."))
    seed = new_seed()
    with writing_safely(asked.file, private=True) as file:
        file.write(f"{seed_as_text(seed)}\n".encode("ascii"))
    print(_("The private half is in “{name}”. Keep it where nobody else reads it; it cannot be made again.").format(
        name=asked.file))  # fmt: skip
    print(_("Key {id}. Programs that are to believe it need these lines in resources/keys.toml:").format(
        id=key_id(public_of(seed))))  # fmt: skip
    print()
    print(key_row(name, public_of(seed)), end="")
    return 0


def _tell(offer: Offer) -> None:
    facts = offer.pack.facts
    print(
        _("{title}, edition {edition}, of {day}").format(
            title=facts.title, edition=facts.edition, day=facts.made.isoformat()
        )
    )
    print(_("By: {maker}").format(maker=facts.maker))
    print(signer_words(offer.pack.signer))
    if facts.note:
        print(facts.note)
    _tell_changes(offer.changes)
    if offer.unused:
        print(older_words(offer.unused))


def _tell_changes(found: tuple[Change, ...]) -> None:
    for one in found:
        print(f"  {_(WHAT[one.sort, one.what])}: {one.title}")
        if one.what == CHANGED:
            for sign, lines in (("-", one.before), ("+", one.after)):
                for line in lines:
                    print(f"    {sign} {line}")
    if not found:
        print(_("  It changes nothing of what is shown."))


def _as_json(offer: Offer) -> dict[str, object]:
    facts, signer = offer.pack.facts, offer.pack.signer
    return {
        "id": facts.id,
        "title": facts.title,
        "edition": facts.edition,
        "made": facts.made.isoformat(),
        "maker": facts.maker,
        "signed": signer.is_known,
        "key": signer.key,
        "changes": [{"sort": one.sort, "what": one.what, "title": one.title} for one in offer.changes],
        "older": offer.unused,
    }
