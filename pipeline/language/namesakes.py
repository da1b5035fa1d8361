"""Which mentions of people name the same person: *Exemplar* is *Kevin K. Exemplar*.

Two people who share a surname stay two; the surname alone is then the one named last before it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from pipeline.language.mentions import Mention
from pipeline.language.name_runs import SUFFIXES
from pipeline.language.words import Words

#: Letters of the shortest name that another is clipped to: "Chris" for "Christopher".
_CLIPPED = 3

#: A name's words, folded, without what follows it.
Core = tuple[str, ...]


def full_names(words: Words, people: Sequence[Mention]) -> dict[Mention, str]:
    """Each mention's person by the fullest name the text gives them."""
    cores = {one: core(words, one) for one in people}
    fullest = _persons({c for c in cores.values() if len(c) > 1})
    named = [(one.start, fullest[c]) for one, c in cores.items() if c in fullest]
    spelt = _spellings(words, cores)
    return {one: spelt[_person(one, c, fullest, named)] for one, c in cores.items()}


def core(words: Words, one: Mention) -> Core:
    """The words of a name: no suffixes, marks, accents or capitals."""
    folded = (_fold(t) for t in words.text[one.name_start : one.name_end])
    return tuple(t for t in folded if t and t not in SUFFIXES) or (_fold(words.text[one.start]),)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(c for c in plain if c.isalnum() or c == "'")


def _persons(full: Iterable[Core]) -> dict[Core, Core]:
    """Each name of several words with the fullest name of the same person."""
    by_length = sorted(full, key=lambda c: (-len(c), -sum(map(len, c)), c))
    found: dict[Core, Core] = {}
    for one in by_length:
        longer = [c for c in by_length if found.get(c) == c and same(one, c)]
        found[one] = longer[0] if len(longer) == 1 else one
    return found


def same(short: Core, long: Core) -> bool:
    """Whether a name is another with words left out or cut to initials.

    >>> same(("ann", "roe"), ("ann", "b", "roe")), same(("a", "roe"), ("ann", "roe"))
    (True, True)
    >>> same(("jane", "roe"), ("ann", "roe"))
    False
    """
    rest = iter(long)
    inside = all(any(_alike(word, w) for w in rest) for word in short)
    return inside and (short[-1] == long[-1] or short[0] == long[0])


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) in {1, len(long)} or len(short) >= _CLIPPED)


def _person(
    one: Mention, name: Core, fullest: Mapping[Core, Core], named: Sequence[tuple[int, Core]]
) -> Core:
    """The fullest name of the person a mention names."""
    if name in fullest:
        return fullest[name]
    for fits in (_is_last, _is_other):
        bearers = [(start, full) for start, full in named if fits(name[0], full)]
        before = [full for start, full in bearers if start < one.start]
        if bearers:
            return before[-1] if before else bearers[0][1]
    return name


def _is_last(word: str, full: Core) -> bool:
    return word == full[-1]


def _is_other(word: str, full: Core) -> bool:
    """*Ms Indra* is Indra Raj; an initial is nobody."""
    return len(word) > 1 and word in full[:-1]


def _spellings(words: Words, cores: Mapping[Mention, Core]) -> dict[Core, str]:
    """How each name is best spelt: not in capitals, the longest."""
    found: dict[Core, str] = {}
    for one, name in cores.items():
        text = " ".join(words.span_text(one.name_start, one.name_end).split())
        if name not in found or _rank(text) > _rank(found[name]):
            found[name] = text
    return found


def _rank(text: str) -> tuple[bool, int]:
    return not text.isupper(), len(text)
