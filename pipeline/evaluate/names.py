"""When two wordings name the same filler, as the annotation guide says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from pipeline.evaluate.record import Names
from pipeline.models import PartialDate

_ARTICLES = frozenset({"a", "an", "the"})
#: Forms of address. "Senator" and "Minister" are posts, so they stay.
_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor hon honourable honorable rt sir dame lord lady shri "
    "shrimati smt kumari he his her excellency messrs madam".split()
)
#: Words that two names of different things share for grammar's sake, left out of the share.
_FUNCTION_WORDS = frozenset("of and for in on to at by with from between under as".split())

_FOLDS = (
    (re.compile(r"\bU\.?\s?S\.?\s?A\.?(?!\w)|\bU\.S\.?(?!\w)|\bUS\b"), "United States"),
    (re.compile(r"\bU\.K\.?(?!\w)|\bUK\b"), "United Kingdom"),
    (re.compile(r"\bUnited States of America\b", re.IGNORECASE), "United States"),
    (re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?!\w)"), ""),
    (re.compile(r"(?<=\w)['’](?=\w)"), ""),
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"\b(?:[A-Za-z]\.){2,}"), lambda dotted: dotted[0].replace(".", "") + " "),
)
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[$€£¥₹]")
_GOVERNMENT_OF = re.compile(r"\b(?:government|republic) of (?=\S)")

#: The guide: two wordings agree if they share 60 % of their words. The stricter reading is taken:
#: of the words of both together, grammar's words not counted.
_SHARE = 0.6


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> tuple[str, ...]:
    """A wording's words without case, accents, articles, honorifics and "Government of".

    >>> fold("the Government of the Republic of Honduras"), fold("U.S.")
    (('honduras',), ('united', 'states'))
    """
    for pattern, plain in _FOLDS:
        text = pattern.sub(plain, text)
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = [w for w in _WORD.findall(bare) if w not in _ARTICLES]
    named = [w for w in words if w not in _HONORIFICS] or words
    return tuple(_GOVERNMENT_OF.sub("", " ".join(named)).split())


def likeness(found: Names, accepted: Names) -> float:
    """How well the best of one filler's labels matches the best of the accepted spellings.

    1 if they are equal, .9 if one is the other shortened, the share of words where that is
    enough to count, else 0.
    """
    pairs = ((fold(label), fold(spelling)) for label in found for spelling in accepted)
    return max((_wording_likeness(a, b) for a, b in pairs), default=0.0)


def dates_agree(found: Names, accepted: Names) -> float:
    """1 if two dates are equal at the coarser precision of the two, else 0."""
    return float(PartialDate(found[0]).agrees(PartialDate(accepted[0])))


def terms_agree(found: Names, accepted: Names) -> float:
    """1 if two counts or two kinds are the same, else 0."""
    return float(found[0].casefold() == accepted[0].casefold())


def _wording_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if _shortens(one, other) or _shortens(other, one):
        return 0.9
    share = _share(_content(one), _content(other))
    return share if share >= _SHARE else 0.0


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether two words or more of the long wording, in their order, make the short one."""
    rest = iter(long)
    return len(_content(short)) >= 2 and all(word in rest for word in short)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(words) - _FUNCTION_WORDS
