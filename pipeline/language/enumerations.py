"""Long lists of people, of which the parser holds but a part: who stands in a row with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.cast import Cast
from pipeline.language.mentions import Kind, Mention

#: What stands between two names of a list, or before its first.
_JOINTS = frozenset(
    (",", ";", ":", "•", "and", "&", "by", "were", "as", "with", "included", "including", "both")
)
_SKIPPED = frozenset(("the", "also", "well", "then", "h.e.", "shri", "smt", "hon'ble"))


def in_row(cast: Cast, first: int, last: int) -> Iterator[Mention]:
    """The people named from one token to another of a sentence, each behind a comma or an *and*."""
    for one in cast.order:
        inside = first <= one.start < last and one.kind is Kind.PERSON and one in cast.of
        if inside and (one.start == first or _joined(cast, one.start, first)):
            yield one


def _joined(cast: Cast, start: int, first: int) -> bool:
    words, i = cast.words, start - 1
    while i >= first and words.lower[i] in _SKIPPED:
        i -= 1
    return i < first or words.lower[i] in _JOINTS


def reach(cast: Cast, verb: int, named: Sequence[Mention], *, open_: bool) -> tuple[int, int]:
    """From where to where a list reaches: between the names known, or to its open end.

    A list that is ``open`` goes on to the end of its sentence behind the verb, or begins it.
    """
    first, last = min(m.start for m in named), max(m.end for m in named)
    if not open_:
        return first, last
    words = cast.words
    if first > verb:
        while words.same_sentence(last, verb):
            last += 1
        return verb + 1, last
    while words.same_sentence(first - 1, verb):
        first -= 1
    return first, max(last, verb)
