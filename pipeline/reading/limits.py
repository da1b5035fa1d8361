"""How much of one document is read: beyond it, a document is refused and no other is harmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.errors import DocumentError

from .draft import Piece

#: Elements of HTML within elements that libxml2 reads; below, it drops the text without a word.
#: The deepest of 193 saved pages has 23.
MOST_NESTED = 255
#: Attributes of one tag; libxml2 compares each with all before it.
MOST_ATTRIBUTES = 2_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one document may hold."""

    #: Characters of text. The longest of 6,773 releases has 161,312.
    characters: int = 1_000_000
    #: Paragraphs, headings, items and cells. The longest of 6,773 releases has 4,697.
    blocks: int = 50_000
    #: Characters of one paragraph: of 6,773 releases the longest has 43,387. Beyond some such
    #: length what belongs together in it (a quotation, its speaker) is looked for too long.
    paragraph: int = 100_000
    #: Pages of a PDF. The longest release has 37; what has thousands is a book.
    pages: int = 2_000


def bounded(pieces: Iterable[Piece], limits: Limits, name: str) -> Iterator[Piece]:
    """The pieces as they come; raises DocumentError as soon as they are more than allowed."""
    characters = 0
    for count, piece in enumerate(pieces, 1):
        characters += len(piece.text)
        if len(piece.text) > limits.paragraph:
            raise DocumentError(
                f"holds a paragraph of more than {limits.paragraph:,} characters",
                where=name,
                remedy="break it up or allow more with --max-paragraph",
            )
        if characters > limits.characters:
            raise beyond(name, "characters", limits.characters)
        if count > limits.blocks:
            raise beyond(name, "blocks", limits.blocks)
        yield piece


def beyond(name: str, what: str, most: int) -> DocumentError:
    """What is said of a document that holds more of something than allowed.

    >>> str(beyond("a.pdf", "pages", 2000))
    'a.pdf: holds more than 2,000 pages; split it or allow more with --max-pages'
    """
    return DocumentError(
        f"holds more than {most:,} {what}",
        where=name,
        remedy=f"split it or allow more with --max-{what}",
    )
