"""The cast of a release as entities: each under its fullest spelling, the others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.language.cast import Cast, Member
from pipeline.language.mentions import Kind
from pipeline.models import Agreement, Entity, EntityKind, Event


def entities(cast: Cast, told: Iterable[Event], deals: Iterable[Agreement]) -> Iterator[Entity]:
    """Everyone and everything the release names or a fact is about, agreements excepted.

    Someone who came in as nobody knew them while a clause was read, and who takes part in nothing
    that came of it, is left out.
    """
    used = {filler.entity for event in told for filler in event.fillers}
    used |= {party for deal in deals for party in deal.parties}
    for member in cast.members.values():
        if member.mentions or member.id in used:
            yield _entity(cast, member)


def _entity(cast: Cast, member: Member) -> Entity:
    spellings = list(member.spellings)
    people = cast.gazetteer.demonyms  # a country is not called by the name of its people
    label = max(
        spellings,
        key=lambda s: (s not in people, not s.isupper(), len(s), -spellings.index(s)),
    )
    entry = cast.gazetteer.entries.get(member.id)
    if entry is not None and label in people:
        label = entry.label
    held = member.kind is Kind.PERSON and bool(member.titles)
    return Entity(
        member.id,
        EntityKind(member.kind.value),
        label,
        tuple(s for s in spellings if s != label),
        entry is not None or held,
        tuple(sorted({cast.words.span(m.start, m.end) for m in member.mentions})),
        entry.parent if entry else None,
        entry.government_of if entry else None,
    )
