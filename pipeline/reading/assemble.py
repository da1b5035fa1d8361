"""Pieces to a release: the canonical text, and where in it each block stands."""

from __future__ import annotations

from pipeline.models import Block, Metadata, Release, Span

from .dateline import find_dateline
from .draft import Piece

#: Between blocks.
_GAP = "\n\n"


def assemble(pieces: tuple[Piece, ...], metadata: Metadata, source: str, part: int) -> Release:
    """The release of these pieces: blocks in reading order, an empty line between them."""
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, Span(start, start + len(piece.text))))
        start += len(piece.text) + len(_GAP)
    return Release(
        source=source,
        part=part,
        text=_GAP.join(piece.text for piece in pieces),
        blocks=tuple(blocks),
        metadata=metadata,
        dateline=_dateline(pieces, blocks),
    )


def _dateline(pieces: tuple[Piece, ...], blocks: list[Block]) -> Span | None:
    found = find_dateline(pieces)
    if found is None:
        return None
    place, within = found
    start = blocks[place].span.start
    return Span(start + within.start, start + within.end)
