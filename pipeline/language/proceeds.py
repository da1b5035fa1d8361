"""Money that changes hands in a crime, or to settle a case, is no award.

In a release about a case, only what public bodies give counts, and nothing that a defendant gives
or gets: a bribe, what was stolen, damages.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cast import Cast
from pipeline.language.descriptions import is_public
from pipeline.language.mentions import Kind
from pipeline.models import Event

#: Steps of a criminal case.
_CRIMINAL = frozenset(("Arrest", "Charge", "Plea", "Conviction", "Sentencing"))


def without_proceeds(cast: Cast, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those that only seem to be awards."""
    actions = [e for e in events if e.type == "LegalAction"]
    accused = {f.entity for e in actions for f in e.fill("defendant")}
    criminal = any(e.kind in _CRIMINAL for e in actions)
    return tuple(
        e
        for e in events
        if e.type != "Award" or not _is_proceeds(cast, e, accused, criminal=criminal)
    )


def _is_proceeds(cast: Cast, award: Event, accused: set[str | None], *, criminal: bool) -> bool:
    sides = {f.entity for role in ("funder", "recipient") for f in award.fill(role) if f.entity}
    public = any(f.entity and is_public(cast, f.entity) for f in award.fill("funder"))
    person = any(_is_person(cast, f.entity) for f in award.fill("recipient"))
    return bool(sides & accused) or ((criminal or person) and not public)


def _is_person(cast: Cast, id_: str | None) -> bool:
    member = cast.members.get(id_ or "")
    return member is not None and member.kind is Kind.PERSON
