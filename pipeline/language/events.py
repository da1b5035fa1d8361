"""Groups of drafts become events: fillers united, one date and status, the agreement an entity."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.language.cast import Cast
from pipeline.language.confidence import weigh
from pipeline.language.drafting import Drafting
from pipeline.language.drafts import Draft, Value
from pipeline.language.mentions import Kind, Title
from pipeline.language.standing import one_each
from pipeline.language.states import titled_states, visited_states
from pipeline.language.wordings import joined
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

Values = dict[Value, Span]


class Events:
    """Makes the events of one release, and the agreements they are about."""

    def __init__(self, cast: Cast, organization: Callable[[Title], str | None]) -> None:
        self.cast = cast
        self.organization = organization
        self.agreements: dict[str, tuple[Entity, Agreement]] = {}

    def event(self, group: Sequence[Draft]) -> Event:
        """The event that a group of drafts tells of."""
        body = [d for d in group if not d.headline] or list(group)
        roles = self._roles(group, body)
        if any(d.instrument for d in group):
            roles |= self._sign(group, roles)
        date, end = _date(body, group)
        status = _status(body)
        told = not all(d.nominal for d in body)
        if date is not None and status is Status.OCCURRED and not told and self._to_come(date):
            status = Status.PLANNED
        evidence = tuple(sorted({d.evidence for d in group}))
        confidence, reasons, doubts = weigh(
            group[0].frame.event,
            roles,
            dated=date is not None,
            passages=len(evidence),
            status=status,
        )
        return Event(
            type=group[0].frame.event,
            status=status,
            evidence=evidence,
            fillers=tuple(_fillers(roles)),
            kind=next((d.kind for d in (*body, *group) if d.kind), None),
            date=date,
            end_date=end,
            confidence=confidence,
            reasons=reasons,
            doubts=(*doubts, *dict.fromkeys(f"“{r}”" for d in group for r in d.reasons)),
            frame=group[0].frame.name,
            triggers=tuple(sorted({d.trigger for d in group if d.trigger})),
            dated=_dated(date, group),
        )

    def _to_come(self, date: PartialDate) -> bool:
        """Whether a day lies after the release: a noun that it dates tells of what is to come."""
        published = self.cast.release.metadata.published
        return published is not None and date.iso > published.isoformat()[: len(date.iso)]

    def _roles(self, group: Sequence[Draft], body: Sequence[Draft]) -> dict[str, Values]:
        """The fillers of all mentions, the body's before the headline's."""
        names = dict.fromkeys(role for d in group for role in d.roles)
        text = self.cast.release.text
        found = {role: _union(body if role in _BODY_ROLES else group, role, text) for role in names}
        for role in group[0].frame.identity:  # a headline describes whom the body names
            told = _union(body, role, text)
            found |= (
                {
                    role: {
                        v: s
                        for v, s in found.get(role, {}).items()
                        if v in told or not _nameless(v)
                    }
                }
                if told
                else {}
            )
        behind = {id_: bodies for d in group for id_, bodies in d.behind.items()}
        for role in (r for r in group[0].frame.personal if r in found):
            found[role] = {v: found[role][v] for v in one_each(found[role], behind)}
        return found

    # -- signings ------------------------------------------------------------------------------

    def _sign(self, group: Sequence[Draft], roles: Mapping[str, Values]) -> dict[str, Values]:
        """What is particular to signings: signers and sides apart, the agreement, the count."""
        signatories = roles.get("signatory", {})
        people = {v: s for v, s in signatories.items() if _is_person(v)}
        parties = self._parties(group, roles)
        body = [d for d in group if not d.headline] or list(group)
        agreement = self._agreement(group, tuple(v.entity for v in parties if v.entity))
        span = next((d.instrument.span for d in (*body, *group) if d.instrument), group[0].evidence)
        found = {
            "signatory": people or signatories,
            "party": parties,
            "agreement": {Value(entity=agreement): span},
        }
        count = next(
            (d.instrument.count for d in group if d.instrument and d.instrument.count), None
        )
        return found | ({"count": {Value(literal=str(count)): span}} if count else {})

    def _parties(self, group: Sequence[Draft], roles: Mapping[str, Values]) -> Values:
        """The sides: those named, else the bodies the signatories act for, else the headline's."""
        signatories = roles.get("signatory", {})
        found = dict(roles.get("party", {}))
        found |= {v: s for v, s in signatories.items() if not _is_person(v) and v not in found}
        self._add(found, lambda _: self._represented(roles))
        self._add(found, lambda known: self._headlined(group, known))
        for value in [v for v in found if v.entity and v.entity.startswith("government/")]:
            found.pop(Value(entity=_state(value)), None)
        return found

    @staticmethod
    def _add(found: Values, more: Callable[[set[str]], Iterator[tuple[Value, Span]]]) -> None:
        """Add sides to those found, if fewer than two are known."""
        known = {_state(v) for v in found}
        if len(known) < 2:
            for value, span in more(known):
                if _state(value) not in {_state(v) for v in found}:
                    found[value] = span

    def _represented(self, roles: Mapping[str, Values]) -> Iterator[tuple[Value, Span]]:
        """The bodies on whose behalf the signatories act, by the text or by their titles."""
        for value, span in roles.get("onBehalfOf", {}).items():
            if not _is_person(value):
                yield value, span
        for value, span in roles.get("signatory", {}).items():
            if value.entity and _is_person(value) and (body := self._body_of(value.entity)):
                yield Value(entity=body), span

    def _headlined(self, group: Sequence[Draft], known: set[str]) -> Iterator[tuple[Value, Span]]:
        """The two states a release is about, where the text ties the instrument to them.

        It does when it is *bilateral*, or when one of the two states of the headline is a side.
        """
        if any(
            d.instrument and d.instrument.named and d.instrument.head in _MANY_SIDED for d in group
        ):
            return
        bilateral = any(d.instrument and "bilateral" in d.instrument.text.lower() for d in group)
        states = titled_states(self.cast)
        if bilateral:
            states = states or visited_states(self.cast)
        elif not known & set(states):
            return
        for state in states:
            yield Value(entity=state), group[0].evidence

    def _body_of(self, person: str) -> str | None:
        member = self.cast.members.get(person)
        if member is None or member.kind is not Kind.PERSON:
            return None
        for title, _ in member.titles:
            if body := self.organization(title):
                return body
        return None

    # -- agreements ----------------------------------------------------------------------------

    def _agreement(self, group: Sequence[Draft], parties: tuple[str, ...]) -> str:
        """The agreement a group is about, as an entity of its own."""
        instruments = [
            d.instrument for d in sorted(group, key=lambda d: d.headline) if d.instrument
        ]
        named = [i for i in instruments if i.named]
        best = max(named or instruments[:1], key=lambda i: len(i.core))
        label = " ".join((best.core if named else best.text).split())
        spellings = dict.fromkeys(
            " ".join(t.split()) for i in instruments for t in (i.text, i.core)
        )
        spellings.pop(label, None)
        id_ = f"agreement/{slug(label)}"
        if id_ in self.agreements:
            first = min(i.span.start for i in instruments)
            id_ += "-" + hashlib.sha256(f"{label}@{first}".encode()).hexdigest()[:6]
        kinds = [i.kind for i in instruments if i.kind]
        kind = next((k for k in kinds if k != "Agreement"), kinds[0] if kinds else None)
        spans = tuple(sorted({i.span for i in instruments}))
        entity = Entity(id_, EntityKind.AGREEMENT, label, tuple(spellings), False, spans)
        aims = tuple(sorted({a for i in instruments for a in i.aims}))
        title = label if named else None
        self.agreements[id_] = (entity, Agreement(id_, kind, title, parties, aims))
        return id_

    def named(self, drafting: Drafting) -> None:
        """Agreements the release names without telling of their signing become entities too."""
        told = {span for entity, _ in self.agreements.values() for span in entity.mentions}
        labels = {entity.label for entity, _ in self.agreements.values()}
        for mention, sides in self.cast.inside.items():
            span = self.cast.words.span(mention.start, mention.end)
            label = " ".join(span.of(self.cast.words.whole).split())
            if span in told or label in labels or not sides:
                continue
            labels.add(label)
            id_ = f"agreement/{slug(label)}"
            parties = tuple(self.cast.of[side] for side in sides)
            entity = Entity(id_, EntityKind.AGREEMENT, label, (), False, (span,))
            self.agreements[id_] = (entity, Agreement(id_, drafting.kind(mention), label, parties))


