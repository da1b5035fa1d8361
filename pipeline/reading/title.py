"""The title: which one, and its place at the head of the text.

Front matter, meta tags or a sidecar may give the title in better form than the page, where it can
stand in capitals, cut short, torn over lines or not at all. The words of the page are kept, as
the title itself where they are as good, as a repeat (furniture) where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from pipeline.models import BlockKind

from .dates import only_date
from .draft import Piece
from .furniture import is_line

#: A title stands within the first pieces of a document: letterheads of up to 10 lines were met.
_HEAD = 16
_RUN = 4  # lines over which a headline may be torn
_LONGEST = 400  # characters
_SPARE = 8  # words that a line may hold beside the title: a date, a number

#: "Jane Roe, Minister of Justice": who speaks, not what is said.
_POST = (
    r"(?:Minister|Secretary|Director|President|Chair\w*|Ambassador|Governor|Attorney|Commission\w*"
    r"|Administrator|Head|Chief|Spokes\w+|Member|Senator|Judge|Justice|Speaker|Officer|Mayor"
    r"|Representative|Premier|Commander|Chancellor|Under ?secretary|Counsel\w*|Registrar|Envoy)"
)
_BYLINE = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w.’'-]+, "
    rf"(?:[\w’'-]+ ){{0,4}}?{_POST}\b[\w’', -]{{0,60}}"
)

#: What heads a page or its first section and tells nothing: a place, a time, "Introduction".
_LABEL = re.compile(
    r"(?:[A-Z][\w.’'-]*,? ){1,3}(?<=, )[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?"
    r"|\d{1,2}[:.]\d\d [AaPp]\.?[Mm]\b.{0,12}"
    r"|(?i:introduction|background|summary|overview|contents)"
)

_OPENING = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CAPTION))


def set_title(pieces: tuple[Piece, ...], stated: str | None) -> tuple[Piece, ...]:
    """The pieces with the title first, where the document has one.

    ``stated`` is the title from front matter, meta tags or the sidecar. Letterheads and other
    lines that the page has before its title follow it as headers.
    """
    if not stated:
        return _untitled(pieces)
    matches = list(_matches(pieces, stated))
    same = next((m for m in matches if _as_good(_text(pieces, *m), stated)), None)
    title = _text(pieces, *same) if same else stated
    first = min(matches, default=(0, 0))
    repeats = {place: match for match in matches for place in range(*match)}
    rest = []
    for place, piece in enumerate(pieces):
        if place in repeats:
            if repeats[place] != same:
                rest.append(piece.as_kind(BlockKind.BOILERPLATE))
        elif place < first[0] and piece.kind in _OPENING and is_line(piece.text):
            rest.append(piece.as_kind(BlockKind.HEADER))
        else:
            rest.append(piece)
    return (Piece(BlockKind.TITLE, title, _level(pieces, *(same or first))), *rest)


def title_of(pieces: tuple[Piece, ...]) -> str | None:
    """The title that stands first, None where there is none."""
    return pieces[0].text if pieces and pieces[0].kind is BlockKind.TITLE else None


def _untitled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The page's first heading before its prose becomes the title, or its first line."""
    found = _headline(pieces)
    if found is None:
        return pieces
    start, end = found
    if fuller := _fuller(pieces, start, end):
        return set_title(pieces, fuller)
    title = Piece(BlockKind.TITLE, _text(pieces, start, end), _level(pieces, start, end))
    before = (
        piece.as_kind(BlockKind.HEADER) if piece.kind in _OPENING else piece
        for piece in pieces[:start]
    )
    return (title, *before, *pieces[end:])


