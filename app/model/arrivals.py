"""Makes partners of a sheet's rows. Nothing is lost: what fits no field goes to the notes, and who has no name is listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Any

from app.model.clean import clean, tidy_line, tidy_long
from app.model.finding import folded
from app.model.forms import form_of
from app.model.groups import Groups
from app.model.partner import SHOW_TO, Partner
from app.model.schema import FieldType, Spec, specs
from app.model.sheet import FIRST, KEEP, LAST, LEAVE, MIDDLE, REACH, Sheet, Spoilt, is_email
from app.model.trouble import Refused

_SPECS = specs(Partner)
_BETWEEN = {"phone": "; ", "email": "; ", "address": ", "}
# How other programs call a contact card's kind (RFC 6350, 6.1.4).
_FORMS = {"individual": "person", "org": "organisation", "company": "organisation", "organization": "organisation"}
# A name that is longer is kept whole in the notes.
_LONGEST_NAME = 190


@dataclass(frozen=True, slots=True)
class Arrival:
    """A row as a partner's fields. `remarks` are sentences on what went to the notes."""

    line: int
    values: dict[str, Any]
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the partner will be called."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who can come in, and the rows that cannot."""

    partners: tuple[Arrival, ...]
    bad: tuple[Spoilt, ...]


@dataclass
class _Draft:
    """One row in the making: texts by target, and what goes to the notes."""

    texts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    kept: list[str] = field(default_factory=list[str])
    remarks: list[str] = field(default_factory=list[str])
    values: dict[str, Any] = field(default_factory=dict[str, Any])

    def text(self, target: str, between: str = " ") -> str:
        return between.join(self.texts.get(target, ()))

    def keep(self, label: str, text: str, remark: str = "") -> None:
        """Put a text into the notes under its label."""
        self.kept.append(_("{label}: {text}").format(label=label, text=text) if label else text)
        if remark:
            self.remarks.append(remark)


def people_of(sheet: Sheet, matching: Sequence[str], groups: Groups) -> Arrivals:
    """The partners of a sheet; `matching` says what each column is for (see `app.model.sheet`)."""
    keys = {folded(one.label): one.key for one in groups.all}
    found: list[Arrival] = []
    bad = list(sheet.spoilt)
    for row in sheet.rows:
        if not row.text:
            continue
        draft = _Draft()
        for heading, target, cell in zip(sheet.headings, matching, row.cells, strict=True):
            text = tidy_long(unmarked(cell))
            if not text or target == LEAVE:
                continue
            if target == REACH:
                target = "email" if is_email(text) else "phone"
            if target == KEEP:
                draft.keep(tidy_line(heading), text)
            else:
                draft.texts.setdefault(target, []).append(text)
        if not draft.texts and not draft.kept:
            continue
        why = _fill(draft, keys)
        if why:
            bad.append(Spoilt(row.line, row.text, why))
        else:
            found.append(Arrival(row.line, draft.values, tuple(draft.remarks)))
    return Arrivals(tuple(found), tuple(sorted(bad, key=lambda one: one.line)))


