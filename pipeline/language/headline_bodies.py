"""Bodies that a headline only describes, its capitals making a name of it.

*Swiss Bank Settles*, *Radiation Therapy Company Agrees to Pay*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.instruments import singular
from pipeline.language.mentions import Kind, Mention
from pipeline.language.words import Words

_BODIES = lexicon.words("groups", "body")


def without_described(
    words: Words, bodies: Sequence[Mention], demonyms: Mapping[int, tuple[int, str]]
) -> list[Mention]:
    """The bodies without those of which a headline tells only what they are and where from.

    A name that the text below repeats is one.
    """
    below = {
        tuple(words.text[m.start : m.end])
        for m in bodies
        if words.sentence[m.start] not in words.headline
    }
    return [
        m
        for m in bodies
        if not _describes(words, m, bodies, demonyms) or tuple(words.text[m.start : m.end]) in below
    ]


def _describes(
    words: Words, one: Mention, bodies: Sequence[Mention], demonyms: Mapping[int, tuple[int, str]]
) -> bool:
    if (
        one.kind is not Kind.ORGANIZATION
        or one.id
        or words.sentence[one.start] not in words.headline
    ):
        return False
    if singular(words.lower[one.end - 1]) not in _BODIES:
        return False
    from_, _ = demonyms.get(one.start, (None, ""))
    places = {
        m.end for m in bodies if m.start == one.start and m.kind in (Kind.PLACE, Kind.COUNTRY)
    }
    ordinary = all(words.ordinary[i] and not words.acronym[i] for i in range(one.start, one.end))
    return ordinary or one.end - 1 in {from_, *places}