def _headline(pieces: tuple[Piece, ...]) -> tuple[int, int] | None:
    prose = next((n for n, p in enumerate(pieces) if p.kind in _OPENING and _is_prose(p)), _HEAD)
    before = range(min(prose, _HEAD, len(pieces)))
    marked = [
        n
        for n in before
        if pieces[n].level
        and pieces[n].kind is BlockKind.HEADING
        and not _LABEL.fullmatch(pieces[n].text)
    ]
    if marked:
        best = min(marked, key=lambda n: pieces[n].level)
        return best, best + 1
    lines = [n for n in before if pieces[n].kind in _OPENING and _can_title(pieces[n])]
    if not lines:
        return None
    start = end = lines[0]
    while end + 1 in lines and all(pieces[n].text.isupper() for n in (start, end + 1)):
        end += 1
    return start, end + 1


def _fuller(pieces: tuple[Piece, ...], start: int, end: int) -> str | None:
    """The whole headline, where the first is cut short with dots and it follows."""
    text = _text(pieces, start, end)
    if not text.endswith(("…", "...")):
        return None
    words = _words(text)
    following = (piece.text for piece in pieces[end : end + 3] if len(piece.text) < 400)
    return next((line for line in following if _words(line)[: len(words)] == words), None)


def _is_prose(piece: Piece) -> bool:
    return not piece.level and not _can_title(piece) and not is_line(piece.text)


def _can_title(piece: Piece) -> bool:
    """Whether a piece can be a headline: a heading may close with a full stop."""
    text = piece.text.removesuffix(".") if piece.kind is BlockKind.HEADING else piece.text
    return is_headline(text) and not only_date(text) and not _LABEL.fullmatch(text)


def is_headline(text: str) -> bool:
    """Whether a line can be a headline: three words or more, no full stop, not too long."""
    words = text.split()
    if not 3 <= len(words) <= 35 or len(text) > 250:
        return False
    return text[-1] not in ".:;," and text[0] not in "*(|" and not _BYLINE.fullmatch(text)


def _matches(pieces: tuple[Piece, ...], title: str) -> Iterator[tuple[int, int]]:
    """The runs of pieces in the head of the document that give the title, as start and end."""
    wanted = _words(title)
    start = 0
    while start < min(_HEAD, len(pieces)):
        ends = range(start + 1, min(start + _RUN, len(pieces)) + 1)
        short = takewhile(lambda end: len(pieces[end - 1].text) <= _LONGEST, ends)
        end = next((end for end in short if _gives(pieces[start:end], wanted)), None)
        if end is not None:
            yield start, end
        start = end or start + 1


def _gives(run: tuple[Piece, ...], wanted: list[str]) -> bool:
    """Whether lines are the title, the title cut short, or the title beside a date or number.

    Of several lines each must belong to it.
    """
    text = " ".join(piece.text for piece in run)
    words = _words(text)
    if words == wanted:
        return bool(words)
    if len(run) > 1:
        within = all(set(_words(piece.text)) <= set(wanted) for piece in run)
        return within and _nearly(words, wanted)
    if text.rstrip().endswith(("…", "...")) and len(words) >= 3:
        return wanted[: len(words)] == words
    beside = 0 < len(words) - len(wanted) <= _SPARE and words[: len(wanted)] == wanted
    return (beside and len(wanted) >= 4) or _nearly(words, wanted)


def _nearly(words: list[str], wanted: list[str]) -> bool:
    """Whether two titles of some length differ in a word or two: a misprint, a missing end."""
    longer = max(len(words), len(wanted))
    if longer < 6 or min(len(words), len(wanted)) < 0.7 * longer:
        return False
    shared = len(set(words) & set(wanted))
    return shared >= 0.8 * len(set(words) | set(wanted))


def _as_good(text: str, stated: str) -> bool:
    """Whether the page's own words do as the title: all of it, and not in capitals alone."""
    return _words(text) == _words(stated) and text.isupper() == stated.isupper()


def _level(pieces: tuple[Piece, ...], start: int, end: int) -> int:
    """The level that the page gives its title: 1 where it marks none."""
    return min((piece.level for piece in pieces[start:end] if piece.level), default=1)


def _text(pieces: tuple[Piece, ...], start: int, end: int) -> str:
    return " ".join(piece.text for piece in pieces[start:end])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "").replace("'", ""))
