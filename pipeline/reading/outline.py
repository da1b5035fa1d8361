"""Headings and signatures that no mark-up shows: lines that are no sentences, told by their place."""

from __future__ import annotations

from pipeline.models import BlockKind

from .dates import only_date
from .draft import Piece
from .furniture import is_line

_SIGNATURE_LINES = 6
_PASSED = frozenset((BlockKind.BOILERPLATE, BlockKind.HEADER))


def mark_outline(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with their signature marked, and lone lines before prose as headings."""
    signed = _signed(pieces)
    return tuple(_heading(signed, place) for place in range(len(signed)))


def _signed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The last lines of a document, when few and after prose, as its signature."""
    end = len(pieces)
    while end and pieces[end - 1].kind in _PASSED and not only_date(pieces[end - 1].text):
        end -= 1
    start = end
    while start and _is_signature(pieces[start - 1]):
        start -= 1
    if end - start > _SIGNATURE_LINES or not any(map(_is_told, pieces[:start])):
        return pieces
    return (*pieces[:start], *map(_as_signature, pieces[start:end]), *pieces[end:])


def _is_signature(piece: Piece) -> bool:
    line = piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and is_line(piece.text)
    return (line and not piece.level) or only_date(piece.text) is not None


def _as_signature(piece: Piece) -> Piece:
    return piece.as_kind(BlockKind.HEADER if only_date(piece.text) else BlockKind.SIGNATURE)


def _is_told(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and not is_line(piece.text)


def _heading(pieces: tuple[Piece, ...], place: int) -> Piece:
    """A line before prose as a heading; a line after a colon or among lines as an item."""
    piece = pieces[place]
    if piece.kind is not BlockKind.PARAGRAPH or not is_line(piece.text):
        return piece
    if place and _opens_list(pieces, place):
        return piece.as_kind(BlockKind.ITEM)
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    heads = following and following.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    return piece.as_kind(BlockKind.HEADING) if heads and _can_head(piece.text) else piece


def _opens_list(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether only lines stand between this one and a paragraph that ends in a colon."""
    for before in reversed(pieces[max(0, place - 30) : place]):
        if before.text.endswith(":"):
            return before.kind is BlockKind.PARAGRAPH
        if not is_line(before.text) or before.kind is not BlockKind.PARAGRAPH:
            return False
    return False


def _can_head(text: str) -> bool:
    first = text.lstrip("“‘\"'(")[:1]
    return (first.isupper() or first.isdigit()) and text[-1] not in ",;-–—"
