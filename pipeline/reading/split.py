"""One document, several releases: a page that appends an earlier statement, a day's bundle.

A new release begins only where the page says so, with prose before it and after it: at a title
that has a release date of its own or "for immediate release"; at a title behind an end mark or the
label of a press release, with a date or dateline; where every section of the page has a heading
of one level and its own date, as the articles of a bulletin have; and where rules part sections
whose headings have the level of the title. A rule and a lower heading begin nothing: that is how
releases tell about their issuer.
"""

from __future__ import annotations

import re

from pipeline.models import BlockKind

from .dateline import find_dateline
from .dates import only_date
from .draft import Piece
from .furniture import is_end_mark
from .lines import ends_sentence
from .title import is_headline

_DATED = re.compile(r"(?:press )?(?:release|issue|publication) date\s*:", re.IGNORECASE)
_RELEASED = re.compile(r"for immediate release\b", re.IGNORECASE)
_LABELLED = re.compile(r"(?:press|media|news) (?:release|statement)\W?", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:topic|keyword|tag)(?:s|\(s\))?\s*:|(?:page )?last (?:published|updated|reviewed)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|background|notes?|contacts?|further|more|media|related|key|what|how|why|quotes?"
    r"|summary|annex|appendix|attachments?|frequently|questions?|timeline|details)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^\W\dA-Z][.?!] [A-Z]")
_LONGEST_TITLE = 300
_AHEAD = 4  # pieces in which a title's own date must follow


def split(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each release of a document, in reading order, the main one first.

    Fields about the whole page that stand at its end (topics, keywords) go to the first.
    """
    prose = [place for place, piece in enumerate(pieces) if _is_prose(piece)]
    between = range(prose[0] + 1, prose[-1]) if prose else ()
    articles = _articles(pieces, prose[0]) | _siblings(pieces) if prose else frozenset()
    starts = [0, *(n for n in between if n in articles or _begins(pieces, n))]
    if len(starts) == 1:
        return (pieces,)
    parts = [pieces[a:b] for a, b in zip(starts, [*starts[1:], len(pieces)], strict=True)]
    page = _page_fields(parts[-1])
    first = (*parts[0], *parts[-1][page:])
    return (first, *map(_titled, [*parts[1:-1], parts[-1][:page]]))


def _begins(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether a release begins at this piece, which has prose before and after: its own date."""
    behind = pieces[max(0, place - 2) : place]
    labelled = any(_LABELLED.fullmatch(piece.text) for piece in behind)
    if not _can_title(pieces[place], labelled):
        return False
    ahead = pieces[place + 1 : place + 1 + _AHEAD]
    marked = labelled or any(is_end_mark(piece.text) for piece in behind)
    if marked and (_opens(ahead) or _day_follows(ahead)):
        return True
    announced = any(_RELEASED.match(piece.text) for piece in behind)
    return _is_title(pieces[place]) and (announced or _dated(ahead))


def _articles(pieces: tuple[Piece, ...], prose: int) -> frozenset[int]:
    """The headings of a bulletin's articles after the first: of one level, each above its day.

    The first of them, or the title that stands for it, comes before all prose, and no other heading
    has their level. ``prose`` is the place of the first prose.
    """
    headings = [
        n for n, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING and piece.level
    ]
    dated = [n for n in headings if _is_title(pieces[n]) and _is_day(pieces[n + 1 : n + 2])]
    if not dated or dated != [n for n in headings if pieces[n].level == pieces[dated[0]].level]:
        return frozenset()
    if dated[0] < prose:
        return frozenset(dated[1:])
    titled = pieces[0].kind is BlockKind.TITLE and _is_day(pieces[1:2])
    return frozenset(dated if titled else ())


def _siblings(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """The headings of the title's level, where each stands behind a rule and above prose."""
    level = pieces[0].level if pieces[0].kind is BlockKind.TITLE else 0
    equals = [n for n, p in enumerate(pieces) if n and level and 0 < p.level <= level]
    parted = all(
        is_end_mark(pieces[n - 1].text)
        and _is_title(pieces[n])
        and not _ABOUT.match(pieces[n].text)
        and any(map(_is_prose, pieces[n + 1 : n + 1 + _AHEAD]))
        for n in equals
    )
    return frozenset(equals if parted else ())


def _is_day(pieces: tuple[Piece, ...]) -> bool:
    return any(only_date(piece.text) for piece in pieces)


def _day_follows(ahead: tuple[Piece, ...]) -> bool:
    """Whether a line that is only a date comes before any prose, and prose after it.

    A footnote, which begins with its number, is none: a signature and its day can stand above it.
    """
    prose = next((n for n, piece in enumerate(ahead) if _is_prose(piece)), 0)
    return _is_day(ahead[:prose]) and not ahead[prose].text[0].isdigit()


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
    told = tuple(piece for piece in ahead if piece.kind is BlockKind.PARAGRAPH)[:1]
    return find_dateline(told) is not None


def _can_title(piece: Piece, labelled: bool) -> bool:
    """Whether a piece is marked as a heading, or is a line that can be a headline.

    Some offices close headlines with a full stop. A line in capitals above a day can be a
    signature, but none stands below the label of a release.
    """
    line = piece.text if _SENTENCES.search(piece.text) else piece.text.removesuffix(".")
    lines = {BlockKind.PARAGRAPH, BlockKind.SIGNATURE} if labelled else {BlockKind.PARAGRAPH}
    return _is_title(piece) or (piece.kind in lines and is_headline(line))


def _is_title(piece: Piece) -> bool:
    heading = piece.level or piece.kind is BlockKind.HEADING
    return bool(heading) and len(piece.text) <= _LONGEST_TITLE and len(piece.text.split()) >= 3


def _is_prose(piece: Piece) -> bool:
    """Whether a piece is a sentence or more, or longer than any title, as flattened lists are."""
    sentence = len(piece.text) > 80 and ends_sentence(piece.text)
    told = sentence or len(piece.text) > _LONGEST_TITLE
    return piece.kind is BlockKind.PARAGRAPH and told


def _page_fields(pieces: tuple[Piece, ...]) -> int:
    """Where at the end of a part the fields about the whole page start."""
    start = len(pieces)
    while start and pieces[start - 1].kind in {BlockKind.HEADER, BlockKind.BOILERPLATE}:
        start -= 1
    fields = (n for n in range(start, len(pieces)) if _TRAILING.match(pieces[n].text))
    return next(fields, len(pieces))


def _titled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (pieces[0].as_kind(BlockKind.TITLE), *pieces[1:])
