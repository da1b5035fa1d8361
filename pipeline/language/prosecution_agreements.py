"""Between whom an agreement not to prosecute is: the prosecutor, and whom it spares.

*The non-prosecution agreement signed today* names nobody, but the settlement that the release
tells of does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Agreement, Entity, Event, Filler, Status

_SPARING = ("prosecution agreement", "prosecution agreements")


def with_sides(
    events: Sequence[Event], agreements: dict[str, tuple[Entity, Agreement]]
) -> tuple[Event, ...]:
    """The events, agreements not to prosecute with the two sides of the case they end.

    The entries of ``agreements`` that gain sides are replaced.
    """
    sides = _sides(events)
    return tuple(_between(event, sides, agreements) if sides else event for event in events)


def _between(
    event: Event, sides: Sequence[Filler], agreements: dict[str, tuple[Entity, Agreement]]
) -> Event:
    told = next((f.entity for f in event.fill("agreement") if f.entity in agreements), None)
    if told is None or not _lacks_sides(event, *agreements[told], sides):
        return event
    entity, agreement = agreements[told]
    parties = tuple(f.entity for f in sides if f.entity)
    agreements[told] = (entity, replace(agreement, parties=parties))
    others = (f for f in event.fillers if f.role != "party")
    return replace(event, fillers=(*others, *sides))


def _sides(events: Sequence[Event]) -> tuple[Filler, ...]:
    """The defendant and the prosecutor of the settlements told of, if it is one of each."""
    done = [e for e in events if e.kind == "Settlement" and e.status is Status.OCCURRED]
    defendants = {f.entity: f for e in done for f in e.fill("defendant")}
    agencies = [f for e in done for f in e.fill("agency")]
    if len(defendants) != 1 or not agencies:
        return ()
    return tuple(replace(f, role="party") for f in (*defendants.values(), agencies[0]))


def _lacks_sides(
    event: Event, entity: Entity, agreement: Agreement, sides: Sequence[Filler]
) -> bool:
    names = (entity.label, *entity.alt_labels, agreement.title or "")
    parties = {f.entity for f in event.fill("party")}
    sparing = any(name.lower().endswith(_SPARING) for name in names)
    return sparing and len(parties) < 2 and parties <= {f.entity for f in sides}
