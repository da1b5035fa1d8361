"""Between whom an agreement not to prosecute is: the prosecutor, and whom it spares.

*The non-prosecution agreement signed today* names nobody, but the settlement that the release
tells of does; who prosecutes is its agency, or the ministry or office that publishes the release.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cast import Cast
from pipeline.models import Agreement, Entity, Event, Filler, Status

_SPARING = ("prosecution agreement", "prosecution agreements")
#: Words in the names of those who prosecute.
_PROSECUTING = frozenset("justice prosecution prosecutor prosecutors attorney attorneys".split())


def with_sides(
    cast: Cast, events: Sequence[Event], agreements: dict[str, tuple[Entity, Agreement]]
) -> tuple[Event, ...]:
    """The events, agreements not to prosecute with the two sides of the case they end.

    The entries of ``agreements`` that gain sides are replaced.
    """
    sides = _Case(cast, events)
    return tuple(_between(event, sides, agreements) for event in events)


class _Case:
    """Those who settle in a release, and who prosecutes them."""

    def __init__(self, cast: Cast, events: Sequence[Event]) -> None:
        done = [e for e in events if e.kind == "Settlement" and e.status is Status.OCCURRED]
        self.accused = {f.entity for e in events for f in e.fill("defendant")}
        self.defendants = {f.entity: f for e in done for f in e.fill("defendant")}
        agency = next((f for e in done for f in e.fill("agency")), None)
        self.prosecutor = agency.entity if agency else _publisher(cast)
        self.cast = cast

    def sides(self, event: Event, *, several: bool) -> tuple[Filler, ...]:
        """The sides of an agreement, of ``several`` perhaps; none if the release leaves them open.

        Who is told to be a side, though not of the case, may be of an older one.
        """
        if self.prosecutor is None:
            return ()
        told = {f.entity: f for f in event.fill("party") if f.entity != self.prosecutor}
        spared = told or (self.defendants if several or len(self.defendants) == 1 else {})
        if not spared or (len(told) > 1 and not several):
            return ()
        if told and not (told.keys() <= self.accused or self._is_news(event)):
            return ()
        self.cast.enlisted([self.prosecutor])
        known = next((f for f in event.fill("party") if f.entity == self.prosecutor), None)
        other = known or Filler("party", self.prosecutor, None, event.evidence[0])
        return (*(replace(f, role="party") for f in spared.values()), other)

    def _is_news(self, event: Event) -> bool:
        """Whether an agreement was made on the day of the release: an older one is of another."""
        published = self.cast.release.metadata.published
        return event.date is not None and event.date.iso == str(published)


def _publisher(cast: Cast) -> str | None:
    """The body that publishes a release, if it prosecutes."""
    for name in cast.release.metadata.publisher:
        entry = cast.gazetteer.find(name, cast.country)
        if entry is not None and not _PROSECUTING.isdisjoint(name.lower().split()):
            return entry.id
    return None


def _between(event: Event, case: _Case, agreements: dict[str, tuple[Entity, Agreement]]) -> Event:
    told = next((f.entity for f in event.fill("agreement") if f.entity in agreements), None)
    if told is None:
        return event
    entity, agreement = agreements[told]
    names = [n.lower() for n in (entity.label, *entity.alt_labels, agreement.title or "")]
    sides = (
        case.sides(event, several=any(n.endswith(_SPARING[1]) for n in names))
        if any(n.endswith(_SPARING) for n in names)
        else ()
    )
    if not sides:
        return event
    parties = tuple(f.entity for f in sides if f.entity)
    agreements[told] = (entity, replace(agreement, parties=parties))
    others = (f for f in event.fillers if f.role != "party")
    return replace(event, fillers=(*others, *sides))
