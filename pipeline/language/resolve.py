"""From drafts and the cast to the facts of a release: events, agreements, posts, entities."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pipeline.language.cast import Cast, Member
from pipeline.language.drafting import Drafting
from pipeline.language.drafts import Draft, Instrument
from pipeline.language.mentions import Kind
from pipeline.language.posts import organization_of
from pipeline.models import (
    Agreement,
    Entity,
    EntityKind,
    Event,
    Filler,
    PartialDate,
    Span,
    Status,
    slug,
)

_ROLE_ORDER = ("signatory", "party", "agreement", "onBehalfOf", "count", "place")


class Resolver:
    """Makes the facts of one release."""

    def __init__(self, cast: Cast, drafting: Drafting) -> None:
        self.cast = cast
        self.drafting = drafting
        self.agreements: dict[str, tuple[Entity, Agreement]] = {}

    # -- events --------------------------------------------------------------------------------

    def event(self, group: Sequence[Draft]) -> Event:
        """The event that a group of drafts tells of."""
        body = [d for d in group if not d.headline] or list(group)
        signatories = self._union(group, "signatory")
        parties = self._parties(group, signatories)
        fillers = [Filler("signatory", entity=i, span=s) for i, s in self._signers(signatories)]
        fillers += [Filler("party", entity=i, span=s) for i, s in parties.items()]
        agreement = self._agreement(group, tuple(parties))
        if agreement is not None:
            span = next(d.instrument.span for d in body if d.instrument)
            fillers.append(Filler("agreement", entity=agreement, span=span))
        for role in ("onBehalfOf", "place"):
            fillers += [Filler(role, entity=i, span=s) for i, s in self._union(body, role).items()]
        count = next((d.instrument.count for d in group if d.instrument and d.instrument.count), None)
        if count is not None:
            fillers.append(Filler("count", literal=count))
        date, end = self._date(body, group)
        return Event(
            type=group[0].type,
            status=self._status(body),
            evidence=tuple(sorted({d.evidence for d in group})),
            fillers=tuple(fillers),
            kind=next((d.kind for d in group if d.kind), None),
            date=date,
            end_date=end,
            confidence=0.8,
            reasons=tuple(dict.fromkeys(r for d in group for r in d.reasons)),
            frame=group[0].frame,
        )

    @staticmethod
    def _union(group: Sequence[Draft], role: str) -> dict[str, Span]:
        found: dict[str, Span] = {}
        for draft in sorted(group, key=lambda d: d.headline):
            for id_, span in draft.roles.get(role, ()):
                found.setdefault(id_, span)
        return found

    @staticmethod
    def _status(body: Sequence[Draft]) -> Status:
        verbal = [d for d in body if not d.nominal] or list(body)
        return verbal[0].status

    @staticmethod
    def _date(body: Sequence[Draft], group: Sequence[Draft]) -> tuple[PartialDate | None, PartialDate | None]:
        dated = [d for d in (*body, *group) if d.date]
        best = max(dated, key=lambda d: len(d.date.iso) if d.date else 0, default=None)
        return (best.date, best.end_date) if best else (None, None)

    def _signers(self, signatories: dict[str, Span]) -> list[tuple[str, Span]]:
        """The people who signed, where they are named; else the bodies."""
        people = [(i, s) for i, s in signatories.items() if i.startswith("person/")]
        return people or list(signatories.items())

    def _parties(self, group: Sequence[Draft], signatories: dict[str, Span]) -> dict[str, Span]:
        """The sides: those named, else the bodies the signatories act for."""
        found = self._union(group, "party")
        found |= {i: s for i, s in signatories.items() if not i.startswith("person/") and i not in found}
        known = {_state(p) for p in found}

        def add(body: str, span: Span) -> None:
            if _state(body) not in known:
                known.add(_state(body))
                found[body] = span

        if len(known) < 2:
            for id_, span in self._union(group, "onBehalfOf").items():
                if not id_.startswith("person/"):
                    add(id_, span)
            for id_, span in signatories.items():
                for body in self._bodies_of(id_):
                    add(body, span)
        if len(known) < 2 and not (group[0].instrument and group[0].instrument.named):
            for state in self.cast.titled_states():
                add(state, group[0].evidence)
        for government in [i for i in found if i.startswith("government/")]:
            found.pop(government.replace("government/", "country/"), None)
        return found

    def _bodies_of(self, person: str) -> Iterator[str]:
        member = self.cast.members.get(person)
        if member is None or member.kind is not Kind.PERSON:
            return
        for title, _ in member.titles:
            body = organization_of(self.cast, title)
            if body:
                yield body
                return
        home = f"country/{self.cast.country}"
        if member.titles and home in self.cast.members:
            yield home

    # -- agreements ----------------------------------------------------------------------------

    def _agreement(self, group: Sequence[Draft], parties: tuple[str, ...]) -> str | None:
        instruments = [d.instrument for d in sorted(group, key=lambda d: d.headline) if d.instrument]
        if not instruments:
            return None
        named = [i for i in instruments if i.named]
        best = max(named or instruments[:1], key=lambda i: len(i.core))
        label = best.core if named else best.text
        spellings = dict.fromkeys(" ".join(t.split()) for i in instruments for t in (i.text, i.core))
        spellings.pop(label, None)
        first = min(i.span.start for i in instruments)
        id_ = f"agreement/{slug(label)}"
        if id_ in self.agreements:
            id_ += "-" + hashlib.sha256(f"{label}@{first}".encode()).hexdigest()[:6]
        kind = next((i.kind for i in instruments if i.kind and i.kind != "Agreement"), best.kind)
        spans = tuple(sorted({i.span for i in instruments}))
        entity = Entity(id_, EntityKind.AGREEMENT, label, tuple(spellings), False, spans)
        aims = tuple(a for i in instruments for a in i.aims)
        self.agreements[id_] = (entity, Agreement(id_, kind, best.core if named else None, parties, aims))
        return id_

    # -- entities ------------------------------------------------------------------------------

    def entities(self) -> Iterator[Entity]:
        """The cast as entities, then the agreements."""
        for member in self.cast.members.values():
            yield self._entity(member)
        for entity, _ in self.agreements.values():
            yield entity

    def _entity(self, member: Member) -> Entity:
        spellings = list(member.spellings)
        label = max(spellings, key=lambda s: (not s.isupper(), len(s), -spellings.index(s)))
        entry = self.cast.gazetteer.entries.get(member.id)
        shared = entry is not None or member.kind is Kind.PERSON and bool(member.titles)
        spans = tuple(sorted({self.cast.words.span(m.start, m.end) for m in member.mentions}))
        return Entity(
            member.id,
            EntityKind(member.kind.value),
            label,
            tuple(s for s in spellings if s != label),
            shared,
            spans,
            entry.parent if entry else None,
            entry.government_of if entry else None,
        )


def _state(id_: str) -> str:
    return id_.replace("government/", "country/")
