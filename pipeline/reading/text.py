"""Plain text to pieces: blank lines, wraps and marks are all the structure there is."""

from __future__ import annotations

import re

from .draft import Draft, Piece
from .frontmatter import amiss, split_front_matter, stated
from .items import itemized
from .limits import Limits, bounded
from .lines import stanzas, unwrap

#: Four spaces after a sentence are a paragraph's end that an earlier conversion flattened.
_FLATTENED = re.compile(r"(?<!\d\.)(?<=[.!?:”\"’'])[ \t\u00a0]{4,}(?=\S)")
#: A bullet inside a line is an item that lost its line break.
_INLINE_BULLET = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+(?=[•●▪]\s?\w)")


def read_text(text: str, name: str, limits: Limits) -> Draft:
    """The pieces of a plain text, which may begin with front matter."""
    fields, body = split_front_matter(text)
    return Draft(
        tuple(bounded(pieces(body), limits, name)), stated(fields), tuple(amiss(text, fields))
    )


def pieces(body: str) -> tuple[Piece, ...]:
    """Paragraphs and items of a text without front matter."""
    opened = _INLINE_BULLET.sub("\n", _FLATTENED.sub("\n\n", body))
    groups = unwrap(stanzas(opened.splitlines()))
    return tuple(itemized(line) for group in groups for line in group)
