"""The publisher as the page itself names it: in a banner, a letterhead, or a signature."""

from __future__ import annotations

import re

from pipeline.models import BlockKind

from .draft import Piece

_BODY = (
    r"(?:(?:U\.?S\.?|United States|Federal|National|Central|State|Royal) )?"
    r"(?:Department|Ministry|Office|Bureau|Agency|Commission|Authority|Board|Council|Cabinet Office"
    r"|Secretariat|Treasury)\b(?: (?:of|for|on)\b(?: the)?)?(?: [\w'’&,-]+){0,12}"
)
_BANNER = re.compile(rf"(?:an )?official website of (?:the )?(?P<name>{_BODY})", re.IGNORECASE)
_LINE = re.compile(rf"(?:The )?(?P<name>{_BODY})", re.IGNORECASE)
_LONGEST = 120
_ANYWHERE = frozenset((BlockKind.BOILERPLATE, BlockKind.HEADER, BlockKind.SIGNATURE))


def find_publisher(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """The publisher's names, fullest first, from lines that are furniture or header.

    Lines above the prose come first; a signature names it where they do not.
    """
    lines = [p.text for p in pieces if p.kind in _ANYWHERE and len(p.text) <= _LONGEST]
    banner = next((m["name"] for line in lines if (m := _BANNER.fullmatch(line))), None)
    names = [m["name"] for line in lines if (m := _LINE.fullmatch(line))]
    if banner is None:
        return tuple(names[:1])
    fuller = [name for name in names if name.casefold().endswith(banner.casefold())]
    return tuple(dict.fromkeys((*fuller[:1], banner)))
