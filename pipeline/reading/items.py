"""The marks before list items and numbered paragraphs: "-", "•", "(a)", "2."."""

from __future__ import annotations

import re

from pipeline.models import BlockKind

from .draft import Piece

_BULLET = re.compile(r"(?:[*+-]\s+|[•●▪■◦‣⁃]\s*|o\s+(?=[A-Z]))(?=\S)")
_LETTER = re.compile(
    r"(?!\(c\) ?\d{4})"
    r"(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\)|[a-h]\.\s(?=[A-Z]))\s*(?=\S)"
)
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)|\d{1,2}\.(?=[A-Z][a-z])")

_SENTENCE = re.compile(r"[.?!:”\"]$")


def marker(line: str) -> int:
    """How many characters at the start of a line mark it as an item; 0 for an ordinary line."""
    for form in (_BULLET, _LETTER, _NUMBER):
        if match := form.match(line):
            return match.end()
    return 0


def itemized(text: str) -> Piece:
    """A piece without its mark: an item, or a paragraph where a number stood before a sentence.

    >>> itemized("(a) exchanges of officials;").text
    'exchanges of officials;'
    """
    length = marker(text)
    if not length:
        return Piece(BlockKind.PARAGRAPH, text)
    rest = text[length:].strip()
    numbered = _NUMBER.match(text) and _SENTENCE.search(rest[-1:])
    return Piece(BlockKind.PARAGRAPH if numbered else BlockKind.ITEM, rest)