#: Instruments that mostly have more than two sides.
_MANY_SIDED = frozenset(
    ("convention", "treaty", "accord", "protocol", "charter", "declaration", "compact", "pact")
)
#: Roles that a headline does not fill: it names places and principals in passing.
_BODY_ROLES = frozenset(("place", "onBehalfOf"))


def _union(group: Sequence[Draft], role: str, text: str) -> Values:
    found: Values = {}
    for draft in sorted(group, key=lambda d: d.headline):
        for value, span in draft.roles.get(role, {}).items():
            told = next((v for v in found if v.literal is not None), None)
            if value.literal is None or told is None:
                found.setdefault(value, span)
            elif set((told.literal or "").lower().split()) < set(value.literal.lower().split()):
                del found[told]  # "30 months in federal prison" says more than "federal prison"
                found[value] = span
            elif (both := joined(found[told], span, text)) is not None:
                del found[told]
                found[Value(literal=" ".join(both.of(text).split()))] = both
    if role in group[0].frame.fewest:  # where several meet, a group meets those who are named
        return found
    return _named(found) or found


def _nameless(value: Value) -> bool:
    return (value.entity or "").startswith(("organization/", "group/"))


def _named(values: Values) -> Values:
    """The fillers that have a name: who is named is not described as well."""
    return {v: s for v, s in values.items() if not (v.entity or "").startswith("group/")}


def _fillers(roles: Mapping[str, Values]) -> Iterator[Filler]:
    for role, values in roles.items():
        for value, span in values.items():
            literal = int(value.literal) if role == "count" and value.literal else value.literal
            yield Filler(role, value.entity, literal, span)


def _status(body: Sequence[Draft]) -> Status:
    verbal = [d for d in body if not d.nominal] or list(body)
    return verbal[0].status


def _date(
    body: Sequence[Draft], group: Sequence[Draft]
) -> tuple[PartialDate | None, PartialDate | None]:
    dated = [d for d in (*body, *group) if d.date]
    best = max(dated, key=lambda d: len(d.date.iso) if d.date else 0, default=None)
    return (best.date, best.end_date) if best else (None, None)


def _dated(date: PartialDate | None, group: Sequence[Draft]) -> tuple[Span, ...]:
    """The words that tell the date."""
    return tuple(sorted({d.dated for d in group if d.dated and d.date == date}))


def _is_person(value: Value) -> bool:
    return bool(value.entity and value.entity.startswith("person/"))


def _state(value: Value) -> str:
    return (value.entity or "").replace("government/", "country/")
