"""The steps of a case told in one release: a charge, the plea that follows it, the sentence.

Two legal actions are steps of one case if they are against the same defendant, or have the same
docket number; never if their docket numbers, their years or what they are about tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.models import Event, Release, Status

#: How far a case has come; each step follows one of a lower number. Suits are a line of their own.
_CRIMINAL = {"Arrest": 0, "Charge": 1, "Plea": 2, "Conviction": 2, "Sentencing": 3}
_CIVIL = {"Lawsuit": 0, "Settlement": 1}
#: Years within which the steps of a case lie; a sentence is seldom later after the charge.
_LONGEST = 6
_DOCKET = re.compile(
    r"\b(?:(?:Case|Action|Docket|Suit|Indictment|Cr\.|Crim\.|Criminal|Civil)\s+)?"
    r"(?:Nos?\.?|Numbers?|#)\s*:?\s*(?P<number>(?=[\w:-]*\d[\w:-]*[-:/])[\w:/-]+\w)"
    r"|\b(?P<bare>(?:\d+:)?\d\d-(?:cr|cv|mj|CR|CV|MJ)-\d+)"
)
#: Words of an offense by which two are not known as one.
_GENERAL = frozenset(
    "the and for with his her its their count counts charge charges one two three four five six "
    "seven eight nine ten from that which offense offenses offence offences related federal his "
    "allegations violations violating violation violated committing against under into".split()
)


def steps(events: Sequence[Event], release: Release) -> tuple[tuple[Event, Event], ...]:
    """For each step of a case the steps it follows, one for each of its defendants."""
    actions = [e for e in events if e.type == "LegalAction" and e.status is not Status.NEGATED]
    dockets = [_dockets(e, release) for e in actions]
    found: dict[tuple[int, int], None] = {}
    for later, event in enumerate(actions):
        before = [
            earlier
            for earlier, other in enumerate(actions)
            if _precedes(other, event) and _one_case(actions, dockets, earlier, later)
        ]
        for defendant in _defendants(event) or {""}:
            own = [i for i in before if defendant in _defendants(actions[i])] or [
                i for i in before if dockets[i] & dockets[later]
            ]
            last = max(own, key=lambda i: _rank(actions[i]), default=None)
            if last is not None:
                found[later, last] = None
    return tuple((actions[later], actions[earlier]) for later, earlier in found)


def _rank(event: Event) -> tuple[int, str]:
    """How far a step is, and when it was: the last step before another is the one it follows."""
    line = _CRIMINAL if event.kind in _CRIMINAL else _CIVIL
    return line.get(event.kind or "", -1), event.date.iso if event.date else ""


def _precedes(earlier: Event, later: Event) -> bool:
    """Whether a step can come before another in a case."""
    for line in (_CRIMINAL, _CIVIL):
        if earlier.kind in line and later.kind in line:
            return line[earlier.kind] < line[later.kind] and _in_time(earlier, later)
    return False


def _in_time(earlier: Event, later: Event) -> bool:
    """Whether the dates of two steps, where both are told, are those of one case."""
    if earlier.status is Status.PLANNED and later.status is Status.OCCURRED:
        return False
    if earlier.date is None or later.date is None:
        return True
    one, other = earlier.date.iso, later.date.iso
    width = min(len(one), len(other))
    return one[:width] <= other[:width] and int(other[:4]) - int(one[:4]) <= _LONGEST


def _one_case(
    actions: Sequence[Event], dockets: Sequence[frozenset[str]], earlier: int, later: int
) -> bool:
    """Whether docket number, or defendant and offense, speak for one case."""
    if dockets[earlier] and dockets[later]:
        return bool(dockets[earlier] & dockets[later])
    shared = _defendants(actions[earlier]) & _defendants(actions[later])
    return bool(shared) and _alike(_about(actions[earlier]), _about(actions[later]))


def _alike(one: set[str], other: set[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _defendants(event: Event) -> set[str]:
    return {f.entity for f in event.fill("defendant") if f.entity}


def _about(event: Event) -> set[str]:
    """The words that tell what a step is about, each by its stem of five letters."""
    said: Iterator[str] = (str(f.literal).lower() for f in event.fill("offense"))
    words = {w for text in said for w in re.findall(r"[a-z]{4,}", text)}
    return {w[:5] for w in words - _GENERAL}


def _dockets(event: Event, release: Release) -> frozenset[str]:
    """The docket numbers in the paragraphs that tell of a step."""
    told = [b.span for b in release.blocks if any(b.span.covers(s) for s in event.evidence)]
    numbers = (
        match["number"] or match["bare"]
        for span in told
        for match in _DOCKET.finditer(release.text, span.start, span.end)
    )
    return frozenset(number.lower() for number in numbers)
