"""What follows a body's name and belongs to it: its acronym in brackets, the body it is part of.

*the Coastal Pilots Board (CPB), Department of Ports, Government of Chile, today entered …* is one
actor, not three.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.mentions import BODIES, Kind, Mention, widened
from pipeline.language.words import Words

_ABOVE = frozenset(("ministry", "department", "government", "govt", "office", "central"))
_WHERE = frozenset(("left", "right", "center", "centre", "seated", "standing", "back", "front"))
_BODIES = BODIES - {Kind.COUNTRY}


def absorb(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, bodies widened over what only says more of them and is then left out."""
    starting = {m.start: m for m in mentions}
    found: list[Mention] = []
    for one in mentions:
        if found and one.start < found[-1].end:
            continue
        end = one.end
        if one.kind is Kind.PERSON:
            end = _aside(words, end)
        elif one.kind in _BODIES:
            end = _bracket(words, end)
            while (above := _above(words, one, end, starting)) is not None:
                end = _bracket(words, above.end)
        found.append(widened(one, one.start, end) if end > one.end else one)
    return found


def _aside(words: Words, end: int) -> int:
    """Past where someone stands in a photograph: *Ana Ruiz, left, and …*."""
    close = next(
        (i for i in range(end + 1, min(end + 5, len(words))) if words.text[i] == ","), None
    )
    if (
        close is None
        or close == end + 1
        or words.text[end] != ","
        or not words.same_sentence(close, end)
    ):
        return end
    inside = set(words.lower[end + 1 : close])
    return (
        close
        if inside & _WHERE and inside <= _WHERE | {"from", "far", "second", "third", "the"}
        else end
    )


def _bracket(words: Words, end: int) -> int:
    """Past an acronym in brackets."""
    if not words.same_sentence(end + 2, end - 1) or words.text[end] != "(":
        return end
    close = next(
        (i for i in range(end + 2, min(end + 7, len(words))) if words.text[i] == ")"), None
    )
    if close is None or not words.same_sentence(close, end):
        return end
    short = [words.text[i] for i in range(end + 1, close) if words.text[i][0].isalnum()]
    capitals = short and all(any(c.isupper() for c in t) for t in short)
    return close + 1 if capitals and len(short) < 4 else end


def _above(words: Words, one: Mention, end: int, starting: dict[int, Mention]) -> Mention | None:
    """The body after a comma that the one before it is part of, if the apposition closes."""
    if not words.same_sentence(end + 1, one.start) or words.text[end] != ",":
        return None
    start = end + 1 + (words.lower[end + 1] == "the")
    above = starting.get(start)
    if above is None or above.kind not in _BODIES or words.lower[start] not in _ABOVE:
        return None
    if words.lower[one.start] == words.lower[start] and words.lower[start] != "government":
        return None  # a list: "the Ministry of Law, the Ministry of Finance and …"
    after = _bracket(words, above.end)
    if not words.same_sentence(after, one.start):
        return above
    closes = words.text[after] in (",", ".", ";", ")") or (
        not words.cap[after] and words.lower[after] not in ("and", "&")
    )
    return above if closes and not _list_goes_on(words, after) else None


def _list_goes_on(words: Words, after: int) -> bool:
    return (
        words.same_sentence(after + 1, after - 1)
        and words.text[after] == ","
        and words.lower[after + 1] in ("and", "&")
    )
