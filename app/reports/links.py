"""Which addresses become links: mail and web addresses alone, so that a press never runs anything."""

from __future__ import annotations

import re
from gettext import gettext as _

# RFC 3986, without what Word refuses.
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?([/?#][A-Za-z0-9/?#&=.,;:@!$'()*+~_%-]*)?")
# RFC 6068, without the signs with which a link could fill in more than the address.
_MAIL = re.compile(r"[A-Za-z0-9._+~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def linkable(address: str) -> bool:
    """Whether it is a web address that can be a link."""
    return _WEB.fullmatch(address) is not None


def link_of(address: str) -> str:
    """What a press on the address leads to, or nothing."""
    if linkable(address):
        return address
    return f"mailto:{address}" if _MAIL.fullmatch(address) else ""


def says_of(link: str) -> str:
    """What a link does, for whoever hears it."""
    scheme, _colon, address = link.partition(":")
    return _("Write to {address}").format(address=address) if scheme == "mailto" else _("Open {link}").format(link=link)
