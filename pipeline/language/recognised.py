"""Bodies and places as the recogniser sees them, trimmed to what can be a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.instruments import singular
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.recogniser import Guess
from pipeline.language.words import Words

RECOGNISER = 0

_KINDS = {
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
_TITLES = lexicon.words("titles", "heads")
_HONORIFICS = lexicon.words("titles", "honorifics")
_NOT_ALONE = lexicon.words("organizations", "not_alone")
_LINKS = lexicon.words("organizations", "links")
_LEADING = lexicon.words("organizations", "not_first")
#: Nouns of people, those that bodies are called by too left out.
_CALLINGS = lexicon.words("groups", "people") - lexicon.words("groups", "body")
#: Verbs of headlines that the recogniser takes into a name.
_HEADLINE_VERBS = frozenset(
    "sentenced convicted charged indicted arrested pleads admits agrees settles sues fined".split()
)
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_MARKS = frozenset("-–,’'/.")


def recognised(
    words: Words, seen: Sequence[Guess], demonyms: Mapping[str, str] | None = None
) -> Iterator[Mention]:
    """The recogniser's organizations and places that can be names."""
    for guess in seen:
        kind = _KINDS.get(guess.label)
        start, end = _trim(words, guess.start, _before_verb(words, guess.start, guess.end))
        if kind is None or start >= end or words.block[start] < 0 or not words.cap[start]:
            continue
        if kind is Kind.ORGANIZATION and (
            _is_title(words, start, end) or _is_calling(words, start, end)
        ):
            continue
        if end - start == 1 and _says_nothing(words, start, demonyms or {}):
            continue
        if all(_may_stand(words, i) for i in range(start, end)):
            yield mention(start, end, kind, rank=RECOGNISER)


def _trim(words: Words, start: int, end: int) -> tuple[int, int]:
    """The name without articles before it and marks around it."""
    while start < end and (words.lower[start] in _LEADING or not words.text[start][0].isalnum()):
        start += 1
    while start < end and (words.text[end - 1] in _POSSESSIVE or _is_mark(words.text[end - 1])):
        end -= 1
    return start, end


def _before_verb(words: Words, start: int, end: int) -> int:
    """Where a name ends before the verb of a headline in capitals: *Salem Firm Sentenced to*."""
    if words.sentence[start] not in words.headline:
        return end
    return next((i for i in range(start, end) if words.lower[i] in _HEADLINE_VERBS), end)


def _is_calling(words: Words, start: int, end: int) -> bool:
    """Whether a headline only says what someone is: *Antiques Dealer*."""
    return words.sentence[start] in words.headline and singular(words.lower[end - 1]) in _CALLINGS


def _is_mark(text: str) -> bool:
    return not text[-1].isalnum() and text[-1] != "."


def _is_title(words: Words, start: int, end: int) -> bool:
    """Whether what is called a body is a title: "Executive Director", "Partner in Disputes"."""
    if words.lower[end - 1] in _TITLES:
        return True
    return end - start > 1 and words.lower[start] in _TITLES and not words.cap[start + 1]


def _says_nothing(words: Words, i: int, demonyms: Mapping[str, str]) -> bool:
    """Whether a single word is no name of a body or a place."""
    low = words.lower[i]
    if low in _NOT_ALONE or low in _HONORIFICS or words.text[i] in demonyms:
        return True
    return words.ordinary[i] and not words.acronym[i]


def _may_stand(words: Words, i: int) -> bool:
    return words.cap[i] or words.lower[i] in _LINKS or words.text[i] in _MARKS
