"""What a format's reader hands on: the pieces of a document before they have a place in a text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.models import BlockKind, Metadata


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, item or line of furniture, on one line, white space folded.

    ``level`` is 1 to 6 where the page itself marks a heading, 0 elsewhere: a line that only
    looks like a heading has the kind but no level.
    """

    kind: BlockKind
    text: str
    level: int = 0

    def as_kind(self, kind: BlockKind) -> Piece:
        """The same words as another kind of block."""
        return replace(self, kind=kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format tells it: pieces in reading order, and its own fields.

    ``stated`` holds what the document says in machine-readable form: front matter or meta tags.
    ``notes`` say what is amiss there.
    """

    pieces: tuple[Piece, ...]
    stated: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
