"""Names of laws and orders: *Executive Order (E.O.) 13224*, *section 6(b) of the Prices Act*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

#: Above dates and sums: the year of an act is no date of an event.
RANK = 7
_NUMBERS = r"\d[\w.-]*(?:\(\w+\))*"
_SECTION = (
    rf"(?:[Ss]ections?|Sec\.|[Ss]ubsections?)\s+\(?{_NUMBERS}(?:(?:,|,?\s+and|\s+or)\s+{_NUMBERS})*"
)
_EO = r"E\.?\s?O\.?(?:s|’s|'s)?"
_ORDER = (
    rf"(?:Executive\s+[Oo]rders?|{_EO}|Presidential\s+(?:Proclamation|Memorandum|Determination)|Proclamation)"
    rf"(?:\s*\({_EO}\))?\s*(?:No\.\s*)?\d{{4,5}}(?:(?:,|,?\s+and)\s+(?:{_EO}\s*)?\d{{4,5}})*"
)
_WORD = r"[A-Z][\w’'.&-]*"
_JOINT = r"(?:(?:of(?:\s+the)?|and|for|on|to|in|with|through|against|or)\s+)"
#: Words of an act's name: where capitals run on without end, each would be tried to the last.
_LONGEST_ACT = 30
_ACT = (
    rf"(?:{_WORD},?\s+{_JOINT}?){{1,{_LONGEST_ACT}}}(?:Acts?|Code|Regulations|Ordinance)(?!\s+[A-Z][a-z]|[\w-])"
    r"(?:\s+\([A-Z]+\)|,?\s+(?:of\s+)?(?:19|20)\d\d\b|,\s+Chapter\s+\w+)*"
)
_LAW = re.compile(
    rf"(?:{_SECTION}(?:\s+of\s+(?:the\s+)?(?:{_ORDER}|{_ACT}))|{_ORDER}(?:\s+{_SECTION})?|"
    rf"\b{_ACT}|{_SECTION})"
)
#: What a sentence may begin with before a law.
_NOT_FIRST = frozenset(
    "the in at by before a an and under on after from as since this that these those his its our "
    "their with for to if when while because both congress passed signed".split()
)


def find_laws(words: Words) -> Iterator[Mention]:
    """The laws and orders of a text that have a name or a number."""
    for match in _LAW.finditer(words.whole):
        begin, text = match.start(), match[0]
        while (first := text.split(maxsplit=1)[0]).lower() in _NOT_FIRST:
            rest = text[len(first) :].lstrip()
            begin, text = begin + len(text) - len(rest), rest
        start = _token_at(words, begin)
        if start is None or words.block[start] < 0 or len(text.split()) < 2:
            continue
        stop = start
        while stop < len(words) and words.idx[stop] < match.end():
            if not words.same_sentence(stop, start):
                break
            stop += 1
        if stop - start > 1:
            yield mention(start, stop, Kind.LAW, rank=RANK)


def _token_at(words: Words, at: int) -> int | None:
    i = bisect_left(words.idx, at)
    return i if i < len(words) and words.idx[i] == at else None
