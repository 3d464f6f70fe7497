"""The partners as a CSV sheet that Excel and LibreOffice open as it is, and that comes back without loss (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from gettext import gettext as _

from app.model.arrivals import marked
from app.model.groups import Groups
from app.model.partner import Partner
from app.model.schema import FieldType, Spec, label_of, specs
from app.model.sheet import FIELDS

# Excel takes a file for UTF-8 only when it begins with this mark.
BOM = "\ufeff"


def people_csv(partners: Iterable[Partner], groups: Groups) -> bytes:
    """A row a partner, a column a field. Cells that a spreadsheet would take for a formula begin with an apostrophe."""
    declared = specs(Partner)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_(declared[name].label) for name in FIELDS])
    for one in partners:
        writer.writerow([marked(field_words(one, declared[name], groups)) for name in FIELDS])
    return (BOM + out.getvalue()).encode("utf-8")


def field_words(partner: Partner, spec: Spec, groups: Groups) -> str:
    """A field in words that `app.model.arrivals` reads back."""
    value = getattr(partner, spec.name)
    if spec.name == "group":
        return groups.label(value) if value in groups else ""
    if spec.type is FieldType.CHOICE:
        return _(label_of(spec, value))
    if spec.type is FieldType.WORDS:
        return "; ".join(value)
    if spec.type is FieldType.MARKS:
        return "; ".join(f"{key}={audience}" for key, audience in sorted(value.items()))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
