"""Names in a list that a sentence introduces: *the following members will be appointed:*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.mentions import BODIES, Kind, Mention
from pipeline.language.standins import Unit
from pipeline.language.words import Words

#: An item begins with the name, at most a bullet or a number before it.
_FARTHEST = 3
_LISTED = BODIES | {Kind.PERSON}


def announces_list(unit: Unit, index: int) -> bool:
    """Whether a noun stands for a list that follows: *the following members*."""
    return any(c.lower_ in ("following", "below") for c in unit.doc[index].children)


def listed_after(words: Words, mentions: Sequence[Mention], unit: Unit) -> Iterator[Mention]:
    """The names that begin the blocks after a unit's own, up to the first that begins otherwise."""
    first: dict[int, Mention] = {}
    begins: dict[int, int] = {}
    for i, block in enumerate(words.block):
        begins.setdefault(block, i)
    for one in mentions:
        block = words.block[one.start]
        if one.kind in _LISTED and one.start - begins[block] < _FARTHEST:
            first.setdefault(block, one)
    for block in sorted(b for b in begins if b > unit.block):
        if block not in first:
            return
        yield first[block]
