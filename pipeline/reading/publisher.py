"""The publisher as the page itself names it: in a banner, a letterhead, or a signature."""

from __future__ import annotations

import re

from pipeline import gazetteer
from pipeline.models import BlockKind, EntityKind

from .draft import Piece

_BODY = (
    r"(?:(?:U\.?S\.?|United States|Federal|National|Central|State|Royal) )?"
    r"(?:Department|Ministry|Office|Bureau|Agency|Commission|Authority|Board|Council|Cabinet Office"
    r"|Secretariat|Treasury)\b(?: (?:of|for|on)\b(?: the)?)?(?: [\w'’&,-]+){0,12}"
)
_BANNER = re.compile(rf"(?:an )?official website of (?:the )?(?P<name>{_BODY})", re.IGNORECASE)
_LINE = re.compile(rf"(?:The )?(?P<name>{_BODY})", re.IGNORECASE)
_LONGEST = 120
_ISSUERS = frozenset((EntityKind.AGENCY, EntityKind.ORGANIZATION))
_ANYWHERE = frozenset((BlockKind.BOILERPLATE, BlockKind.HEADER, BlockKind.SIGNATURE))
_TOLD = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM))


def find_publisher(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """The publisher's names, fullest first, from lines that are furniture, header or signature.

    Lines above the prose come first; a signature names it where they do not, and so does a lone
    line that looks like a heading but heads no prose.
    """
    following = (*pieces[1:], None)
    signed = [p.text for p, after in zip(pieces, following, strict=True) if _is_signed(p, after)]
    lines = [line for line in signed if len(line) <= _LONGEST]
    banner = next((m["name"] for line in lines if (m := _BANNER.fullmatch(line))), None)
    names = [name for line in lines if (name := body_named(line))]
    if banner is None:
        return tuple(names[:1])
    fuller = [name for name in names if name.casefold().endswith(banner.casefold())]
    return tuple(dict.fromkeys((*fuller[:1], banner)))


def _is_signed(piece: Piece, following: Piece | None) -> bool:
    if piece.kind in _ANYWHERE:
        return True
    heads = following is not None and following.kind in _TOLD
    return piece.kind is BlockKind.HEADING and not piece.level and not heads


def body_named(line: str) -> str | None:
    """The body that a line names and nothing else: by its form, or by being known."""
    if match := _LINE.fullmatch(line):
        return match["name"]
    name = line.strip(" ,.")
    spelt = name if not name.isupper() else name.title()
    known = (gazetteer.load().find(each) for each in (name, spelt))
    return next((name for entry in known if entry and entry.kind in _ISSUERS), None)
