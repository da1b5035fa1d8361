"""Names of courts with what they sit for: *U.S. District Court for the District of Nevada*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

#: Above the gazetteer's, which holds parts of such names.
RANK = 4
_NAME_WORDS = 12  # before "Court": keeps the search linear in long runs of capitals
_CAPITALS = r"(?:[A-Z][\w’'-]{0,40}\w|[A-Z])"
_OF_PLACE = rf"(?:\s+of\s+(?:the\s+)?{_CAPITALS}(?:\s+{_CAPITALS})*)?"
_OF_STATE = rf"(?:\s+of\s+{_CAPITALS}(?:\s+{_CAPITALS})?)?"
_SEAT = (
    rf"(?:\s+(?:for|in)\s+(?:the\s+)?(?:{_CAPITALS}\s+)*(?:District|Circuit|Division){_OF_STATE})?"
)
_COURT = re.compile(
    rf"\b(?:(?:U\.S\.|{_CAPITALS})\s+){{1,{_NAME_WORDS}}}Courts?\b{_OF_PLACE}{_SEAT}"
)
#: What a sentence may begin with, and who sits in a court.
_NOT_FIRST = frozenset(
    "the in at by before a an and chief justice judge magistrate when on after from".split()
)


def find_courts(words: Words) -> Iterator[Mention]:
    """The courts of a text that are named in full."""
    for match in _COURT.finditer(words.whole):
        begin = match.start()
        while (first := match[0][begin - match.start() :].split()[0]).lower() in _NOT_FIRST:
            begin += len(first) + 1
        end = match.end()
        start = _token_at(words, begin)
        if start is None or words.block[start] < 0:
            continue
        stop = start
        while stop < len(words) and words.idx[stop] < end and words.same_sentence(stop, start):
            stop += 1
        if stop - start > 1:
            yield mention(start, stop, Kind.ORGANIZATION, rank=RANK)


def _token_at(words: Words, at: int) -> int | None:
    i = bisect_left(words.idx, at)
    return i if i < len(words) and words.idx[i] == at else None
