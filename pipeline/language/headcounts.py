"""How many a description tells of, and whether those who are named can be they: *two brokers*."""

from __future__ import annotations

from collections.abc import Set

from pipeline.language.instruments import plural

#: The number words of descriptions; "a pair of" and the like are rare.
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_PLURALS = frozenset(("men", "women", "people", "children", "police"))
_GROUP = "group/"
#: Between the number and the noun: *two former officers* are as many as *two officers*.
_HEDGES = frozenset("an additional another other more about some nearly over than least at".split())


def is_description(id_: str) -> bool:
    """Whether an entity has no name, only a description."""
    return id_.startswith(_GROUP)


def headcount(description: str) -> int | None:
    """How many a description tells of, if it does.

    >>> headcount("group/two-former-brokers"), headcount("group/former-broker")
    (2, 1)
    >>> headcount("group/owner-of-three-shops")
    1
    >>> headcount("group/brokers")
    """
    words = [w for w in _before_of(description) if w not in _HEDGES]
    told = next((w for w in words if w in NUMBERS or w.isdigit()), None)
    if told is not None:
        return NUMBERS.get(told) or int(told)
    head = words[-1] if words else ""
    return None if plural(head) or head in _PLURALS else 1


def head_noun(description: str) -> str:
    """The noun a description turns on: *owner* in *owner of a store*."""
    return _before_of(description)[-1]


def _before_of(description: str) -> list[str]:
    words = description.removeprefix(_GROUP).split("-")
    return words[: words.index("of", 1)] if "of" in words[1:] else words


def can_be(descriptions: Set[str], named: Set[str]) -> bool:
    """Whether those named are as many as those described."""
    counts = [headcount(one) for one in descriptions]
    if None in counts:
        return len(named) > 1
    return sum(c for c in counts if c is not None) == len(named)


def shortens(one: str, other: str) -> bool:
    """Whether one description says less than another of as many: *two men*, *two Ohio men*."""
    short, long = (set(d.removeprefix(_GROUP).split("-")) for d in (one, other))
    return (short <= long or long <= short) and headcount(one) == headcount(other)
