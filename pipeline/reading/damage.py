"""Characters that an earlier program lost or encoded twice: told, and left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .draft import Piece

_LOST = "\ufffd"
#: UTF-8 read as Windows-1252, for the quotation marks, dashes and accented letters of releases:
#: "â€™" for an apostrophe, "Ã©" for an acute e, "Â" before a space or sign that UTF-8 has as two
#: bytes. None of them is a pair of letters that a language writes.
_TWICE = re.compile("â€[™œ\u009d˜“”¦¢\u0153]|Ã[\u00a0-\u00bf]|Â[\u00a0£§©«®°±·»½]")


def damage(pieces: Iterable[Piece]) -> Iterator[str]:
    """A note for each kind of damage to the characters of a document, with how often it is met."""
    texts = [piece.text for piece in pieces]
    if lost := sum(text.count(_LOST) for text in texts):
        yield f"{_counted(lost)} lost ({_LOST})"
    twice = [found for text in texts for found in _TWICE.findall(text)]
    if twice:
        yield f"{_counted(len(twice))} encoded twice ({twice[0]})"


def _counted(number: int) -> str:
    return f"{number:,} character is" if number == 1 else f"{number:,} characters are"
