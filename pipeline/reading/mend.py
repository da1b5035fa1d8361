"""Paragraphs that a page break, a stamp or a stray blank line tore apart, made whole."""

from __future__ import annotations

from pipeline.models import BlockKind

from .draft import Piece
from .furniture import is_line
from .lines import goes_on, is_open, join

_LEAST = 25  # characters: shorter lines are labels and names
_FURTHEST = 3  # pieces of furniture between two halves: a stamp, a page number, a running title


def mend(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with torn paragraphs rejoined; furniture from between stands after them."""
    mended: list[Piece] = []
    for piece in pieces:
        place = _torn(mended, piece)
        if place is None:
            mended.append(piece)
        else:
            mended[place] = Piece(mended[place].kind, join(mended[place].text, piece.text))
    return tuple(mended)


def _torn(before: list[Piece], piece: Piece) -> int | None:
    """The place of the paragraph that this piece goes on with, where there is one."""
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    place = len(before) - 1
    while place >= 0 and before[place].kind is BlockKind.BOILERPLATE:
        place -= 1
    if place < 0 or len(before) - 1 - place > _FURTHEST or not _continues(before[place], piece):
        return None
    return place


def _continues(first: Piece, second: Piece) -> bool:
    if first.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        return False
    if is_open(first.text) and first.kind is BlockKind.PARAGRAPH:
        return goes_on(first.text, second.text) or (is_line(first.text) and is_line(second.text))
    return len(first.text) >= _LEAST and goes_on(first.text, second.text)
