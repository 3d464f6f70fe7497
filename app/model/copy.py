"""A copy that a community keeps of a PDF that was linked to, so that it can be read without internet.

The PDF itself and its words are no part of the record: they would stand in the history for ever. The record names them by
their digest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import gettext as _
from typing import ClassVar

from app.model.pdf import MOST_BYTES, MOST_PAGES
from app.model.phrases import N_
from app.model.schema import Audience, Record, count, line

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Record):
    """`address` is the link it is a copy of, `page` the toolkit page it was kept from; `digest` is SHA-256 of the PDF."""

    kind: ClassVar[str] = "copy"
    noun: ClassVar[str] = N_("kept copy")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Title"), search=10, required=True)
    address: str = line(N_("Copy of"), limit=2000)
    page: str = line(N_("Kept from the page"))
    digest: str = line(N_("Digest"), limit=64, audience=Audience.OFFICE)
    size: int | None = count(N_("Size"), MOST_BYTES)
    pages: int | None = count(N_("Pages"), MOST_PAGES)

    def refusal(self) -> str:
        """Without a PDF there is nothing to keep."""
        return "" if _DIGEST.fullmatch(self.digest) else _("A kept copy needs a PDF. Choose one to add.")
