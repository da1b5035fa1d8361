"""Seats of bodies: *the Department of Labor headquarters*, *ESA's headquarters* are places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.mentions import BODIES, Kind, Mention
from pipeline.language.words import Words

_SEATS = frozenset(("headquarters", "hq", "premises"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def seats(words: Words, bodies: Sequence[Mention]) -> Iterator[Mention]:
    """The place where a body sits, as a mention whose name is the body's and its noun."""
    for body in bodies:
        if body.kind not in BODIES:
            continue
        noun = body.end + (
            words.same_sentence(body.end, body.start) and words.text[body.end] in _POSSESSIVE
        )
        if words.same_sentence(noun, body.start) and words.lower[noun] in _SEATS:
            yield Mention(
                body.start, noun + 1, Kind.PLACE, body.start, noun + 1, None, (), body.rank + 1
            )
