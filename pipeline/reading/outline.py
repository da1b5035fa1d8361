"""Headings and signatures that no mark-up shows: lines that are no sentences, told by place."""

from __future__ import annotations

from pipeline.models import BlockKind

from .dates import only_date
from .draft import Piece
from .furniture import is_line

_SIGNATURE_LINES = 6
_ITEM_WORDS = 16  # of a line in a list of names and posts
_NAMED_WORDS = 10  # of a name and post that closes with a full stop: "ambassador to the U.S."
_PASSED = frozenset((BlockKind.BOILERPLATE, BlockKind.HEADER))


def mark_outline(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with their signature marked, and lone lines before prose as headings."""
    signed = tuple(map(_dated, _signed(pieces), (*pieces[1:], None)))
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


def _dated(piece: Piece, following: Piece | None) -> Piece:
    """A line in capitals above a date as a signature: it closes the text before an annex."""
    signs = piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and piece.text.isupper()
    if signs and not piece.level and following and only_date(following.text):
        return piece.as_kind(BlockKind.SIGNATURE) if is_line(piece.text) else piece
    return piece


def _is_signature(piece: Piece) -> bool:
    line = piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and (
        is_line(piece.text) or _is_name(piece.text)
    )
    return (line and not piece.level) or only_date(piece.text) is not None


def _is_name(text: str) -> bool:
    """Whether the text is a name in capitals, as below a letter: it may end in "JR."."""
    return text.isupper() and len(text.split()) <= 6 and text[-1] not in ":?!"


def _as_signature(piece: Piece) -> Piece:
    return piece.as_kind(BlockKind.HEADER if only_date(piece.text) else BlockKind.SIGNATURE)


def _is_told(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and not is_line(piece.text)


def _heading(pieces: tuple[Piece, ...], place: int) -> Piece:
    """A line before prose as a heading; a line after a colon or among lines as an item."""
    piece = pieces[place]
    if piece.kind is not BlockKind.PARAGRAPH:
        return piece
    named = is_line(piece.text) or len(piece.text.split()) <= _NAMED_WORDS
    if place and named and _opens_list(pieces, place):
        return piece.as_kind(BlockKind.ITEM)
    if not is_line(piece.text):
        return piece
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    heads = following and following.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    return piece.as_kind(BlockKind.HEADING) if heads and _can_head(piece.text) else piece


def _opens_list(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether only lines stand between this one and a paragraph that ends in a colon."""
    for before in reversed(pieces[max(0, place - 30) : place]):
        if before.text.endswith(":"):
            return before.kind is BlockKind.PARAGRAPH
        if len(before.text.split()) > _ITEM_WORDS or before.kind is not BlockKind.PARAGRAPH:
            return False
    return False


def _can_head(text: str) -> bool:
    first = text.lstrip("“‘\"'(")[:1]
    return (first.isupper() or first.isdigit()) and text[-1] not in ",;-–—"