def unmarked(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from reading it as a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip("'").startswith(("=", "+", "-", "@")) else cell


def marked(text: str) -> str:
    """A text that no spreadsheet reads as a formula; `unmarked` gives it back."""
    return f"'{text}" if text.lstrip("'").startswith(("=", "+", "-", "@")) else text


class Known:
    """Who is in the circle already, to be asked about each arrival: thousands against thousands, so by name at once."""

    def __init__(self, partners: Iterable[Partner]) -> None:
        self._by_name: dict[str, list[Partner]] = {}
        for one in partners:
            self._by_name.setdefault(folded(one.name), []).append(one)

    def find(self, arrival: Arrival) -> Partner | None:
        """Somebody of the same name who is not reached otherwise: the same person, as far as can be told."""
        same = self._by_name.get(folded(arrival.name), ())
        return next((one for one in same if all(_agrees(one, arrival, name) for name in ("email", "phone"))), None)


def _agrees(partner: Partner, arrival: Arrival, name: str) -> bool:
    mine, theirs = str(getattr(partner, name)), str(arrival.values.get(name, ""))
    if name == "phone":
        mine, theirs = ("".join(c for c in one if c.isdigit())[-10:] for one in (mine, theirs))
    return not mine or not theirs or mine.casefold() == theirs.casefold()


# -- one row ---------------------------------------------------------------------------------------------------


def _fill(draft: _Draft, groups: dict[str, str]) -> str:
    """Make the values; answers with a sentence when the row cannot be a partner."""
    if not _name(draft):
        return _("There is no name in this row. Add one there, and bring it in again.")
    for target in [one for one in draft.texts if one in _SPECS and one not in ("name", "notes")]:
        _take(draft, _SPECS[target], groups)
    notes = "\n".join([*draft.texts.get("notes", ()), *draft.kept])
    if len(notes) > _SPECS["notes"].limit:
        return _("This row has more text than notes can hold. Shorten it, and bring it in again.")
    if notes:
        draft.values["notes"] = notes
    return ""


def _name(draft: _Draft) -> bool:
    parts = [tidy_line(draft.text(one)) for one in (FIRST, MIDDLE, LAST)]
    joined = " ".join(one for one in parts if one)
    whole = tidy_line(draft.text("name")) or joined
    rest = [one for one in parts if one and one not in whole]
    if rest:
        draft.keep(_("Name"), joined)
    if not whole and draft.texts.get("organisation"):
        whole = tidy_line(draft.text("organisation", "; "))
        draft.values["form"] = "organisation"
        draft.texts.pop("organisation")
    if not whole:
        whole = tidy_line(draft.text("email", "; "))
    if len(whole) > _LONGEST_NAME:
        draft.keep(_("Name"), whole, _("The name is very long: the whole of it is in the notes."))
        whole = whole[:_LONGEST_NAME].strip() + " …"
    draft.values["name"] = whole
    if not joined and "form" not in draft.texts and (form := form_of(whole)) != "person":
        draft.values.setdefault("form", form)
    return bool(whole)


def _take(draft: _Draft, spec: Spec, groups: dict[str, str]) -> None:
    """Set one field from its texts, or keep them in the notes with a remark."""
    between = _BETWEEN.get(spec.name, "\n" if spec.type is FieldType.LONG else "; ")
    text = draft.text(spec.name, between)
    label = _(spec.label)
    if spec.name == "group":
        _group(draft, text, groups)
        return
    try:
        value = _read(spec, text)
    except (Refused, ValueError):
        draft.keep(label, text, _("“{text}” does not fit “{field}”: it is in the notes.").format(
            text=tidy_line(text)[:40], field=label))  # fmt: skip
        return
    draft.values.setdefault(spec.name, value)
    if draft.values[spec.name] != value:
        draft.keep(label, text)


def _read(spec: Spec, text: str) -> Any:
    match spec.type:
        case FieldType.CHOICE:
            return _choice(spec, text)
        case FieldType.WORDS:
            return clean(spec, [one for one in re.split(r"[,;\n]", text) if one.strip()])
        case FieldType.MARKS:
            return _marks(text)
        case FieldType.LINE:
            return clean(spec, text)
        case _:
            return clean(spec, text.strip())


def _group(draft: _Draft, text: str, groups: dict[str, str]) -> None:
    """The group of a text. Contact programs write several, of which one may be ours: the text stays in the notes."""
    label = _(_SPECS["group"].label)
    if folded(text) in groups:
        draft.values["group"] = groups[folded(text)]
        return
    ours = [groups[folded(one)] for one in re.split(r"[;,]|:::", text) if folded(one) in groups]
    if ours:
        draft.values["group"] = ours[0]
        draft.keep(label, text)
    else:
        draft.keep(
            label, text, _("The circle has no group “{text}”: it is in the notes.").format(text=tidy_line(text)[:40])
        )


def _choice(spec: Spec, text: str) -> str:
    wanted = folded(text)
    for one in spec.choices:
        if wanted in (folded(_(one.label)), folded(one.key)):
            return one.key
    if spec.name == "form" and wanted in _FORMS:
        return _FORMS[wanted]
    raise ValueError(text)


def _marks(text: str) -> dict[str, str]:
    """“phone=public; role=office”."""
    found: dict[str, str] = {}
    for one in text.split(";"):
        key, sign, value = (part.strip() for part in one.partition("="))
        if not sign or key not in _SPECS or value not in {choice.key for choice in SHOW_TO}:
            raise ValueError(text)
        found[key] = value
    return found
