"""Which fact of one graph is which of another: by what they say, then by what is most alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pipeline.graph.diff.facts import Fact

Pair: TypeAlias = tuple[Fact | None, Fact | None]

#: How alike two facts must be to be one that was changed: with the same roles but for one and
#: different words, or with the same words and other roles, they are; two statements of one speaker
#: or two meetings of one minister are not.
_ALIKE = 0.45


def pair(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[Pair, ...]:
    """Each old fact with the new one that it has become; those without a counterpart alone.

    Equal facts are paired first, by their words where there are several. In order of the new
    facts, those that are gone after them.
    """
    found: dict[int, int] = {}
    came: dict[int, int] = {}
    for least, exact in ((0.0, True), (_ALIKE, False)):
        candidates = sorted(_candidates(old, new, found, least, exact=exact))
        for _, there, here in candidates:
            if there not in found and here not in came:
                found[there], came[here] = here, there
    pairs: list[Pair] = [
        (old[came[here]] if here in came else None, fact) for here, fact in enumerate(new)
    ]
    gone: list[Pair] = [(fact, None) for there, fact in enumerate(old) if there not in found]
    return tuple(pairs + gone)


def _candidates(
    old: Sequence[Fact], new: Sequence[Fact], found: dict[int, int], least: float, *, exact: bool
) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one fact, with how far apart they are: their places in both graphs."""
    taken = set(found.values())
    of_kind: dict[object, list[int]] = defaultdict(list)
    for here, fact in enumerate(new):
        if here not in taken:
            of_kind[fact.kind, fact.says if exact else None].append(here)
    for there, fact in enumerate(old):
        if there in found:
            continue
        for here in of_kind[fact.kind, fact.says if exact else None]:
            likeness = alike(fact, new[here])
            if likeness >= least:
                yield 1 - likeness, there, here


def alike(one: Fact, other: Fact) -> float:
    """How much two facts of a kind have in common, from 0 to 1.

    Six tenths are what they say, four the words that state it. A release of a document is always
    enough like another to be the same one corrected.
    """
    said = _shared(one.pairs, other.pairs)
    if one.kind == "release":
        return 0.5 + said / 2
    if not one.words and not other.words:
        return said
    return 0.6 * said + 0.4 * _shared(_tokens(one), _tokens(other))


def _tokens(fact: Fact) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", " ".join(fact.words).lower()))


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    """The part of all members that both have."""
    return len(one & other) / len(one | other) if one or other else 1.0
