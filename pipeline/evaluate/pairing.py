"""Which found event, filler or post answers to which annotated one: the likest pair first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from pipeline.evaluate.guide import ROLES
from pipeline.evaluate.names import dates_agree, fold, likeness, terms_agree
from pipeline.evaluate.record import Happening, Names, Office

Side = TypeVar("Side")
Pairs = tuple[tuple[int, int], ...]

#: Two events may be one if they share half of the evidence or half of their fillers: a common
#: party or date alone does not tell one signing of a release from the next.
_ENOUGH = 0.5
#: Words of a quotation that must agree at its beginning; annotations give its first six to ten.
_FIRST_WORDS = 6
_FEWEST_WORDS = 3

_LIKENESS: dict[str, Callable[[Names, Names], float]] = {
    "date": dates_agree,
    "count": terms_agree,
    "kind": terms_agree,
}


def pair(gold: Sequence[Side], found: Sequence[Side], like: Callable[[Side, Side], float]) -> Pairs:
    """Pair greedily and one to one, the likest first, ties in reading order; 0 never pairs.

    >>> pair([1.0, 2.0], [2.1, 1.9, 9.0], lambda g, f: max(0, 1 - abs(g - f)))
    ((1, 0), (0, 1))
    """
    likes = [(like(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    for value, i, j in sorted(likes, key=lambda rated: (-round(rated[0], 9), *rated[1:])):
        if value > 0 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return tuple(pairs)


def pair_events(gold: Sequence[Happening], found: Sequence[Happening]) -> Pairs:
    """Pair events of one type: statements by their first words, others by evidence and fillers."""
    return pair(gold, found, _event_likeness)


def pair_fillers(role: str, gold: Sequence[Names], found: Sequence[Names]) -> Pairs:
    """Pair the fillers of one role."""
    like = _LIKENESS.get(role, likeness)
    return pair(gold, found, lambda accepted, labels: like(labels, accepted))


def pair_posts(gold: Sequence[Office], found: Sequence[Office]) -> Pairs:
    """Pair posts: person and title must both match."""
    return pair(gold, found, _post_likeness)


def _post_likeness(gold: Office, found: Office) -> float:
    return likeness(found.person, gold.person) * likeness(found.post, gold.post)


def _event_likeness(gold: Happening, found: Happening) -> float:
    if gold.type == "Statement":
        return _begin_alike(gold.quotes, found.quotes)
    evidence = evidence_share(gold.evidence, found.evidence)
    fillers = _filler_share(gold, found)
    return evidence + fillers if max(evidence, fillers) >= _ENOUGH else 0.0


def _begin_alike(gold: Names, found: Names) -> float:
    return float(any(_same_beginning(fold(g), fold(f)) for g in gold for f in found))


def _same_beginning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    count = min(_FIRST_WORDS, len(one), len(other))
    return one[:count] == other[:count] and count >= min(_FEWEST_WORDS, len(one))


def evidence_share(gold: Names, found: Names) -> float:
    """The share of the annotated evidence, by pairs of neighbouring words, that was found."""
    told = _neighbours(gold)
    return len(told & _neighbours(found)) / len(told) if told else 0.0


def _neighbours(passages: Names) -> frozenset[tuple[str, str]]:
    texts = [fold(passage) for passage in passages]
    return frozenset(pair for words in texts for pair in pairwise(words))


def _filler_share(gold: Happening, found: Happening) -> float:
    """F1 of the fillers of two events, were they one."""
    roles = ROLES[gold.type]
    shared = sum(len(pair_fillers(r, gold.fill(r), found.fill(r))) for r in roles)
    total = sum(len(gold.fill(r)) + len(found.fill(r)) for r in roles)
    return 2 * shared / total if total else 0.0
