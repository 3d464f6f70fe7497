"""The list of partners, by the groups that the toolkit names: who they are, what they bring, how involved they are."""

from __future__ import annotations

from gettext import gettext as _

from app.reports.chapters.partners import partner_blocks
from app.reports.content import CommunityContent
from app.reports.document import Contents, Document, Heading
from app.reports.plain import plain_document


def partners_document(content: CommunityContent) -> Document:
    """The report before it is set in type."""
    title = _("Partners")
    _heading, lead, *rest = partner_blocks(content, with_gaps=False)
    return plain_document(content, title, (Heading(title), lead, Contents(_("Groups")), *rest))
