"""People told with what they are: *Wei Lin, a Chinese national,*; *Ana Sol, a retired nurse of*.

The recogniser often takes a name at the head of a sentence for that of a body. No body is a
national, a resident or a nurse, and it is people who are spoken of with *who*.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import lexicon
from pipeline.language.ages import EVIDENT, name_start
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

_CALLINGS = lexicon.words("groups", "callings")
_BODY_NOUNS = lexicon.words("groups", "body") | lexicon.words("organizations", "suffixes")
#: Words from the article to the noun: *a former Salem police officer* has five.
_LONGEST = 6
#: What can stand behind the noun.
_BEHIND = frozenset((",", ".", ";", "of", "from", "in", "at", "who", "and", "with", "living"))
#: Tokens of a name; a longer row of capitals is seldom one.
_LONGEST_NAME = 4


def with_callings(words: Words, people: Sequence[Mention]) -> list[Mention]:
    """The people with those whom only what they are called tells from bodies."""
    ending = {m.end for m in people}
    found = [
        mention(start, i, Kind.PERSON, rank=EVIDENT)
        for i in range(2, len(words) - 2)
        if words.text[i] == "," and i not in ending and _is_called(words, i)
        if (start := _name(words, i)) is not None
    ]
    kept = (m for m in people if not any(m.overlaps(one) for one in found))
    return sorted((*kept, *found), key=lambda m: m.start)


def _name(words: Words, end: int) -> int | None:
    """Where the name before a comma begins, if it can be a person's."""
    start = name_start(words, end)
    if start is None or end - start > _LONGEST_NAME:
        return None
    bodies = any(words.lower[i].strip(".") in _BODY_NOUNS for i in range(start, end))
    return None if bodies or any(words.acronym[i] for i in range(start, end)) else start


def _is_called(words: Words, comma: int) -> bool:
    """Whether an article and a noun of people stand behind a comma."""
    if words.lower[comma + 1] == "who":
        return words.cap[comma - 1]
    if not words.cap[comma - 1] or words.lower[comma + 1] not in ("a", "an"):
        return False
    for i in range(comma + 2, comma + 2 + _LONGEST):
        if not words.same_sentence(i, comma) or words.text[i] in ",;.":
            return False
        if words.lower[i] in _CALLINGS:
            return not words.same_sentence(i + 1, comma) or words.lower[i + 1] in _BEHIND
    return False
