"""Money that changes hands in a crime, or to settle a case, is no award.

A bribe or a kickback is none, whoever tells of it. In a release about a case, only what public
bodies give counts, and nothing that a defendant gives or gets: what was stolen, damages, a loan.
Nor does anybody give to themselves: in *Canada gives $5 million to Canadian firms* Canada gets
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.descriptions import is_public
from pipeline.language.mentions import Kind
from pipeline.models import Event

#: Steps of a criminal case.
_CRIMINAL = frozenset(("Arrest", "Charge", "Plea", "Conviction", "Sentencing"))
_CORRUPT = lexicon.words("groups", "corrupt_payments")
_PAYMENT = re.compile(r"\b(?:improper|corrupt|illegal|illicit|unlawful|secret) payments?\b", re.I)


def without_proceeds(cast: Cast, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those that only seem to be awards."""
    actions = [e for e in events if e.type == "LegalAction"]
    accused = {f.entity for e in actions for f in e.fill("defendant")}
    criminal = any(e.kind in _CRIMINAL for e in actions)
    text = cast.release.text
    return tuple(
        _to_others(e)
        for e in events
        if e.type != "Award"
        or not (_is_corrupt(e, text) or _is_proceeds(cast, e, accused, criminal=criminal))
    )


def _to_others(event: Event) -> Event:
    """An award without its funder among those who get it."""
    if event.type != "Award":
        return event
    funders = {f.entity for f in event.fill("funder")}
    kept = (f for f in event.fillers if f.role != "recipient" or f.entity not in funders)
    return replace(event, fillers=tuple(kept))


def _is_corrupt(award: Event, text: str) -> bool:
    """Whether the words call a payment corrupt: *in kickbacks*, *improper payments*."""
    said = [span.of(text).lower() for span in award.evidence]
    return any(_PAYMENT.search(s) or _CORRUPT & set(re.findall(r"[a-z]+", s)) for s in said)


def _is_proceeds(cast: Cast, award: Event, accused: set[str | None], *, criminal: bool) -> bool:
    sides = {f.entity for role in ("funder", "recipient") for f in award.fill(role) if f.entity}
    public = any(f.entity and is_public(cast, f.entity) for f in award.fill("funder"))
    person = any(_is_person(cast, f.entity) for f in award.fill("recipient"))
    return bool(sides & accused) or ((criminal or person) and not public)


def _is_person(cast: Cast, id_: str | None) -> bool:
    member = cast.members.get(id_ or "")
    return member is not None and member.kind is Kind.PERSON
