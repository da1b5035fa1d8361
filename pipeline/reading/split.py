"""One document, several releases: a page that appends an earlier statement, a day's bundle.

A new release begins only where the page says so: at a heading that is followed by a release date
of its own or by "for immediate release", with prose before it and after it. Over the 629 real
documents this rule divides one, rightly.
"""

from __future__ import annotations

import re

from pipeline.models import BlockKind

from .dateline import find_dateline
from .dates import only_date
from .draft import Piece
from .furniture import is_end_mark
from .lines import ends_sentence

_DATED = re.compile(r"(?:press )?(?:release|issue|publication) date\s*:", re.IGNORECASE)
_RELEASED = re.compile(r"for immediate release\b", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:topic|keyword|tag)(?:s|\(s\))?\s*:|(?:page )?last (?:published|updated|reviewed)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300
_AHEAD = 4  # pieces in which a title's own date must follow


def split(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each release of a document, in reading order, the main one first.

    Fields about the whole page that stand at its end (topics, keywords) go to the first.
    """
    prose = [place for place, piece in enumerate(pieces) if _is_prose(piece)]
    between = range(prose[0] + 1, prose[-1]) if prose else ()
    starts = [0, *(place for place in between if _begins(pieces, place))]
    if len(starts) == 1:
        return (pieces,)
    parts = [pieces[a:b] for a, b in zip(starts, [*starts[1:], len(pieces)], strict=True)]
    page = _page_fields(parts[-1])
    first = (*parts[0], *parts[-1][page:])
    return (first, *map(_titled, [*parts[1:-1], parts[-1][:page]]))


def _begins(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether a release begins at this piece, which has prose before and after: its own date."""
    if not _is_title(pieces[place]):
        return False
    ahead = pieces[place + 1 : place + 1 + _AHEAD]
    behind = pieces[max(0, place - 2) : place]
    announced = any(_RELEASED.match(piece.text) for piece in behind)
    ended = any(is_end_mark(piece.text) for piece in behind) and _opens(ahead)
    return announced or ended or _dated(ahead)


def _dated(ahead: tuple[Piece, ...]) -> bool:
    """Whether a release date with its date, or "for immediate release", comes before any prose."""
    for place, piece in enumerate(ahead):
        if _RELEASED.match(piece.text):
            return True
        if _DATED.match(piece.text[:40]):
            beside = piece.text.split(":", 1)[1].strip()
            below = ahead[place + 1].text if place + 1 < len(ahead) else ""
            return bool(only_date(beside) or only_date(below))
        if _is_prose(piece):
            return False
    return False


def _opens(ahead: tuple[Piece, ...]) -> bool:
    """Whether a dateline opens the first prose."""
    prose = tuple(piece for piece in ahead if _is_prose(piece))[:1]
    return find_dateline(prose) is not None


def _is_title(piece: Piece) -> bool:
    heading = piece.level or piece.kind is BlockKind.HEADING
    return bool(heading) and len(piece.text) <= _LONGEST_TITLE and len(piece.text.split()) >= 3


def _is_prose(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and len(piece.text) > 80 and ends_sentence(piece.text)


def _page_fields(pieces: tuple[Piece, ...]) -> int:
    """Where at the end of a part the fields about the whole page start."""
    start = len(pieces)
    while start and pieces[start - 1].kind in {BlockKind.HEADER, BlockKind.BOILERPLATE}:
        start -= 1
    fields = (n for n in range(start, len(pieces)) if _TRAILING.match(pieces[n].text))
    return next(fields, len(pieces))


def _titled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (pieces[0].as_kind(BlockKind.TITLE), *pieces[1:])
